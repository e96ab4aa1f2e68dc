import type { Clock } from "../engine.js";
import type { ProcessingElement } from "./processing-element.js";

/** Instructions that a PE executes before the next one has its turn; a PE that is alone executes on. */
const SLICE = 1000;

/**
 * What a round of the scheduler came to. limit: all instructions are spent. stopped: somebody asked for it. asleep:
 * every PE is off or waits, and nothing that the board has can wake one.
 */
export interface ScheduleResult {
  readonly reason: "limit" | "stopped" | "asleep";
  readonly instructions: number;
}

/** What the scheduler asks of the board. */
export interface Schedule {
  readonly clock: Clock;
  readonly pes: readonly ProcessingElement[];
  /** Told before a PE executes: whose turn it is. */
  onTurn(pe: ProcessingElement): void;
  /** What the clock shows when a device next changes an interrupt line by itself; undefined when none will. */
  deadline(): bigint | undefined;
  /** Brings the lines that depend on the clock up to date. */
  update(): void;
  /** Whether the run is over. */
  stopped(): boolean;
}

/**
 * Executes the PEs in turns of SLICE instructions, lowest number first, on one clock that counts the instructions of all:
 * the same program takes the same course every time. A turn ends early at a device's deadline, so that no interrupt comes
 * late. While all PEs wait, time jumps to the deadline.
 */
export class Scheduler {
  #next = 0;

  constructor(readonly schedule: Schedule) {}

  /** Executes at most maxInstructions instructions of all PEs together. */
  run(maxInstructions: number): ScheduleResult {
    let instructions = 0;
    while (instructions < maxInstructions) {
      this.schedule.update();
      if (this.schedule.stopped()) return { reason: "stopped", instructions };
      const pe = this.#turn();
      if (pe !== undefined) instructions += this.#execute(pe, maxInstructions - instructions);
      else if (!this.#skip()) return { reason: "asleep", instructions };
    }
    return { reason: this.schedule.stopped() ? "stopped" : "limit", instructions };
  }

  /** The next PE that has something to execute. */
  #turn(): ProcessingElement | undefined {
    const { pes } = this.schedule;
    for (let i = 0; i < pes.length; i++) {
      const pe = pes[(this.#next + i) % pes.length];
      if (pe?.runnable === true) {
        this.#next = (pe.index + 1) % pes.length;
        return pe;
      }
    }
    return undefined;
  }

  #execute(pe: ProcessingElement, limit: number): number {
    const { clock } = this.schedule;
    const deadline = this.schedule.deadline();
    const slice = this.schedule.pes.length === 1 ? Number.MAX_SAFE_INTEGER : SLICE;
    const left = deadline === undefined ? slice : Number(deadline - clock.ticks);
    pe.waiting = false;
    this.schedule.onTurn(pe);
    const run = pe.engine.run({ maxInstructions: Math.max(1, Math.min(slice, limit, left)) });
    pe.waiting = run.reason === "wait" || pe.suspending;
    pe.suspending = false;
    return run.instructions;
  }

  #skip(): boolean {
    const deadline = this.schedule.deadline();
    if (deadline === undefined || deadline <= this.schedule.clock.ticks) return false;
    this.schedule.clock.ticks = deadline;
    return true;
  }
}
