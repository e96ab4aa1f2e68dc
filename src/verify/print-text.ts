import { formatFeatures } from "../core/diagnostic.js";
import { formatSourceRef } from "../core/source-ref.js";
import { matrixLines } from "./matrix-lines.js";
import { columns, type TraceLine, type Verdict, type VerifyFinding, type VerifyReport } from "./report.js";

/** How a terminal shows parts of the report; a function that returns its text shows nothing special. */
export interface Paint {
  readonly good: (text: string) => string;
  readonly bad: (text: string) => string;
  readonly waived: (text: string) => string;
  readonly faint: (text: string) => string;
}

const plain: Paint = { good: (t) => t, bad: (t) => t, waived: (t) => t, faint: (t) => t };

const WORDS: Readonly<Record<Verdict, string>> = {
  ok: "ok",
  violation: "NO",
  waived: "waived",
  "not-applicable": "·",
};

/** The report for a terminal: the matrix, then each finding with its trace, then one line of summary. */
export function printText(report: VerifyReport, paint: Paint = plain): string {
  return [
    ...matrix(report, paint),
    "",
    ...report.findings.flatMap((finding) => [...printFinding(finding, paint), ""]),
    summary(report, paint),
  ].join("\n");
}

function matrix(report: VerifyReport, paint: Paint): string[] {
  const lines = matrixLines(report.matrix);
  const width = Math.max("register".length, ...lines.map((line) => line.register.length));
  const header = ["register".padEnd(width), ...columns.map((c) => c.padEnd(7)), "member"].join("  ");
  return [
    paint.faint(header),
    ...lines.map(({ register, verdicts, member }) => {
      const cells = verdicts.map((verdict) => colourOf(verdict, paint)(WORDS[verdict].padEnd(7)));
      return [register.padEnd(width), ...cells, paint.faint(member)].join("  ").trimEnd();
    }),
  ];
}

function colourOf(verdict: Verdict, paint: Paint): (text: string) => string {
  if (verdict === "ok") return paint.good;
  if (verdict === "violation") return paint.bad;
  return verdict === "waived" ? paint.waived : paint.faint;
}

/**
 * A finding for a terminal, in lines:
 *     hyp.S:531: waived WS809: ESR_EL2 is stored with 8 bytes into arch.fault.esr_el2, which has 4
 *       on: sync from 64-bit EL1
 *         0x520  el1_sync+0x8  hyp.S:477  mrs x1, esr_el2   X1 = guest ESR_EL2
 */
export function printFinding(finding: VerifyFinding, paint: Paint = plain): string[] {
  const { code, message, at, path, instruction, trace, hint, waiver } = finding;
  const kind = waiver === undefined ? paint.bad("error") : paint.waived("waived");
  const lines = [`${formatSourceRef(at)}: ${kind} ${code}: ${message}`, `  on: ${path}`];
  if (instruction !== undefined && trace.length === 0) lines.push(`  at: ${placeText(instruction)}`);
  for (const line of trace) lines.push(`    ${placeText(line)}   ${paint.faint(line.what)}`.trimEnd());
  const when = formatFeatures(finding);
  if (when !== undefined) lines.push(`  ${when}`);
  if (waiver !== undefined)
    lines.push(`  waived by ${waiver.code} (${formatSourceRef(waiver.at)}): ${waiver.because}`);
  else if (hint !== undefined) lines.push(`  hint: ${hint}`);
  return lines;
}

function placeText({ pc, symbol, offsetBytes, at, text }: Omit<TraceLine, "what">): string {
  const place = `${symbol}+0x${offsetBytes.toString(16)}`;
  const line = at === undefined ? "" : `  ${at.file}:${at.line}`;
  return `${pc.padStart(6)}  ${place}${line}  ${text}`;
}

function summary({ layout, object, proved, findings, paths, sequences }: VerifyReport, paint: Paint): string {
  const waived = findings.filter((finding) => finding.waiver !== undefined).length;
  const open = findings.length - waived;
  const instructions = paths.reduce((sum, path) => sum + path.instructions, 0);
  const parts = [
    ...(open > 0 ? [`${open} violation${open === 1 ? "" : "s"}`] : []),
    ...(waived > 0 ? [`${waived} waived with a reason`] : []),
    `${paths.length} paths, ${instructions} instructions`,
    ...(sequences === undefined ? [] : [sequencesText(sequences)]),
  ];
  const verdict = proved ? paint.good("proved") : paint.bad("not proved");
  return `${layout}, ${object}: ${verdict} (${parts.join("; ")})`;
}

/** `14 TypeScript functions, 218 transfers` when they were run; a missing file is among the findings. */
function sequencesText({ functions, transfers }: NonNullable<VerifyReport["sequences"]>): string {
  return `${functions} TypeScript functions, ${transfers} transfers`;
}
