import { readFileSync } from "node:fs";
import { type Diagnostic, hasErrors } from "../core/diagnostic.js";
import { type ExitStatus, exitStatus } from "./exit-status.js";

/** Codes of files that could not be read at all, documents (WS00x) and objects (WS64x), as opposed to mistakes in them. */
const UNREADABLE = /^WS(00|64)/;

/** What a command with these diagnostics ends with: usage when an input could not be read, findings on an error. */
export function statusOf(diagnostics: readonly Diagnostic[]): ExitStatus {
  if (diagnostics.some((d) => UNREADABLE.test(d.code))) return exitStatus.usage;
  return hasErrors(diagnostics) ? exitStatus.findings : exitStatus.ok;
}

/** `1 file`, `3 files`. */
export function countOf(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? "" : "s"}`;
}

/**
 * Diagnostics as text, with the lines that they are about; undefined when there are none. A finding about a file as a
 * whole comes without a line of it.
 * edited: texts that are not on disk, or not yet, and take the place of the file's.
 */
export async function renderFindings(
  diagnostics: readonly Diagnostic[],
  colour: boolean,
  edited: (file: string) => string | undefined = () => undefined,
): Promise<string | undefined> {
  if (diagnostics.length === 0) return undefined;
  const { renderText } = await import("../report/text.js");
  const texts = new Map<string, string | undefined>();
  const textOf = (file: string): string | undefined => {
    if (!texts.has(file)) texts.set(file, edited(file) ?? readSource(file));
    return texts.get(file);
  };
  const one = (diagnostic: Diagnostic): string =>
    renderText([diagnostic], isAboutFile(diagnostic) ? () => undefined : textOf, { colour });
  return diagnostics.map(one).join("\n").trimEnd();
}

function isAboutFile({ at }: Diagnostic): boolean {
  return at.line === 1 && at.column === 1 && at.length === undefined;
}

/** The text of a file that a diagnostic names, as far as it can be read. */
function readSource(file: string): string | undefined {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return undefined;
  }
}
