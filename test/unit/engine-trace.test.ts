import { expect, test } from "vitest";
import {
  EngineMemory,
  FastEngine,
  Machine,
  PhysicalMemory,
  type TraceEntry,
} from "../../src/runtime/index.js";
import { RAM, RAM_BYTES, RandomGuest } from "../differential/random-guest.js";
import { architecture } from "./runtime-architecture.js";

test.each([
  11n,
  12n,
  13n,
  14n,
  15n,
])("the trace of the interpreter is what an observer of the reference machine sees: program %s", (seed) => {
  const space = new EngineMemory(architecture.registers.length, RAM_BYTES);
  const memory = new PhysicalMemory();
  memory.addRam(RAM, RAM_BYTES, space.takeRam(RAM_BYTES));
  const machine = new Machine(architecture, { memory, storage: space.state });
  const engine = new FastEngine(machine, space, { trace: true, warmUp: 50, missing: 20 });
  const reference = new Machine(architecture);
  reference.memory.addRam(RAM, RAM_BYTES);
  const seen: TraceEntry[] = [];
  reference.observe({
    instruction: ({ pc }) => seen.push({ pc }),
    registerWrite: ({ index, value }) => seen.push({ register: index, value }),
  });
  for (const each of [machine, reference]) new RandomGuest(architecture, seed, true).fill(each);
  for (const each of [engine, reference]) each.run({ maxInstructions: 5000 });
  expect(engine.counts.fast).toBeGreaterThan(100);
  expect(engine.trace?.entries()).toEqual(seen);
});
