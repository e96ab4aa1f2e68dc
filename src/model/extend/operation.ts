import type { Diagnostic } from "../../core/diagnostic.js";
import {
  type JsonNode,
  type JsonObject,
  type JsonString,
  memberOf,
  placeOf,
  withMembers,
} from "../../read/json-node.js";
import { errorAt } from "../finding.js";

/**
 * One item of an overlay's list. after: the name of the item to come after, null for the beginning; absent for an
 * addition at the end and a change in place. item, patch: without "change" and "after".
 */
export type Operation =
  | { readonly kind: "add"; readonly item: JsonObject; readonly after?: JsonNode }
  | {
      readonly kind: "change";
      readonly name: JsonString;
      readonly patch: JsonObject;
      readonly after?: JsonNode;
    }
  | { readonly kind: "remove"; readonly name: JsonString };

const HINT = 'write a whole item, { "change": NAME, … } or { "remove": NAME }';

/** What an item of an overlay's list asks for; undefined after WS122. */
export function readOperation(node: JsonNode, found: Diagnostic[]): Operation | undefined {
  const wrong = (at: JsonNode, message: string): undefined => {
    found.push(errorAt("WS122", placeOf(at), message, { hint: HINT }));
  };
  if (node.kind !== "object") return wrong(node, "this is neither an addition, a change nor a removal");
  const remove = memberOf(node, "remove");
  const change = memberOf(node, "change");
  const after = memberOf(node, "after");
  if (remove !== undefined) {
    const other = node.members.find(({ key }) => key.value !== "remove");
    if (other !== undefined) return wrong(other.key, `a removal has nothing but "remove"`);
    if (remove.value.kind !== "string") return wrong(remove.value, '"remove" is no name');
    return { kind: "remove", name: remove.value };
  }
  if (after !== undefined && after.value.kind !== "string" && after.value.kind !== "null")
    return wrong(after.value, '"after" is neither a name nor null, the beginning');
  const rest = withMembers(
    node,
    node.members.filter(({ key }) => key.value !== "change" && key.value !== "after"),
  );
  const where = after === undefined ? {} : { after: after.value };
  if (change === undefined) return { kind: "add", item: rest, ...where };
  if (change.value.kind !== "string") return wrong(change.value, '"change" is no name');
  return { kind: "change", name: change.value, patch: rest, ...where };
}
