import { constants } from "node:perf_hooks";
import { describe, expect, it } from "vitest";

const { NODE_PERFORMANCE_GC_MINOR, NODE_PERFORMANCE_GC_MAJOR, NODE_PERFORMANCE_GC_INCREMENTAL } = constants;

interface Run {
  readonly began: number;
  readonly ended: number;
  readonly within?: number;
  readonly young?: number;
  readonly old?: number;
}

interface Entry {
  readonly startTime: number;
  readonly duration: number;
  readonly detail: { readonly kind: number };
}

interface CollectionsClass {
  new (next: () => Promise<readonly Entry[]>): { attribute(runs: Run[]): Promise<void> };
}

// A variable, since the benches have no declarations.
const file = new URL("../../bench/lib/collections.mjs", import.meta.url).href;
const { Collections } = (await import(/* @vite-ignore */ file)) as { Collections: CollectionsClass };

const minor = (startTime: number, duration: number): Entry =>
  entry(startTime, duration, NODE_PERFORMANCE_GC_MINOR);
const major = (startTime: number, duration: number): Entry =>
  entry(startTime, duration, NODE_PERFORMANCE_GC_MAJOR);
const step = (startTime: number, duration: number): Entry =>
  entry(startTime, duration, NODE_PERFORMANCE_GC_INCREMENTAL);

describe("what collections take of a bench's runs", () => {
  it("spreads one of the young generation over the runs since the one before, by their time since", async () => {
    const [runs] = await attributed([
      [run(0, 10), run(10, 20), run(20, 40)],
      [minor(4, 1), minor(30, 5)],
    ]);
    // The second one's: 5 ms of the first run, 10 of the second, 10 of the third.
    expect(runs).toEqual([
      { began: 0, ended: 10, within: 1, young: 1 + 1, old: 0 },
      { began: 10, ended: 20, within: 0, young: 2, old: 0 },
      { began: 20, ended: 40, within: 5, young: 2, old: 0 },
    ]);
  });

  it("gives a run what comes with later runs", async () => {
    const [first, second] = await attributed([[run(0, 10)], []], [[run(20, 30)], [minor(30, 4)]]);
    expect(first).toEqual([{ began: 0, ended: 10, within: 0, young: 2, old: 0 }]);
    expect(second).toEqual([{ began: 20, ended: 30, within: 0, young: 2, old: 0 }]);
  });

  it("leaves all others where they fall", async () => {
    const [runs] = await attributed([
      [run(0, 10), run(10, 20)],
      [step(12, 1), major(15, 3)],
    ]);
    expect(runs).toEqual([
      { began: 0, ended: 10, within: 0, young: 0, old: 0 },
      { began: 10, ended: 20, within: 4, young: 0, old: 4 },
    ]);
  });

  it("knows that a collection of the whole heap empties the young generation, and that a step of marking does not", async () => {
    const [emptied] = await attributed([
      [run(0, 10), run(10, 20)],
      [major(9, 1), minor(15, 2)],
    ]);
    expect(emptied?.map(({ young }) => young)).toEqual([0, 2]);
    const [marked] = await attributed([
      [run(0, 10), run(10, 20)],
      [step(9, 1), minor(20, 2)],
    ]);
    expect(marked?.map(({ young }) => young)).toEqual([1, 1]);
  });

  it("takes one between runs for what those before allocated", async () => {
    const [runs] = await attributed([
      [run(0, 10), run(12, 20)],
      [minor(11, 2), minor(25, 3)],
    ]);
    expect(runs).toEqual([
      { began: 0, ended: 10, within: 0, young: 2, old: 0 },
      { began: 12, ended: 20, within: 0, young: 3, old: 0 },
    ]);
  });
});

function run(began: number, ended: number): Run {
  return { began, ended };
}

function entry(startTime: number, duration: number, kind: number): Entry {
  return { startTime, duration, detail: { kind } };
}

/** Of each batch of runs and of the collections that are known when it ends. */
async function attributed(...batches: [Run[], Entry[]][]): Promise<Run[][]> {
  const known = batches.map(([, entries]) => entries);
  const collections = new Collections(async () => known.shift() ?? []);
  for (const [runs] of batches) await collections.attribute(runs);
  return batches.map(([runs]) => runs);
}
