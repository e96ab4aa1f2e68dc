import { BLOCK_BYTES, BLOCKS, RESULT_WORDS, result } from "./layout.js";

/** A doubleword that the two sides disagree about. slot: as layout.ts numbers them. */
export interface SlotDifference {
  readonly slot: number;
  readonly qemu: bigint;
  readonly ours: bigint;
}

/** Results of one case as doublewords. */
export function recordOf(records: Uint8Array, index: number): BigUint64Array {
  const at = records.byteOffset + index * RESULT_WORDS * 8;
  return new BigUint64Array(records.buffer as ArrayBuffer, at, RESULT_WORDS);
}

/** What two records disagree about, in the order of the slots. */
export function differencesOf(qemu: BigUint64Array, ours: BigUint64Array): SlotDifference[] {
  const found: SlotDifference[] = [];
  for (let slot = 0; slot < RESULT_WORDS; slot++) {
    const [theirs, mine] = [qemu[slot] ?? 0n, ours[slot] ?? 0n];
    if (theirs !== mine) found.push({ slot, qemu: theirs, ours: mine });
  }
  return found;
}

const named = new Map<number, string>(
  Object.entries(result).flatMap(([name, slot]) =>
    name === "x" || name === "v" || name === "blocks" ? [] : [[slot, registerName(name)] as const],
  ),
);

function registerName(name: string): string {
  return name.replace(/El(\d)$/, "_EL$1").replace(/^[a-z]+/, (letters) => letters.toUpperCase());
}

/** What a slot holds, for people. state: the case's record, which says where the blocks of memory lie. */
export function slotName(slot: number, blockAddresses: readonly bigint[]): string {
  const name = named.get(slot);
  if (name !== undefined) return name === "VECTOR" ? "vector" : name;
  if (slot < result.x + 31) return `X${slot - result.x}`;
  if (slot < result.v + 64) return `V${(slot - result.v) >> 1}.D[${(slot - result.v) & 1}]`;
  const block = Math.floor((slot - result.blocks) / (BLOCK_BYTES / 8));
  const base = blockAddresses[block] ?? 0n;
  if (block >= BLOCKS) throw new Error(`no slot ${slot}`);
  return `[0x${(base + BigInt(((slot - result.blocks) % (BLOCK_BYTES / 8)) * 8)).toString(16)}]`;
}
