import { readFileSync } from "node:fs";
import { reason } from "../read/text-file.js";
import type { Console } from "../runtime/index.js";
import type { Terminal } from "./terminal.js";
import { UsageError } from "./usage-error.js";

const NEWLINE = 0x0a;
const BUFFER_BYTES = 4096;

/**
 * The process's own streams as a board's console. Output is written line by line, and when the program reads; flush
 * writes the rest. input: a file whose bytes are the input, "-" for stdin; no input unless given.
 */
export class HostConsole implements Console {
  readonly interactive: boolean;
  readonly #terminal: Terminal;
  readonly #input: Uint8Array;
  #position = 0;
  #buffer: number[] = [];

  /** Throws UsageError when the input cannot be read. */
  constructor(terminal: Terminal, input?: string) {
    this.#terminal = terminal;
    this.interactive = terminal.stdout.isTTY;
    this.#input = input === undefined ? new Uint8Array() : readInput(input);
  }

  write(bytes: Uint8Array): void {
    for (const byte of bytes) {
      this.#buffer.push(byte);
      if (byte === NEWLINE || this.#buffer.length >= BUFFER_BYTES) this.flush();
    }
  }

  writeError(bytes: Uint8Array): void {
    this.flush();
    this.#terminal.stderr.write(bytes);
  }

  read(): number | undefined {
    this.flush();
    return this.#input[this.#position++];
  }

  /** Writes what is left of a line. */
  flush(): void {
    if (this.#buffer.length > 0) this.#terminal.stdout.write(Uint8Array.from(this.#buffer));
    this.#buffer = [];
  }
}

function readInput(input: string): Uint8Array {
  try {
    return readFileSync(input === "-" ? 0 : input);
  } catch (error) {
    throw new UsageError(`cannot read ${input}: ${reason(error)}`);
  }
}
