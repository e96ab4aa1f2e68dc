import { type Diagnostic, formatFeatures, type Severity } from "../core/diagnostic.js";

const COMMANDS: Readonly<Record<Severity, string>> = { error: "error", warning: "warning", note: "notice" };

/**
 * Diagnostics as workflow commands, one a line: GitHub shows them in the changed files.
 * `::error file=…,line=41,col=15,endColumn=26,title=WS104::SCTLR_EL1 is listed twice`
 */
export function renderGitHub(diagnostics: readonly Diagnostic[]): string {
  return diagnostics.map((diagnostic) => `${command(diagnostic)}\n`).join("");
}

function command(diagnostic: Diagnostic): string {
  const { code, severity, at, message, related = [], hint } = diagnostic;
  const when = formatFeatures(diagnostic);
  const properties = [
    `file=${escapeProperty(at.file)}`,
    `line=${at.line}`,
    `col=${at.column}`,
    ...(at.length === undefined ? [] : [`endColumn=${at.column + at.length}`]),
    `title=${code}`,
  ];
  const text = [
    message,
    ...related.map((other) => `${other.at.file}:${other.at.line}: ${other.message}`),
    ...(when === undefined ? [] : [when]),
    ...(hint === undefined ? [] : [`hint: ${hint}`]),
  ];
  return `::${COMMANDS[severity]} ${properties.join(",")}::${escapeText(text.join("\n"))}`;
}

function escapeText(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function escapeProperty(text: string): string {
  return escapeText(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
