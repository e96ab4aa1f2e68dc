import type { Diagnostic } from "../core/diagnostic.js";
import type { SourceRef } from "../core/source-ref.js";
import { type JsonNode, placeOf } from "../read/json-node.js";
import { nearestHint } from "../validate/nearest.js";
import { errorAt } from "./finding.js";
import type { Struct, Sysreg } from "./types.js";

/** Constants by name; "broken" when a constant's own line is wrong, which is reported there. */
export type ConstantValues = ReadonlyMap<string, bigint | "broken">;

/** Structs by name, in document order; "broken" when a struct has no layout, which is reported there. */
export type StructTable = ReadonlyMap<string, Struct | "broken">;

/** What the rest of a layout is resolved against. found collects the diagnostics. */
export interface Scope {
  readonly sysregs: ReadonlyMap<string, Sysreg>;
  readonly constants: ConstantValues;
  readonly structs: StructTable;
  /** Index by register name, from sysreg-order.json. */
  readonly order: ReadonlyMap<string, number>;
  readonly found: Diagnostic[];
}

/** The register of a name, undefined after WS205. */
export function findSysreg(
  scope: Pick<Scope, "sysregs" | "found">,
  name: string,
  at: SourceRef,
): Sysreg | undefined {
  const register = scope.sysregs.get(name);
  if (register === undefined) {
    const hint = nearestHint(name, scope.sysregs.keys());
    scope.found.push(errorAt("WS205", at, `no system register is called ${name}`, { hint }));
  }
  return register;
}

/** The struct of a name, undefined after WS210 or when it is broken. */
export function findStruct(
  scope: Pick<Scope, "structs" | "found">,
  name: string,
  at: SourceRef,
): Struct | undefined {
  const struct = scope.structs.get(name);
  if (struct === undefined) {
    const hint = nearestHint(name, scope.structs.keys());
    scope.found.push(errorAt("WS210", at, `no struct is called ${name}`, { hint }));
  }
  return struct === "broken" ? undefined : struct;
}

/** The elements of a list that every element gave; each reports for itself when it gives undefined. */
export function present<T>(values: readonly (T | undefined)[]): readonly T[] {
  return values.filter((value) => value !== undefined);
}

/** An element of an array node with its value, for walking both. */
export function eachOf<T, R>(
  values: readonly T[] | undefined,
  list: JsonNode | undefined,
  visit: (value: T, node: JsonNode, index: number) => R,
): R[] {
  if (values === undefined || list?.kind !== "array") return [];
  const results: R[] = [];
  const { items } = list;
  for (let index = 0; index < items.length; index++) {
    const value = values[index];
    const node = items[index];
    if (value !== undefined && node !== undefined) results.push(visit(value, node, index));
  }
  return results;
}

/** The place of a node's member, or of the node without one. */
export function placeOfMember(node: JsonNode, key: string): SourceRef {
  const member = node.kind === "object" ? node.members.find((m) => m.key.value === key) : undefined;
  return placeOf(member?.value ?? node);
}
