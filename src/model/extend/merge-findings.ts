import { type Diagnostic, sortDiagnostics } from "../../core/diagnostic.js";
import { formatSourceRef } from "../../core/source-ref.js";
import type { Combinations, Variant } from "./combinations.js";
import type { FeatureSelection } from "./features.js";
import { shortestCondition } from "./shortest-condition.js";

/** What was said of a variant of a layout. */
export interface VariantFindings<Finding extends Diagnostic> {
  readonly variant: Variant;
  readonly diagnostics: readonly Finding[];
}

/**
 * The findings of all variants as one report, sorted by place: what several say the same way stands in it once, and one
 * that is not found under every combination says under which.
 */
export function mergeFindings<Finding extends Diagnostic>(
  { chosen }: Combinations,
  variants: readonly VariantFindings<Finding>[],
): readonly Finding[] {
  const merged = new Map<string, { readonly finding: Finding; readonly on: Set<FeatureSelection> }>();
  for (const { variant, diagnostics } of variants)
    for (const finding of diagnostics) {
      const key = `${finding.code} ${finding.severity} ${formatSourceRef(finding.at)} ${finding.message}`;
      const known = merged.get(key) ?? { finding, on: new Set() };
      for (const selection of variant.same) known.on.add(selection);
      merged.set(key, known);
    }
  const conditions = new Map<string, string>();
  const all = [...merged.values()].map(({ finding, on }): Finding => {
    if (on.size === chosen.length) return finding;
    const under = chosen.filter((selection) => on.has(selection));
    const key = chosen.map((selection) => (on.has(selection) ? 1 : 0)).join("");
    const others = chosen.filter((selection) => !on.has(selection));
    const condition = conditions.get(key) ?? shortestCondition(under, others);
    conditions.set(key, condition);
    return { ...finding, when: { condition, combinations: under.length, of: chosen.length } };
  });
  const order = new Map(sortDiagnostics(all).map((finding, i) => [finding as Diagnostic, i]));
  return all
    .filter((finding) => order.has(finding))
    .sort((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0));
}
