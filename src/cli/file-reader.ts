import { isAscii } from "node:buffer";
import { closeSync, fstatSync, openSync, readFileSync, readSync } from "node:fs";

/** What most files are shorter than, and what nearly all are. */
const FEW_BYTES = 0x1_0000;
const MOST_BYTES = 0x10_0000;

/** Reads files one after the other into the same bytes: memory that is new costs more than what is read into it. */
export class FileReader {
  readonly #bytes = Buffer.allocUnsafeSlow(MOST_BYTES);

  /** A file's bytes, which hold until the next file is read. Throws as node:fs does. */
  bytes(file: string): Buffer {
    const descriptor = openSync(file, "r");
    try {
      let length = 0;
      let room = FEW_BYTES;
      for (;;) {
        const count = readSync(descriptor, this.#bytes, length, room - length, null);
        if (count === 0) return this.#bytes.subarray(0, length);
        length += count;
        if (length < room) continue;
        if (room === MOST_BYTES || fstatSync(descriptor).size >= MOST_BYTES) return readFileSync(file);
        room = MOST_BYTES;
      }
    } finally {
      closeSync(descriptor);
    }
  }

  /** As bytes; undefined where the file cannot be read. */
  bytesIfThere(file: string): Buffer | undefined {
    try {
      return this.bytes(file);
    } catch {
      return undefined;
    }
  }

  /** A file's text; ASCII, as large ones of ours are, is had without decoding. */
  text(file: string): string {
    const bytes = this.bytes(file);
    return bytes.toString(isAscii(bytes) ? "latin1" : "utf8");
  }
}
