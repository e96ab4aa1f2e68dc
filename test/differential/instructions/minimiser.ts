import type { Architecture, InstructionDescription } from "../../../src/runtime/index.js";
import { batchOf, type Case, emptyRecords } from "./batch.js";
import { sctlr } from "./controls.js";
import { DATA, input } from "./layout.js";
import type { QemuSide } from "./qemu-side.js";
import { isFailure, startTrial, type Verdict } from "./trial.js";
import { withBits } from "./word-kinds.js";

/** A case that shows a difference, as simple as it gets. */
export interface Minimal {
  readonly one: Case;
  readonly verdict: Verdict;
}

/** A way to make a case simpler; undefined where it changes nothing. */
type Reduction = (one: Case) => Case | undefined;

const MOST_ROUNDS = 8;
/** A stack pointer and state of EL2 with everything masked: the plainest that there are. */
const PLAIN_SP = DATA + 0x1_0000n;
const PLAIN_SPSR = 0x3c9n;

function changed(one: Case, change: (state: BigUint64Array) => void): Case | undefined {
  const state = one.state.slice();
  change(state);
  return state.every((value, i) => value === one.state[i]) ? undefined : { ...one, state };
}

const setTo =
  (slot: number, value: bigint): Reduction =>
  (one) =>
    changed(one, (state) => {
      state[slot] = value;
    });

function clearing(from: number, count: number): Reduction {
  return (one) => changed(one, (state) => state.fill(0n, from, from + count));
}

/** All single steps, the great ones first. */
function reductionsOf(architecture: Architecture, one: Case): Reduction[] {
  const each = (from: number, count: number) =>
    Array.from({ length: count }, (_, i) => clearing(from + i, 1));
  const spsr = one.state[input.spsr] ?? 0n;
  return [
    ...one.words.map((_, at) => withoutWord(at)),
    clearing(input.v, 64),
    clearing(input.x, 31),
    setTo(input.spsr, PLAIN_SPSR),
    setTo(input.spsr, (spsr & 0xfn) | 0x3c0n),
    setTo(input.spsr, spsr & ~(0xfn << 28n)),
    ...[28n, 29n, 30n, 31n].map((bit) => setTo(input.spsr, spsr & ~(1n << bit))),
    setTo(input.sctlrEl1, sctlr.el1),
    setTo(input.sctlrEl2, sctlr.el2),
    ...[input.spEl0, input.spEl1, input.spEl2].map((slot) => setTo(slot, PLAIN_SP)),
    clearing(input.elrEl1, 1),
    clearing(input.spsrEl1, 1),
    ...each(input.x, 31),
    ...each(input.v, 64),
    ...one.words.flatMap((word, at) => fieldReductions(architecture, word, at)),
  ];
}

function withoutWord(at: number): Reduction {
  return (one) => (one.words.length === 1 ? undefined : { ...one, words: one.words.toSpliced(at, 1) });
}

/** Fields of a word made 0, where it stays the same instruction. */
function fieldReductions(architecture: Architecture, word: number, at: number): Reduction[] {
  const index = architecture.decode(word);
  const line: InstructionDescription | undefined = architecture.instructions[index];
  if (line === undefined) return [];
  return Object.values(line.fields).map(([lsb, width]) => (one: Case) => {
    const simpler = withBits(one.words[at] ?? 0, lsb + width - 1, lsb, 0);
    if (simpler === one.words[at] || architecture.decode(simpler) !== index) return undefined;
    return { ...one, words: one.words.with(at, simpler) };
  });
}

/** Makes failing cases simpler while they fail, many attempts in one run of QEMU. */
export class Minimiser {
  constructor(
    readonly architecture: Architecture,
    readonly qemu: QemuSide,
  ) {}

  /** The simplest form of a case that was found; undefined when it does not fail by itself in another place. */
  async minimise(one: Case): Promise<Minimal | undefined> {
    let [best] = await this.#failing([one]);
    for (let round = 0; best !== undefined && round < MOST_ROUNDS; round++) {
      const simpler = await this.#simpler(best.one);
      if (simpler === undefined) break;
      best = simpler;
    }
    return best;
  }

  /** The case after as many reductions at once as leave it failing. */
  async #simpler(one: Case): Promise<Minimal | undefined> {
    const reductions = reductionsOf(this.architecture, one);
    const attempts = reductions.flatMap((reduction) => {
      const reduced = reduction(one);
      return reduced === undefined ? [] : [{ reduction, reduced }];
    });
    const failing = await this.#failing(attempts.map(({ reduced }) => reduced));
    const good = new Set(failing.map(({ verdict }) => verdict.index));
    const useful = attempts.filter((_, index) => good.has(index));
    for (let count = useful.length; count > 0; count >>= 1) {
      const together = useful.slice(0, count).reduce((all, { reduction }) => reduction(all) ?? all, one);
      const [found] = await this.#failing([together]);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  /** Those of some cases that fail. */
  async #failing(cases: readonly Case[]): Promise<Minimal[]> {
    if (cases.length === 0) return [];
    const records = emptyRecords(cases.length);
    const placed = cases.map(({ name, words, state }, i) => {
      const record = records[i] ?? state;
      record.set(state);
      record[input.flags] = (state[input.flags] ?? 0n) & 2n;
      return { name, words, state: record };
    });
    const verdicts = await startTrial(this.architecture, batchOf(placed), this.qemu).verdicts;
    return verdicts.filter(isFailure).flatMap((verdict) => {
      const found = placed[verdict.index];
      return found === undefined ? [] : [{ one: found, verdict }];
    });
  }
}
