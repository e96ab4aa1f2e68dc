import {
  EngineMemory,
  type EngineOptions,
  FastEngine,
  Machine,
  type MachineOptions,
  PhysicalMemory,
} from "../../src/runtime/index.js";
import { architecture } from "./runtime-architecture.js";

/** Where an engine's test code lies, at the start of its RAM. */
export const RAM = 0x40000000n;
export const RAM_BYTES = 0x10000n;

export interface EngineBench {
  readonly machine: Machine;
  readonly memory: PhysicalMemory;
  readonly engine: FastEngine;
}

/** A machine whose state and RAM an engine shares, with words at RAM, where PC is. HLT ends a run. */
export function engineBench(
  words: readonly number[],
  options: EngineOptions,
  more: MachineOptions = { onHalt: () => true },
): EngineBench {
  const space = new EngineMemory(architecture.registers.length, RAM_BYTES);
  const memory = new PhysicalMemory();
  memory.addRam(RAM, RAM_BYTES, space.takeRam(RAM_BYTES));
  const machine = new Machine(architecture, { memory, storage: space.state, ...more });
  const engine = new FastEngine(machine, space, options);
  putWords(memory, RAM, words);
  machine.pc = RAM;
  return { machine, memory, engine };
}

/** Writes words one after the other. */
export function putWords(memory: PhysicalMemory, at: bigint, words: readonly number[]): void {
  for (const [i, word] of words.entries()) memory.write(at + BigInt(4 * i), 4, BigInt(word));
}
