import { expect, test } from "vitest";
import type { EngineOptions } from "../../src/runtime/index.js";
import { engineBench, RAM } from "./engine-bench.js";

const ROUNDS = 5000n;
const ADD_1 = 0x91000442n;
const ADD_2 = 0x91000842n;

/** Puts `add x2, x2, #1` and `#2` in turn where it executes next: X0 that place, X1 and X3 the words, X5 rounds. */
const program = [
  0xb9000001, // str w1, [x0]
  0xd503201f, // nop
  Number(ADD_1), // the place
  0xaa0103e4, // mov x4, x1
  0xaa0303e1, // mov x1, x3
  0xaa0403e3, // mov x3, x4
  0xd10004a5, // sub x5, x5, #1
  0xb5ffff25, // cbnz x5, to the str
  0xd4400000, // hlt #0
];

test.each<[string, EngineOptions]>([
  ["the interpreter", { translate: false }],
  ["translated code", { sample: 100, hot: 1 }],
])("%s executes what a store has just put in its way", (_name, options) => {
  const { machine, engine } = engineBench(program, { ...options, warmUp: 50, missing: 20 });
  machine.x.set([RAM + 8n, ADD_1, 0n, ADD_2, 0n, ROUNDS]);
  expect(engine.run({ maxInstructions: 1_000_000 })).toEqual({
    reason: "halt",
    instructions: Number(ROUNDS) * 8 + 1,
  });
  expect(machine.x[2]).toBe((ROUNDS / 2n) * 3n);
  expect(engine.counts.fast).toBeGreaterThan(10_000);
});
