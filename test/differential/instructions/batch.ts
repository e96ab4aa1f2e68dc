import {
  CODE,
  CODE_BYTES,
  DATA_BYTES,
  ENTRY_WORD,
  endWord,
  entryOf,
  INPUT_BYTES,
  INPUT_WORDS,
  input,
  SLOT_BYTES,
  SLOTS_OFFSET,
} from "./layout.js";

/**
 * One case: at most three words, and the state that they start from.
 * name: the line of the report that it counts for. words: u32. state: a record as layout.ts says, in the batch's own memory.
 */
export interface Case {
  readonly name: string;
  readonly words: readonly number[];
  readonly state: BigUint64Array;
}

/** Cases that run one after the other, and the memory that they see. */
export interface Batch {
  readonly cases: readonly Case[];
  readonly code: Uint8Array;
  /** What the data are before each case. */
  readonly data: Uint8Array;
  readonly input: Uint8Array;
}

/** A state of zeroes at EL2, from which a case record is filled in. */
export function emptyRecords(count: number): BigUint64Array[] {
  const buffer = new ArrayBuffer(count * INPUT_BYTES);
  return Array.from({ length: count }, (_, i) => new BigUint64Array(buffer, i * INPUT_BYTES, INPUT_WORDS));
}

/** The level of a case, out of its SPSR. */
export function levelOf(state: BigUint64Array): number {
  return Number(((state[input.spsr] ?? 0n) >> 2n) & 3n);
}

const sea = makeSea();
const pattern = makePattern();

/** BRKs with different immediates, for what branches into them and what loads literals from them. */
function makeSea(): Uint32Array {
  return Uint32Array.from(
    { length: CODE_BYTES / 4 },
    (_, i) => 0xd4200000 | ((Math.imul(i, 0x9e37) & 0xffff) << 5),
  );
}

/** Doublewords that all differ. */
function makePattern(): Uint8Array {
  const words = Uint32Array.from(
    { length: DATA_BYTES / 4 },
    (_, i) => Math.imul(i + 1, 0x9e3779b1) ^ (i << 7),
  );
  return new Uint8Array(words.buffer);
}

/** A batch of cases, of which each lies in the slot of its index; their records must follow each other in one buffer. */
export function batchOf(cases: readonly Case[]): Batch {
  const code = sea.slice();
  for (const [i, { words, state }] of cases.entries()) {
    state[input.pc] = entryOf(i);
    const end = levelOf(state) === 1 ? endWord.hvc : endWord.brk;
    code.set([...words, end], (SLOTS_OFFSET + i * SLOT_BYTES) / 4 + ENTRY_WORD);
  }
  const buffer = cases[0]?.state.buffer ?? new ArrayBuffer(0);
  return {
    cases,
    code: new Uint8Array(code.buffer),
    data: pattern,
    input: new Uint8Array(buffer as ArrayBuffer, 0, cases.length * INPUT_BYTES),
  };
}

/** The word of a batch's code at an address, or undefined outside of it. */
export function codeWord(batch: Batch, address: bigint): number | undefined {
  const offset = Number(address - CODE);
  if (offset < 0 || offset >= CODE_BYTES || offset % 4 !== 0) return undefined;
  return new DataView(batch.code.buffer).getUint32(offset, true);
}
