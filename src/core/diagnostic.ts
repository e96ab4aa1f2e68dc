import { compareSourceRefs, type SourceRef } from "./source-ref.js";

/** How a finding counts: an error fails the command (exit 1), a warning and a note do not. */
export type Severity = "error" | "warning" | "note";

/** A second place that belongs to a finding, such as the earlier of two duplicates. */
export interface Related {
  readonly at: SourceRef;
  readonly message: string;
}

/**
 * Under which of a layout's features something was found. condition: as layouts write it, such as `sve && !pauth`.
 * combinations: how many that are, of all that were looked at.
 */
export interface UnderFeatures {
  readonly condition: string;
  readonly combinations: number;
  readonly of: number;
}

/**
 * One finding about a document or an assembly file.
 * code: `WS` and three digits, stable for ever and documented under docs/reference/diagnostics.
 * message: what is wrong, with both values that disagree; no full stop.
 * hint: what to do about it.
 * when: absent where no other combination of features was looked at, or all of them have the finding.
 */
export interface Diagnostic {
  readonly code: string;
  readonly severity: Severity;
  readonly at: SourceRef;
  readonly message: string;
  readonly related?: readonly Related[];
  readonly hint?: string;
  readonly when?: UnderFeatures;
}

/** The findings in the order in which they are reported: by place, then code, then text; exact repeats once. */
export function sortDiagnostics(found: readonly Diagnostic[]): Diagnostic[] {
  const sorted = [...found].sort(
    (a, b) => compareSourceRefs(a.at, b.at) || order(a.code, b.code) || order(a.message, b.message),
  );
  return sorted.filter((d, i) => {
    const before = sorted[i - 1];
    return (
      before === undefined ||
      before.code !== d.code ||
      before.message !== d.message ||
      compareSourceRefs(before.at, d.at) !== 0
    );
  });
}

/** `when: sve && !pauth (1 of 4 combinations)`; undefined for a finding that depends on no feature. */
export function formatFeatures({ when }: Diagnostic): string | undefined {
  if (when === undefined) return undefined;
  return `when: ${when.condition} (${when.combinations} of ${when.of} combinations)`;
}

/** Whether any of the findings is an error. */
export function hasErrors(found: readonly Diagnostic[]): boolean {
  return found.some((d) => d.severity === "error");
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
