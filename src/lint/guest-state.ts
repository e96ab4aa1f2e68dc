/**
 * Registers that a guest at EL1 and EL0 changes at any time without a trap, beside the system registers below: X0–X30,
 * Q0–Q31 with their control and status, both of its stack pointers, where its exceptions came from, and, since the switch
 * itself runs on an exception, where that one came from. The order is that in which they stand side by side. Source: DDI0487 B1.2, D1.10.
 */
export const GUEST_REGISTERS: readonly string[] = [
  ...Array.from({ length: 31 }, (_, n) => `X${n}`),
  "SP_EL0",
  "ELR_EL2",
  "SPSR_EL2",
  "SP_EL1",
  "ELR_EL1",
  "SPSR_EL1",
  ...Array.from({ length: 32 }, (_, n) => `Q${n}`),
  "FPSR",
  "FPCR",
];

/**
 * System registers that every Armv8.0-A implementation gives to EL1 and EL0 and that hold a value of the guest's: all of
 * CRn 1, 2, 4, 5, 6, 7, 10, 12 and 13 that EL1 can write, with the affinity that it reads and the counter access that it
 * grants. The interrupt controller, the timers, debug and the PMU are parts of their own. Source: DDI0487 D19.2; in the
 * order in which KVM/arm64 lists them.
 */
export const GUEST_SYSTEM_REGISTERS: readonly string[] = [
  "MPIDR_EL1",
  "CSSELR_EL1",
  "SCTLR_EL1",
  "ACTLR_EL1",
  "CPACR_EL1",
  "TTBR0_EL1",
  "TTBR1_EL1",
  "TCR_EL1",
  "ESR_EL1",
  "AFSR0_EL1",
  "AFSR1_EL1",
  "FAR_EL1",
  "MAIR_EL1",
  "VBAR_EL1",
  "CONTEXTIDR_EL1",
  "TPIDR_EL0",
  "TPIDRRO_EL0",
  "TPIDR_EL1",
  "AMAIR_EL1",
  "CNTKCTL_EL1",
  "PAR_EL1",
];

/** X0–X18: what AAPCS64 lets a called function change, so that the host has put away what it needs of them. */
export const CALLER_SAVED: ReadonlySet<string> = new Set(Array.from({ length: 19 }, (_, n) => `X${n}`));
