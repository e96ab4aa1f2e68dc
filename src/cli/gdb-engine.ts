import type { Permission } from "../debug/index.js";
import type { Engine, EngineRun, InterruptLine, Machine, StateStorage } from "../runtime/index.js";

/**
 * A machine as a board's engine that asks for permission before each step. A PE that may not go on is, for the board, at
 * the end of its turn; one whose run has ended waits for ever.
 */
export class PermittedEngine implements Engine {
  #ended = false;

  constructor(
    readonly machine: Machine,
    readonly permission: () => Permission,
  ) {}

  get storage(): StateStorage {
    return this.machine.storage;
  }

  run({ maxInstructions }: { readonly maxInstructions: number }): EngineRun {
    for (let instructions = 0; instructions < maxInstructions; instructions++) {
      const permission = this.permission();
      this.#ended = permission === "end";
      if (permission === "end") return { reason: "wait", instructions };
      if (permission === "hold") return { reason: "limit", instructions };
      const { reason } = this.machine.run({ maxInstructions: 1 });
      if (reason !== "limit") return { reason, instructions: instructions + 1 };
    }
    return { reason: "limit", instructions: maxInstructions };
  }

  setLine(line: InterruptLine, asserted: boolean): void {
    this.machine.setLine(line, asserted);
  }

  wakes(): boolean {
    return !this.#ended && this.machine.wakes();
  }

  requestStop(): void {
    this.machine.requestStop();
  }

  invalidate(): void {
    this.machine.invalidate();
  }
}
