/**
 * Where things lie in physical memory and in the records of a batch. The harness that QEMU runs and our side take
 * all their numbers from here. Addresses are bytes; records are little-endian doublewords.
 */

/** RAM of the board. QEMU puts its device tree at the beginning. */
export const RAM = 0x4000_0000n;
export const RAM_BYTES = 0x4000_0000n;
/** The harness: text and its variables, for EL2 alone. */
export const HARNESS = 0x4010_0000n;
/** EL2's exception vectors, of which each ends a case. */
export const EL2_VECTORS = 0x4018_0000n;
/** Translation tables, for EL2 alone. */
export const TABLES = 0x4020_0000n;
/** EL1's exception vectors, for EL1 alone. */
export const EL1_VECTORS = 0x4040_0000n;
export const EL1_VECTORS_BYTES = 0x1000;
/** Case records, results and the unspoilt copy of the data, in EL2's alias of RAM alone. */
export const INPUT = 0x4400_0000n;
export const RESULTS = 0x4800_0000n;
export const PRISTINE = 0x4c00_0000n;
/** EL2 sees all of RAM a second time, this far above it: where random addresses hardly ever lead. */
export const ALIAS_DISTANCE = 0x55_0000_0000n;

/** The code of all cases of a batch: a sea of BRKs with a slot for each case in its middle. */
export const CODE = 0x6000_0000n;
export const CODE_BYTES = 0x40_0000;
export const SLOTS_OFFSET = 0x10_0000;
export const SLOT_BYTES = 64;
/** Index in its slot of a case's first word. */
export const ENTRY_WORD = 4;
export const MOST_CASES = (CODE_BYTES - 2 * SLOTS_OFFSET) / SLOT_BYTES;

/** What cases load and store. */
export const DATA = 0x7000_0000n;
export const DATA_BYTES = 0x4_0000;
export const BLOCK_BYTES = 64;
/** Blocks of data that the result of a case shows, and that are restored after it. */
export const BLOCKS = 6;

/** Doublewords of a case record, by what they hold. */
export const input = {
  x: 0,
  spEl0: 31,
  spEl1: 32,
  spEl2: 33,
  pc: 34,
  spsr: 35,
  elrEl1: 36,
  spsrEl1: 37,
  sctlrEl1: 38,
  sctlrEl2: 39,
  flags: 40,
  blocks: 42,
  v: 48,
} as const;
export const INPUT_WORDS = 112;
export const INPUT_BYTES = INPUT_WORDS * 8;

/** Bits of a case record's flags. */
export const flag = {
  /** The case has written system registers: they get their values back after it. */
  restores: 1,
  /** An interrupt is pending all the time, so that WFI goes on. */
  interrupt: 2,
  /** The case is not run. */
  skipped: 4,
} as const;

/** Doublewords of a result record, by what they hold. vector: 0 … 15, of EL2's table. */
export const result = {
  x: 0,
  spEl0: 31,
  spEl1: 32,
  spEl2: 33,
  vector: 34,
  esrEl2: 35,
  elrEl2: 36,
  spsrEl2: 37,
  farEl2: 38,
  hpfarEl2: 39,
  esrEl1: 40,
  elrEl1: 41,
  spsrEl1: 42,
  farEl1: 43,
  fpcr: 44,
  fpsr: 45,
  tpidrEl0: 46,
  parEl1: 47,
  v: 48,
  blocks: 112,
} as const;
export const RESULT_WORDS = result.blocks + (BLOCKS * BLOCK_BYTES) / 8;
export const RESULT_BYTES = RESULT_WORDS * 8;

/** The word that ends a case by itself: BRK from EL0 and EL2, HVC from EL1. */
export const endWord = { brk: 0xd421c1a0, hvc: 0xd401c1a2 } as const;

/** The address of a case's first word. */
export function entryOf(index: number): bigint {
  return CODE + BigInt(SLOTS_OFFSET + index * SLOT_BYTES + ENTRY_WORD * 4);
}
