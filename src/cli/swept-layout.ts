import { sortDiagnostics } from "../core/diagnostic.js";
import { countsInSweep, type LintedVariant } from "../lint/idle-waivers.js";
import { lint } from "../lint/index.js";
import { combinationsOf, type Variant } from "../model/extend/combinations.js";
import { mergeFindings } from "../model/extend/merge-findings.js";
import { loadSources } from "../model/load.js";
import { resolveModel } from "../model/resolve.js";
import type { CheckedLayout } from "./checked-layout.js";
import { countOf } from "./findings.js";
import type { LayoutFolder } from "./layout-choice.js";

/** A layout linted under the combinations of its features. story: how many there were, for people. */
export interface SweptLayout {
  readonly layout: CheckedLayout;
  readonly story: string;
}

/**
 * Reads a layout and lints what each combination of its features makes of it. The diagnostics are one list, each with
 * the condition under which it appears. notes: whether lint's notes are among them. limit: of combinations.
 */
export function sweepLayout(layout: LayoutFolder, notes: boolean, limit: number | undefined): SweptLayout {
  const sources = loadSources(layout.folder);
  const combinations = sources.ok ? combinationsOf(sources.value, limit) : sources;
  if (!sources.ok || !combinations.ok)
    return { layout: { ...layout, diagnostics: combinations.diagnostics }, story: "" };
  const linted = combinations.value.variants.map((variant) => {
    const model = resolveModel(sources.value, variant.features);
    const said = model.ok ? lint(model.value, { notes }) : [];
    return { variant, model, diagnostics: sortDiagnostics([...model.diagnostics, ...said]) };
  });
  const resolved = linted.flatMap(({ model, diagnostics }): LintedVariant[] =>
    model.ok ? [{ model: model.value, diagnostics }] : [],
  );
  const counts = countsInSweep(resolved);
  const merged = mergeFindings(
    combinations.value,
    linted.map(({ variant, diagnostics }) => ({ variant, diagnostics: diagnostics.filter(counts) })),
  );
  const [first] = linted;
  return {
    layout: {
      ...layout,
      ...(first?.model.ok === true ? { model: first.model.value } : {}),
      diagnostics: sortDiagnostics([...combinations.diagnostics, ...merged]),
    },
    story: sweepStory(combinations.value),
  };
}

/** `4 combinations of 2 features, 3 different layouts`. */
export function sweepStory({
  chosen,
  features,
  variants,
}: {
  readonly chosen: readonly unknown[];
  readonly features: readonly string[];
  readonly variants: readonly Variant[];
}): string {
  const all = `${countOf(chosen.length, "combination")} of ${countOf(features.length, "feature")}`;
  return variants.length === chosen.length ? all : `${all}, ${countOf(variants.length, "different layout")}`;
}
