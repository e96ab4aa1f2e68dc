import { type JsonNode, memberValue, nodeAt, placeOf, stringAt } from "../read/json-node.js";
import type { ValidDocument } from "../validate/document.js";
import type { AsmOffsetsDocument } from "../validate/generated/documents.js";
import { errorAt } from "./finding.js";
import { resolvePath } from "./place.js";
import { eachOf, findStruct, present, type Scope } from "./scope.js";
import type { AsmOffset, OffsetMacro, Place } from "./types.js";
import { resolveWaivers } from "./waivers.js";

/**
 * asm-offsets: symbols and macros in document order.
 * Errors: WS210 unknown struct; those of member paths; WS225 macro for what is no array.
 */
export function resolveOffsets(
  { value, node }: ValidDocument<AsmOffsetsDocument>,
  scope: Scope,
): { readonly asmOffsets: readonly AsmOffset[]; readonly offsetMacros: readonly OffsetMacro[] } {
  const asmOffsets = present(
    eachOf(
      value.symbols,
      nodeAt(node, "symbols"),
      ({ symbol, struct, member }, lineNode): AsmOffset | undefined => {
        const place = placeFrom(lineNode, scope);
        const waivers = resolveWaivers(memberValue(lineNode, "waive"));
        return place && { symbol, struct, member, place, waivers, at: placeOf(stringAt(lineNode, "symbol")) };
      },
    ),
  );
  const offsetMacros = present(
    eachOf(
      value.macros,
      memberValue(node, "macros"),
      ({ macro, struct, member, doc }, lineNode): OffsetMacro | undefined => {
        const place = placeFrom(lineNode, scope);
        if (place === undefined) return undefined;
        if (place.member.count === undefined || place.path.endsWith("]")) {
          const what = place.path.endsWith("]") ? "one element of an array" : "no array";
          scope.found.push(
            errorAt(
              "WS225",
              placeOf(stringAt(lineNode, "member")),
              `${member} is ${what}, and ${macro} counts the elements of one`,
            ),
          );
          return undefined;
        }
        const at = placeOf(stringAt(lineNode, "macro"));
        const elementBytes = place.member.elementBytes;
        return {
          macro,
          struct,
          member,
          ...sumOfSymbols(place, asmOffsets),
          elementBytes,
          ...(doc === undefined ? {} : { doc }),
          place,
          at,
        };
      },
    ),
  );
  return { asmOffsets, offsetMacros };
}

function placeFrom(node: JsonNode, scope: Scope): Place | undefined {
  const structNode = stringAt(node, "struct");
  const struct = findStruct(scope, structNode.value, placeOf(structNode));
  return struct && resolvePath(scope, struct, stringAt(node, "member"));
}

/** The symbols that lead to a place, each as far as one goes, and the bytes that they leave. */
function sumOfSymbols(
  place: Place,
  asmOffsets: readonly AsmOffset[],
): Pick<OffsetMacro, "symbols" | "restBytes"> {
  const symbols: string[] = [];
  let struct = place.struct;
  let path = place.path;
  let restBytes = place.offsetBytes;
  for (;;) {
    const next = asmOffsets
      .filter((o) => o.struct === struct && (path === o.member || path.startsWith(`${o.member}.`)))
      .reduce<AsmOffset | undefined>(
        (best, o) => (best === undefined || o.member.length > best.member.length ? o : best),
        undefined,
      );
    if (next === undefined) return { symbols, restBytes };
    symbols.push(next.symbol);
    restBytes -= next.place.offsetBytes;
    const { type } = next.place.member;
    if (path === next.member || type.kind !== "struct") return { symbols, restBytes };
    struct = type.struct;
    path = path.slice(next.member.length + 1);
  }
}
