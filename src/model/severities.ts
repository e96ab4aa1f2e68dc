import { type JsonNode, memberValue, placeOf, stringAt } from "../read/json-node.js";
import type { Layout, RuleSeverity } from "./types.js";

const WEAKER = ["off", "note", "warning"] as const;

/** The severities that layout.json gives rules, in the order of its list; nothing to spread when it gives none. */
export function resolveSeverities(layout: JsonNode): Pick<Layout, "lint"> {
  const list = memberValue(layout, "lint");
  if (list?.kind !== "array") return {};
  const lint = list.items.map((item): RuleSeverity => {
    const code = stringAt(item, "code");
    const written = stringAt(item, "severity").value;
    const severity = WEAKER.find((known) => known === written) ?? "error";
    return { code: code.value, severity, because: stringAt(item, "because").value, at: placeOf(code) };
  });
  return { lint };
}
