import { type ObjectCode, readElf64 } from "../assembler/index.js";
import type { Diagnostic } from "../core/diagnostic.js";
import { type Result, success } from "../core/result.js";
import { readLines } from "../oracle/index.js";
import { readBytes } from "./source-files.js";

/**
 * An AArch64 relocatable, with the source lines that its DWARF gives its bytes, if any. Line tables that cannot be read are
 * a warning: the code is what it is. Throws UsageError: the file cannot be read. Errors: those of readElf64.
 */
export function readObjectFile(file: string): Result<ObjectCode> {
  const bytes = readBytes(file);
  const object = readElf64(bytes, file);
  if (!object.ok) return object;
  const lines = readLines(bytes, file);
  if (lines.ok) return success({ ...object.value, lines: lines.value }, object.diagnostics);
  const warnings = lines.diagnostics.map(withoutLines);
  return success(object.value, [...object.diagnostics, ...warnings]);
}

function withoutLines(diagnostic: Diagnostic): Diagnostic {
  const hint = "places in the object are shown by symbol and offset";
  return { ...diagnostic, severity: "warning", hint };
}
