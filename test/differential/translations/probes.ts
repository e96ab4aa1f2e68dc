import { CODE, DATA, inputWords, record } from "../resident/layout.js";
import type { RandomSource } from "../resident/random.js";
import { Environment, POOL_BYTES, type Walk } from "./environment.js";

/** What each case sets, in the order of its record. */
export const registers: readonly string[] = [
  ...["HCR_EL2", "VTCR_EL2", "VTTBR_EL2", "SCTLR_EL1", "TCR_EL1", "TTBR0_EL1", "TTBR1_EL1", "MAIR_EL1"],
  ...["TCR_EL2", "TTBR0_EL2", "MAIR_EL2", "VBAR_EL1", "SCTLR_EL2"],
];

const ALL = 0xffff_ffff_ffff_ffffn;
const always: Readonly<Record<string, bigint>> = {
  HCR_EL2: (1n << 31n) | (1n << 4n),
  SCTLR_EL1: 0x30d00804n,
  SCTLR_EL2: ALL,
  TCR_EL2: ALL,
  TTBR0_EL2: ALL,
  VBAR_EL1: ALL,
};

/** For each register the bits without which a probe would not come back. */
export const keptBits: readonly bigint[] = registers.map((name) => always[name] ?? 0n);

const at = (name: string, op1: number, op2: number) =>
  [`at ${name}, x1`, (0xd5087801 | (op1 << 16) | (op2 << 5)) >>> 0] as const;
const stage1Ats = [at("s1e1r", 0, 0), at("s1e1w", 0, 1), at("s1e0r", 0, 2), at("s1e0w", 0, 3)];
const el2Ats = [at("s1e2r", 4, 0), at("s1e2w", 4, 1)];
const combinedAts = [at("s12e1r", 4, 4), at("s12e1w", 4, 5), at("s12e0r", 4, 6), at("s12e0w", 4, 7)];
const accesses = [
  ["ldr w0, [x1]", 0xb9400020],
  ["ldr x0, [x1]", 0xf9400020],
  ["ldrb w0, [x1]", 0x39400020],
  ["ldrsh x0, [x1]", 0x79800020],
  ["ldrsb w0, [x1]", 0x39c00020],
  ["ldrsw x0, [x1]", 0xb9800020],
  ["str w5, [x1, #4]", 0xb9000425],
  ["strb w5, [x1]", 0x39000025],
  ["str x5, [x1]", 0xf9000025],
  ["ldar w7, [x1]", 0x88dffc27],
  ["stlr w5, [x1]", 0x889ffc25],
  ["ldp x0, x2, [x1]", 0xa9400820],
  ["stp x4, x5, [x1]", 0xa9001424],
  ["ldr w0, [x1, #8]!", 0xb8408c20],
  ["ldr q0, [x1]", 0x3dc00020],
  ["ldxr x0, [x1]", 0xc85f7c20],
  ["dc zva, x1", 0xd50b7421],
] as const;
const unprivileged = [
  ["ldtr w0, [x1]", 0xb8400820],
  ["ldtrsb x0, [x1]", 0x38800820],
  ["sttr w5, [x1, #4]", 0xb8004825],
] as const;
const jump = ["br x1", 0xd61f0020] as const;

/** What a probe does with the address in X1: its text and word, and the levels that do it. */
export const operations: readonly {
  readonly text: string;
  readonly word: number;
  readonly els: readonly number[];
}[] = [
  ...stage1Ats.map(([text, word]) => ({ text, word, els: [1, 2] })),
  ...[...el2Ats, ...combinedAts].map(([text, word]) => ({ text, word, els: [2] })),
  ...accesses.map(([text, word]) => ({ text, word, els: [0, 1, 2] })),
  ...unprivileged.map(([text, word]) => ({ text, word, els: [0, 1, 2] })),
  ...Array.from({ length: 4 }, () => ({ text: jump[0], word: jump[1], els: [0, 1, 2] })),
];

/** Where the words of an operation lie, followed by those that leave for EL2. */
export function addressOf(operation: number): bigint {
  return CODE + 0x1000n + BigInt(operation * 32);
}

const modes: readonly bigint[] = [0x3c0n, 0x3c5n, 0x3c9n];
const mairBytes = [0x00, 0x04, 0x08, 0x0c, 0x44, 0xff, 0xff, 0xff, 0xbb, 0x4f, 0xf4, 0xee];
const HIGH = 0xffff_ffff_ffff_ffffn;

/** One environment's registers and probes. */
export class ProbeSource {
  readonly environment: Environment;
  /** Whether EL1's code is in the upper half. */
  readonly #codeIsHigh: boolean;
  readonly #low: Walk;
  readonly #high: Walk;
  readonly #el2: Walk;
  readonly #second: Walk & { readonly sl0: number };

