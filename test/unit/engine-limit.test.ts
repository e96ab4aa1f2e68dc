import { expect, test } from "vitest";
import { EngineMemory, FastEngine, Machine, PhysicalMemory } from "../../src/runtime/index.js";
import { architecture } from "./runtime-architecture.js";

const RAM = 0x40000000n;
const RAM_BYTES = 0x10000n;

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
  const space = new EngineMemory(architecture.registers.length, RAM_BYTES);
  const memory = new PhysicalMemory();
  memory.addRam(RAM, RAM_BYTES, space.takeRam(RAM_BYTES));
  const machine = new Machine(architecture, { memory, storage: space.state });
  const options = { exact: true, hot: 0, warmUp: 16, missing: 1, countTranslated: true };
  const engine = new FastEngine(machine, space, options);
  const reference = new Machine(architecture);
  reference.memory.addRam(RAM, RAM_BYTES);
  for (const each of [machine, reference]) {
    for (const [i, word] of program.entries()) each.memory.write(RAM + BigInt(4 * i), 4, BigInt(word));
    each.pc = RAM;
  }
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
