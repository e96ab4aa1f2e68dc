import type { Diagnostic } from "../../core/diagnostic.js";
import { memberValue, placeOf, stringAt } from "../../read/json-node.js";
import type { ValidDocument } from "../../validate/document.js";
import type { LayoutDocument } from "../../validate/generated/documents.js";
import { listNames } from "../../validate/name-list.js";
import { nearestHint } from "../../validate/nearest.js";
import { errorAt } from "../finding.js";
import { eachOf } from "../scope.js";
import type { Feature } from "../types.js";

/** Which features are to be on or off, by name; the others are as their `default` says. */
export type FeatureSelection = Readonly<Record<string, boolean>>;

/**
 * A layout's features with their state, in document order.
 * Errors: WS141 the selection names a feature that the layout does not have.
 */
export function resolveFeatures(
  { value, node: layout }: ValidDocument<LayoutDocument>,
  selection: FeatureSelection,
  found: Diagnostic[],
): readonly Feature[] {
  const list = memberValue(layout, "features");
  const features = eachOf(value.features, list, ({ name, doc, default: byDefault }, node): Feature => {
    const enabled = Object.hasOwn(selection, name) ? selection[name] === true : byDefault;
    return { name, doc, enabled, at: placeOf(stringAt(node, "name")) };
  });
  const names = features.map(({ name }) => name);
  for (const name of Object.keys(selection).filter((selected) => !names.includes(selected))) {
    const known = names.length === 0 ? "the layout has none" : `there is ${listNames(names)}`;
    const hint = nearestHint(name, names) ?? known;
    const message = `no feature is called ${name}, which is asked to be ${selection[name] === true ? "on" : "off"}`;
    found.push(errorAt("WS141", placeOf(stringAt(layout, "name")), message, { hint }));
  }
  return features;
}

/** WS142 (a warning) for each feature that no condition names. */
export function reportUnused(features: readonly Feature[], used: ReadonlySet<string>): readonly Diagnostic[] {
  return features
    .filter(({ name }) => !used.has(name))
    .map(({ name, at }) => ({
      code: "WS142",
      severity: "warning",
      at,
      message: `nothing depends on feature ${name}`,
      hint: `remove it, or write "when": "${name}" at what is there only with it`,
    }));
}
