import { type Diagnostic, formatFeatures, type Severity } from "../core/diagnostic.js";
import { formatSourceRef } from "../core/source-ref.js";
import { excerpt } from "./excerpt.js";
import { printable } from "./printable.js";

/** The text of a file that a diagnostic points into, undefined when it is not at hand. */
export type ReadSource = (file: string) => string | undefined;

/** colour: whether to use a terminal's colours. */
export interface TextOptions {
  readonly colour?: boolean;
}

type Paint = (style: keyof typeof STYLES, text: string) => string;

const STYLES = { error: "1;31", warning: "1;33", note: "1;36", place: "1", gutter: "2", hint: "32" };

/**
 * Diagnostics as a person reads them, each with its source line, related places and hint, a blank line between.
 *
 *     schema/kvm-arm64-v3/sysreg-order.json:41:15: error WS104: SCTLR_EL1 is listed twice
 *       41 |     { "name": "SCTLR_EL1", "groups": ["sysregs"] },
 *          |               ^^^^^^^^^^^
 *       related: schema/kvm-arm64-v3/sysreg-order.json:12:15: first listed here, at position 3
 *       hint: remove one; every later index moves down by 1
 */
export function renderText(
  diagnostics: readonly Diagnostic[],
  readSource: ReadSource,
  options: TextOptions = {},
): string {
  const paint: Paint =
    options.colour === true ? (style, text) => `\x1b[${STYLES[style]}m${text}\x1b[0m` : (_, text) => text;
  const lines = linesOf(readSource);
  return diagnostics.map((diagnostic) => renderOne(diagnostic, lines, paint)).join("\n");
}

/** `2 errors, 1 warning`; `no findings` for none. */
export function summarize(diagnostics: readonly Diagnostic[]): string {
  const counts = (["error", "warning", "note"] satisfies Severity[]).flatMap((severity) => {
    const count = diagnostics.filter((diagnostic) => diagnostic.severity === severity).length;
    return count === 0 ? [] : [`${count} ${severity}${count === 1 ? "" : "s"}`];
  });
  return counts.length === 0 ? "no findings" : counts.join(", ");
}

function renderOne(diagnostic: Diagnostic, lines: LinesOf, paint: Paint): string {
  const { code, severity, at, message, related = [], hint } = diagnostic;
  const place = paint("place", `${printable(formatSourceRef(at))}:`);
  const out = [`${place} ${paint(severity, `${severity} ${code}:`)} ${printable(message)}`];
  const line = lines(at.file)?.[at.line - 1];
  if (line !== undefined) {
    const { text, caret } = excerpt(line, at.column, at.length ?? 1);
    const number = `${at.line}`;
    out.push(`  ${paint("gutter", `${number} |`)} ${text}`.trimEnd());
    out.push(
      `  ${paint("gutter", `${" ".repeat(number.length)} |`)} ${caret.replace(/\^+/, (marks) => paint(severity, marks))}`,
    );
  }
  for (const other of related)
    out.push(`  related: ${printable(formatSourceRef(other.at))}: ${printable(other.message)}`);
  const when = formatFeatures(diagnostic);
  if (when !== undefined) out.push(`  ${printable(when)}`);
  if (hint !== undefined) out.push(`  ${paint("hint", "hint:")} ${printable(hint)}`);
  return `${out.join("\n")}\n`;
}

type LinesOf = (file: string) => readonly string[] | undefined;

function linesOf(readSource: ReadSource): LinesOf {
  const known = new Map<string, readonly string[] | undefined>();
  return (file) => {
    if (!known.has(file)) known.set(file, readSource(file)?.split("\n"));
    return known.get(file);
  };
}
