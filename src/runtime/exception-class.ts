/** Exception classes as ESR_ELx.EC has them. Source: DDI0487, ESR_EL1. */
export const exceptionClass = {
  unknown: 0x00,
  waitTrap: 0x01,
  floatingPointTrap: 0x07,
  illegalState: 0x0e,
  supervisorCall: 0x15,
  hypervisorCall: 0x16,
  secureMonitorCall: 0x17,
  systemTrap: 0x18,
  instructionAbort: 0x20,
  pcAlignment: 0x22,
  dataAbort: 0x24,
  spAlignment: 0x26,
  serror: 0x2f,
  softwareStep: 0x32,
  breakpointInstruction: 0x3c,
} as const;

/**
 * A synchronous exception on its way.
 * ec: for aborts and software steps the class for a lower EL; the entry adds 1 when the level does not change.
 * target: 2 forces EL2; "default" is EL1, or EL2 from EL2 and from EL0 under HCR_EL2.TGE.
 * uncategorizedAtEl2: reported as EC 0 when TGE sends it to EL2 instead of EL1 (traps of FP registers).
 * returnsAfter: ELR is the next instruction (calls), not this one.
 */
export interface SynchronousException {
  readonly ec: number;
  readonly iss: number;
  readonly target: "default" | 2;
  readonly far?: bigint;
  readonly hpfar?: bigint;
  readonly uncategorizedAtEl2?: boolean;
  readonly returnsAfter?: boolean;
}

/** Thrown by the machine's parts to abandon an instruction; caught by the step that executes it, never beyond. */
export class ExceptionSignal {
  constructor(readonly exception: SynchronousException) {}
}

/** Abandons the current instruction with an exception. */
export function signal(exception: SynchronousException): never {
  throw new ExceptionSignal(exception);
}

/** What a question answers, false when it ends in an exception. */
export function withoutException(ask: () => boolean): boolean {
  try {
    return ask();
  } catch (thrown) {
    if (thrown instanceof ExceptionSignal) return false;
    throw thrown;
  }
}

/** The exception of an instruction that does not exist or may not be executed here. */
export const undefinedInstruction: SynchronousException = {
  ec: exceptionClass.unknown,
  iss: 0,
  target: "default",
};
