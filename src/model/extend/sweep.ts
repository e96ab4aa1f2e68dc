import type { Diagnostic } from "../../core/diagnostic.js";
import { hasErrors, sortDiagnostics } from "../../core/diagnostic.js";
import { failure, type Result, success } from "../../core/result.js";
import { type LoadOptions, loadSources } from "../load.js";
import { resolveModel } from "../resolve.js";
import type { Model } from "../types.js";
import { layoutFeatures } from "./documents.js";
import type { FeatureSelection } from "./features.js";

/** How many combinations of features are checked when nobody says: all of eight features. */
const DEFAULT_LIMIT = 256;

export interface SweepOptions extends LoadOptions {
  /** The largest number of combinations to check. */
  readonly limit?: number;
}

/** A combination that has errors. diagnostics: sorted, what is said of the layout under it. */
export interface SweepFailure {
  readonly features: FeatureSelection;
  readonly diagnostics: readonly Diagnostic[];
}

/** features: names in document order. combinations: how many there are. checked: how many were looked at. */
export interface Sweep {
  readonly features: readonly string[];
  readonly combinations: number;
  readonly checked: number;
  readonly failures: readonly SweepFailure[];
}

/**
 * Which combinations of a layout's features have errors. check: what is said of a model, such as lint or a proof.
 * Beyond the limit: the defaults, all off, all on, each feature alone on, each alone off, then counting up in
 * binary, until the limit is reached; a warning (WS143) says how many were left out.
 * Errors: those of reading, and of layout.json itself; of the rest, see failures.
 */
export function sweep(
  layoutFolder: string,
  check: (model: Model) => readonly Diagnostic[],
  options: SweepOptions = {},
): Result<Sweep> {
  const sources = loadSources(layoutFolder, options);
  if (!sources.ok) return sources;
  const found: Diagnostic[] = [];
  const declared = layoutFeatures(sources.value, found);
  if (declared === undefined) return failure(sortDiagnostics(found));
  const names = declared.map(({ name }) => name);
  const combinations = 2 ** names.length;
  const selections = choose(
    declared.map(({ enabled }) => enabled),
    Math.min(combinations, Math.max(1, options.limit ?? DEFAULT_LIMIT)),
  ).map((states) => Object.fromEntries(names.map((name, i) => [name, states[i] === true])));
  const failures = selections.flatMap((features): readonly SweepFailure[] => {
    const model = resolveModel(sources.value, features);
    const said = model.ok ? [...model.diagnostics, ...check(model.value)] : model.diagnostics;
    return hasErrors(said) ? [{ features, diagnostics: sortDiagnostics(said) }] : [];
  });
  const checked = selections.length;
  const [first] = declared;
  const left: readonly Diagnostic[] =
    first === undefined || checked === combinations
      ? []
      : [
          {
            code: "WS143",
            severity: "warning",
            at: first.at,
            message: `${names.length} features have ${combinations} combinations, of which ${checked} were checked`,
            hint: "a larger limit checks more",
          },
        ];
  return success({ features: names, combinations, checked, failures }, left);
}

/** The first combinations, the most telling first, each once. */
function choose(defaults: readonly boolean[], limit: number): readonly (readonly boolean[])[] {
  const chosen = new Map<string, readonly boolean[]>();
  const add = (states: readonly boolean[]): void => {
    if (chosen.size < limit) chosen.set(states.map(Number).join(""), states);
  };
  add(defaults);
  add(defaults.map(() => false));
  add(defaults.map(() => true));
  for (const on of [true, false])
    for (let alone = 0; alone < defaults.length; alone++) add(defaults.map((_, i) => (i === alone) === on));
  for (let count = 0; chosen.size < limit; count++)
    add(defaults.map((_, i) => Math.floor(count / 2 ** i) % 2 === 1));
  return [...chosen.values()];
}
