import type { Diagnostic } from "../../core/diagnostic.js";
import { sortDiagnostics } from "../../core/diagnostic.js";
import { failure, type Result, success } from "../../core/result.js";
import { parseJson } from "../../read/json.js";
import type { JsonNode, JsonString } from "../../read/json-node.js";
import type { LayoutSources } from "../../read/sources.js";
import type { Feature } from "../types.js";
import { evaluateCondition } from "./condition.js";
import { layoutFeatures } from "./documents.js";
import type { FeatureSelection } from "./features.js";

/** How many combinations of features are looked at when nobody says: all of eight features. */
const DEFAULT_LIMIT = 256;

/** Combinations under which every condition of the layout has the same value: one model stands for all of them. */
export interface Variant {
  readonly features: FeatureSelection;
  readonly same: readonly FeatureSelection[];
}

/**
 * The combinations of a layout's features. features: names in document order. total: how many combinations there are.
 * chosen: those to look at, the defaults first. variants: the chosen ones by what they make of the layout.
 */
export interface Combinations {
  readonly features: readonly string[];
  readonly total: number;
  readonly chosen: readonly FeatureSelection[];
  readonly variants: readonly Variant[];
}

/**
 * The combinations of a layout's features, at most limit of them (256 when absent).
 * Beyond the limit: the defaults, all off, all on, each feature alone on, each alone off, then counting up in
 * binary, until the limit is reached; a warning (WS143) says how many were left out.
 * Errors: those of layout.json itself.
 */
export function combinationsOf(sources: LayoutSources, limit = DEFAULT_LIMIT): Result<Combinations> {
  const found: Diagnostic[] = [];
  const declared = layoutFeatures(sources, found);
  if (declared === undefined) return failure(sortDiagnostics(found));
  const features = declared.map(({ name }) => name);
  const total = 2 ** features.length;
  const states = choose(
    declared.map(({ enabled }) => enabled),
    Math.min(total, Math.max(1, limit)),
  );
  const chosen = states.map((on) => Object.fromEntries(features.map((name, i) => [name, on[i] === true])));
  const variants = variantsOf(chosen, conditionsOf(sources));
  return success({ features, total, chosen, variants }, leftOut(declared, total, chosen.length));
}

function leftOut([first, ...rest]: readonly Feature[], total: number, checked: number): Diagnostic[] {
  if (first === undefined || checked === total) return [];
  const message = `${rest.length + 1} features have ${total} combinations, of which ${checked} were checked`;
  const hint = "a larger limit checks more";
  return [{ code: "WS143", severity: "warning", at: first.at, message, hint }];
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

/** Every text that may be a condition, once; what overlays replace is among them, which only tells more apart. */
function conditionsOf({ documents, overlays = [] }: LayoutSources): readonly JsonString[] {
  const conditions = new Map<string, JsonString>();
  const gather = (node: JsonNode): void => {
    if (node.kind === "array") for (const item of node.items) gather(item);
    if (node.kind !== "object") return;
    for (const { key, value } of node.members)
      if (key.value === "when" && value.kind === "string") conditions.set(value.value, value);
      else gather(value);
  };
  for (const texts of [documents, ...overlays])
    for (const source of Object.values(texts)) {
      const parsed = source === undefined ? undefined : parseJson(source.file, source.text);
      if (parsed?.ok === true) gather(parsed.value);
    }
  return [...conditions.values()];
}

function variantsOf(chosen: readonly FeatureSelection[], conditions: readonly JsonString[]): Variant[] {
  const variants = new Map<string, FeatureSelection[]>();
  for (const selection of chosen) {
    const states = new Map(Object.entries(selection));
    const key = conditions.map((text) => evaluateCondition(text, states, new Set(), [])).join();
    variants.set(key, [...(variants.get(key) ?? []), selection]);
  }
  return [...variants.values()].flatMap((same) => {
    const [features] = same;
    return features === undefined ? [] : [{ features, same }];
  });
}
