import { type JsonNode, memberOf, memberValue, placeOf, stringAt } from "../read/json-node.js";
import type { Constraint } from "./types.js";

/** The constraints of a register's line, in the order of the list; nothing to spread for a line without. */
export function resolveConstraints(line: JsonNode): { readonly constraints?: readonly Constraint[] } {
  const list = memberValue(line, "constraints");
  if (list?.kind !== "array") return {};
  const constraints = list.items.map((item): Constraint => {
    const kind = memberOf(item, "before") === undefined ? "pairWith" : "before";
    const other = stringAt(item, kind);
    const because = stringAt(item, "because").value;
    return { kind, register: other.value, because, at: placeOf(other) };
  });
  return { constraints };
}
