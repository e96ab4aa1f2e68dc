import type { Diagnostic } from "../../src/core/diagnostic.js";
import type { Result } from "../../src/core/result.js";
import { loadSources } from "../../src/model/load.js";
import { resolveModel } from "../../src/model/resolve.js";
import type { Model } from "../../src/model/types.js";
import type { LayoutDocumentName, LayoutOverlay, LayoutSources } from "../../src/read/sources.js";
import { LAYOUT_DOCUMENTS } from "../../src/read/sources.js";
import { renderText } from "../../src/report/text.js";

/** Documents of an extending folder, each without the lines that all of them begin with. */
export type Bodies = Readonly<Partial<Record<LayoutDocumentName, string>>>;

const seed = loadSources("schema/kvm-arm64-v3");
if (!seed.ok) throw new Error("the seed's layout cannot be read");

/** A folder's documents; what each says starts in its line 3. layout.json is there without being asked for. */
export function overlay(name: string, bodies: Bodies): LayoutOverlay {
  const all: Bodies = { "layout.json": `"name": "${name}"`, ...bodies };
  return Object.fromEntries(
    Object.entries(all).map(([document, body]) => {
      const kind = LAYOUT_DOCUMENTS[document as LayoutDocumentName];
      const head = `{ "$schema": "../language/overlay/${kind}.schema.json"`;
      const from = document === "layout.json" ? ', "extends": "../base"' : "";
      return [document, { file: `${name}/${document}`, text: `${head}${from},\n\n${body}\n}\n` }];
    }),
  );
}

/** The seed's layout with folders on top of it. */
export function extended(...overlays: readonly LayoutOverlay[]): LayoutSources {
  if (!seed.ok) throw new Error("the seed's layout cannot be read");
  return { ...seed.value, overlays };
}

/** The seed's layout with one folder on top of it, resolved. */
export function resolveExtended(bodies: Bodies): Result<Model> {
  return resolveModel(extended(overlay("top", bodies)));
}

/** The same, which must be without any finding. */
export function modelOfExtended(bodies: Bodies): Model {
  const result = resolveExtended(bodies);
  if (!result.ok || result.diagnostics.length > 0)
    throw new Error(renderText(result.diagnostics, () => undefined));
  return result.value;
}

/** `folder/file:line:column code message`, and a line `  place message` for each related place. */
export function places(diagnostics: readonly Diagnostic[]): string[] {
  const short = (file: string): string => file.split("/").slice(-2).join("/");
  return diagnostics.flatMap(({ at, code, message, related = [] }) => [
    `${short(at.file)}:${at.line}:${at.column} ${code} ${message}`,
    ...related.map((place) => `  ${short(place.at.file)}:${place.at.line} ${place.message}`),
  ]);
}
