import type { FunctionCode } from "../wasm/function-code.js";
import { KEY_ENTRIES, KEY_ENTRY_BYTES } from "./engine-layout.js";

/** Bits of state that a key has room for. */
export const KEY_BITS = 63;
/** Set in each key, for an empty entry holds 0. */
const KEY_IN_USE = 1n << BigInt(KEY_BITS);
const KEY_MULTIPLIER = 0x9e37_79b9_7f4a_7c15n;

/** The place of a key in its table, as the module computes it: bytes from the table's start. */
export function keyEntryOffset(key: bigint): number {
  const product = BigInt.asUintN(64, key * KEY_MULTIPLIER);
  return Number(product >> 40n) & ((KEY_ENTRIES - 1) * KEY_ENTRY_BYTES);
}

/** Pushes the address of the entry of a key. */
function pushKeyEntry(code: FunctionCode, key: number, table: number): FunctionCode {
  return code
    .get(key)
    .i64(KEY_MULTIPLIER)
    .op("i64Mul")
    .i64(40n)
    .op("i64ShrU", "i32WrapI64")
    .i32((KEY_ENTRIES - 1) * KEY_ENTRY_BYTES)
    .op("i32And")
    .i32(table)
    .op("i32Add");
}

/**
 * Code of a function () -> 1, or 0 when the key is unknown: sets entry to the address of a key's entry, or returns 0 with the
 * key kept where JavaScript finds it. key and entry are locals, table and kept addresses.
 */
export function findKeyEntry(
  code: FunctionCode,
  { key, entry, table, kept }: Readonly<Record<"key" | "entry" | "table" | "kept", number>>,
): void {
  code.get(key).i64(KEY_IN_USE).op("i64Or").set(key);
  pushKeyEntry(code, key, table).tee(entry);
  code.memory("i64Load", 0).get(key).op("i64Ne");
  code.if();
  code.i32(0).get(key).memory("i64Store", kept);
  code.i32(0).op("return");
  code.end();
}
