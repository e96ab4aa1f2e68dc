import { expect, test } from "vitest";
import type { EngineOptions } from "../../src/runtime/index.js";
import { engineBench } from "./engine-bench.js";

const ADD = 0x91000421; // add x1, x1, #1
const MASK = 0xd50342df; // msr daifset, #2: always the interpreter's
const NEXT = 0x14000001; // b to the next

/** For ever from part to part, each ending with a branch to the next. */
function loopOf(parts: readonly (readonly number[])[]): readonly number[] {
  const words = parts.flat();
  return [...words.slice(0, -1), 0x14000000 | ((1 - words.length) & 0x3ffffff)];
}

/** How many instructions of a loop are the interpreter's, when it has run for a while. */
function interpreted(loop: readonly number[], options: EngineOptions): number {
  const { engine } = engineBench(loop, { missing: 1, ...options });
  engine.run({ maxInstructions: 400_000 });
  const before = { ...engine.counts };
  engine.run({ maxInstructions: 1_600_000 });
  const { fast, translated } = engine.counts;
  return (1 - (translated - before.translated) / (fast - before.fast)) * loop.length;
}

test("a part of a loop is found hot when the way between samples is the loop's length, whichever part came first", () => {
  const loop = loopOf([
    [...Array.from({ length: 9 }, () => MASK), NEXT],
    [ADD, ADD, ADD, ADD, NEXT],
  ]);
  for (let phase = 0; phase < loop.length; phase++)
    expect(interpreted(loop, { sample: loop.length, warmUp: 100 + phase })).toBeLessThan(10.5);
});

test("short parts of a loop are found hot beside a long one, which is found first", () => {
  const part = [ADD, ADD, ADD, ADD, MASK, NEXT];
  const loop = loopOf([[...Array.from({ length: 500 }, () => ADD), MASK, NEXT], part, part]);
  // Each MSR, and the branch behind it, where no region begins.
  expect(interpreted(loop, { sample: 200, warmUp: 100 })).toBeLessThan(6.5);
});

test.each([
  { what: "a few instructions that lead to translated code", first: [ADD, ADD, NEXT], regions: 1 },
  {
    what: "a few instructions that lead to the interpreter's",
    first: [ADD, ADD, ADD, MASK, NEXT],
    regions: 1,
  },
  { what: "more that lead to translated code", first: [ADD, ADD, ADD, ADD, NEXT], regions: 2 },
  { what: "more that lead to the interpreter's", first: [ADD, ADD, ADD, ADD, MASK, NEXT], regions: 2 },
])("$regions region(s) in a loop that begins with $what", ({ first, regions }) => {
  const loop = loopOf([first, [...Array.from({ length: 20 }, () => ADD), MASK, NEXT]]);
  const { engine } = engineBench(loop, { missing: 1, sample: 50, warmUp: 100 });
  engine.run({ maxInstructions: 400_000 });
  expect(engine.counts.regions).toBe(regions);
});
