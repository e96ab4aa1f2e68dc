import {
  type BoardStop,
  type InstructionEvent,
  memoryDifference,
  type PhysicalMemory,
  StateComparison,
  type StateDifference,
  type VirtBoard,
} from "../runtime/index.js";
import { HostDiverged } from "./host-record.js";

/** So many instructions from one comparison of all memory to the next; in between what the reference machine writes is compared. */
const WHOLE_MEMORY_EVERY = 4_000_000;
/** So many of the instructions before a difference are told. */
const MOST_TOLD = 32;

/**
 * Where an engine and the reference machine part. instructions: how many both had executed when they last agreed.
 * executed: what the reference machine has executed since, the last of it. found: what differs then, the engine's value first.
 */
export interface CrossCheckDifference {
  readonly instructions: number;
  readonly executed: readonly InstructionEvent[];
  readonly found: readonly StateDifference[];
}

/** What a checked run came to: its end, or where it went wrong. */
export type CrossCheckResult = { readonly stop: BoardStop } | { readonly difference: CrossCheckDifference };

/** Two boards with one PE each that have been given the same program. every: instructions from one comparison to the next. */
export interface CrossCheckedRun {
  readonly engine: VirtBoard;
  readonly reference: VirtBoard;
  readonly ram: { readonly base: bigint; readonly sizeBytes: number };
  readonly every: number;
  readonly maxInstructions: number;
}

/**
 * Runs a program on a board with an engine and on one with the reference machine, in turns, and compares the whole state
 * of the PE, the console's and devices' effects on it, and the memory that is written. The reference machine follows the
 * engine: its host must answer as that of the engine has answered (recordHost).
 */
export function crossCheck(run: CrossCheckedRun): CrossCheckResult {
  return new CrossCheck(run).run();
}

class CrossCheck {
  readonly #comparison: StateComparison;
  readonly #executed: InstructionEvent[] = [];
  /** The doublewords that the reference machine has written since the last comparison, by their addresses. */
  readonly #written = new Set<number>();
  #done = 0;
  #wholeMemoryAt = WHOLE_MEMORY_EVERY;

  constructor(readonly plan: CrossCheckedRun) {
    const { reference, ram } = plan;
    this.#comparison = new StateComparison(reference.options.architecture);
    const start = reference.memory.window(ram.base, 8).byteOffset;
    reference.memory.onWrite = (byteOffset, lengthBytes) => {
      const first = byteOffset - start;
      for (let at = first & ~7; at < first + lengthBytes; at += 8) this.#written.add(at);
    };
    for (const { machine } of reference.pes) {
      machine.observe({
        instruction: (event) => {
          if (this.#executed.push(event) > 2 * MOST_TOLD) this.#executed.splice(0, MOST_TOLD);
        },
      });
    }
  }

  run(): CrossCheckResult {
    const { engine, reference, every, maxInstructions } = this.plan;
    for (;;) {
      this.#executed.length = 0;
      this.#written.clear();
      const limit = Math.min(every, maxInstructions - this.#done);
      const ours = engine.run(limit);
      const theirs = follow(() => reference.run(limit));
      const isOver = ours.reason !== "limit" || this.#done + ours.instructions >= maxInstructions;
      const found = this.#differences(ours, theirs, isOver);
      if (found.length > 0) {
        const executed = this.#executed.slice(-MOST_TOLD);
        return { difference: { instructions: this.#done, executed, found } };
      }
      this.#done += ours.instructions;
      if (isOver) return { stop: { ...ours, instructions: this.#done } };
    }
  }

  #differences(ours: BoardStop, theirs: BoardStop | undefined, isOver: boolean): readonly StateDifference[] {
    const found = [...this.#stateDifferences(), ...this.#memoryDifferences()];
    if (found.length > 0) return found;
    if (theirs?.reason !== ours.reason) return [{ name: "how the run ends", values: [0n, 1n] }];
    if (!isOver && this.#done < this.#wholeMemoryAt) return [];
    this.#wholeMemoryAt = this.#done + WHOLE_MEMORY_EVERY;
    const { engine, reference, ram } = this.plan;
    const difference = memoryDifference(engine.memory, reference.memory, ram);
    return difference === undefined ? [] : [difference];
  }

  #stateDifferences(): readonly StateDifference[] {
    const { engine, reference } = this.plan;
    return engine.pes.flatMap(({ machine }, i) => {
      const other = reference.pes[i]?.machine;
      if (other === undefined || this.#comparison.isSame(machine, other)) return [];
      return this.#comparison.differences(machine, other);
    });
  }

  #memoryDifferences(): readonly StateDifference[] {
    const { engine, reference, ram } = this.plan;
    return [...this.#written].flatMap((offset) => {
      const address = ram.base + BigInt(offset);
      const values = [doubleword(engine.memory, address), doubleword(reference.memory, address)] as const;
      return values[0] === values[1] ? [] : [{ name: `RAM 0x${address.toString(16)}`, values }];
    });
  }
}

function doubleword(memory: PhysicalMemory, address: bigint): bigint {
  return memory.read(address, 8) ?? 0n;
}

/** What the reference machine comes to; undefined when it asks the host for what the engine has not asked for. */
function follow(run: () => BoardStop): BoardStop | undefined {
  try {
    return run();
  } catch (thrown) {
    if (!(thrown instanceof HostDiverged)) throw thrown;
    return undefined;
  }
}
