import type { Engine } from "../engine.js";
import type { Machine } from "../machine.js";
import { resetPstate } from "../pstate.js";

/** Where a PE begins after reset: the address, and the first argument. */
export interface PeStart {
  readonly pc: bigint;
  readonly x0: bigint;
}

/** Condition flags after reset, which the architecture leaves UNKNOWN. */
export type ResetFlags = Partial<Record<"N" | "Z" | "C" | "V", number>>;

/** Bit 31 of MPIDR_EL1 is RES1. Source: DDI0487, MPIDR_EL1. */
const MPIDR_RES1 = 0x8000_0000n;

/** One PE of a board: its state and what executes it, whether it is powered, whether it waits. */
export class ProcessingElement {
  on = false;
  waiting = false;
  /** It is to wait once the present run is over. */
  suspending = false;

  /** index: its number on the board and its affinity level 0. engine: what executes it now; another one may go on with its machine's state. */
  constructor(
    readonly index: number,
    readonly machine: Machine,
    public engine: Engine,
    readonly flags: ResetFlags = {},
  ) {
    this.#reset();
  }

  /** MPIDR_EL1 without the bits that are no affinity. */
  get affinity(): bigint {
    return BigInt(this.index);
  }

  /** Whether it has something to execute now. */
  get runnable(): boolean {
    return this.on && (!this.waiting || this.engine.wakes());
  }

  /** Resets it and lets it begin at EL2, as CPU_ON and the board's own start do. */
  start({ pc, x0 }: PeStart): void {
    this.#reset();
    this.machine.pc = pc;
    this.machine.x[0] = x0;
    this.on = true;
  }

  /** Lets it wait for an interrupt after the present instruction. */
  suspend(): void {
    this.suspending = true;
    this.engine.requestStop();
  }

  /** Takes the power away. */
  stop(): void {
    this.on = false;
    this.engine.requestStop();
  }

  #reset(): void {
    const { machine } = this;
    const { registers, state, storage } = machine;
    registers.reset();
    for (const name of ["MPIDR_EL1", "VMPIDR_EL2"]) registers.set(name, MPIDR_RES1 | this.affinity);
    storage.x.fill(0n);
    storage.v.fill(0n);
    Object.assign(machine.pstate, resetPstate(2), this.flags);
    machine.pc = 0n;
    state.exclusive = undefined;
    state.eventRegister = false;
    machine.tlb.clear();
    this.waiting = false;
    this.engine.invalidate("translation");
  }
}
