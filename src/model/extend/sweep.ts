import { type Diagnostic, hasErrors, sortDiagnostics } from "../../core/diagnostic.js";
import { type Result, success } from "../../core/result.js";
import { type LoadOptions, loadSources } from "../load.js";
import { resolveModel } from "../resolve.js";
import type { Model } from "../types.js";
import { combinationsOf } from "./combinations.js";
import type { FeatureSelection } from "./features.js";
import { mergeFindings } from "./merge-findings.js";

export interface SweepOptions extends LoadOptions {
  /** The largest number of combinations to check. */
  readonly limit?: number;
}

/** A combination that has errors. diagnostics: sorted, what is said of the layout under it. */
export interface SweepFailure {
  readonly features: FeatureSelection;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * features: names in document order. combinations: how many there are. checked: how many were looked at. variants:
 * how many different layouts these are. diagnostics: all findings, each once, with the condition under which it appears.
 */
export interface Sweep {
  readonly features: readonly string[];
  readonly combinations: number;
  readonly checked: number;
  readonly variants: number;
  readonly diagnostics: readonly Diagnostic[];
  readonly failures: readonly SweepFailure[];
}

/**
 * What is found under the combinations of a layout's features, and which have errors. check: what is said of a model,
 * such as lint or a proof; it is asked once for combinations that make the same of the layout. See combinationsOf for
 * which are checked beyond the limit (a warning, WS143, says that there are more).
 * Errors: those of reading, and of layout.json itself; of the rest, see failures.
 */
export function sweep(
  layoutFolder: string,
  check: (model: Model) => readonly Diagnostic[],
  options: SweepOptions = {},
): Result<Sweep> {
  const sources = loadSources(layoutFolder, options);
  if (!sources.ok) return sources;
  const combinations = combinationsOf(sources.value, options.limit);
  if (!combinations.ok) return combinations;
  const { features, total, chosen, variants } = combinations.value;
  const found = variants.map((variant) => {
    const model = resolveModel(sources.value, variant.features);
    const said = model.ok ? [...model.diagnostics, ...check(model.value)] : model.diagnostics;
    return { variant, diagnostics: sortDiagnostics(said) };
  });
  const failing = found.filter(({ diagnostics }) => hasErrors(diagnostics));
  const failures = chosen.flatMap((selection): readonly SweepFailure[] =>
    failing
      .filter(({ variant }) => variant.same.includes(selection))
      .map(({ diagnostics }) => ({ features: selection, diagnostics })),
  );
  const diagnostics = mergeFindings(combinations.value, found);
  const counts = { combinations: total, checked: chosen.length, variants: variants.length };
  return success({ features, ...counts, diagnostics, failures }, combinations.diagnostics);
}
