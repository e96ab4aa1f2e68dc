import { expect, test } from "vitest";
import {
  EngineMemory,
  type EngineOptions,
  FastEngine,
  Machine,
  PhysicalMemory,
} from "../../src/runtime/index.js";
import { architecture } from "./runtime-architecture.js";

const RAM = 0x40000000n;
const RAM_BYTES = 0x10000n;
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
  const space = new EngineMemory(architecture.registers.length, RAM_BYTES);
  const memory = new PhysicalMemory();
  memory.addRam(RAM, RAM_BYTES, space.takeRam(RAM_BYTES));
  const machine = new Machine(architecture, { memory, storage: space.state, onHalt: () => true });
  const engine = new FastEngine(machine, space, { ...options, warmUp: 50, missing: 20 });
  for (const [i, word] of program.entries()) memory.write(RAM + BigInt(4 * i), 4, BigInt(word));
  machine.x.set([RAM + 8n, ADD_1, 0n, ADD_2, 0n, ROUNDS]);
  machine.pc = RAM;
  expect(engine.run({ maxInstructions: 1_000_000 })).toEqual({
    reason: "halt",
    instructions: Number(ROUNDS) * 8 + 1,
  });
  expect(machine.x[2]).toBe((ROUNDS / 2n) * 3n);
  expect(engine.counts.fast).toBeGreaterThan(10_000);
});
