import type {
  ExceptionEvent,
  InstructionEvent,
  MemoryEvent,
  Observer,
  SysregEvent,
} from "../runtime/observer.js";

/** Whose code runs: the level, and at EL1 and EL0 whether a VM is active. */
export type Runner = "host" | "guest" | "EL2";

/** An access of EL2's code to memory, and the instruction that made it. */
export interface Touch extends MemoryEvent {
  readonly pc: bigint;
}

/** A write of a system register by EL2's code. */
export interface SysregWrite extends SysregEvent {
  readonly pc: bigint;
}

/** A stay at EL2, from an exception to the ERET. */
export interface Visit {
  readonly cause: ExceptionEvent;
  readonly from: Runner;
  /** Exceptions that EL2's own code took. */
  readonly nested: ExceptionEvent[];
  readonly loads: Touch[];
  readonly stores: Touch[];
  readonly writes: SysregWrite[];
}

/**
 * Watches a machine: keeps what EL2's code touches, visit by visit, and counts. Nothing that it does changes the
 * machine.
 */
export class Watch implements Observer {
  readonly instructions: Record<Runner, number> = { host: 0, guest: 0, EL2: 0 };
  exits = 0;
  entries = 0;
  stores = 0;
  /** The visit that goes on, or the last one. */
  visit: Visit | undefined;
  pc = 0n;
  #el2 = false;

  constructor(
    private readonly vmActive: () => boolean,
    private readonly onVisit: (visit: Visit) => void,
    private readonly onLeave: (visit: Visit, runner: Runner) => void,
  ) {}

  instruction(event: InstructionEvent): void {
    this.pc = event.pc;
    this.instructions[this.runner(event.el)]++;
  }

  memoryRead(event: MemoryEvent): void {
    if (this.#el2) this.visit?.loads.push({ ...event, pc: this.pc });
  }

  memoryWrite(event: MemoryEvent): void {
    if (!this.#el2) return;
    this.stores++;
    this.visit?.stores.push({ ...event, pc: this.pc });
  }

  sysregWrite(event: SysregEvent): void {
    if (this.#el2) this.visit?.writes.push({ ...event, pc: this.pc });
  }

  exception(event: ExceptionEvent): void {
    if (event.to !== 2) return;
    if (event.from === 2) {
      this.visit?.nested.push(event);
      return;
    }
    const from = this.runner(event.from);
    if (from === "guest") this.exits++;
    this.visit = { cause: event, from, nested: [], loads: [], stores: [], writes: [] };
    this.#el2 = true;
    this.onVisit(this.visit);
  }

  exceptionReturn(event: { readonly from: number; readonly to: number }): void {
    if (event.from !== 2 || event.to === 2 || this.visit === undefined) return;
    this.#el2 = false;
    const runner = this.runner(event.to);
    if (runner === "guest") this.entries++;
    this.onLeave(this.visit, runner);
  }

  /** Who runs at a level now. */
  runner(el: number): Runner {
    if (el === 2) return "EL2";
    return this.vmActive() ? "guest" : "host";
  }
}
