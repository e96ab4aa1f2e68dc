import { expect, test } from "vitest";
import {
  EngineMemory,
  FastEngine,
  Machine,
  PhysicalMemory,
  type TraceEntry,
} from "../../src/runtime/index.js";
import { RAM, RAM_BYTES, RandomGuest } from "../differential/random-guest.js";
import { engineBench } from "./engine-bench.js";
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

test("a trace that is full has the last of what happened, the oldest first", () => {
  // add x0, x0, #1; b back: two instructions and one register a round.
  const { engine } = engineBench([0x91000400, 0x17ffffff], {
    trace: true,
    warmUp: 50,
    missing: 20,
    margin: 0,
  });
  engine.run({ maxInstructions: 60_000 });
  const entries = engine.trace?.entries() ?? [];
  expect(entries).toHaveLength(65_536);
  // The last entry backwards: b, then the register, then add.
  const last = engine.machine.x[0] ?? 0n;
  const expected = entries.map((_, i) => {
    const back = entries.length - 1 - i;
    const round = BigInt(Math.floor(back / 3));
    return [{ pc: RAM + 4n }, { register: 0, value: last - round }, { pc: RAM }][back % 3];
  });
  expect(entries).toEqual(expected);
});
