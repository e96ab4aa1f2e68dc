import type { ExitStatus } from "./exit-status.js";
import type { Terminal } from "./terminal.js";

/** What a command is given: where to write and how to say what came of it. */
export interface Host {
  readonly terminal: Terminal;
  finish(status: ExitStatus): void;
}
