import type { SourceRef } from "../core/source-ref.js";
import { type JsonNode, placeOf, placeOfSpan } from "../read/json-node.js";

/** Where a property is missing, and the property that it would come after when that helps to find the place. */
export interface Gap {
  readonly at: SourceRef;
  readonly after?: string;
}

/**
 * Where a property that an object lacks would stand. order: the schema's properties in its order.
 * On several lines: at the end of the nearest property before it; else at the opening brace.
 */
export function gapFor(node: JsonNode, order: readonly string[], missing: string): Gap {
  if (node.kind !== "object") return { at: placeOf(node) };
  const brace = placeOfSpan(node.source, node.start, node.start + 1);
  const end = placeOfSpan(node.source, node.end - 1, node.end);
  if (end.line === brace.line) return { at: brace };
  const before = order.slice(0, Math.max(0, order.indexOf(missing))).reverse();
  for (const name of before) {
    const member = node.members.find(({ key }) => key.value === name);
    if (member !== undefined)
      return { at: placeOfSpan(member.value.source, member.value.end - 1, member.value.end), after: name };
  }
  return { at: brace };
}
