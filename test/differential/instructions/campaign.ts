import type { Architecture } from "../../../src/runtime/index.js";
import type { FastEngineName } from "../engines/engine-machine.js";
import type { EngineTally } from "../engines/engine-tally.js";
import { batchOf, type Case } from "./batch.js";
import { EngineSide } from "./engine-side.js";
import type { Explanation } from "./explanation.js";
import { CaseSource } from "./generator.js";
import { MOST_CASES } from "./layout.js";
import type { QemuSide } from "./qemu-side.js";
import { isFailure, startTrial, type Trial, type Verdict } from "./trial.js";

/** What a campaign is about. only: a part of the names of the lines wanted. */
export interface CampaignPlan {
  readonly cases: number;
  readonly seed: number;
  readonly only?: string;
  /** The fast engines that execute the cases, too. */
  readonly engines?: readonly FastEngineName[];
  /** Called after each batch. */
  readonly onProgress?: (done: number, differences: number) => void;
}

/** Cases of one line of the report. exceptions: cases among them that end in one. explained, differences: likewise. */
export interface Tally {
  cases: number;
  exceptions: number;
  explained: number;
  differences: number;
}

/** A case about which the two sides disagree. seed, number: to find it again. */
export interface Failure {
  readonly number: number;
  readonly one: Case;
  readonly verdict: Verdict;
}

/** What came of a campaign. */
export interface CampaignResult {
  readonly cases: number;
  readonly tallies: ReadonlyMap<string, Tally>;
  readonly explained: ReadonlyMap<Explanation, number>;
  readonly filtered: ReadonlyMap<string, number>;
  readonly failures: readonly Failure[];
  readonly engines: readonly EngineTally[];
}

/** As many as fit into the slots, and few enough that a batch's records take little memory. */
const BATCH_CASES = Math.min(MOST_CASES, 16_384);
/** So many failures are kept; the tallies count all. */
const MOST_FAILURES = 200;

class Totals {
  readonly tallies = new Map<string, Tally>();
  readonly explained = new Map<Explanation, number>();
  readonly filtered = new Map<string, number>();
  readonly failures: Failure[] = [];
  engines: readonly EngineTally[] = [];
  cases = 0;
  differences = 0;

  async add({ batch, filtered, verdicts }: Trial, firstNumber: number): Promise<void> {
    for (const verdict of await verdicts) {
      const one = batch.cases[verdict.index];
      if (one !== undefined) this.#count(one, verdict, firstNumber + verdict.index);
    }
    for (const [reason, count] of filtered)
      this.filtered.set(reason, (this.filtered.get(reason) ?? 0) + count);
  }

  #count(one: Case, verdict: Verdict, number: number): void {
    const tally = this.tallies.get(one.name) ?? { cases: 0, exceptions: 0, explained: 0, differences: 0 };
    this.tallies.set(one.name, tally);
    this.cases++;
    tally.cases++;
    if (verdict.raises) tally.exceptions++;
    for (const used of verdict.used) this.explained.set(used, (this.explained.get(used) ?? 0) + 1);
    if (isFailure(verdict)) {
      tally.differences++;
      this.differences++;
      // The words and the state stay; the rest of the batch's buffer need not.
      if (this.failures.length < MOST_FAILURES)
        this.failures.push({ number, one: { ...one, state: one.state.slice() }, verdict });
    } else if ([...verdict.used].some(({ everywhere }) => everywhere !== true)) tally.explained++;
  }
}

/** Runs a campaign. Our machine runs a batch while QEMU runs the one before. */
export async function runCampaign(
  architecture: Architecture,
  plan: CampaignPlan,
  qemu: QemuSide,
): Promise<CampaignResult> {
  const totals = new Totals();
  const engines = (plan.engines ?? []).map((name) => new EngineSide(name, architecture));
  let running: Promise<void> = Promise.resolve();
  for (let from = 0; from < plan.cases; from += BATCH_CASES) {
    const source = new CaseSource(architecture, plan.seed, from / BATCH_CASES, plan.only);
    const batch = batchOf(source.make(Math.min(BATCH_CASES, plan.cases - from)));
    const trial = startTrial(architecture, batch, qemu, engines);
    await running;
    const differing = engines.reduce((sum, { tally }) => sum + tally.differences, 0);
    running = totals
      .add(trial, from)
      .then(() => plan.onProgress?.(totals.cases, totals.differences + differing));
  }
  await running;
  totals.engines = engines.map((engine) => engine.finish());
  return totals;
}
