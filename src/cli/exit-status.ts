/**
 * What the process ends with. findings: the documents have errors, the output is stale or a scenario failed.
 * usage: the command line is wrong or an input cannot be read. internal: a defect of worldswitch itself
 * (EX_SOFTWARE of sysexits.h).
 */
export const exitStatus = { ok: 0, findings: 1, usage: 2, internal: 70 } as const;

export type ExitStatus = (typeof exitStatus)[keyof typeof exitStatus];

/** The status that says most: unreadable input before findings before success. */
export function worse(a: ExitStatus, b: ExitStatus): ExitStatus {
  return a > b ? a : b;
}
