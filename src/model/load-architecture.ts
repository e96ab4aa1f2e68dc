import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { type Result, success } from "../core/result.js";
import { readArchitecture } from "../read/layout-folder.js";
import type { ArchitectureSources, SourceText } from "../read/sources.js";
import { adoptArchitecture } from "./architecture.js";
import { unpackArchitecture } from "./packed-architecture.js";
import { packageSchemaFolder } from "./schema-folder.js";

/** The package's own architecture as the build compiled it; nothing is there when src/ itself is run. */
const PACKED = new URL("../model/architecture.json", import.meta.url);

const lastRead = new Map<string, ArchitectureSources>();

/**
 * The texts of the architecture under a schema folder; where no text has changed since the call before, that call's, so
 * that they are compiled once. What the build made of the package's own is taken over when they are still what it read.
 * shown: the schema folder as diagnostics name it. Errors: WS001 to WS005.
 */
export function loadArchitectureSources(schemaFolder: string, shown: string): Result<ArchitectureSources> {
  const read = readArchitecture(schemaFolder, shown);
  if (!read.ok) return read;
  const key = resolve(schemaFolder);
  const before = lastRead.get(key);
  if (
    before !== undefined &&
    sameTexts(before.sysregs, read.value.sysregs) &&
    sameTexts(before.a64, read.value.a64)
  )
    return success(before);
  lastRead.set(key, read.value);
  if (key === packageSchemaFolder()) adoptPacked(read.value);
  return read;
}

function adoptPacked(sources: ArchitectureSources): void {
  const text = textIfThere(PACKED);
  const architecture = text === undefined ? undefined : unpackArchitecture(text, sources);
  if (architecture !== undefined) adoptArchitecture(sources, architecture);
}

function textIfThere(file: URL): string | undefined {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return undefined;
  }
}

function sameTexts(a: readonly SourceText[], b: readonly SourceText[]): boolean {
  return (
    a.length === b.length && a.every((source, i) => source.file === b[i]?.file && source.text === b[i]?.text)
  );
}