  constructor(
    readonly random: RandomSource,
    index: number,
    readonly granules: readonly (12 | 14 | 16)[],
    withoutBit53: boolean,
  ) {
    this.environment = new Environment(random, index, withoutBit53);
    this.#codeIsHigh = random.oneIn(3);
    this.#low = this.#stage1Walk(!this.#codeIsHigh);
    this.#high = this.#stage1Walk(this.#codeIsHigh);
    this.#el2 = this.#stage1Walk(true);
    this.#second = this.#stage2Walk();
    const { environment } = this;
    environment.mapOwn(this.#codeIsHigh ? this.#high : this.#low, this.#codeIsHigh ? -(1n << 48n) : 0n, 1);
    environment.mapOwn(this.#el2, 0n, 1);
    environment.mapOwn(this.#second, 0n, 2);
  }

  /** The record of a random probe, and its operation. */
  probe(): { readonly state: BigUint64Array; readonly operation: number } {
    const { random } = this;
    const operation = random.below(operations.length);
    const el = random.pick(operations[operation]!.els);
    const state = new BigUint64Array(inputWords(registers.length));
    const high = el < 2 && this.#codeIsHigh;
    const stage1 = !random.oneIn(8);
    const offset = high && stage1 ? HIGH << BigInt(this.#high.inputBits) : 0n;
    const codeOffset = BigInt.asUintN(64, offset === 0n ? 0n : offset);
    state[record.pc] = addressOf(operation) + codeOffset;
    state[record.spsr] = modes[el]!;
    const va = this.#address(el);
    state.set([0n, va, 0x22n, 0x33n, 0xd400_2002_d538_103fn, 0xd400_2002_d538_103fn], record.x);
    const values: Readonly<Record<string, bigint>> = {
      HCR_EL2: this.#hcr(),
      ...this.#stage2Registers(),
      ...this.#stage1Registers(stage1),
      ...this.#el2Registers(el === 2 || operations[operation]!.text.includes("s1e2")),
      VBAR_EL1: CODE + codeOffset,
    };
    registers.forEach((name, i) => {
      state[record.registers + i] = values[name]!;
    });
    return { state, operation };
  }

  #stage1Walk(hasCode: boolean): Walk {
    const { random } = this;
    const granuleBits = random.pick(this.granules);
    const inputBits = random.oneIn(2) ? 39 : hasCode ? 31 + random.below(18) : 25 + random.below(24);
    const startLevel = 4 - Math.ceil((inputBits - granuleBits) / (granuleBits - 3));
    const root = this.environment.allocate(1 << granuleBits);
    return { granuleBits, inputBits, startLevel, root };
  }

  /** Mostly sizes and levels that fit each other and 44-bit physical addresses. */
  #stage2Walk(): Walk & { readonly sl0: number } {
    const { random } = this;
    const granuleBits = random.pick(this.granules);
    const stride = granuleBits - 3;
    const sl0 = granuleBits === 12 ? 1 + random.below(2) : 1 + random.below(2);
    const startLevel = (granuleBits === 12 ? 2 : 3) - sl0;
    const least = (3 - startLevel) * stride + granuleBits + 1;
    const most = Math.min(least - 1 + stride + 4, 44);
    const inputBits = least + random.below(Math.max(most - least + 1, 1));
    const rootBits = Math.min(inputBits - ((3 - startLevel) * stride + granuleBits) + 3, 20);
    const root = this.environment.allocate(1 << Math.max(rootBits, granuleBits));
    return { granuleBits, inputBits, startLevel, root, sl0 };
  }

  /** IMO is always 1, that the timer ends what goes round in EL1's vectors. */
  #hcr(): bigint {
    const { random } = this;
    const bit = (position: number, n: number) => (random.oneIn(n) ? 1n << BigInt(position) : 0n);
    const vm = random.oneIn(4) ? 0n : 1n;
    return (
      (1n << 31n) |
      (1n << 4n) |
      vm |
      bit(2, 8) |
      bit(12, 20) |
      bit(27, 30) |
      bit(9, 8) |
      (random.bits(2) << 10n) |
      bit(32, 8)
    );
  }

  #size(): bigint {
    const { random } = this;
    return random.oneIn(6) ? random.bits(3) : random.pick([4n, 5n]);
  }

