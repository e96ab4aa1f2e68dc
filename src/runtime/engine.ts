import type { StateStorage } from "./state-storage.js";

/** Time as everything on a board sees it: what the system counter shows. */
export interface Clock {
  ticks: bigint;
}

/**
 * Why an engine came back: its limit; a WFI or WFE with nothing to wake it (PC is behind it); a HLT that stops;
 * or somebody called requestStop while it ran.
 */
export type EngineStop = "limit" | "wait" | "halt" | "requested";

/** What a run came to. */
export interface EngineRun<Reason extends string = EngineStop> {
  readonly reason: Reason;
  readonly instructions: number;
}

/** Inputs of a PE that a board drives. All are levels. */
export type InterruptLine = "irq" | "fiq" | "virtual-irq" | "virtual-fiq";

/**
 * What executes one PE. All of its state is in storage, so that engines can take turns on it: the reference machine is
 * one; a faster one executes on the same storage and memory.
 *
 * The contract with a board:
 * - run executes at most maxInstructions instructions (a taken interrupt and an instruction that ends in an exception
 *   count as one each) and advances the clock by 1 for each, before it.
 * - Devices are reached through the shared PhysicalMemory, in program order, with the clock exact at each access. A
 *   device may call setLine and requestStop from within: the line counts before the next instruction, and run returns
 *   after the current one.
 * - A write to a system register with the effect "timer" calls back the board (MachineOptions.onTimerWrite), which
 *   asks for a stop because the next deadline may have changed.
 * - Between calls of run the board and its observers may change storage and memory; they say so with invalidate.
 */
export interface Engine {
  readonly storage: StateStorage;
  run(options: { readonly maxInstructions: number }): EngineRun;
  setLine(line: InterruptLine, asserted: boolean): void;
  /** Whether the wait that run came back from is over: an input that it notices is asserted, masked or not, or, in a WFE, an event came. */
  wakes(): boolean;
  /** Ends the present run after the current instruction; without a run it does nothing. */
  requestStop(): void;
  /**
   * Forgets what was derived: "translation" what it knows of translation and of the system registers that steer it,
   * "code" what it knows of the instructions at [physicalAddress, physicalAddress + sizeBytes).
   */
  invalidate(what: "translation"): void;
  invalidate(what: "code", physicalAddress: bigint, sizeBytes: number): void;
}
