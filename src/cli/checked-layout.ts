import type { Diagnostic } from "../core/diagnostic.js";
import type { Model } from "../model/types.js";
import type { LayoutFolder } from "./layout-choice.js";

/** A layout as far as it could be understood. model: absent when its documents have errors. */
export interface CheckedLayout extends LayoutFolder {
  readonly model?: Model;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Reads, resolves and lints a layout. notes: whether lint's notes are among the diagnostics. features: as --features
 * has them; the layout's defaults when absent.
 * The diagnostics hold everything found; a layout with errors may still have a model, which no output may be made of.
 */
export async function checkLayout(
  layout: LayoutFolder,
  notes = false,
  features?: string,
): Promise<CheckedLayout> {
  const [{ loadSources }, { resolveModel }, { lint }, { sortDiagnostics }, { selectFeatures }] =
    await Promise.all([
      import("../model/load.js"),
      import("../model/resolve.js"),
      import("../lint/index.js"),
      import("../core/diagnostic.js"),
      import("./feature-choice.js"),
    ]);
  const sources = loadSources(layout.folder);
  if (!sources.ok) return { ...layout, diagnostics: sources.diagnostics };
  const loaded = resolveModel(sources.value, await selectFeatures(sources.value, features));
  if (!loaded.ok) return { ...layout, diagnostics: loaded.diagnostics };
  const diagnostics = sortDiagnostics([...loaded.diagnostics, ...lint(loaded.value, { notes })]);
  return { ...layout, model: loaded.value, diagnostics };
}
