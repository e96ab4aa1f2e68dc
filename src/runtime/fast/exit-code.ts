/**
 * Why the module was left, with PC and the count of executed instructions stored.
 * limit: as many instructions as were allowed. decode: the record at ip is not decoded. missing: it has no case in
 * this module. reference: only the reference machine executes it. data: the TLB does not know missAddress.
 * fetch: nor the page of PC. context, permitTable: of a key that was not met before. permit: of an access that was
 * not judged before. attention: an interrupt may be due.
 */
export const exitCode = {
  limit: 0,
  decode: 1,
  missing: 2,
  reference: 3,
  data: 4,
  fetch: 5,
  context: 6,
  permitTable: 7,
  permit: 8,
  attention: 9,
} as const;

/** What translated code answers besides: PC is for the interpreter to go on at. */
export const CONTINUE = 10;

export type ExitCode = (typeof exitCode)[keyof typeof exitCode];

/** Cases that every interpreter has; those of its shapes follow. */
export const fixedCase = { decode: 0, missing: 1, reference: 2, pageEnd: 3, region: 4 } as const;
export const FIXED_CASES = 5;
