import type { Member, ScalarType } from "../model/types.js";

/**
 * How TypeScript holds a C scalar. setter, array: the runtime's function that writes one, and its class of arrays.
 * read: the expression that reads one. imports: what that takes of the runtime.
 */
export interface TsScalar {
  readonly type: "number" | "bigint" | "boolean";
  readonly setter: string;
  readonly array: string;
  readonly imports: readonly string[];
  read(view: string, offset: number): string;
}

const SCALARS: Readonly<Record<ScalarType, TsScalar>> = {
  u8: scalar("number", "Uint8", (view, offset) => `${view}.getUint8(${offset})`),
  u16: scalar("number", "Uint16", (view, offset) => `${view}.getUint16(${offset}, true)`),
  u32: scalar("number", "Uint32", (view, offset) => `${view}.getUint32(${offset}, true)`),
  u64: scalar("bigint", "Uint64", (view, offset) => `${view}.getBigUint64(${offset}, true)`),
  u128: scalar("bigint", "Uint128", (view, offset) => `getUint128(${view}, ${offset})`, ["getUint128"]),
  s8: scalar("number", "Int8", (view, offset) => `${view}.getInt8(${offset})`),
  s16: scalar("number", "Int16", (view, offset) => `${view}.getInt16(${offset}, true)`),
  s32: scalar("number", "Int32", (view, offset) => `${view}.getInt32(${offset}, true)`),
  s64: scalar("bigint", "Int64", (view, offset) => `${view}.getBigInt64(${offset}, true)`),
  bool: scalar("boolean", "Bool", (view, offset) => `${view}.getUint8(${offset}) !== 0`),
};

/** name: as the runtime's functions and classes have it. */
function scalar(
  type: TsScalar["type"],
  name: string,
  read: TsScalar["read"],
  imports: readonly string[] = [],
): TsScalar {
  return { type, setter: `set${name}`, array: `${name}Elements`, imports, read };
}

/** The runtime's classes of arrays. */
export const ARRAY_CLASSES: readonly string[] = Object.values(SCALARS).map(({ array }) => array);

/** The scalar that a member's elements are; an address for a pointer; undefined for structs and opaque bytes. */
export function scalarOf(member: Member): TsScalar | undefined {
  switch (member.type.kind) {
    case "scalar":
      return SCALARS[member.type.scalar];
    case "pointer":
      return SCALARS.u64;
    default:
      return undefined;
  }
}
