import { expect, test } from "vitest";
import { decode } from "../../generated/kvm-arm64/ts/emulator/decoder.js";
import {
  EngineMemory,
  type EngineOptions,
  FastEngine,
  Machine,
  memoryDifference,
  PhysicalMemory,
  StateComparison,
  stateDifferenceText,
} from "../../src/runtime/index.js";
import { architecture } from "../unit/runtime-architecture.js";
import { RAM, RAM_BYTES, RandomGuest } from "./random-guest.js";

/**
 * The fast engine beside the reference machine, on random programs: after each few instructions the whole state, the
 * counter and the memory are the same. WORLDSWITCH_CROSS_CHECK: how many instructions for each way of executing;
 * WORLDSWITCH_SEED: which programs.
 */

const ram = { base: RAM, sizeBytes: Number(RAM_BYTES) };
const known = { ...architecture, decode };
const INSTRUCTIONS = Number(process.env.WORLDSWITCH_CROSS_CHECK ?? 12_000);
const SEED = BigInt(process.env.WORLDSWITCH_SEED ?? 1);

const comparison = new StateComparison(known);

/** instructions: how many are executed between two comparisons. programs: how many comparisons a program lives. */
interface Way {
  readonly options: EngineOptions;
  readonly instructions: (guest: RandomGuest) => number;
  readonly comparisons: number;
}

const ways = {
  "one by one": {
    options: { exact: true, translate: false, warmUp: 0, missing: 50 },
    instructions: (guest) => 1 + guest.below(4),
    comparisons: 400,
  },
  "by the thousand": {
    options: { translate: false, warmUp: 100, missing: 50 },
    instructions: (guest) => 1100 + guest.below(3000),
    comparisons: 3,
  },
  translated: {
    options: { warmUp: 20, missing: 50, hot: 0 },
    instructions: (guest) => 1100 + guest.below(4000),
    comparisons: 1,
  },
} satisfies Record<string, Way>;

class Pair {
  readonly reference = new Machine(known);
  readonly machine: Machine;
  readonly engine: FastEngine;

  constructor(options: EngineOptions) {
    const space = new EngineMemory(known.registers.length, RAM_BYTES);
    const memory = new PhysicalMemory();
    memory.addRam(RAM, RAM_BYTES, space.takeRam(RAM_BYTES));
    this.machine = new Machine(known, { memory, storage: space.state });
    this.reference.memory.addRam(RAM, RAM_BYTES);
    this.engine = new FastEngine(this.machine, space, options);
  }

  get both(): readonly Machine[] {
    return [this.machine, this.reference];
  }

  /** What of the state differs, in words for people. */
  differences(): readonly string[] {
    const { machine, reference } = this;
    return comparison.isSame(machine, reference)
      ? []
      : comparison.differences(machine, reference).map(stateDifferenceText);
  }

  ramDifference(): string | undefined {
    const found = memoryDifference(this.machine.memory, this.reference.memory, ram);
    return found && stateDifferenceText(found);
  }
}

/** Runs programs on both; the counts of the engine. Throws where they differ, naming the program. */
function crossCheck({ options, instructions, comparisons }: Way): FastEngine["counts"] {
  const pair = new Pair(options);
  const { machine, reference, engine } = pair;
  for (let done = 0, program = 0; done < INSTRUCTIONS; program++) {
    const seed = SEED * 1_000_003n + BigInt(program);
    const [guest, twin] = [0, 1].map(() => new RandomGuest(known, seed, program % 2 === 1));
    for (const each of pair.both) {
      each.setIrq(false);
      each.setFiq(false);
    }
    guest!.fill(machine);
    twin!.fill(reference);
    for (let i = 0; i < comparisons; i++) {
      const maxInstructions = instructions(guest!);
      const where = `program ${seed}, ${maxInstructions} instructions from 0x${machine.pc.toString(16)} at EL${machine.pstate.EL}`;
      const ours = engine.run({ maxInstructions });
      expect(ours, where).toEqual(reference.run({ maxInstructions }));
      done += ours.instructions;
      expect(pair.differences(), where).toEqual([]);
      if (guest!.below(30) !== 0) continue;
      const asserted = guest!.below(2) === 0;
      const isIrq = guest!.below(2) === 0;
      for (const each of pair.both) isIrq ? each.setIrq(asserted) : each.setFiq(asserted);
    }
    expect(pair.ramDifference(), `program ${seed}`).toBeUndefined();
  }
  return engine.counts;
}

test("the interpreter agrees with the reference machine after each few instructions of random programs", () => {
  const { fast } = crossCheck(ways["one by one"]);
  expect(fast).toBeGreaterThan(INSTRUCTIONS / 4);
}, 3_600_000);

test("the interpreter agrees with the reference machine after thousands of instructions of random programs", () => {
  const { fast, modules } = crossCheck(ways["by the thousand"]);
  expect(fast).toBeGreaterThan(INSTRUCTIONS / 10);
  expect(modules).toBeGreaterThan(1);
}, 3_600_000);

test("translated code agrees with the reference machine on random programs that loop, call and fault", () => {
  const { regions } = crossCheck(ways.translated);
  expect(regions).toBeGreaterThan(10);
}, 3_600_000);
