import { oncePer } from "../core/once-per.js";
import type { Model, Struct } from "../model/types.js";
import { ARRAY_CLASSES } from "./ts-scalars.js";

/** What no binding of a module may be called. */
const RESERVED_WORDS = new Set(
  (
    "arguments await break case catch class const continue debugger default delete do else enum eval export extends " +
    "false finally for function if implements import in instanceof interface let new null package private protected " +
    "public return static super switch this throw true try typeof undefined var void while with yield"
  ).split(" "),
);

/** What generated modules use by name, so that no struct's class may take it. */
const USED_NAMES = [
  "ArrayBufferLike",
  "BigInt",
  "DataView",
  "Number",
  "RangeError",
  "RegisterFile",
  "StructArray",
  "SysregIndex",
  "SysregName",
  "constants",
  "offsets",
  "switching",
  "sysregs",
  "Uint8Array",
  ...ARRAY_CLASSES,
];

/** `kvm_cpu_context` as `KvmCpuContext`. */
export function pascalCase(name: string): string {
  const words = name.split("_").filter((word) => word !== "");
  const joined = words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join("");
  return /^[A-Za-z]/.test(joined) ? joined : `_${joined}`;
}

/** A name for a binding: reserved words get an underscore behind them. */
export function bindingName(name: string): string {
  return RESERVED_WORDS.has(name) ? `${name}_` : name;
}

/** A name for a member of a class; `constructor` is taken. */
export function memberName(name: string): string {
  return name === "constructor" ? "constructor_" : name;
}

/** A key of an object literal: a plain `__proto__:` would set the prototype. */
export function objectKey(name: string): string {
  return name === "__proto__" ? '["__proto__"]' : name;
}

/**
 * Names that are unique: wanted ones as they are while free, then with underscores behind them.
 * taken: names that are given away already.
 */
export function uniqueNames(wanted: readonly string[], taken: Iterable<string> = []): string[] {
  const used = new Set(taken);
  return wanted.map((want) => {
    let name = want;
    while (used.has(name)) name += "_";
    used.add(name);
    return name;
  });
}

/** The class of each struct, by the struct's name. */
export function classNames(model: Model): ReadonlyMap<string, string> {
  const names = uniqueNames(
    model.structs.map((struct) => pascalCase(struct.name)),
    USED_NAMES,
  );
  return new Map(model.structs.map((struct, i) => [struct.name, names[i] ?? struct.name]));
}

/** The member's names as properties of the struct's class, in the order of the members. */
export const propertyNames: (struct: Struct) => readonly string[] = oncePer((struct: Struct) =>
  uniqueNames(struct.members.map((member) => memberName(member.name))),
);
