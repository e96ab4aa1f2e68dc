const NEWLINE = 0x0a;

/** The lines of a text as UTF-8 has it, of which only those become text that are asked for. */
export class ByteLines {
  readonly #bytes: Buffer;
  /** The same as an array, whose search makes nothing. */
  readonly #array: Uint8Array;
  /** Where each line begins, and where one behind the last would. */
  readonly #starts: Uint32Array;

  /** bytes: lines with a newline between them. first: where the first of them begins. count: how many there are. */
  constructor(bytes: Buffer, first: number, count: number) {
    this.#bytes = bytes;
    this.#array = new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.length);
    this.#starts = new Uint32Array(count + 1);
    let start = first;
    for (let line = 0; line < count; line++) {
      this.#starts[line] = start;
      const end = this.#array.indexOf(NEWLINE, start);
      start = (end < 0 ? bytes.length : end) + 1;
    }
    this.#starts[count] = start;
  }

  line(index: number): string {
    return this.#bytes.toString("utf8", this.#start(index), this.#end(index));
  }

  /** What is behind the first such character of ASCII in a line; nothing where there is none. */
  behind(index: number, mark: string): string {
    const at = this.#array.indexOf(mark.charCodeAt(0), this.#start(index));
    return at < 0 ? "" : this.#bytes.toString("utf8", at + 1, this.#end(index));
  }

  #start(index: number): number {
    return this.#starts[index] ?? 0;
  }

  #end(index: number): number {
    return (this.#starts[index + 1] ?? 0) - 1;
  }
}
