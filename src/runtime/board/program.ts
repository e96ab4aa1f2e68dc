import type { PeStart } from "./processing-element.js";

/** Bytes for the board's memory. */
export interface LoadedBytes {
  readonly address: bigint;
  readonly bytes: Uint8Array;
}

/** A program for the board: what lies in memory, and where the first PE begins. */
export interface Program extends PeStart {
  readonly parts: readonly LoadedBytes[];
  /**
   * Whether it begins as a Linux Image does: the device tree lies behind it, and X0 has the tree's address. Else the tree lies at
   * the start of RAM where that is free. Source: Linux, Documentation/arch/arm64/booting, 4.
   */
  readonly linuxBoot?: boolean;
}

/** Addresses from base up to end, end exclusive. */
export interface AddressRange {
  readonly base: bigint;
  readonly end: bigint;
}

/** The largest range of RAM that no part lies in; of equals the lowest. */
export function largestGap(ram: AddressRange, parts: readonly LoadedBytes[]): AddressRange {
  const ends = [...parts, { address: ram.end, bytes: new Uint8Array() }];
  let best: AddressRange = { base: ram.end, end: ram.end };
  let from = ram.base;
  for (const { address, bytes } of ends.sort((a, b) => (a.address < b.address ? -1 : 1))) {
    if (address - from > best.end - best.base) best = { base: from, end: address };
    const after = address + BigInt(bytes.length);
    if (after > from) from = after;
  }
  return best;
}
