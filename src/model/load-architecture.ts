import { readFileSync, statSync } from "node:fs";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { type Result, success } from "../core/result.js";
import { type FoundDocument, findDocuments, isUpToDate } from "../read/built-from.js";
import { readArchitecture } from "../read/layout-folder.js";
import type { ArchitectureSources, SourceText } from "../read/sources.js";
import { adoptArchitecture } from "./architecture.js";
import { builtFromOf, unpackArchitecture } from "./packed-architecture.js";
import { packageSchemaFolder } from "./schema-folder.js";

/** The package's own architecture as the build compiled it; nothing is there when src/ itself is run. */
const CATALOGUE = fileURLToPath(new URL("../model/catalogue.jsonl", import.meta.url));
const A64 = fileURLToPath(new URL("../model/a64.json", import.meta.url));
const SYSREGS_FOLDER = "sysregs";

const lastRead = new Map<string, ArchitectureSources>();

/**
 * The texts of the architecture under a schema folder; where no text has changed since the call before, that call's, so
 * that they are compiled once. What the build made of the package's own is taken while none of them is younger; they are not read then.
 * shown: the schema folder as diagnostics name it. Errors: WS001 to WS005.
 */
export function loadArchitectureSources(schemaFolder: string, shown: string): Result<ArchitectureSources> {
  const key = resolve(schemaFolder);
  const built = key === packageSchemaFolder() ? builtSources(`${key}/arm64`, `${shown}/arm64`) : undefined;
  if (built !== undefined) return success(built);
  const read = readArchitecture(schemaFolder, shown);
  if (!read.ok) return read;
  const before = lastRead.get(key);
  if (
    before !== undefined &&
    sameTexts(before.sysregs, read.value.sysregs) &&
    sameTexts(before.a64, read.value.a64)
  )
    return success(before);
  lastRead.set(key, read.value);
  return read;
}

/** What was taken over, and of which documents. */
let adopted: { readonly found: string; readonly sources: ArchitectureSources } | undefined;

function builtSources(folder: string, shown: string): ArchitectureSources | undefined {
  try {
    const builtMs = statSync(CATALOGUE).mtimeMs;
    const documents = findDocuments(folder, [SYSREGS_FOLDER, "a64"]);
    const found = JSON.stringify([shown, builtMs, documents]);
    if (adopted?.found !== found) {
      const sources = adoptBuilt(folder, shown, builtMs, documents);
      adopted = sources === undefined ? undefined : { found, sources };
    }
    return adopted?.sources;
  } catch {
    return undefined;
  }
}

function adoptBuilt(
  folder: string,
  shown: string,
  builtMs: number,
  documents: readonly FoundDocument[],
): ArchitectureSources | undefined {
  const catalogue = readFileSync(CATALOGUE, "utf8");
  if (!isUpToDate(builtMs, builtFromOf(catalogue), documents)) return undefined;
  const texts = documents.map(({ name }) => new UnreadText(`${folder}/${name}`, `${shown}/${name}`));
  const files = texts.map(({ file }) => file);
  const sysregs = documents.filter(({ name }) => name.startsWith(`${SYSREGS_FOLDER}/`)).length;
  const sources = { sysregs: texts.slice(0, sysregs), a64: texts.slice(sysregs) };
  const readA64 = (): string => readFileSync(A64, "utf8");
  adoptArchitecture(sources, unpackArchitecture(catalogue, readA64, files));
  return sources;
}

/** A document that is read when somebody asks for its text, which throws when it cannot be. */
class UnreadText implements SourceText {
  constructor(
    private readonly path: string,
    readonly file: string,
  ) {}

  get text(): string {
    return readFileSync(this.path, "utf8");
  }
}

function sameTexts(a: readonly SourceText[], b: readonly SourceText[]): boolean {
  return (
    a.length === b.length && a.every((source, i) => source.file === b[i]?.file && source.text === b[i]?.text)
  );
}
