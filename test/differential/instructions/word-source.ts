import { type Architecture, encodingKey, type InstructionDescription } from "../../../src/runtime/index.js";
import { type EncodingGroup, encodingGroup, encodingGroups } from "./encoding-groups.js";
import type { RandomSource } from "./random.js";
import {
  bits,
  isExclusive,
  isLoadOrStore,
  isPstateWrite,
  isSystem,
  isUnpredictable,
  withBits,
} from "./word-kinds.js";

/** op1 and op2 of MSR (immediate): UAO, PAN, SPSel, SSBS, DIT, TCO, DAIFSet and DAIFClr. */
const pstateFields: readonly (readonly [op1: number, op2: number])[] = [
  [0, 3],
  [0, 4],
  [0, 5],
  [3, 1],
  [3, 2],
  [3, 4],
  [3, 6],
  [3, 7],
];

/** Makes words: of every line of the table, of every group of the manual, and of any kind. */
export class WordSource {
  readonly #systemKeys: readonly number[];
  readonly #simple: readonly InstructionDescription[];

  constructor(
    readonly architecture: Architecture,
    readonly random: RandomSource,
  ) {
    this.#systemKeys = [
      ...architecture.registers,
      ...architecture.systemOperations.map((o) => ({ op0: 1, ...o })),
    ].map(encodingKey);
    this.#simple = architecture.instructions.filter(
      ({ match }) => (isLoadOrStore(match) && !isExclusive(match)) || bits(match, 27, 25) >= 5,
    );
  }

  /** The line of a word, or the group that it lies in when it is unallocated. */
  nameOf(word: number): string {
    const line = this.architecture.instructions[this.architecture.decode(word)];
    return line?.name ?? `unallocated: ${encodingGroup(word)}`;
  }

  /** A random word that the table allocates to a line. */
  ofLine(line: InstructionDescription): number {
    const index = this.architecture.instructions.indexOf(line);
    for (let tries = 0; tries < 10_000; tries++) {
      const word = this.#fill(line);
      if (this.architecture.decode(word) === index) return word;
    }
    throw new Error(`no allocated word of ${line.name} found`);
  }

  /** A word that differs in one or two bits from one of a line, mostly in bits that the line fixes. */
  besideLine(line: InstructionDescription): number {
    const flips = 1 + this.random.below(2);
    let word = this.ofLine(line);
    for (let i = 0; i < flips; i++)
      word = (word ^ (1 << (this.random.oneIn(3) ? this.random.below(32) : this.#fixedBit(line)))) >>> 0;
    return word;
  }

  /** A random word of a group. */
  ofGroup({ mask, match }: EncodingGroup): number {
    return this.#system(((this.random.word() & ~mask) | match) >>> 0);
  }

  ofAnyGroup(): number {
    return this.ofGroup(this.random.pick(encodingGroups));
  }

  /** A word that computes, loads or stores. */
  simple(): number {
    for (;;) {
      const word = this.ofLine(this.random.pick(this.#simple));
      if (!isUnpredictable(word)) return word;
    }
  }

  #fixedBit({ mask }: InstructionDescription): number {
    for (;;) {
      const bit = this.random.below(32);
      if (((mask >>> bit) & 1) === 1) return bit;
    }
  }

  #fill(line: InstructionDescription): number {
    const { random } = this;
    let word = ((random.word() & ~line.mask) | line.match) >>> 0;
    for (const [name, [lsb, width]] of Object.entries(line.fields)) {
      const value = /^R/.test(name) ? this.#register() : this.#immediate(width);
      word = withBits(word, lsb + width - 1, lsb, value);
    }
    return this.#system(((word & ~line.mask) | line.match) >>> 0);
  }

  /** Few registers, so that operands coincide; 31 often. */
  #register(): number {
    const { random } = this;
    const kind = random.below(8);
    if (kind === 0) return 31;
    return kind < 4 ? random.below(4) : random.below(31);
  }

  #immediate(width: number): number {
    const { random } = this;
    const most = 2 ** width - 1;
    const kind = random.below(10);
    if (kind === 0) return 0;
    if (kind === 1) return most;
    if (kind === 2) return 2 ** random.below(width);
    if (kind === 3) return random.below(Math.min(16, most + 1));
    return random.below(most + 1);
  }

  /** Most encodings of the system space mean nothing: two of three such words get one that the tables have. */
  #system(word: number): number {
    if (isPstateWrite(word) && !this.random.oneIn(3)) {
      const [op1, op2] = this.random.pick(pstateFields);
      return withBits(withBits(word, 18, 16, op1), 7, 5, op2);
    }
    if (!isSystem(word) || this.random.oneIn(3)) return word;
    for (let tries = 0; tries < 20; tries++) {
      const key = this.random.pick(this.#systemKeys);
      if ((key >>> 14 === 1) === (bits(word, 20, 19) === 1)) return withBits(word, 20, 5, key);
    }
    return word;
  }
}
