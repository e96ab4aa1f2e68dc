import type { Diagnostic } from "../core/diagnostic.js";
import { formatSourceRef } from "../core/source-ref.js";
import type { Model } from "../model/types.js";
import { allWaivers } from "./waivers.js";

/** One layout under some of its features, and what lint found in it. */
export interface LintedVariant {
  readonly model: Model;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Which findings count when a layout is linted under several combinations of features: all but a waiver without
 * effect (WS901) that has one under another combination.
 */
export function countsInSweep(variants: readonly LintedVariant[]): (finding: Diagnostic) => boolean {
  const used = new Set(variants.flatMap(usedWaivers));
  return ({ code, at }) => code !== "WS901" || !used.has(formatSourceRef(at));
}

function usedWaivers({ model, diagnostics }: LintedVariant): string[] {
  const idle = new Set(
    diagnostics.filter(({ code }) => code === "WS901").map(({ at }) => formatSourceRef(at)),
  );
  return allWaivers(model)
    .map(({ at }) => formatSourceRef(at))
    .filter((place) => !idle.has(place));
}
