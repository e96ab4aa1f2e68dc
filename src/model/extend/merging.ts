import type { Diagnostic } from "../../core/diagnostic.js";
import type { SourceRef } from "../../core/source-ref.js";
import { type JsonNode, placeOf } from "../../read/json-node.js";

/** Where an overlay says something else than its base, and where the base says it. */
export interface Origin {
  readonly at: SourceRef;
  readonly base: SourceRef;
}

/** What a merge gathers on its way: findings, and the origins of what was replaced. */
export interface Merging {
  readonly found: Diagnostic[];
  readonly origins: Origin[];
}

/** WS125: what an overlay says makes no difference. same: where the base says it already. */
export function withoutEffect(
  node: JsonNode,
  message: string,
  { found }: Merging,
  hint = "remove it",
  same?: JsonNode,
): void {
  const related =
    same === undefined ? {} : { related: [{ at: placeOf(same), message: "what is extended says so here" }] };
  found.push({ code: "WS125", severity: "warning", at: placeOf(node), message, ...related, hint });
}
