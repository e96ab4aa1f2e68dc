import { relative, sep } from "node:path";
import { sortDiagnostics } from "../core/diagnostic.js";
import { failure, type Result, success } from "../core/result.js";
import { readLayout } from "../read/layout-chain.js";
import type { LayoutSources } from "../read/sources.js";
import type { FeatureSelection } from "./extend/features.js";
import { loadArchitectureSources } from "./load-architecture.js";
import { resolveModel } from "./resolve.js";
import { packageSchemaFolder } from "./schema-folder.js";
import type { Model } from "./types.js";

/** schemaFolder: where arm64/ is; the package's own schema/ unless given. */
export interface LoadOptions {
  readonly schemaFolder?: string;
}

/** features: those that are to be on or off; the others are as layout.json's defaults say. */
export interface LoadModelOptions extends LoadOptions {
  readonly features?: FeatureSelection;
}

/**
 * The model of a layout folder, with what it extends.
 * Errors: WS001 to WS005, WS130 and WS131 for what cannot be read, and those of resolveModel. Never throws for a bad folder.
 */
export function loadModel(layoutFolder: string, options: LoadModelOptions = {}): Result<Model> {
  const sources = loadSources(layoutFolder, options);
  return sources.ok ? resolveModel(sources.value, options.features) : sources;
}

/**
 * The texts of a layout folder, of the layouts that it extends, and of the architecture.
 * Errors: WS001 to WS005, WS130, WS131.
 */
export function loadSources(layoutFolder: string, options: LoadOptions = {}): Result<LayoutSources> {
  const folder = layoutFolder.replace(/(.)\/+$/, "$1");
  const documents = readLayout(folder === "" ? "." : folder);
  const { path, shown } = schemaFolderOf(options);
  const architecture = loadArchitectureSources(path, shown);
  if (!documents.ok || !architecture.ok)
    return failure(sortDiagnostics([...documents.diagnostics, ...architecture.diagnostics]));
  return success({ ...documents.value, architecture: architecture.value });
}

function schemaFolderOf({ schemaFolder }: LoadOptions): { readonly path: string; readonly shown: string } {
  if (schemaFolder !== undefined) return { path: schemaFolder, shown: schemaFolder.replace(/(.)\/+$/, "$1") };
  const path = packageSchemaFolder();
  const near = relative(process.cwd(), path);
  return { path, shown: near === "" || near.startsWith("..") ? path : near.split(sep).join("/") };
}
