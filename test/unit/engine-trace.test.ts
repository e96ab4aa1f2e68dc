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

test("the trace of the interpreter is what an observer of the reference machine sees", () => {
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
  for (const each of [machine, reference]) new RandomGuest(architecture, 11n, true).fill(each);
  for (const each of [engine, reference]) each.run({ maxInstructions: 6000 });
  expect(engine.counts.fast).toBeGreaterThan(1000);
  expect(engine.trace?.entries()).toEqual(seen);
});
