import type { Terminal } from "./terminal.js";

/** What a command is given: where to write and how to say what came of it (an exit status). */
export interface Host {
  readonly terminal: Terminal;
  finish(status: number): void;
}
