import type { DebugCore } from "./target.js";

/** The most lines that a trace keeps. */
const MOST_LINES = 100_000;

/** The last lines of a core's trace; the core is not watched while none are to be kept. */
export class TraceBuffer {
  #lines: string[] = [];
  #limit = 0;
  #stop: (() => void) | undefined;

  constructor(readonly core: DebugCore) {}

  /** How many lines are kept. */
  get limit(): number {
    return this.#limit;
  }

  /** Keeps that many of the last lines from now on; 0 ends the trace. */
  keep(count: number): void {
    this.#stop?.();
    this.#limit = Math.min(count, MOST_LINES);
    this.#lines = [];
    this.#stop = this.#limit === 0 ? undefined : this.core.trace((line) => this.#add(line));
  }

  /** The lines that are kept, the oldest first. */
  lines(): readonly string[] {
    return this.#lines.slice(-this.#limit);
  }

  /** Lines leave in bulk: moving the rest for each one would cost its length each time. */
  #add(line: string): void {
    this.#lines.push(line);
    if (this.#lines.length >= 2 * this.#limit) this.#lines = this.#lines.slice(-this.#limit);
  }
}
