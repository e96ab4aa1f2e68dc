import { relative, resolve, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { sortDiagnostics } from "../core/diagnostic.js";
import { failure, type Result, success } from "../core/result.js";
import { readLayout } from "../read/layout-chain.js";
import { readArchitecture } from "../read/layout-folder.js";
import type { ArchitectureSources, LayoutSources, SourceText } from "../read/sources.js";
import type { FeatureSelection } from "./extend/features.js";
import { resolveModel } from "./resolve.js";
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
  const architecture = readArchitecture(path, shown);
  if (!documents.ok || !architecture.ok)
    return failure(sortDiagnostics([...documents.diagnostics, ...architecture.diagnostics]));
  return success({ ...documents.value, architecture: shared(path, architecture.value) });
}

/** The package's own schema folder: ../../schema from src/model and from dist/model alike. */
export function packageSchemaFolder(): string {
  return fileURLToPath(new URL("../../schema", import.meta.url));
}

function schemaFolderOf({ schemaFolder }: LoadOptions): { readonly path: string; readonly shown: string } {
  if (schemaFolder !== undefined) return { path: schemaFolder, shown: schemaFolder.replace(/(.)\/+$/, "$1") };
  const path = packageSchemaFolder();
  const near = relative(process.cwd(), path);
  return { path, shown: near === "" || near.startsWith("..") ? path : near.split(sep).join("/") };
}

const lastRead = new Map<string, ArchitectureSources>();

/** The sources of an earlier call where no text has changed, so that they are compiled once. */
function shared(path: string, read: ArchitectureSources): ArchitectureSources {
  const key = resolve(path);
  const before = lastRead.get(key);
  if (before !== undefined && sameTexts(before.sysregs, read.sysregs) && sameTexts(before.a64, read.a64))
    return before;
  lastRead.set(key, read);
  return read;
}

function sameTexts(a: readonly SourceText[], b: readonly SourceText[]): boolean {
  return (
    a.length === b.length && a.every((source, i) => source.file === b[i]?.file && source.text === b[i]?.text)
  );
}
