import type { Transfer, Waiver } from "../../model/types.js";
import type { Term } from "../term.js";

/** Bytes of a region that a path may write, and why. */
export interface Writable {
  readonly base: Term;
  readonly offset: bigint;
  readonly widthBytes: number;
  readonly member: string;
  readonly at: Transfer["at"];
  readonly register: string;
  readonly waivers?: readonly Waiver[];
}

/** What a store writes. base: absent where nothing is known of the address but a number. */
interface Stored {
  readonly base: Term | undefined;
  readonly offset: bigint;
  readonly sizeBytes: number;
}

/** Writable bytes by where they are, so that a store looks only at those near it. */
export class Slots {
  readonly #near = new Map<string, Writable[]>();

  constructor(writable: readonly Writable[]) {
    for (const slot of writable)
      for (const key of keysOf(slot.base, slot.offset, slot.widthBytes)) {
        const near = this.#near.get(key);
        if (near === undefined) this.#near.set(key, [slot]);
        else near.push(slot);
      }
  }

  /** What a store touches, by offset where no two overlap. */
  touched({ base, offset, sizeBytes }: Stored): Writable[] {
    const end = offset + BigInt(sizeBytes);
    const near = keysOf(base, offset, sizeBytes).flatMap((key) => this.#near.get(key) ?? []);
    return [...new Set(near)].filter((w) => w.offset < end && offset < w.offset + BigInt(w.widthBytes));
  }
}

/** A key for each 16 bytes of a base that so many bytes lie in. */
function keysOf(base: Term | undefined, offset: bigint, bytes: number): string[] {
  const [first, last] = [offset >> 4n, (offset + BigInt(bytes) - 1n) >> 4n];
  return Array.from({ length: Number(last - first) + 1 }, (_, i) => `${base?.id} ${first + BigInt(i)}`);
}
