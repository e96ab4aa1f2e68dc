import { type Architecture, compileArchitecture } from "../model/architecture.js";
import { loadArchitectureSources } from "../model/load-architecture.js";
import { packageSchemaFolder } from "../model/schema-folder.js";

/** The package's own architecture: its registers and instructions. A mistake in it is our own bug. */
export function loadArchitecture(): Architecture {
  const folder = packageSchemaFolder();
  const sources = loadArchitectureSources(folder, folder);
  const compiled = sources.ok ? compileArchitecture(sources.value) : sources;
  if (compiled.ok) return compiled.value;
  const [first] = compiled.diagnostics;
  throw new Error(`the package's schema/arm64: ${first?.at.file}:${first?.at.line}: ${first?.message}`);
}
