/** Where the parts of a run lie in memory: code, what the cases may touch, then what only the harness touches. */
export const RAM = 0x40000000n;
export const RAM_BYTES = 0x20000000n;
export const HARNESS = 0x40100000n;
/** The cases' words; at its start EL1's vectors. */
export const CODE = 0x40200000n;
export const CODE_BYTES = 0x100000;
export const EL1_VECTORS = CODE;
/** What loads and stores of the cases are meant for. */
export const DATA = 0x40400000n;
export const DATA_BYTES = 0x10000;
/** Translation tables. */
export const POOLS = 0x42000000n;
export const POOLS_BYTES = 0x2000000;
export const INPUT = 0x48000000n;
export const RESULTS = 0x50000000n;

/**
 * Doublewords before the registers of a case's record: PC, SPSR, stack pointers of EL0, EL1 and EL2, X0 … X7, and
 * irq: whether a physical IRQ is pending, 0 or 1;
 * timer: after how many ticks EL2's physical timer raises one, which ends what would not end, or 0;
 * poke: the address of a doubleword that holds POKED while the case runs, or 0.
 */
export const record = {
  ...{ pc: 0, spsr: 1, spEl0: 2, spEl1: 3, spEl2: 4, x: 5 },
  ...{ irq: 13, timer: 14, poke: 15, registers: 16 },
} as const;

/** Of 16 ns, 2 ms in all: much longer than a case takes, but for a busy host (see settledResults). */
export const TIMER_TICKS = 125_000n;
/** The same when a batch is run again. */
export const PATIENT_TICKS = 5n * TIMER_TICKS;
/** HVC #0x100 twice: what is executed where a case would come to a word that it must not execute. */
export const POKED = 0xd4002002_d4002002n;

/** System registers that a result holds, after X0 … X3 and the number of EL2's vector. */
export const recorded: readonly string[] = [
  ...["ESR_EL2", "FAR_EL2", "HPFAR_EL2", "ELR_EL2", "SPSR_EL2"],
  ...["ESR_EL1", "FAR_EL1", "ELR_EL1", "SPSR_EL1", "PAR_EL1"],
];
/** What the doublewords of a result are called. */
export const resultNames: readonly string[] = ["X0", "X1", "X2", "X3", "vector of EL2", ...recorded];
export const RESULT_WORDS = 16;

/** Doublewords of a case's record when it sets that many registers: a multiple of 2. */
export function inputWords(registerCount: number): number {
  return (record.registers + registerCount + 1) & ~1;
}

/**
 * Code that leaves whatever level runs it for EL2: a register that HCR_EL2.TACR traps, HVC, and SVC, which comes to
 * EL1 from EL0.
 */
export const leavingWords = [0xd538103f, 0xd4002002, 0xd4002001] as const;

/** Where a case must not go: what the harness keeps on QEMU, and QEMU's devices. */
export const forbidden: readonly (readonly [base: bigint, end: bigint])[] = [
  [0n, CODE],
  [CODE + BigInt(CODE_BYTES), DATA],
  [DATA + BigInt(DATA_BYTES), POOLS],
  [POOLS + BigInt(POOLS_BYTES), 0x60000000n],
  [1n << 38n, 1n << 41n],
];
