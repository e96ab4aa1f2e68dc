import type { SourceRef } from "../core/source-ref.js";
import type { MappingMark, SectionFlags } from "./object/object-code.js";

/** The most bytes that one section may grow to. */
export const LARGEST_SECTION = 64 * 1024 * 1024;

const NOP = [0x1f, 0x20, 0x03, 0xd5] as const;

/** A section while it grows. Offsets are bytes from its start. */
export class Section {
  readonly name: string;
  readonly flags: SectionFlags;
  readonly marks: { offset: number; at: SourceRef }[] = [];
  readonly mapping: MappingMark[] = [];
  alignmentBytes = 1;
  #bytes = new Uint8Array(256);
  #length = 0;

  constructor(name: string, flags: SectionFlags) {
    this.name = name;
    this.flags = flags;
  }

  get length(): number {
    return this.#length;
  }

  get bytes(): Uint8Array {
    return this.#bytes.slice(0, this.#length);
  }

  /** Whether that many more bytes fit. */
  hasRoomFor(bytes: number): boolean {
    return this.#length + bytes <= LARGEST_SECTION;
  }

  /** Adds bytes and says what they are. The caller has asked hasRoomFor. */
  append(bytes: ArrayLike<number>, kind: MappingMark["kind"]): void {
    if (bytes.length === 0) return;
    if (this.mapping.at(-1)?.kind !== kind) this.mapping.push({ offset: this.#length, kind });
    const needed = this.#length + bytes.length;
    if (needed > this.#bytes.length) {
      const larger = new Uint8Array(Math.max(needed, 2 * this.#bytes.length));
      larger.set(this.#bytes.subarray(0, this.#length));
      this.#bytes = larger;
    }
    this.#bytes.set(bytes, this.#length);
    this.#length = needed;
  }

  /** Raises the section's alignment to at least this power of two. */
  requireAlignment(alignmentBytes: number): void {
    this.alignmentBytes = Math.max(this.alignmentBytes, alignmentBytes);
  }

  /** How many bytes there are to the next multiple of alignmentBytes. */
  padding(alignmentBytes: number): number {
    return (alignmentBytes - (this.#length % alignmentBytes)) % alignmentBytes;
  }

  /** Pads as GNU as pads code: zeros up to a multiple of 4, then NOPs. */
  padWithCode(alignmentBytes: number): void {
    const total = this.padding(alignmentBytes);
    const zeros = total % 4;
    this.append(new Uint8Array(zeros), "data");
    const nops = Uint8Array.from({ length: total - zeros }, (_, i) => NOP[i % 4] ?? 0);
    this.append(nops, "code");
  }

  /** Overwrites the four bytes of an instruction that was appended before. */
  putWord(offset: number, word: number): void {
    for (let i = 0; i < 4; i++) this.#bytes[offset + i] = word >>> (8 * i);
  }

  /** Overwrites the little-endian bytes of value at an offset that was appended before. */
  put(offset: number, value: bigint, sizeBytes: number): void {
    for (let i = 0; i < sizeBytes; i++) this.#bytes[offset + i] = Number((value >> BigInt(8 * i)) & 0xffn);
  }
}
