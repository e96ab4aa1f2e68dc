import { type JsonNode, nodeAt, placeOf, stringAt } from "../read/json-node.js";
import type { ValidDocument } from "../validate/document.js";
import type { StructsDocument, StructsMember, StructsStruct } from "../validate/generated/documents.js";
import { nearestHint } from "../validate/nearest.js";
import { errorAt } from "./finding.js";
import type { Scope } from "./scope.js";
import type { MemberType, ScalarType, Struct } from "./types.js";

/** Largest struct in bytes: far beyond any context, near enough that offsets stay exact. */
export const STRUCT_LIMIT_BYTES = 16 * 1024 * 1024;

const SCALAR_SHAPES: Readonly<Record<ScalarType, MemberShape>> = {
  u8: scalarShape("u8", 1),
  s8: scalarShape("s8", 1),
  bool: scalarShape("bool", 1),
  u16: scalarShape("u16", 2),
  s16: scalarShape("s16", 2),
  u32: scalarShape("u32", 4),
  s32: scalarShape("s32", 4),
  u64: scalarShape("u64", 8),
  s64: scalarShape("s64", 8),
  u128: scalarShape("u128", 16),
};
const POINTER_BYTES = 8;
/** Registers that an index can name. */
const INDEX_LIMIT = { gpr: 31, fpr: 32 };

/** Type, size and alignment of one element of a member. */
export interface MemberShape {
  readonly type: MemberType;
  readonly elementBytes: number;
  readonly alignBytes: number;
}

/** What members are resolved against. structs: those laid out so far. */
export type MemberContext = Pick<Scope, "constants" | "found"> & {
  readonly structs: ReadonlyMap<string, Struct | "broken">;
  readonly document: ValidDocument<StructsDocument>;
};

/** The shape of a member, undefined after WS210, WS212 or WS215, or when a struct in it is broken. */
export function shapeOf(
  struct: StructsStruct,
  member: StructsMember,
  node: JsonNode,
  context: MemberContext,
): MemberShape | undefined {
  const { type } = member;
  if (isScalar(type)) return SCALAR_SHAPES[type];
  if (type === "pointer") {
    const to = member.to === undefined || member.to === "void" ? {} : { to: member.to };
    return { type: { kind: "pointer", ...to }, elementBytes: POINTER_BYTES, alignBytes: POINTER_BYTES };
  }
  if (type === "opaque") return opaqueShape(member, node, context);
  return structShape(type.slice("struct ".length), struct, node, context);
}

function isScalar(type: string): type is ScalarType {
  return Object.hasOwn(SCALAR_SHAPES, type);
}

function scalarShape(scalar: ScalarType, bytes: number): MemberShape {
  return { type: { kind: "scalar", scalar }, elementBytes: bytes, alignBytes: bytes };
}

function opaqueShape(
  { size = 1, align = 1 }: StructsMember,
  node: JsonNode,
  context: MemberContext,
): MemberShape | undefined {
  if (size % align === 0) return { type: { kind: "opaque" }, elementBytes: size, alignBytes: align };
  const message = `size ${size} is no multiple of the alignment ${align}, as every C type's is`;
  context.found.push(errorAt("WS215", placeOf(nodeAt(node, "size")), message));
  return undefined;
}

function structShape(
  name: string,
  inside: StructsStruct,
  node: JsonNode,
  context: MemberContext,
): MemberShape | undefined {
  const known = context.structs.get(name);
  if (known === "broken") return undefined;
  if (known !== undefined)
    return {
      type: { kind: "struct", struct: name },
      elementBytes: known.sizeBytes,
      alignBytes: known.alignBytes,
    };
  const at = placeOf(stringAt(node, "type"));
  const all = context.document.value.structs;
  const position = all.findIndex((struct) => struct.name === name);
  if (position < 0) {
    const hint = nearestHint(
      name,
      all.map((struct) => struct.name),
    );
    context.found.push(errorAt("WS210", at, `no struct is called ${name}`, { hint }));
    return undefined;
  }
  const declared = placeOf(stringAt(context.document.node, "structs", position, "name"));
  const related = [{ at: declared, message: `struct ${name} is declared here` }];
  const circle = wayBetween(name, inside.name, all);
  context.found.push(
    circle === undefined
      ? errorAt("WS212", at, `struct ${name} is used before it is declared`, {
          related,
          hint: `move struct ${name} before struct ${inside.name}`,
        })
      : errorAt("WS212", at, `struct ${inside.name} holds itself: ${[inside.name, ...circle].join(" -> ")}`, {
          related,
          hint: "one of them can hold a pointer instead",
        }),
  );
  return undefined;
}

/** Names from one struct to another along the structs that they hold; undefined when there is no way. */
function wayBetween(from: string, to: string, all: readonly StructsStruct[]): readonly string[] | undefined {
  const byName = new Map(all.map((struct) => [struct.name, struct]));
  const reachedFrom = new Map<string, string | undefined>([[from, undefined]]);
  for (const name of reachedFrom.keys())
    for (const { type } of byName.get(name)?.members ?? [])
      if (type.startsWith("struct ") && !reachedFrom.has(type.slice(7))) reachedFrom.set(type.slice(7), name);
  if (!reachedFrom.has(to)) return undefined;
  const way: string[] = [];
  for (let name: string | undefined = to; name !== undefined; name = reachedFrom.get(name)) way.unshift(name);
  return way;
}

/** The number of a member's elements, undefined after WS201 or WS211, or when the constant is broken. */
export function countOf(
  member: StructsMember,
  node: JsonNode,
  { constants, found }: MemberContext,
): number | undefined {
  const at = placeOf(nodeAt(node, "count"));
  const written = member.count ?? 1;
  const value = typeof written === "number" ? BigInt(written) : constants.get(written);
  if (value === "broken") return undefined;
  if (value === undefined) {
    const hint = nearestHint(String(written), constants.keys());
    found.push(errorAt("WS201", at, `no constant is called ${written}`, { hint }));
    return undefined;
  }
  const limit =
    member.index === "gpr" || member.index === "fpr" ? INDEX_LIMIT[member.index] : STRUCT_LIMIT_BYTES;
  if (value >= 1n && value <= BigInt(limit)) return Number(value);
  const what = typeof written === "string" ? `${written} is ${value}` : `count is ${value}`;
  const range = `expected 1 to ${limit}${limit === STRUCT_LIMIT_BYTES ? "" : ` with index "${member.index}"`}`;
  found.push(errorAt("WS211", at, `${what}, ${range}`));
  return undefined;
}
