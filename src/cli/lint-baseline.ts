import { existsSync, writeFileSync } from "node:fs";
import { sortDiagnostics } from "../core/diagnostic.js";
import { applyBaseline, printBaseline, readBaseline } from "../lint/baseline.js";
import { reason } from "../read/text-file.js";
import type { CheckedLayout } from "./checked-layout.js";
import { replaceFile } from "./replace-file.js";
import { readSourceFile } from "./source-files.js";
import { UsageError } from "./usage-error.js";

/** Writes the findings of layouts to a baseline; how many it knows. Throws UsageError when it cannot be written. */
export function writeBaseline(file: string, checked: readonly CheckedLayout[]): number {
  const text = printBaseline(checked.flatMap(({ diagnostics }) => diagnostics));
  try {
    if (existsSync(file)) replaceFile(file, text);
    else writeFileSync(file, text);
  } catch (error) {
    throw new UsageError(`cannot write ${file}: ${reason(error)}`);
  }
  return text.split('"code"').length - 1;
}

/**
 * Layouts with the findings that a baseline does not know; what is stale or wrong in the baseline is with the last.
 * Throws UsageError when the file cannot be read.
 */
export function withBaseline(file: string, checked: readonly CheckedLayout[]): readonly CheckedLayout[] {
  const baseline = readBaseline(file, readSourceFile(file));
  const all = checked.flatMap(({ diagnostics }) => diagnostics);
  const left = new Set(baseline.ok ? applyBaseline(all, baseline.value) : [...all, ...baseline.diagnostics]);
  const reported = checked.map((layout) => ({
    ...layout,
    diagnostics: layout.diagnostics.filter((diagnostic) => left.delete(diagnostic)),
  }));
  const last = reported.pop();
  if (last === undefined) return reported;
  return [...reported, { ...last, diagnostics: sortDiagnostics([...last.diagnostics, ...left]) }];
}
