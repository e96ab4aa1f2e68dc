import { expect, test } from "vitest";
import { Machine } from "../../src/runtime/index.js";
import { engineBench, putWords, RAM, RAM_BYTES } from "./engine-bench.js";
import { architecture } from "./runtime-architecture.js";

/** Blocks of three, four and two instructions, for ever; X1 counts the rounds and X2 all but the branches. */
const program = [
  0x91000421, // add x1, x1, #1
  0x91000442, // add x2, x2, #1
  0x37000081, // tbnz w1, #0, over the next three
  0x91000442, // add x2, x2, #1
  0x91000442, // add x2, x2, #1
  0xd503201f, // nop
  0x91000442, // add x2, x2, #1
  0x17fffff9, // b to the start
];

test("an exact engine executes in translated code, too, just as many instructions as it is asked for", () => {
  const options = { exact: true, hot: 0, warmUp: 16, missing: 1 };
  const { machine, engine } = engineBench(program, options);
  const reference = new Machine(architecture);
  reference.memory.addRam(RAM, RAM_BYTES);
  putWords(reference.memory, RAM, program);
  reference.pc = RAM;
  for (let maxInstructions = 1; maxInstructions < 60; maxInstructions++) {
    const run = engine.run({ maxInstructions });
    expect(run).toEqual({ reason: "limit", instructions: maxInstructions });
    reference.run({ maxInstructions });
    expect([machine.pc, machine.x[1], machine.x[2], machine.counter]).toEqual([
      reference.pc,
      reference.x[1],
      reference.x[2],
      reference.counter,
    ]);
  }
  const { fast, translated } = engine.counts;
  expect(translated).toBeGreaterThan(fast / 2);
});
