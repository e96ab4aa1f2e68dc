import type { Terminal } from "./terminal.js";
import type { StampPlace } from "./up-to-date.js";

/**
 * What a command is given: where to write and how to say what came of it (an exit status).
 * stamp: where generate may note what it found fresh.
 */
export interface Host {
  readonly terminal: Terminal;
  readonly stamp?: StampPlace | undefined;
  finish(status: number): void;
}
