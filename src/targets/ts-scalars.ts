import type { Member, ScalarType } from "../model/types.js";

/**
 * How TypeScript holds a C scalar. array: the runtime's class of arrays of it. read: the expression that reads one; write:
 * the statements that write `value`, or reject it in the name of what. readImports, writeImports: what they take of the
 * runtime.
 */
export interface TsScalar {
  readonly type: "number" | "bigint" | "boolean";
  readonly array: string;
  readonly readImports: readonly string[];
  readonly writeImports: readonly string[];
  read(view: string, offset: number): string;
  write(view: string, offset: number, what: string): readonly string[];
}

const SCALARS: Readonly<Record<ScalarType, TsScalar>> = {
  u8: number("Uint8", "(value & 0xff) !== value"),
  u16: number("Uint16", "(value & 0xffff) !== value"),
  u32: number("Uint32", "value >>> 0 !== value"),
  u64: called("bigint", "Uint64", (view, offset) => `${view}.getBigUint64(${offset}, true)`),
  u128: called("bigint", "Uint128", (view, offset) => `getUint128(${view}, ${offset})`, ["getUint128"]),
  s8: number("Int8", "(value << 24) >> 24 !== value"),
  s16: number("Int16", "(value << 16) >> 16 !== value"),
  s32: number("Int32", "(value | 0) !== value"),
  s64: called("bigint", "Int64", (view, offset) => `${view}.getBigInt64(${offset}, true)`),
  bool: called("boolean", "Bool", (view, offset) => `${view}.getUint8(${offset}) !== 0`),
};

/**
 * A scalar whose check is printed in place: V8 then makes of it what it makes of code by hand, where a call of an imported
 * function costs a tenth of the write (bench/accessors.mjs). name: as DataView's methods have it. isOutside: the test.
 */
function number(name: string, isOutside: string): TsScalar {
  const order = name.endsWith("8") ? "" : ", true";
  const scalar = `${name.startsWith("U") ? "u" : "s"}${name.replace(/\D/g, "")}`;
  return {
    type: "number",
    array: `${name}Elements`,
    readImports: [],
    writeImports: ["rejectScalar"],
    read: (view, offset) => `${view}.get${name}(${offset}${order})`,
    write: (view, offset, what) => [
      `if (typeof value !== "number" || ${isOutside}) rejectScalar(value, "${scalar}", "${what}");`,
      `${view}.set${name}(${offset}, value${order});`,
    ],
  };
}

/** A scalar that a function of the runtime writes. name: as the runtime's functions and classes have it. */
function called(
  type: TsScalar["type"],
  name: string,
  read: TsScalar["read"],
  readImports: readonly string[] = [],
): TsScalar {
  return {
    type,
    array: `${name}Elements`,
    readImports,
    writeImports: [`set${name}`],
    read,
    write: (view, offset, what) => [`set${name}(${view}, ${offset}, value, "${what}");`],
  };
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
