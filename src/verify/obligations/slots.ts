import type { Transfer, Waiver } from "../../model/types.js";
import { ByOffset } from "../by-offset.js";
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
  readonly #near = new Map<Term | undefined, Map<number, Writable[]>>();
  readonly #byOffset = new ByOffset<Writable>();

  constructor(writable: readonly Writable[]) {
    for (const slot of writable) {
      this.#byOffset.set(slot.base, slot.offset, slot);
      let region = this.#near.get(slot.base);
      if (region === undefined) {
        region = new Map();
        this.#near.set(slot.base, region);
      }
      for (const key of keysOf(slot.offset, slot.widthBytes)) {
        const near = region.get(key);
        if (near === undefined) region.set(key, [slot]);
        else near.push(slot);
      }
    }
  }

  /** Whether a store writes one of them, whole and nothing else. */
  fits({ base, offset, sizeBytes }: Stored): boolean {
    return this.#byOffset.get(base, offset)?.widthBytes === sizeBytes;
  }

  /** What a store touches, by offset where no two overlap. */
  touched({ base, offset, sizeBytes }: Stored): Writable[] {
    const region = this.#near.get(base);
    if (region === undefined) return [];
    const end = offset + BigInt(sizeBytes);
    const found: Writable[] = [];
    for (const key of keysOf(offset, sizeBytes))
      for (const slot of region.get(key) ?? [])
        if (slot.offset < end && offset < slot.offset + BigInt(slot.widthBytes) && !found.includes(slot))
          found.push(slot);
    return found;
  }
}

/** A number for each 16 bytes that so many bytes lie in; far beyond any region, several have the same. */
function keysOf(offset: bigint, bytes: number): number[] {
  const first = offset >> 4n;
  const keys = [Number(first)];
  const more = Number(((offset + BigInt(bytes) - 1n) >> 4n) - first);
  for (let i = 1; i <= more; i++) keys.push(Number(first) + i);
  return keys;
}
