import { type Architecture, encodingKey, type InstructionDescription } from "../../../src/runtime/index.js";
import { type EncodingGroup, encodingGroup, encodingGroups } from "./encoding-groups.js";
import type { RandomSource } from "./random.js";

/** Bits of a word, as in the manual's diagrams. */
export function bits(word: number, msb: number, lsb: number): number {
  return (word >>> lsb) & (2 ** (msb - lsb + 1) - 1);
}

/** word with bits msb:lsb replaced. */
export function withBits(word: number, msb: number, lsb: number, value: number): number {
  const mask = (2 ** (msb - lsb + 1) - 1) * 2 ** lsb;
  return ((word & ~mask) | ((value * 2 ** lsb) & mask)) >>> 0;
}

/** DDI0487 C4.1: op0 x1x0, loads and stores. */
export function isLoadOrStore(word: number): boolean {
  return (word & 0x0a000000) === 0x08000000;
}

/** Loads and stores of the group "exclusive", with the bits that tell them apart. */
export function isExclusive(word: number): boolean {
  return (word & 0x3f800000) === 0x08000000;
}

/** MRS, MSR (register), SYS and SYSL: words with the encoding of a register or an operation. */
export function isSystem(word: number): boolean {
  return (word & 0xffc00000) >>> 0 === 0xd5000000 && bits(word, 20, 19) !== 0;
}

/** A load of a pair of registers that are the same one. */
export function loadsPairIntoOne(word: number): boolean {
  const pair = (word & 0x3a400000) === 0x28400000 || (isExclusive(word) && bits(word, 22, 21) === 3);
  return pair && bits(word, 4, 0) === bits(word, 14, 10);
}

/** A load or store whose write-back goes to a register that it transfers. */
export function writesBackToTransferred(word: number): boolean {
  const [n, t, t2] = [bits(word, 9, 5), bits(word, 4, 0), bits(word, 14, 10)];
  const single = (word & 0x3f200400) === 0x38000400;
  const pair = (word & 0x3e800000) === 0x28800000;
  return n !== 31 && ((single && n === t) || (pair && (n === t || n === t2)));
}

/** A store-exclusive whose status goes to the base or to what it stores. */
export function statusOverlaps(word: number): boolean {
  const [s, t2, n, t] = [bits(word, 20, 16), bits(word, 14, 10), bits(word, 9, 5), bits(word, 4, 0)];
  return (
    isStoreExclusive(word) && ((s === n && n !== 31) || s === t || (bits(word, 21, 21) === 1 && s === t2))
  );
}

export function isStoreExclusive(word: number): boolean {
  return isExclusive(word) && bits(word, 22, 22) === 0;
}

/** PRFM and PRFUM but for the literal form, whose base may be any SP. */
export function isPrefetch(word: number): boolean {
  return (word & 0xfec00000) >>> 0 === 0xf8800000;
}

export function isLoadExclusive(word: number): boolean {
  return (word & 0x3fc00000) === 0x08400000;
}

/** Advanced SIMD loads and stores of structures. */
export function isVectorStructures(word: number): boolean {
  return (word & 0xbe000000) >>> 0 === 0x0c000000;
}

/** DDI0487 C4.1: Advanced SIMD and floating-point, loads and stores of structures among them. */
export function isSimd(word: number): boolean {
  return bits(word, 27, 25) === 7 || isVectorStructures(word);
}

/** SYS of CRn 7: caches, but for DC ZVA, which writes. */
export function isCacheMaintenance(word: number): boolean {
  return (word & 0xfff8f000) >>> 0 === 0xd5087000 && (word & 0xffffffe0) >>> 0 !== 0xd50b7420;
}

/** Whether the manual calls the word's choice of registers CONSTRAINED UNPREDICTABLE. */
export function isUnpredictable(word: number): boolean {
  return loadsPairIntoOne(word) || writesBackToTransferred(word) || statusOverlaps(word);
}

export function isWaitForInterrupt(word: number): boolean {
  return word === 0xd503207f;
}

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
    if (!isSystem(word) || this.random.oneIn(3)) return word;
    for (let tries = 0; tries < 20; tries++) {
      const key = this.random.pick(this.#systemKeys);
      if ((key >>> 14 === 1) === (bits(word, 20, 19) === 1)) return withBits(word, 20, 5, key);
    }
    return word;
  }
}
