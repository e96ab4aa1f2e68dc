import type { SourceRef } from "../core/source-ref.js";

interface Open {
  readonly at: SourceRef;
  readonly outer: boolean;
  active: boolean;
  taken: boolean;
  hasElse: boolean;
}

/** The open `.if` blocks. */
export class Conditions {
  readonly #open: Open[] = [];

  /** Whether statements count here. */
  get active(): boolean {
    return this.#open.at(-1)?.active ?? true;
  }

  /** Whether an `.elseif` here has to ask its condition. */
  get mayTakeElse(): boolean {
    const last = this.#open.at(-1);
    return last?.outer === true && !last.taken && !last.hasElse;
  }

  /** Opens a block; holds is not asked where statements do not count. */
  open(at: SourceRef, holds: () => boolean): void {
    const outer = this.active;
    const active = outer && holds();
    this.#open.push({ at, outer, active, taken: active, hasElse: false });
  }

  /** Turns to another branch; false when no block is open or its `.else` was already there. */
  turn(holds: boolean, isElse: boolean): boolean {
    const last = this.#open.at(-1);
    if (last === undefined || last.hasElse) return false;
    last.active = last.outer && !last.taken && holds;
    last.taken ||= last.active;
    last.hasElse = isElse;
    return true;
  }

  /** Closes a block; false when none is open. */
  close(): boolean {
    return this.#open.pop() !== undefined;
  }

  /** The places of the blocks that are still open. */
  get unclosed(): SourceRef[] {
    return this.#open.map(({ at }) => at);
  }
}
