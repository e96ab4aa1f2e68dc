import { sctlr } from "./controls.js";
import { CODE, DATA, DATA_BYTES, flag, input, SLOTS_OFFSET } from "./layout.js";
import type { RandomSource } from "./random.js";
import { bits, isExclusive, isLoadOrStore, isWaitForInterrupt } from "./word-kinds.js";

/** Values at which arithmetic changes its mind. */
const corners = [
  0n,
  1n,
  0xffff_ffff_ffff_ffffn,
  0x7fff_ffff_ffff_ffffn,
  0x8000_0000_0000_0000n,
  0x7fff_ffffn,
  0x8000_0000n,
  0xffff_ffffn,
  0x1_0000_0000n,
  0xffff_ffff_8000_0000n,
];

/** The states that cases start from: everything random, and the registers that the words need made to fit them. */
export class StateSource {
  constructor(readonly random: RandomSource) {}

  /** Fills a record for words that start at a level; its slot's address comes later. */
  fill(state: BigUint64Array, words: readonly number[], level: number): void {
    const { random } = this;
    const halves = new Uint32Array(state.buffer, state.byteOffset, state.length * 2);
    for (let i = 0; i < 62; i++) halves[i] = random.word();
    for (let i = 2 * input.v; i < halves.length; i++) halves[i] = random.word();
    for (let i = random.below(20); i > 0; i--) state[random.below(31)] = this.value();
    for (let i = random.below(24); i > 0; i--) state[input.v + random.below(64)] = this.value();
    this.#fillSystem(state, words, level);
    for (const word of words) this.#fit(state, word);
  }

  /** A value for a register: a corner, a small number, an address or anything. */
  value(): bigint {
    const { random } = this;
    const kind = random.below(8);
    if (kind < 4) return random.pick(corners);
    if (kind === 4) return random.bits(1 + random.below(16));
    if (kind === 5) return this.dataAddress();
    return kind === 6 ? random.bits(32) : random.bits(64);
  }

  /** An address in the data, often near the end of a page, often aligned; seldom outside of them. */
  dataAddress(): bigint {
    const { random } = this;
    if (random.oneIn(32)) return DATA + BigInt(DATA_BYTES) - random.bits(5);
    const page = BigInt(16 + random.below(DATA_BYTES / 4096 - 32));
    const nearEnd = random.oneIn(3) ? BigInt(4096 + random.below(64) - 32) : BigInt(random.below(4096));
    const alignment = random.pick([0n, 0n, 15n, 15n, 15n, 7n, 7n, 3n, 1n]);
    return (DATA + page * 4096n + nearEnd) & ~alignment;
  }

  /** Where a branch may go: among the code, mostly aligned; or nowhere good. */
  codeAddress(): bigint {
    const { random } = this;
    if (random.oneIn(10)) return this.value();
    const offset = BigInt(random.below(SLOTS_OFFSET));
    return CODE + (random.oneIn(8) ? offset : offset & ~3n);
  }

  #fillSystem(state: BigUint64Array, words: readonly number[], level: number): void {
    const { random } = this;
    const waits = words.some(isWaitForInterrupt);
    const own = level > 0 && !random.oneIn(5) ? 1n : 0n;
    const masks = waits ? 15n : random.bits(4);
    const illegal = random.oneIn(64) ? 1n << 20n : 0n;
    state[input.spsr] = (random.bits(4) << 28n) | illegal | (masks << 6n) | BigInt(level << 2) | own;
    for (const slot of [input.spEl0, input.spEl1, input.spEl2]) {
      state[slot] = random.oneIn(4) ? this.dataAddress() : this.dataAddress() & ~15n;
    }
    state[input.elrEl1] = this.codeAddress();
    state[input.spsrEl1] = this.savedState();
    // QEMU has no check of SP's alignment: few cases ask for it.
    const unchecked = random.oneIn(16) ? 0n : 0x18n;
    state[input.sctlrEl1] = sctlr.el1 | (random.bits(27) & sctlr.el1Chosen & ~unchecked);
    state[input.sctlrEl2] = sctlr.el2 | (random.bits(27) & sctlr.el2Chosen & ~unchecked);
    state[input.flags] = waits ? BigInt(flag.interrupt) : 0n;
  }

  /** An SPSR: mostly of a level that exists, often an illegal one. */
  savedState(): bigint {
    const { random } = this;
    const mode = random.oneIn(3) ? random.bits(5) : random.pick([0n, 0n, 4n, 5n, 8n, 9n]);
    const rest = random.oneIn(4) ? random.bits(32) & ~0x20_001fn : random.bits(32) & 0xf000_03c0n;
    return rest | mode;
  }

  /** Makes base, index and target registers of a word useful. */
  #fit(state: BigUint64Array, word: number): void {
    const { random } = this;
    const [n, m, t] = [bits(word, 9, 5), bits(word, 20, 16), bits(word, 4, 0)];
    const set = (register: number, value: bigint) => {
      if (register < 31) state[input.x + register] = BigInt.asUintN(64, value);
    };
    if (isLoadOrStore(word) && !random.oneIn(16)) {
      set(n, isExclusive(word) && !random.oneIn(4) ? this.dataAddress() & ~15n : this.dataAddress());
      if ((word & 0x3b200c00) === 0x38200800) set(m, this.#index(bits(word, 13, 13) === 0));
    }
    if ((word & 0xfe000000) >>> 0 === 0xd6000000) set(n, this.codeAddress());
    if ((word & 0xffc00000) >>> 0 === 0xd5000000) {
      if (random.oneIn(2)) set(t, this.dataAddress());
      else if (random.oneIn(4)) set(t, this.savedState());
    }
  }

  /** A small offset; of 32 bits under garbage where the word extends it. */
  #index(isWord: boolean): bigint {
    const offset = this.random.bits(12) - (this.random.oneIn(2) ? 2048n : 0n);
    return isWord ? BigInt.asUintN(32, offset) | (this.random.bits(32) << 32n) : offset;
  }
}
