import type { Diagnostic, Related } from "../core/diagnostic.js";
import type { VerifyFinding, VerifyReport } from "../verify/index.js";
import type { Terminal } from "./terminal.js";

export const VERIFY_FORMATS = ["text", "markdown", "svg", "json", "sarif", "github"] as const;

export type VerifyFormat = (typeof VERIFY_FORMATS)[number];

/** Formats that have room for more than one matrix, or for none. */
export type SweepFormat = Exclude<VerifyFormat, "markdown" | "svg">;

/** Prints a report to stdout. */
export async function printReport(
  report: VerifyReport,
  format: VerifyFormat,
  terminal: Terminal,
): Promise<void> {
  const { printMarkdown, printSvg, printText } = await import("../verify/index.js");
  if (format === "json") terminal.json(report);
  else if (format === "markdown") terminal.out(printMarkdown(report).trimEnd());
  else if (format === "svg") terminal.out(printSvg(report).trimEnd());
  else if (format === "text") terminal.out(printText(report, paintOf(terminal)));
  else await printFindings(report.findings, format, terminal);
}

/** Prints findings alone: as text those that are waived too, for other programs those that count. */
export async function printFindings(
  findings: readonly VerifyFinding[],
  format: Exclude<SweepFormat, "json">,
  terminal: Terminal,
): Promise<void> {
  const counting = findings.filter(({ waiver }) => waiver === undefined).map(withTrace);
  if (format === "text") {
    const { printFinding } = await import("../verify/index.js");
    for (const finding of findings)
      for (const line of [...printFinding(finding, paintOf(terminal)), ""]) terminal.out(line);
  } else if (format === "sarif") {
    const { renderSarif } = await import("../report/sarif.js");
    terminal.out(renderSarif(counting).trimEnd());
  } else if (counting.length > 0) {
    const { renderGitHub } = await import("../report/github.js");
    terminal.out(renderGitHub(counting).trimEnd());
  }
}

/** A finding with the lines of its trace as related places. */
function withTrace(finding: VerifyFinding): Diagnostic {
  const { trace, code, severity, at, message, path, hint, when } = finding;
  const lines = trace.flatMap((line): Related[] =>
    line.at === undefined ? [] : [{ at: line.at, message: `${line.text}: ${line.what}` }],
  );
  return {
    ...{ code, severity, at, message: `${message} (on: ${path})` },
    ...(lines.length === 0 ? {} : { related: lines }),
    ...(hint === undefined ? {} : { hint }),
    ...(when === undefined ? {} : { when }),
  };
}

function paintOf({ outStyle }: Terminal) {
  const { green, red, yellow, dim } = outStyle;
  return { good: green, bad: red, waived: yellow, faint: dim };
}
