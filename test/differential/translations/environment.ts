import { CODE, DATA, POOLS } from "../resident/layout.js";
import type { RandomSource } from "../resident/random.js";

/** Bytes of tables that the probes of an environment share. */
export const POOL_BYTES = 0x200000;

/** Size and start of a walk. startLevel: of the first table. */
export interface Walk {
  readonly granuleBits: 12 | 14 | 16;
  readonly inputBits: number;
  readonly startLevel: number;
  readonly root: bigint;
}

/**
 * Random translation tables, in which the code of the probes is mapped all the same. Any table may be met at any level and in
 * either stage: entries lead to other tables of the pool, to themselves, to data, to IPAs that stage 2 may map, and out of
 * memory.
 */
export class Environment {
  readonly base: bigint;
  readonly entries = new BigUint64Array(POOL_BYTES / 8);
  #free = POOL_BYTES;

  constructor(
    readonly random: RandomSource,
    index: number,
    /** Bit 53 of stage 2 descriptors means something with FEAT_XNX. */
    readonly withoutBit53: boolean,
  ) {
    this.base = POOLS + BigInt(index * POOL_BYTES);
    const palette = BigUint64Array.from({ length: 4096 }, () => this.#descriptor());
    for (let i = 0; i < this.entries.length; i++) this.entries[i] = palette[random.word() & 4095]!;
  }

  /** The tables as bytes. */
  get bytes(): Uint8Array {
    return new Uint8Array(this.entries.buffer);
  }

  /** Whether an address lies in the tables that map the code. */
  readonly isOwn = (address: number): boolean => {
    const offset = address - Number(this.base);
    return offset >= this.#free && offset < POOL_BYTES;
  };

  /** The address of some table of the pool, aligned to alignBits. */
  somewhere(alignBits: number): bigint {
    const at = this.base + BigInt(this.random.below(POOL_BYTES));
    return (at >> BigInt(alignBits)) << BigInt(alignBits);
  }

  /** Maps the code, and for stage 2 the tables too, to themselves wherever the walk's size has room for them. */
  mapOwn(walk: Walk, offset: bigint, stage: 1 | 2): void {
    const blockBits = walk.granuleBits === 12 ? 21 : walk.granuleBits === 14 ? 25 : 29;
    const bases = stage === 2 ? [CODE, this.base] : [CODE, CODE - 0x100000n];
    const attributes = stage === 2 ? 0x7fdn : 0x7c1n;
    for (const base of bases) {
      const block = (base >> BigInt(blockBits)) << BigInt(blockBits);
      this.#map(walk, block + offset, block | attributes);
    }
  }

  #map(walk: Walk, input: bigint, descriptor: bigint): void {
    const stride = walk.granuleBits - 3;
    const lsbAt = (level: number) => BigInt((3 - level) * stride + walk.granuleBits);
    if (BigInt.asUintN(walk.inputBits, input) >> BigInt(walk.inputBits) !== 0n || walk.startLevel > 2) return;
    let table = walk.root;
    for (let level = walk.startLevel; level <= 2; level++) {
      const widthBits = level === walk.startLevel ? walk.inputBits - Number(lsbAt(level)) : stride;
      if (widthBits < 0) return;
      const index = BigInt.asUintN(widthBits, input >> lsbAt(level));
      const at = Number(table - this.base) / 8 + Number(index);
      if (level === 2) this.entries[at] = descriptor;
      else table = this.#nextTable(at, walk.granuleBits);
    }
  }

  /** The table that an entry leads to, when it is one of those made here, else a new one. */
  #nextTable(at: number, granuleBits: number): bigint {
    const known = this.#made.get(at);
    if (known !== undefined) return known;
    const table = this.allocate(1 << granuleBits);
    this.entries[at] = table | 3n;
    this.#made.set(at, table);
    return table;
  }

  readonly #made = new Map<number, bigint>();

  /** Room for a table, aligned to its size. */
  allocate(sizeBytes: number): bigint {
    this.#free = Math.floor((this.#free - sizeBytes) / sizeBytes) * sizeBytes;
    if (this.#free < 0) throw new Error("the pool is full");
    return this.base + BigInt(this.#free);
  }

  #descriptor(): bigint {
    const { random } = this;
    const kind = random.below(100);
    const clear = this.withoutBit53 ? ~(1n << 53n) : ~0n;
    if (kind < 5) return random.bits(64) & ~1n & clear & ~(1n << 51n);
    if (kind < 8) return random.bits(64) & clear & ~(1n << 51n);
    const upper =
      ((random.oneIn(3) ? random.bits(2) : 0n) << 53n) |
      (random.bits(4) << 55n) |
      ((random.oneIn(5) ? random.bits(5) : 0n) << 59n) |
      ((random.oneIn(6) ? 1n : 0n) << 52n);
    const accessFlag = random.oneIn(12) ? 0n : 1n << 10n;
    const lower = (random.bits(10) << 2n) & ~(1n << 10n);
    const readWrite = random.oneIn(2) ? 3n << 6n : 0n;
    const type = kind < 55 ? 3n : 1n;
    return ((upper | accessFlag | lower | readWrite | this.#address(type) | type) & clear) as bigint;
  }

  #address(type: bigint): bigint {
    const { random } = this;
    const kind = random.below(100);
    const page = (address: bigint) => (address >> 12n) << 12n;
    if (kind < (type === 3n ? 70 : 25)) return this.somewhere(random.pick([12, 12, 14, 16]));
    if (kind < 80) return page(DATA + random.bits(16));
    if (kind < 92) return page(0x8000_0000n + random.bits(random.pick([30, 32, 36])));
    return page(random.bits(random.pick([40, 44, 48])));
  }
}
