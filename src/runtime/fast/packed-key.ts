import { type PstateField, pstateFields } from "../pstate.js";
import type { RegisterFile } from "../register-file.js";
import { stateOffsets } from "../state-storage.js";
import type { FunctionCode } from "../wasm/function-code.js";
import { KEY_BITS } from "./key-entry.js";

/** A field of a system register, or a part of PSTATE. */
export type KeyPart = readonly [register: string, field: string] | PstateField;

const EL_BITS = 2;

/**
 * Pushes an i64 in which the parts lie one after the other: equal when and only when all of them are equal.
 * Parts that the description lacks are left out. Throws when they take more bits than a key has room for.
 */
export function pushPackedKey(code: FunctionCode, registers: RegisterFile, parts: readonly KeyPart[]): void {
  let lsb = 0;
  code.i64(0n);
  for (const part of parts) {
    const place = placeOf(registers, part);
    if (place === undefined) continue;
    code.i32(0).memory("i64Load", place.offset);
    code.i64(BigInt(place.lsb)).op("i64ShrU");
    code.i64((1n << BigInt(place.widthBits)) - 1n).op("i64And");
    code.i64(BigInt(lsb)).op("i64Shl", "i64Or");
    lsb += place.widthBits;
  }
  if (lsb > KEY_BITS) throw new Error(`a key of ${lsb} bits does not fit`);
}

function placeOf(
  registers: RegisterFile,
  part: KeyPart,
): { readonly offset: number; readonly lsb: number; readonly widthBits: number } | undefined {
  if (typeof part === "string") {
    const offset = stateOffsets.pstate + 4 * pstateFields.indexOf(part);
    return { offset, lsb: 0, widthBits: part === "EL" ? EL_BITS : 1 };
  }
  const register = registers.find(part[0]);
  const range = register?.description.fields[part[1]];
  if (register === undefined || range === undefined) return undefined;
  return { offset: sysregOffset(register.index), lsb: range[0], widthBits: range[1] };
}

/** Where a system register lies in the state. */
export function sysregOffset(index: number): number {
  return stateOffsets.sysregs + 8 * index;
}
