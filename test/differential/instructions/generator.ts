import type { Architecture, InstructionDescription } from "../../../src/runtime/index.js";
import { type Case, emptyRecords } from "./batch.js";
import { encodingGroups } from "./encoding-groups.js";
import { type RandomSource, randomSource } from "./random.js";
import { StateSource } from "./start-state.js";
import {
  bits,
  isStoreExclusive,
  isSystem,
  isUnpredictable,
  isWaitForInterrupt,
  withBits,
} from "./word-kinds.js";
import { WordSource } from "./word-source.js";

const CLREX = 0xd5033f5f;
const EXCEPTION_RETURN = 0xd69f03e0;
/** MSR ELR_EL2 and SPSR_EL2, Rt still 0. */
const MSR_ELR_EL2 = 0xd51c4020;
const MSR_SPSR_EL2 = 0xd51c4000;

/** Makes cases from a seed: the lines of the table in turn, their neighbours, the manual's groups in turn, and any words. */
export class CaseSource {
  readonly #random: RandomSource;
  readonly #words: WordSource;
  readonly #states: StateSource;
  readonly #lines: readonly InstructionDescription[];
  #made = 0;

  /** only: a part of the names of the lines wanted; all of them, and all other words, unless given. */
  constructor(
    readonly architecture: Architecture,
    seed: number,
    stream: number,
    readonly only?: string,
  ) {
    this.#random = randomSource(seed, stream);
    this.#words = new WordSource(architecture, this.#random);
    this.#states = new StateSource(this.#random);
    this.#lines = architecture.instructions.filter(({ name }) => only === undefined || name.includes(only));
    if (this.#lines.length === 0) throw new Error(`no instruction's name contains ${only}`);
    this.#made = this.#random.below(this.#lines.length);
  }

  /** That many cases, in one buffer. */
  make(count: number): Case[] {
    return emptyRecords(count).map((state) => {
      const word = this.#word();
      const level = this.#random.below(3);
      const words = this.#around(word, level);
      this.#states.fill(state, words, level);
      if (words.length === 3 && words[2] === EXCEPTION_RETURN) this.#prepareReturn(state, words);
      return { name: this.#words.nameOf(word), words, state };
    });
  }

  /** The word that a case is about. Of 20: 13 of a line, 3 beside one, 3 of a group, 1 of any kind. */
  #word(): number {
    const at = this.#made++;
    const line = this.#lines[at % this.#lines.length];
    if (line === undefined) throw new Error("no lines");
    const kind = this.#random.below(20);
    if (this.only !== undefined || kind < 13) return this.#words.ofLine(line);
    if (kind < 16) return this.#words.besideLine(line);
    const group = encodingGroups[at % encodingGroups.length];
    if (kind < 19 && group !== undefined) return this.#words.ofGroup(group);
    return this.#random.word();
  }

  /** A word with its company: what it needs, or others before and after it. */
  #around(word: number, level: number): number[] {
    const random = this.#random;
    if (isWaitForInterrupt(word)) return [word];
    // What becomes of the registers shall not spread.
    if (isUnpredictable(word) && !isStoreExclusive(word)) return [word];
    // At EL2 ELR and SPSR are those that led to the case: it would begin anew.
    if (word === EXCEPTION_RETURN && level === 2) {
      return [MSR_ELR_EL2 | random.below(8), MSR_SPSR_EL2 | (8 + random.below(8)), word];
    }
    if (isStoreExclusive(word) && !random.oneIn(3)) return this.#withLoad(word);
    if (isSystem(word) && bits(word, 21, 20) === 1 && !random.oneIn(4)) {
      return [word, withBits(withBits(word, 21, 21, 1), 4, 0, random.below(31))];
    }
    if (!random.oneIn(4)) return [word];
    const before = random.oneIn(2) ? [this.#words.simple()] : [];
    // QEMU goes on after a store-exclusive that our side aborts: what follows would run there alone.
    const after = !isStoreExclusive(word) && random.oneIn(2) ? [this.#words.simple()] : [];
    return [...before, word, ...after];
  }

  /** A store-exclusive after the load-exclusive that marks its location, mostly of the same size. */
  #withLoad(store: number): number[] {
    const random = this.#random;
    const load = withBits(withBits(store, 22, 22, 1), 20, 16, 31);
    const elsewhere = withBits(
      withBits(load, 4, 0, random.below(31)),
      14,
      10,
      bits(load, 21, 21) ? random.below(31) : 31,
    );
    const resized = random.oneIn(12) ? withBits(elsewhere, 31, 30, random.below(4)) : elsewhere;
    return [resized, ...this.#between(store), store];
  }

  /** What comes between the load and the store: mostly nothing, else any word, CLREX or the store itself. */
  #between(store: number): number[] {
    const random = this.#random;
    if (random.oneIn(6)) return [this.#words.simple()];
    return random.oneIn(8) ? [random.oneIn(2) ? store : CLREX] : [];
  }

  #prepareReturn(state: BigUint64Array, words: readonly number[]): void {
    const [elr = 0, spsr = 0] = words;
    state[bits(elr, 4, 0)] = this.#states.codeAddress();
    state[bits(spsr, 4, 0)] = this.#states.savedState();
  }
}
