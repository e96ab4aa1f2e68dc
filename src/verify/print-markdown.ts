import { formatSourceRef } from "../core/source-ref.js";
import { matrixLines } from "./matrix-lines.js";
import { columns, type Verdict, type VerifyFinding, type VerifyReport } from "./report.js";

const MARKS: Readonly<Record<Verdict, string>> = {
  ok: "ok",
  violation: "**violation**",
  waived: "waived",
  "not-applicable": "–",
};

/** The report as a Markdown page: verdict, matrix, findings with their traces, paths. Ends in a newline. */
export function printMarkdown(report: VerifyReport): string {
  const { layout, object, proved, findings, paths, unswitched } = report;
  return [
    `# ${layout}: ${proved ? "proved" : "not proved"}`,
    "",
    `The object is \`${object}\`. Every path below was followed for all values of all registers at once.`,
    "",
    `| register | ${columns.join(" | ")} | member |`,
    `|---|${columns.map(() => "---").join("|")}|---|`,
    ...matrixLines(report.matrix).map(
      ({ register, verdicts, member }) =>
        `| ${register} | ${verdicts.map((verdict) => MARKS[verdict]).join(" | ")} | ${code(member)} |`,
    ),
    "",
    ...findingsSection(findings),
    "## Paths",
    "",
    "| from | instructions | to | when |",
    "|---|---|---|---|",
    ...paths.map(
      (path) =>
        `| ${path.name} | ${path.instructions} | ${path.outcome} | ${code(path.conditions.join(" and "))} |`,
    ),
    "",
    "## Shared by both sides",
    "",
    "Registers that the guest can write and the switch leaves as they are:",
    `${unswitched.join(", ")}.`,
    "",
  ].join("\n");
}

function findingsSection(findings: readonly VerifyFinding[]): string[] {
  return findings.length === 0 ? [] : ["## Findings", "", ...findings.flatMap(findingText)];
}

function findingText({ code: id, message, at, path, trace, waiver, hint }: VerifyFinding): string[] {
  const lines = trace.map(
    ({ pc, symbol, offsetBytes, text, what }) =>
      `${pc}\t${symbol}+0x${offsetBytes.toString(16)}\t${text}\t; ${what}`,
  );
  return [
    `### ${id}: ${message}`,
    "",
    `At \`${formatSourceRef(at)}\`, on the path: ${path}.`,
    ...(waiver === undefined ? [] : [`Waived by ${waiver.code}: ${waiver.because}.`]),
    ...(waiver !== undefined || hint === undefined ? [] : [`Hint: ${hint}.`]),
    "",
    ...(lines.length === 0 ? [] : ["```", ...lines, "```", ""]),
  ];
}

function code(text: string): string {
  return text === "" ? "" : `\`${text.replaceAll("|", "\\|")}\``;
}
