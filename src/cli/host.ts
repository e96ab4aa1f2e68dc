import type { Terminal } from "./terminal.js";

/**
 * What a command is given: where to write and how to say what came of it (an exit status).
 * stampFile: where generate may note what it found fresh.
 */
export interface Host {
  readonly terminal: Terminal;
  readonly stampFile?: string | undefined;
  finish(status: number): void;
}
