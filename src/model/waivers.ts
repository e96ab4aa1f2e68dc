import { type JsonNode, placeOf, stringAt } from "../read/json-node.js";
import type { Waiver } from "./types.js";

/** The waivers of a "waive" list, each placed at its code; none without the list. */
export function resolveWaivers(list: JsonNode | undefined): readonly Waiver[] {
  if (list?.kind !== "array") return [];
  return list.items.map((item) => {
    const code = stringAt(item, "code");
    return { code: code.value, because: stringAt(item, "because").value, at: placeOf(code) };
  });
}