  #sizeField(walk: Walk): bigint {
    const { random } = this;
    return random.oneIn(40) ? random.bits(6) : BigInt(64 - walk.inputBits);
  }

  #granule0(walk: Walk): bigint {
    if (this.random.oneIn(100)) return this.random.bits(2);
    return walk.granuleBits === 12 ? 0n : walk.granuleBits === 14 ? 2n : 1n;
  }

  #granule1(walk: Walk): bigint {
    if (this.random.oneIn(100)) return this.random.bits(2);
    return walk.granuleBits === 12 ? 2n : walk.granuleBits === 14 ? 1n : 3n;
  }

  /** A root, now and then one that is not aligned to its size, or out of memory. */
  #root(walk: Walk): bigint {
    const { random } = this;
    if (random.oneIn(50)) return this.environment.somewhere(12);
    return random.oneIn(100) ? (walk.root | (1n << (32n + random.bits(4)))) & 0xffff_ffff_f000n : walk.root;
  }

  #stage1Registers(on: boolean): Readonly<Record<string, bigint>> {
    const { random } = this;
    const bit = (position: number, n: number) => (random.oneIn(n) ? 1n << BigInt(position) : 0n);
    const [low, high] = [this.#low, this.#high];
    return {
      SCTLR_EL1:
        0x30d00804n | (on ? 1n : 0n) | bit(19, 5) | bit(1, 10) | bit(14, 2) | bit(26, 2) | bit(12, 2),
      TCR_EL1:
        this.#sizeField(low) |
        (this.#sizeField(high) << 16n) |
        (this.#granule0(low) << 14n) |
        (this.#granule1(high) << 30n) |
        (this.#size() << 32n) |
        (bit(7, 40) | bit(23, 40) | bit(22, 2) | bit(36, 2) | bit(37, 3) | bit(38, 3)) |
        (random.bits(6) << 8n) |
        (random.bits(6) << 24n),
      TTBR0_EL1: this.#root(low) | (random.bits(16) << 48n),
      TTBR1_EL1: this.#root(high) | (random.bits(16) << 48n),
      MAIR_EL1: this.#mair(),
    };
  }

  #stage2Registers(): Readonly<Record<string, bigint>> {
    const { random } = this;
    const walk = this.#second;
    const sl0 = random.oneIn(25) ? random.bits(2) : BigInt(walk.sl0);
    return {
      VTCR_EL2:
        (1n << 31n) |
        this.#sizeField(walk) |
        (sl0 << 6n) |
        (random.bits(6) << 8n) |
        (this.#granule0(walk) << 14n) |
        (this.#size() << 16n),
      VTTBR_EL2: this.#root(walk) | (random.bits(8) << 48n),
    };
  }

  #el2Registers(on: boolean): Readonly<Record<string, bigint>> {
    const { random } = this;
    const bit = (position: number, n: number) => (random.oneIn(n) ? 1n << BigInt(position) : 0n);
    const walk = this.#el2;
    const translates = on && !random.oneIn(10) ? 1n : 0n;
    return {
      SCTLR_EL2: 0x30c50834n | translates | (on ? bit(19, 5) | bit(1, 10) : 0n),
      TCR_EL2:
        (1n << 31n) |
        (1n << 23n) |
        BigInt(64 - walk.inputBits) |
        (random.bits(6) << 8n) |
        (this.#granule0(walk) << 14n) |
        (this.#size() << 16n) |
        bit(20, 3),
      TTBR0_EL2: walk.root,
      MAIR_EL2: this.#mair(),
    };
  }

  #mair(): bigint {
    let value = 0n;
    for (let i = 0; i < 8; i++) value = (value << 8n) | BigInt(this.random.pick(mairBytes));
    return value;
  }

  /** Random, at the boundaries of pages, blocks and ranges, in memory, with tags and outside of the range. */
  #address(el: number): bigint {
    const { random } = this;
    const upper = el < 2 && random.oneIn(2);
    const walk = el === 2 ? this.#el2 : upper ? this.#high : this.#low;
    let low = random.bits(walk.inputBits);
    if (random.oneIn(6)) low = (1n << BigInt(random.below(walk.inputBits))) - (random.oneIn(2) ? 16n : 0n);
    else if (random.oneIn(3)) {
      const inside = random.oneIn(3) ? DATA + random.bits(16) : this.environment.base + random.bits(21);
      low = ((low >> 30n) << 30n) | (inside & 0x3fff_ffffn);
    }
    low &= random.oneIn(40) ? HIGH : random.oneIn(8) ? ~3n : ~15n;
    let va = BigInt.asUintN(walk.inputBits, low) | (upper ? HIGH << BigInt(walk.inputBits) : 0n);
    if (random.oneIn(6)) va ^= random.bits(8) << 56n;
    if (random.oneIn(40)) va ^= 1n << BigInt(walk.inputBits + random.below(Math.max(56 - walk.inputBits, 1)));
    return BigInt.asUintN(64, va);
  }
}

export { POOL_BYTES };
