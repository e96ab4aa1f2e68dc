import type { Diagnostic } from "../../src/core/diagnostic.js";
import type { Result } from "../../src/core/result.js";
import { loadSources } from "../../src/model/load.js";
import { resolveModel } from "../../src/model/resolve.js";
import type { Model } from "../../src/model/types.js";
import type { LayoutDocumentName, LayoutSources } from "../../src/read/sources.js";
import { renderText } from "../../src/report/text.js";

/** A replacement in one of the seed layout's documents: the first occurrence of a text that must be there. */
export type Edit = readonly [document: LayoutDocumentName, text: string, by: string];

/** The texts of the seed's layout with edits. */
export function editedSources(...edits: readonly Edit[]): LayoutSources {
  const loaded = loadSources("schema/kvm-arm64-v3");
  if (!loaded.ok) throw new Error("the seed's layout cannot be read");
  const documents = { ...loaded.value.documents };
  for (const [name, text, by] of edits) {
    const { file, text: before } = documents[name];
    if (!before.includes(text)) throw new Error(`${name} does not hold ${text}`);
    documents[name] = { file, text: before.replace(text, () => by) };
  }
  return { ...loaded.value, documents };
}

/** The seed's layout with edits, resolved. */
export function resolveEdited(...edits: readonly Edit[]): Result<Model> {
  return resolveModel(editedSources(...edits));
}

/** The seed's layout with edits that must be accepted. */
export function modelOf(...edits: readonly Edit[]): Model {
  const result = resolveEdited(...edits);
  if (!result.ok) throw new Error(renderText(result.diagnostics, () => undefined));
  return result.value;
}

/** `file:line:column code message` of each diagnostic, the file without its folder. */
export function lines(diagnostics: readonly Diagnostic[]): string[] {
  return diagnostics.map(
    ({ at, code, message }) => `${at.file.replace(/.*\//, "")}:${at.line}:${at.column} ${code} ${message}`,
  );
}
