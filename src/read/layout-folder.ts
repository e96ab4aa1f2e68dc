import { readdirSync } from "node:fs";
import { failure, type Result, success } from "../core/result.js";
import {
  type ArchitectureSources,
  LAYOUT_DOCUMENTS,
  type LayoutDocumentName,
  type LayoutSources,
  type SourceText,
} from "./sources.js";
import { type Folder, openFolder, readText, reason } from "./text-file.js";

const DOCUMENT_NAMES = Object.keys(LAYOUT_DOCUMENTS) as LayoutDocumentName[];

/**
 * The six documents of a layout folder. folder: as the user gave it, and as diagnostics name it.
 * Errors: WS001 to WS005 for each document that cannot be had. Nothing outside the folder is read.
 */
export function readLayoutFolder(folder: string): Result<LayoutSources["documents"]> {
  const opened = openFolder(folder, folder);
  if (!opened.ok) return opened;
  const read = DOCUMENT_NAMES.map((name) => [name, readText(opened.value, name)] as const);
  const texts = new Map(read.flatMap(([name, result]) => (result.ok ? [[name, result.value] as const] : [])));
  const missing = read.flatMap(([, result]) => result.diagnostics);
  const text = (name: LayoutDocumentName): SourceText => texts.get(name) ?? { file: name, text: "" };
  if (missing.length > 0) return failure(missing);
  return success({
    "layout.json": text("layout.json"),
    "constants.json": text("constants.json"),
    "vcpu-context.json": text("vcpu-context.json"),
    "sysreg-order.json": text("sysreg-order.json"),
    "asm-offsets.json": text("asm-offsets.json"),
    "world-switch.json": text("world-switch.json"),
  });
}

/**
 * The architecture's documents under a schema folder, sorted by name in code-unit order.
 * shown: the schema folder as diagnostics name it. Errors: WS001 to WS005.
 */
export function readArchitecture(schemaFolder: string, shown: string): Result<ArchitectureSources> {
  const sysregs = readAll(`${schemaFolder}/arm64/sysregs`, `${shown}/arm64/sysregs`);
  const a64 = readAll(`${schemaFolder}/arm64/a64`, `${shown}/arm64/a64`);
  if (!sysregs.ok || !a64.ok) return failure([...sysregs.diagnostics, ...a64.diagnostics]);
  return success({ sysregs: sysregs.value, a64: a64.value });
}

function readAll(path: string, shown: string): Result<readonly SourceText[]> {
  const opened = openFolder(path, shown);
  if (!opened.ok) return opened;
  const names = listJson(opened.value);
  if (!names.ok) return names;
  const read = names.value.map((name) => readText(opened.value, name));
  const missing = read.flatMap((result) => result.diagnostics);
  return missing.length > 0
    ? failure(missing)
    : success(read.flatMap((result) => (result.ok ? [result.value] : [])));
}

function listJson(folder: Folder): Result<readonly string[]> {
  try {
    return success(
      readdirSync(folder.path)
        .filter((name) => name.endsWith(".json"))
        .sort(),
    );
  } catch (error) {
    const at = { file: folder.shown, line: 1, column: 1 };
    return failure([
      { code: "WS001", severity: "error", at, message: `cannot list the folder: ${reason(error)}` },
    ]);
  }
}
