import { beforeAll, describe, expect, test } from "vitest";
import { Bench, bench } from "./robustness/bench.js";
import { Invariants } from "./robustness/invariants.js";
import { runKinds } from "./robustness/kinds.js";
import { RobustnessRuns } from "./robustness/runs.js";

/** A sample of `npm run differential -- robustness`. */
const RUNS = 2400;
const SEED = 20_260_726;

describe("random code, page tables and registers", () => {
  const runs = new RobustnessRuns(SEED);
  beforeAll(() => runs.make(0, RUNS));

  test("never come to anything that no architecture allows", () => {
    expect(runs.violations).toEqual([]);
  });

  test("are of every kind, execute, return, wait, and meet every sort of exception", () => {
    expect(runs.results.map(({ kind }) => kind)).toEqual(runKinds);
    for (const { runs: made, steps, repeated } of runs.results) {
      expect(made).toBe(RUNS / runKinds.length);
      expect(steps).toBeGreaterThan(5 * made);
      expect(repeated).toBeGreaterThan(0);
    }
    const classes = new Set(runs.results.flatMap((result) => [...result.classes.keys()]));
    for (const ec of [
      0x00, 0x01, 0x07, 0x0e, 0x15, 0x16, 0x18, 0x20, 0x21, 0x22, 0x24, 0x25, 0x26, 0x2f, 0x3c,
    ]) {
      expect(classes, `class 0x${ec.toString(16)}`).toContain(ec);
    }
    const sum = (of: (result: (typeof runs.results)[number]) => number) =>
      runs.results.reduce((all, result) => all + of(result), 0);
    expect(sum((result) => result.interrupts)).toBeGreaterThan(100);
    expect(sum((result) => result.returns)).toBeGreaterThan(1000);
    expect(sum((result) => result.waits)).toBeGreaterThan(100);
  });

  test("give the same for the same seed, and something else for another", () => {
    const hashes = [1, 1, 2].map((seed) => {
      const few = new RobustnessRuns(seed);
      few.make(0, 80);
      return few.results.map(({ steps, classes }) => [steps, ...classes]);
    });
    expect(hashes[0]).toEqual(hashes[1]);
    expect(hashes[0]).not.toEqual(hashes[2]);
  });
});

describe("the invariants", () => {
  const breaking: readonly (readonly [string, (where: Bench) => void, RegExp])[] = [
    ["a level that does not exist", ({ machine }) => Object.assign(machine.pstate, { EL: 3 }), /EL3/],
    [
      "EL0 with SP_EL1",
      ({ machine }) => Object.assign(machine.pstate, { EL: 0, SP: 1 }),
      /stack pointer of its own/,
    ],
    ["a flag of two bits", ({ machine }) => Object.assign(machine.pstate, { C: 2 }), /PSTATE\.C is 2/],
    ["a write beside RAM", ({ ram }) => new Uint8Array(ram.buffer).fill(1, 0, 1), /beside RAM/],
    [
      "a write beside the state",
      ({ state }) => new Uint8Array(state.buffer).fill(1, 0, 1),
      /beside the state/,
    ],
    ["register 31", ({ state }) => state.words.fill(1, 62, 63), /register 31/],
    ["a device asked for 16 bytes", ({ device }) => device.read(0, 16), /wrong accesses of the device/],
    ["an access beyond the device", ({ device }) => device.write(bench.deviceBytes, 1, 0n), /wrong accesses/],
  ];

  test.each(breaking)("notice %s", (_, breakIt, expected) => {
    const where = new Bench();
    const invariants = new Invariants(where);
    where.reset();
    where.machine.pc = bench.code;
    where.machine.registers.set("VBAR_EL2", bench.vectors[2]!);
    invariants.begin();
    const outcome = where.machine.step();
    breakIt(where);
    invariants.end(outcome);
    invariants.finish();
    expect(invariants.broken.join("; ")).toMatch(expected);
  });

  test("have nothing against a step that nobody meddled with", () => {
    const where = new Bench();
    const invariants = new Invariants(where);
    where.reset();
    where.machine.pc = bench.code;
    invariants.begin();
    invariants.end(where.machine.step());
    invariants.finish();
    expect(invariants.broken).toEqual([]);
  });
});
