import type { Architecture } from "../../../src/runtime/index.js";
import type { Batch } from "./batch.js";
import { differencesOf, recordOf, type SlotDifference } from "./comparison.js";
import type { EngineSide } from "./engine-side.js";
import { type Explanation, explain } from "./explanation.js";
import { flag, INPUT_BYTES, input, RESULT_BYTES } from "./layout.js";
import { type MachineResults, MachineSide } from "./machine-side.js";
import { type Outcome, raisesException } from "./outcome.js";
import type { QemuResults, QemuSide } from "./qemu-side.js";

/** What can be wrong besides the result: QEMU does not come back, or writes where our side does not. */
export type Trouble = "does not come back" | "writes to memory that ours leaves alone";

/**
 * What came of one case of a batch.
 * unexplained: doublewords that differ and that no explanation accounts for.
 */
export interface Verdict {
  readonly index: number;
  readonly raises: boolean;
  readonly used: ReadonlySet<Explanation>;
  readonly unexplained: readonly SlotDifference[];
  readonly trouble?: Trouble;
}

/** A batch that our machine has run, and QEMU is running. */
export interface Trial {
  readonly batch: Batch;
  readonly filtered: ReadonlyMap<string, number>;
  /** The verdict on every case that is not left out. */
  readonly verdicts: Promise<readonly Verdict[]>;
}

/** So many suspicious cases of a batch run once more alone. */
const MOST_ALONE = 5;

const isSkipped = (batch: Batch, index: number): boolean =>
  ((batch.cases[index]?.state[input.flags] ?? 0n) & BigInt(flag.skipped)) !== 0n;

/** The batch without all cases but some; places and code stay the same. */
function withOnly(batch: Batch, isWanted: (index: number) => boolean): Batch {
  const copy = batch.input.slice();
  const words = new BigUint64Array(copy.buffer);
  for (const index of batch.cases.keys()) {
    const at = (index * INPUT_BYTES) / 8 + input.flags;
    if (!isWanted(index)) words[at] = (words[at] ?? 0n) | BigInt(flag.skipped);
  }
  return { ...batch, input: copy };
}

/** Starts a batch on both sides: ours runs at once, with its engines; QEMU beside what the caller does next. */
export function startTrial(
  architecture: Architecture,
  batch: Batch,
  qemu: QemuSide,
  engines: readonly EngineSide[] = [],
): Trial {
  const ours = new MachineSide(architecture, batch, engines).run();
  return { batch, filtered: ours.filtered, verdicts: judge(batch, ours, qemu) };
}

async function judge(batch: Batch, ours: MachineResults, qemu: QemuSide): Promise<readonly Verdict[]> {
  const { results, hanging } = await runSafely(batch, qemu, () => true);
  const verdicts = new Map<number, Verdict>();
  for (const index of batch.cases.keys()) {
    if (isSkipped(batch, index)) continue;
    const theirs = results.find(({ isWanted }) => isWanted(index));
    const hangs = theirs === undefined || hanging.includes(index);
    verdicts.set(
      index,
      hangs ? unfinished(batch, index, ours) : verdictOf(batch, index, theirs.qemu.records, ours),
    );
  }
  await confirm(verdicts, batch, ours, qemu);
  if (!results.every(({ qemu: { data } }) => isUnspoilt(batch, data))) await findStray(verdicts, batch, qemu);
  return [...verdicts.values()];
}

/** Whether a case counts as a difference. */
export function isFailure({ unexplained, trouble }: Verdict): boolean {
  return unexplained.length > 0 || trouble !== undefined;
}

const isSuspicious = ({ unexplained, trouble }: Verdict): boolean =>
  unexplained.length > 0 && trouble === undefined;

/**
 * Judges suspicious cases again: a difference counts only when it is there without the other cases. Where QEMU goes on
 * after an instruction that our side abandons, with an explanation, what it then does to the data shows in later
 * cases. At first all suspicious ones run again together, then a few of those that are left each alone.
 */
