import { fstatSync, writeSync } from "node:fs";

/**
 * stdout or stderr. Node's own stream for it is made when it is needed, for a terminal above all: it takes as long to load as
 * all of a short command's output. Files and pipes are written as Node's stream writes them, at once.
 */
export class OutputStream {
  readonly #number: 1 | 2;
  readonly #onError: (error: NodeJS.ErrnoException) => void;
  #stream: NodeJS.WriteStream | undefined;

  /** number: of the file descriptor. onError: told of a write that failed. */
  constructor(number: 1 | 2, onError: (error: NodeJS.ErrnoException) => void) {
    this.#number = number;
    this.#onError = onError;
    if (!isFileOrPipe(number)) this.#open();
  }

  get isTTY(): boolean {
    return this.#stream?.isTTY === true;
  }

  /** How wide the terminal is; 80 when it does not tell. */
  get columns(): number {
    return this.#stream?.columns ?? 80;
  }

  /** Whether all that was written has gone to the operating system, and nothing can come back of it. */
  get isDone(): boolean {
    return this.#stream === undefined;
  }

  /** Writes text as UTF-8, or bytes. */
  write(output: string | Uint8Array): void {
    if (this.#stream !== undefined) {
      this.#stream.write(output);
      return;
    }
    const bytes = typeof output === "string" ? Buffer.from(output, "utf8") : output;
    let written = 0;
    try {
      while (written < bytes.length) written += writeSync(this.#number, bytes, written);
    } catch (error) {
      const failed = error as NodeJS.ErrnoException;
      // A pipe that another process made non-blocking: Node's stream waits until there is room.
      if (failed.code === "EAGAIN") this.#open().write(bytes.subarray(written));
      else this.#onError(failed);
    }
  }

  #open(): NodeJS.WriteStream {
    this.#stream = this.#number === 1 ? process.stdout : process.stderr;
    this.#stream.on("error", this.#onError);
    return this.#stream;
  }
}

/** Whether a file descriptor is no terminal for certain; false on Windows. */
export function isFileOrPipe(number: number): boolean {
  if (process.platform === "win32") return false;
  try {
    const status = fstatSync(number);
    return status.isFile() || status.isFIFO() || status.isSocket();
  } catch {
    return false;
  }
}
