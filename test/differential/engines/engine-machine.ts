import {
  type Architecture,
  EngineMemory,
  type EngineOptions,
  type EngineRun,
  FastEngine,
  Machine,
  type MachineOptions,
  PhysicalMemory,
} from "../../../src/runtime/index.js";

/** Both fast engines, by the names that the command line gives them. */
export const fastEngines = ["interpreter", "translate"] as const;
export type FastEngineName = (typeof fastEngines)[number];

/**
 * Cases are short and cold: modules are made for what they execute at once, all that is decoded is translated, and no
 * instruction is left to the reference machine because a run will soon be over.
 */
const soon = { warmUp: 200, missing: 100, margin: 0 } as const;
const options: Readonly<Record<FastEngineName, EngineOptions>> = {
  interpreter: { ...soon, translate: false },
  translate: { ...soon, hot: 0 },
};

/** RAM of a machine. */
export interface RamPart {
  readonly base: bigint;
  readonly sizeBytes: number;
}

/** HLT #0 in each word: where a run is to end. */
export function haltingWords(sizeBytes: number): Uint8Array {
  return new Uint8Array(new Uint32Array(sizeBytes / 4).fill(0xd4400000).buffer);
}

/** A machine that a fast engine executes; nobody watches it. */
export class EngineMachine {
  readonly machine: Machine;
  readonly engine: FastEngine;
  readonly memory = new PhysicalMemory();

  /** machine: what it is asked at HLT, say. exact: whether runs end after just so many instructions. */
  constructor(
    readonly name: FastEngineName,
    architecture: Architecture,
    ram: readonly RamPart[],
    machine: MachineOptions = {},
    exact = false,
  ) {
    const bytes = ram.reduce((sum, { sizeBytes }) => sum + BigInt(sizeBytes), 0n);
    const space = new EngineMemory(architecture.registers.length, bytes);
    for (const { base, sizeBytes } of ram)
      this.memory.addRam(base, BigInt(sizeBytes), space.takeRam(BigInt(sizeBytes)));
    this.machine = new Machine(architecture, { ...machine, memory: this.memory, storage: space.state });
    this.engine = new FastEngine(this.machine, space, { ...options[name], exact });
  }

  /** Executes at least so many instructions, unless the run ends by itself. */
  run(maxInstructions: number): EngineRun {
    return this.engine.run({ maxInstructions });
  }

  /** Makes the TLB empty. */
  clearTlb(): void {
    this.machine.tlb.clear();
    this.engine.invalidate("translation");
  }
}