async function confirm(
  verdicts: Map<number, Verdict>,
  batch: Batch,
  ours: MachineResults,
  qemu: QemuSide,
): Promise<void> {
  const suspects = () => [...verdicts.values()].filter(isSuspicious).map(({ index }) => index);
  const again = async (indices: readonly number[]): Promise<void> => {
    const wanted = new Set(indices);
    const results = await qemu.run(withOnly(batch, (index) => wanted.has(index)));
    if (results === undefined) return;
    for (const index of indices) verdicts.set(index, verdictOf(batch, index, results.records, ours));
  };
  if (suspects().length > 1) await again(suspects());
  for (const index of suspects().slice(0, MOST_ALONE)) await again([index]);
}

/** Whether all data are as before the batch: each case's own are put back. */
function isUnspoilt(batch: Batch, data: Uint8Array): boolean {
  return Buffer.compare(batch.data, data) === 0;
}

/**
 * Marks the first case that spoils data which our side does not touch. Cases with an explanation are not run, for what
 * QEMU does when it goes on alone may be anywhere.
 */
async function findStray(verdicts: Map<number, Verdict>, batch: Batch, qemu: QemuSide): Promise<void> {
  const isPlain = ({ used }: Verdict) => [...used].every(({ everywhere }) => everywhere === true);
  const plain = [...verdicts.values()].filter((verdict) => isPlain(verdict) && !isFailure(verdict));
  const spoilsUpTo = async (count: number): Promise<boolean> => {
    const wanted = new Set(plain.slice(0, count).map(({ index }) => index));
    const results = await qemu.run(withOnly(batch, (index) => wanted.has(index)));
    return results !== undefined && !isUnspoilt(batch, results.data);
  };
  if (!(await spoilsUpTo(plain.length))) return;
  let [good, bad] = [0, plain.length];
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    if (await spoilsUpTo(middle)) bad = middle;
    else good = middle;
  }
  const found = plain[good];
  if (found) verdicts.set(found.index, { ...found, trouble: "writes to memory that ours leaves alone" });
}

/**
 * The verdict on a case from which QEMU does not come back. That is explained where our side abandons an instruction that
 * QEMU goes on after: such explanations hold whatever QEMU ends in.
 */
function unfinished(batch: Batch, index: number, ours: MachineResults): Verdict {
  const nothing = new Uint8Array(batch.cases.length * RESULT_BYTES);
  const verdict = verdictOf(batch, index, nothing, ours);
  const isExplained = verdict.unexplained.length === 0;
  return isExplained ? verdict : { ...verdict, unexplained: [], trouble: "does not come back" };
}

function verdictOf(batch: Batch, index: number, theirs: Uint8Array, ours: MachineResults): Verdict {
  const one = batch.cases[index];
  if (one === undefined) throw new Error(`no case ${index}`);
  const outcome: Outcome = {
    batch,
    one,
    elsewhere: ours.elsewhere.get(index) ?? [],
    qemu: recordOf(theirs, index),
    ours: recordOf(ours.records, index),
  };
  const { unexplained, used } = explain(differencesOf(outcome.qemu, outcome.ours), outcome);
  return { index, raises: raisesException(outcome), used, unexplained };
}

interface Part {
  readonly isWanted: (index: number) => boolean;
  readonly qemu: QemuResults;
}

/** Runs a batch on QEMU, in halves and quarters where it does not come back, down to the cases that are to blame. */
async function runSafely(
  batch: Batch,
  qemu: QemuSide,
  isWanted: (index: number) => boolean,
): Promise<{ readonly results: readonly Part[]; readonly hanging: readonly number[] }> {
  const wanted = [...batch.cases.keys()].filter((index) => isWanted(index) && !isSkipped(batch, index));
  const results = await qemu.run(withOnly(batch, isWanted));
  if (results !== undefined) return { results: [{ isWanted, qemu: results }], hanging: [] };
  if (wanted.length <= 1) return { results: [], hanging: wanted };
  const middle = wanted[wanted.length >> 1] ?? 0;
  const low = await runSafely(batch, qemu, (index) => isWanted(index) && index < middle);
  const high = await runSafely(batch, qemu, (index) => isWanted(index) && index >= middle);
  return { results: [...low.results, ...high.results], hanging: [...low.hanging, ...high.hanging] };
}
