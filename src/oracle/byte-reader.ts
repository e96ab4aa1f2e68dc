import { Malformed } from "./malformed.js";

const DECODER = new TextDecoder();
/** More bytes than any LEB128 number of 64 bits has. */
const LEB_LIMIT = 10;

/**
 * Reads little-endian values one after the other; what would lie outside of the bytes is Malformed.
 * what: the bytes' name in messages, such as `.debug_info`.
 */
export class ByteReader {
  readonly #view: DataView;
  #position: number;

  constructor(
    readonly bytes: Uint8Array,
    readonly what: string,
    position = 0,
  ) {
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#position = position;
    this.seek(position);
  }

  get position(): number {
    return this.#position;
  }

  get length(): number {
    return this.bytes.length;
  }

  seek(position: number): void {
    if (!Number.isSafeInteger(position) || position < 0 || position > this.bytes.length)
      throw new Malformed(`${this.what}: ${position} is outside of its ${this.bytes.length} bytes`);
    this.#position = position;
  }

  skip(count: number): void {
    this.seek(this.#position + count);
  }

  u8(): number {
    return this.#view.getUint8(this.#take(1));
  }

  u16(): number {
    return this.#view.getUint16(this.#take(2), true);
  }

  u24(): number {
    return this.u16() + 0x10000 * this.u8();
  }

  u32(): number {
    return this.#view.getUint32(this.#take(4), true);
  }

  u64(): bigint {
    return this.#view.getBigUint64(this.#take(8), true);
  }

  /** An unsigned number of 1, 2, 4 or 8 bytes. */
  unsigned(sizeBytes: number): bigint {
    if (sizeBytes === 8) return this.u64();
    if (sizeBytes === 4) return BigInt(this.u32());
    return BigInt(sizeBytes === 2 ? this.u16() : this.u8());
  }

  /** An offset or a size: 4 or 8 bytes, below 2^53. */
  offset(sizeBytes: 4 | 8): number {
    return sizeBytes === 4 ? this.u32() : this.small(this.u64());
  }

  uleb(): number {
    return this.small(this.ulebValue());
  }

  /** Source: DWARF 5, 7.6 Variable Length Data. */
  ulebValue(): bigint {
    let value = 0n;
    for (let i = 0; i < LEB_LIMIT; i++) {
      const byte = this.u8();
      value |= BigInt(byte & 0x7f) << BigInt(7 * i);
      if (byte < 0x80) return value;
    }
    throw new Malformed(`${this.what}: a number of more than 64 bits at ${this.#position}`);
  }

  slebValue(): bigint {
    let value = 0n;
    for (let i = 0; i < LEB_LIMIT; i++) {
      const byte = this.u8();
      value |= BigInt(byte & 0x7f) << BigInt(7 * i);
      if (byte < 0x80) return BigInt.asIntN(7 * (i + 1), value);
    }
    throw new Malformed(`${this.what}: a number of more than 64 bits at ${this.#position}`);
  }

  skipLeb(): void {
    for (let i = 0; i < LEB_LIMIT; i++) if (this.u8() < 0x80) return;
    throw new Malformed(`${this.what}: a number of more than 64 bits at ${this.#position}`);
  }

  /** Text up to a zero byte, which is passed too. */
  text(): string {
    const end = this.#endOfText();
    const text = DECODER.decode(this.bytes.subarray(this.#position, end));
    this.#position = end + 1;
    return text;
  }

  skipText(): void {
    this.#position = this.#endOfText() + 1;
  }

  take(count: number): Uint8Array {
    const from = this.#take(count);
    return this.bytes.subarray(from, from + count);
  }

  /** A value as a number that can be a place or a size. */
  small(value: bigint): number {
    if (value > BigInt(Number.MAX_SAFE_INTEGER))
      throw new Malformed(`${this.what}: 0x${value.toString(16)} at ${this.#position} is no place or size`);
    return Number(value);
  }

  #endOfText(): number {
    const end = this.bytes.indexOf(0, this.#position);
    if (end < 0) throw new Malformed(`${this.what}: a text at ${this.#position} has no end`);
    return end;
  }

  #take(count: number): number {
    const from = this.#position;
    this.skip(count);
    return from;
  }
}
