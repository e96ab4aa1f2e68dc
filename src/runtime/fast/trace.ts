import type { Machine } from "../machine.js";
import { control, TRACE_ENTRIES, TRACE_ENTRY_BYTES, TRACED_PC, TRACED_X0 } from "./engine-layout.js";
import type { EngineMemory } from "./engine-memory.js";

/** What happened: an instruction was executed, or one of X0 … X30 was written. */
export type TraceEntry = { readonly pc: bigint } | { readonly register: number; readonly value: bigint };

const LITTLE_ENDIAN = true;

/** The last things that an engine did, in the memory that it shares with its module. */
export class Trace {
  readonly #view: DataView;
  readonly #position: number;

  constructor(readonly memory: EngineMemory) {
    this.#view = new DataView(memory.memory.buffer);
    this.#position = memory.layout.control + control.tracePosition;
  }

  /** Has the machine step, and writes down what it did. */
  step(machine: Machine): ReturnType<Machine["step"]> {
    const stop = machine.observe({
      instruction: ({ pc }) => this.#add(pc, TRACED_PC),
      registerWrite: ({ index, value }) => this.#add(value, TRACED_X0 + 8 * index),
    });
    const outcome = machine.step();
    stop();
    return outcome;
  }

  /** The last entries, the oldest first; at most 65,536. */
  entries(): TraceEntry[] {
    const start = this.#view.getUint32(this.#position, LITTLE_ENDIAN) / TRACE_ENTRY_BYTES;
    const all = Array.from({ length: TRACE_ENTRIES }, (_, i) => this.#entry((start + i) % TRACE_ENTRIES));
    return all.filter((entry) => entry !== undefined);
  }

  #entry(index: number): TraceEntry | undefined {
    const at = this.memory.layout.trace + index * TRACE_ENTRY_BYTES;
    const what = this.#view.getUint32(at + 8, LITTLE_ENDIAN);
    const value = this.#view.getBigUint64(at, LITTLE_ENDIAN);
    if (what === 0) return undefined;
    return what === TRACED_PC ? { pc: value } : { register: (what - TRACED_X0) / 8, value };
  }

  #add(value: bigint, what: number): void {
    const position = this.#view.getUint32(this.#position, LITTLE_ENDIAN);
    const at = this.memory.layout.trace + position;
    this.#view.setBigUint64(at, value, LITTLE_ENDIAN);
    this.#view.setUint32(at + 8, what, LITTLE_ENDIAN);
    const next = (position + TRACE_ENTRY_BYTES) % (TRACE_ENTRIES * TRACE_ENTRY_BYTES);
    this.#view.setUint32(this.#position, next, LITTLE_ENDIAN);
  }
}
