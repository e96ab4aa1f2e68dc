import type { Diagnostic } from "../../core/diagnostic.js";
import { formatSourceRef } from "../../core/source-ref.js";
import type { Origin } from "./merging.js";

/** The findings, each about something that an overlay says with what its base says as a related place. */
export function withOrigins(found: readonly Diagnostic[], origins: readonly Origin[]): readonly Diagnostic[] {
  if (origins.length === 0) return found;
  const bases = new Map(origins.map(({ at, base }) => [formatSourceRef(at), base]));
  return found.map((finding) => {
    const base = bases.get(formatSourceRef(finding.at));
    if (base === undefined) return finding;
    const related = [...(finding.related ?? []), { at: base, message: "what is extended says this" }];
    return { ...finding, related };
  });
}
