import type { Diagnostic } from "../core/diagnostic.js";

/** `{ "diagnostics": [ … ] }`: the diagnostics as they are, for other programs. Ends in a newline. */
export function renderJson(diagnostics: readonly Diagnostic[]): string {
  return `${JSON.stringify({ diagnostics }, null, 2)}\n`;
}
