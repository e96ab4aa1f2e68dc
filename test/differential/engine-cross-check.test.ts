import { expect, test } from "vitest";
import { decode } from "../../generated/kvm-arm64/ts/emulator/decoder.js";
import { EngineMemory } from "../../src/runtime/fast/engine-memory.js";
import { FastEngine } from "../../src/runtime/fast/fast-engine.js";
import { Machine, PhysicalMemory, stateBytes, stateOffsets } from "../../src/runtime/index.js";
import { architecture } from "../unit/runtime-architecture.js";
import { RAM, RAM_BYTES, RandomGuest } from "./random-guest.js";

const fastDecoding = { ...architecture, decode };
const INSTRUCTIONS = Number(process.env.WORLDSWITCH_CROSS_CHECK ?? 40_000);
const SEED = BigInt(process.env.WORLDSWITCH_SEED ?? 1);

type Mode = "exact" | "interpreter" | "translate";

const optionsOf = {
  exact: { exact: true, translate: false, warmUp: 0, missing: 50 },
  interpreter: { translate: false, warmUp: 500, missing: 50 },
  translate: { warmUp: 500, missing: 50, sample: 40, hot: 1 },
};

function pair(mode: Mode) {
  const space = new EngineMemory(architecture.registers.length, RAM_BYTES);
  const memory = new PhysicalMemory();
  memory.addRam(RAM, RAM_BYTES, space.takeRam(RAM_BYTES));
  const machine = new Machine(fastDecoding, { memory, storage: space.state });
  const reference = new Machine(fastDecoding);
  reference.memory.addRam(RAM, RAM_BYTES);
  const engine = new FastEngine(machine, space, optionsOf[mode]);
  return { machine, reference, engine };
}

/** Where two states differ, in words for people; undefined when they do not. */
function difference(a: Machine, b: Machine): string | undefined {
  const bytes = stateBytes(architecture.registers.length);
  const words = ({ state: { storage } }: Machine) =>
    new BigUint64Array(storage.window.buffer, storage.window.byteOffset, bytes / 8);
  const [ours, theirs] = [words(a), words(b)];
  if (a.counter !== b.counter) return `counter ${a.counter} ${b.counter}`;
  for (let i = 0; i < ours.length; i++) {
    if (ours[i] === theirs[i] || i === stateOffsets.word / 8) continue;
    const offset = i * 8;
    const name =
      offset >= stateOffsets.sysregs ? architecture.registers[(offset - stateOffsets.sysregs) / 8]?.name : "";
    return `state+0x${offset.toString(16)} ${name}: 0x${ours[i]!.toString(16)} is not 0x${theirs[i]!.toString(16)}`;
  }
  return undefined;
}

function ramDifference(a: Machine, b: Machine): string | undefined {
  const words = ({ memory }: Machine) => {
    const { buffer, byteOffset } = memory.window(RAM, Number(RAM_BYTES));
    return new BigUint64Array(buffer, byteOffset, Number(RAM_BYTES) / 8);
  };
  const [ours, theirs] = [words(a), words(b)];
  for (let i = 0; i < ours.length; i++) {
    if (ours[i] !== theirs[i]) return `RAM+0x${(8 * i).toString(16)}`;
  }
  return undefined;
}

function traced(machine: Machine, count: number, trace: string[]): ReturnType<Machine["run"]> {
  let instructions = 0;
  for (; instructions < count; instructions++) {
    const pc = machine.pc.toString(16);
    const outcome = machine.step();
    trace.push(`${pc}:${machine.state.word.toString(16)}:${outcome}`);
    if (outcome === "wait" || outcome === "halt") return { reason: outcome, instructions: instructions + 1 };
  }
  return { reason: "limit", instructions };
}

function campaign(mode: Mode, instructions: number): { done: number; fast: number; regions: number } {
  const { machine, reference, engine } = pair(mode);
  const exact = mode === "exact";
  let done = 0;
  for (let program = Number(process.env.WORLDSWITCH_PROGRAM ?? 0); done < instructions; program++) {
    const seed = SEED * 1_000_003n + BigInt(program);
    const [ours, theirs] = [0, 1].map(
      () => new RandomGuest(fastDecoding, seed, mode === "translate" || program % 2 === 1),
    ) as [RandomGuest, RandomGuest];
    for (const m of [machine, reference]) {
      m.setIrq(false);
      m.setFiq(false);
    }
    ours.fill(machine);
    theirs.fill(reference);
    for (let chunk = 0; chunk < (exact ? 400 : mode === "translate" ? 1 : 3); chunk++) {
      const count =
        mode === "translate"
          ? 4000 + ours.below(4000)
          : exact
            ? process.env.WORLDSWITCH_TRACE
              ? 1 + 0 * ours.below(4)
              : 1 + ours.below(4)
            : 1100 + ours.below(3000);
      const before = { pc: machine.pc, el: machine.pstate.EL };
      const result = engine.run({ maxInstructions: count });
      const trace: string[] = [];
      const expected = exact ? traced(reference, count, trace) : reference.run({ maxInstructions: count });
      done += expected.instructions;
      const where = `seed ${seed}, chunk ${chunk} of ${count} from 0x${before.pc.toString(16)} at EL${before.el}, ${trace.join(" ")}`;
      if (result.instructions !== expected.instructions || result.reason !== expected.reason) {
        throw new Error(`${where}: ${JSON.stringify(result)} is not ${JSON.stringify(expected)}`);
      }
      if (process.env.WORLDSWITCH_TRACE && String(seed) === process.env.WORLDSWITCH_TRACE)
        console.log(
          chunk,
          before.pc.toString(16),
          before.el,
          reference.state.word.toString(16),
          JSON.stringify(engine.counts.exits),
        );
      const found =
        difference(machine, reference) ?? (chunk % 40 === 0 ? ramDifference(machine, reference) : undefined);
      if (found !== undefined) throw new Error(`${where}: ${found}`);
      if (ours.below(30) === 0) {
        const line = ours.below(2) === 0;
        const asserted = ours.below(2) === 0;
        for (const m of [machine, reference]) line ? m.setIrq(asserted) : m.setFiq(asserted);
      }
    }
    const found = ramDifference(machine, reference);
    if (found !== undefined) throw new Error(`seed ${seed}: ${found}`);
  }
  console.log(JSON.stringify(engine.counts));
  return { done, fast: engine.counts.fast, regions: engine.counts.regions };
}

test("the interpreter agrees with the reference machine after each few instructions of random programs", () => {
  const { done, fast } = campaign("exact", INSTRUCTIONS);
  console.log(done, fast);
  expect(fast).toBeGreaterThan(done / 4);
}, 3_600_000);

test("the interpreter agrees with the reference machine after thousands of instructions of random programs", () => {
  const { done, fast } = campaign("interpreter", INSTRUCTIONS);
  console.log(done, fast);
  expect(done).toBeGreaterThan(0);
}, 3_600_000);

test("translated code agrees with the reference machine after thousands of instructions of random programs", () => {
  const { done, fast, regions } = campaign("translate", INSTRUCTIONS);
  console.log(done, fast, regions);
  expect(regions).toBeGreaterThan(10);
}, 3_600_000);
