import type { SourceRef } from "../core/source-ref.js";

/** Where in an object something is said (`.debug_info+0x1e4`, `type 17`), and where the source declares it, if known. */
export interface Where {
  readonly text: string;
  readonly declared?: SourceRef;
}

/**
 * A type as a compiler laid it out; qualifiers and typedefs are resolved.
 * sizeBytes: absent where the object does not say. count: absent for a flexible array.
 * members of a record: only for one without a name, which is described where it is used.
 */
export type CompiledType =
  | {
      readonly kind: "integer";
      readonly name: string;
      readonly sizeBytes: number;
      readonly encoding: "signed" | "unsigned" | "bool" | "float" | "enum";
    }
  | { readonly kind: "pointer"; readonly to?: string; readonly sizeBytes: number }
  | {
      readonly kind: "record";
      readonly union: boolean;
      readonly name?: string;
      readonly sizeBytes?: number;
      readonly members?: readonly CompiledMember[];
    }
  | { readonly kind: "array"; readonly element: CompiledType; readonly count?: number }
  | { readonly kind: "other"; readonly name: string };

/** A member; without a name for an anonymous record. widthBits: of a bit-field. */
export interface CompiledMember {
  readonly name?: string;
  readonly offsetBits: number;
  readonly widthBits?: number;
  readonly type: CompiledType;
  readonly where: Where;
}

/** A definition of a struct, with its members in declaration order. */
export interface CompiledStruct {
  readonly name: string;
  readonly sizeBytes: number;
  readonly members: readonly CompiledMember[];
  readonly where: Where;
}

export interface CompiledEnumerator {
  readonly name: string;
  readonly value: bigint;
  readonly where: Where;
}

/** What to look for in an object: names of structs and of enumerators. */
export interface Wanted {
  readonly structs: ReadonlySet<string>;
  readonly enumerators: ReadonlySet<string>;
}

/**
 * What an object says of what is wanted. A name may have several definitions: compilation units repeat them, and may
 * disagree.
 */
export interface CompiledLayout {
  readonly file: string;
  readonly structs: ReadonlyMap<string, readonly CompiledStruct[]>;
  readonly enumerators: ReadonlyMap<string, readonly CompiledEnumerator[]>;
}

/** Adds a definition to those of its name. */
export function addTo<T extends { readonly name: string }>(found: Map<string, T[]>, one: T): void {
  const known = found.get(one.name);
  if (known === undefined) found.set(one.name, [one]);
  else known.push(one);
}

/** Size of a type in bytes; undefined for a flexible array and where the object does not say. */
export function sizeOf(type: CompiledType): number | undefined {
  switch (type.kind) {
    case "array": {
      const element = sizeOf(type.element);
      return element === undefined || type.count === undefined ? undefined : element * type.count;
    }
    case "other":
      return undefined;
    default:
      return type.sizeBytes;
  }
}

/** The type of the innermost elements of an array; the type itself when it is none. */
export function elementOf(type: CompiledType): CompiledType {
  let element = type;
  while (element.kind === "array") element = element.element;
  return element;
}

/** A type as C would write it: `long unsigned int[21]`, `struct kvm *`. */
export function typeText(type: CompiledType): string {
  switch (type.kind) {
    case "integer":
    case "other":
      return type.name;
    case "pointer":
      return `${type.to ?? "void"} *`;
    case "record":
      return `${type.union ? "union" : "struct"} ${type.name ?? "{…}"}`;
    case "array": {
      const counts: string[] = [];
      let element: CompiledType = type;
      for (; element.kind === "array"; element = element.element) counts.push(`[${element.count ?? ""}]`);
      return `${typeText(element)}${counts.join("")}`;
    }
  }
}
