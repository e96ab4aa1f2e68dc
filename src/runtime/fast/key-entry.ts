import type { FunctionCode } from "../wasm/function-code.js";
import { KEY_ENTRIES, KEY_ENTRY_BYTES } from "./engine-layout.js";

/** Set in each key, for an empty entry holds 0. */
export const KEY_IN_USE = 1n << 63n;
const KEY_MULTIPLIER = 0x9e37_79b9_7f4a_7c15n;

/** The place of a key in its table, as the module computes it: bytes from the table's start. */
export function keyEntryOffset(key: bigint): number {
  const product = BigInt.asUintN(64, key * KEY_MULTIPLIER);
  return Number(product >> 40n) & ((KEY_ENTRIES - 1) * KEY_ENTRY_BYTES);
}

/** Pushes the address of the entry of a key. */
export function pushKeyEntry(code: FunctionCode, key: number, table: number): FunctionCode {
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
