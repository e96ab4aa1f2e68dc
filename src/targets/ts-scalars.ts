import type { Member, ScalarType } from "../model/types.js";

/**
 * How TypeScript holds a C scalar. array: the runtime's class of arrays of it. read: the expression that reads one; write:
 * the statements that write `value`, or reject it in the name of what. own: what the fields of an object's memory are written
 * after, `this.#`: its view, and its words if usesWords. readImports, writeImports: what they take of the runtime.
 */
export interface TsScalar {
  readonly type: "number" | "bigint" | "boolean";
  readonly array: string;
  readonly usesWords: boolean;
  readonly readImports: readonly string[];
  readonly writeImports: readonly string[];
  read(own: string, offset: number): string;
  write(own: string, offset: number, what: string): readonly string[];
}

const SCALARS: Readonly<Record<ScalarType, TsScalar>> = {
  u8: number("Uint8", "(value & 0xff) !== value"),
  u16: number("Uint16", "(value & 0xffff) !== value"),
  u32: number("Uint32", "value >>> 0 !== value"),
  u64: {
    ...wide("Uint64"),
    readImports: [],
    read: (own, offset) => `${own}words[${offset / 8}] ?? ${own}view.getBigUint64(${offset}, true)`,
  },
  u128: wide("Uint128"),
  s8: number("Int8", "(value << 24) >> 24 !== value"),
  s16: number("Int16", "(value << 16) >> 16 !== value"),
  s32: number("Int32", "(value | 0) !== value"),
  s64: wide("Int64"),
  bool: {
    type: "boolean",
    array: "BoolElements",
    usesWords: false,
    readImports: [],
    writeImports: ["setBool"],
    read: (own, offset) => `${own}view.getUint8(${offset}) !== 0`,
    write: (own, offset, what) => [`setBool(${own}view, ${offset}, value, "${what}");`],
  },
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
    usesWords: false,
    readImports: [],
    writeImports: ["rejectScalar"],
    read: (own, offset) => `${own}view.get${name}(${offset}${order})`,
    write: (own, offset, what) => [
      `if (typeof value !== "number" || ${isOutside}) rejectScalar(value, "${scalar}", "${what}");`,
      `${own}view.set${name}(${offset}, value${order});`,
    ],
  };
}

/** A scalar wider than 32 bits, which functions of the runtime read and write. name: as they have it. */
function wide(name: string): TsScalar {
  return {
    type: "bigint",
    array: `${name}Elements`,
    usesWords: true,
    readImports: [`get${name}`],
    writeImports: [`set${name}`],
    read: (own, offset) => `get${name}(${own}words, ${own}view, ${offset})`,
    write: (own, offset, what) => [`set${name}(${own}words, ${own}view, ${offset}, value, "${what}");`],
  };
}

/** The runtime's classes of arrays. */
export const ARRAY_CLASSES: readonly string[] = Object.values(SCALARS).map(({ array }) => array);

/** The scalar that a member's elements are; an address for a pointer; undefined for structs and opaque bytes. */
export function scalarOf(member: Member): TsScalar | undefined {
  const name = scalarNameOf(member);
  return name === undefined ? undefined : SCALARS[name];
}

/** The layout's name for what scalarOf gives. */
export function scalarNameOf({ type }: Member): ScalarType | undefined {
  switch (type.kind) {
    case "scalar":
      return type.scalar;
    case "pointer":
      return "u64";
    default:
      return undefined;
  }
}

/** How TypeScript holds a scalar, by the layout's name for it. */
export function scalarNamed(name: ScalarType): TsScalar {
  return SCALARS[name];
}
