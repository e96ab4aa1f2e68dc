import { type Diagnostic, hasErrors, sortDiagnostics } from "../core/diagnostic.js";
import type { Result } from "../core/result.js";
import { type Combinations, combinationsOf, type Variant } from "../model/extend/combinations.js";
import type { FeatureSelection } from "../model/extend/features.js";
import { mergeFindings } from "../model/extend/merge-findings.js";
import { shortestCondition } from "../model/extend/shortest-condition.js";
import { loadSources } from "../model/load.js";
import { resolveModel } from "../model/resolve.js";
import type { LayoutSources } from "../read/sources.js";
import type { VerifyFinding, VerifyReport } from "../verify/index.js";
import { type ExitStatus, exitStatus } from "./exit-status.js";
import { renderFindings, statusOf } from "./findings.js";
import type { LayoutFolder } from "./layout-choice.js";
import { sweepStory } from "./swept-layout.js";
import type { Terminal } from "./terminal.js";
import { printFindings, type SweepFormat } from "./verify-print.js";
import { objectInMemory, objectOf, proofOf, type VerifyRequest } from "./verify-subject.js";

/** What was shown of the combinations that make the same of a layout; report: absent when its documents have errors. */
interface ProvedVariant {
  readonly variant: Variant;
  readonly report?: VerifyReport;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Proves what each combination of a layout's features makes of it, once for those that make the same, and prints one
 * list of findings, each with the condition under which it appears. The layout's defaults are proved on the generated
 * files, the others on code that is made in memory. limit: of combinations.
 */
export async function verifySweep(
  { folder, name }: LayoutFolder,
  request: VerifyRequest & { readonly limit?: number; readonly format: SweepFormat },
  terminal: Terminal,
): Promise<ExitStatus> {
  const sources = loadSources(folder);
  const combinations = sources.ok ? combinationsOf(sources.value, request.limit) : sources;
  if (!sources.ok || !combinations.ok) return refuse(combinations.diagnostics, terminal);
  const { chosen, variants } = combinations.value;
  const proved: ProvedVariant[] = [];
  for (const [i, variant] of variants.entries()) {
    terminal.progress(`${name}: ${i + 1} of ${variants.length}`);
    proved.push(await prove(sources.value, variant, request, i === 0));
  }
  terminal.progress("");
  const documents = mergeFindings(combinations.value, proved);
  const said = sortDiagnostics([...combinations.diagnostics, ...documents]);
  const text = await renderFindings(said, terminal.colour.err);
  if (text !== undefined) terminal.err(text);
  const findings = mergeFindings(
    combinations.value,
    proved.map(({ variant, report }) => ({ variant, diagnostics: report?.findings ?? [] })),
  );
  if (request.format === "json") terminal.json(dataOf(name, combinations.value, proved, findings));
  else await printFindings(findings, request.format, terminal);
  const failing = chosen.filter((selection) => proved.some((one) => isOf(one, selection) && !holds(one)));
  if (request.format === "text") tell(name, combinations.value, failing, terminal);
  if (hasErrors(said)) return statusOf(said);
  return failing.length === 0 ? exitStatus.ok : exitStatus.findings;
}

async function prove(
  sources: LayoutSources,
  variant: Variant,
  request: VerifyRequest,
  byDefault: boolean,
): Promise<ProvedVariant> {
  const model = resolveModel(sources, variant.features);
  if (!model.ok) return { variant, diagnostics: model.diagnostics };
  const object = byDefault ? await objectOf(model.value, request) : await objectInMemory(model.value, "");
  const report: Result<VerifyReport> = await proofOf(model.value, object, request);
  const diagnostics = sortDiagnostics([...model.diagnostics, ...report.diagnostics]);
  return { variant, diagnostics, ...(report.ok ? { report: report.value } : {}) };
}

function isOf({ variant }: ProvedVariant, selection: FeatureSelection): boolean {
  return variant.same.includes(selection);
}

function holds({ report, diagnostics }: ProvedVariant): boolean {
  return report?.proved === true && !hasErrors(diagnostics);
}

function tell(
  name: string,
  combinations: Combinations,
  failing: readonly FeatureSelection[],
  { out, outStyle }: Terminal,
): void {
  const story = sweepStory(combinations);
  const others = combinations.chosen.filter((selection) => !failing.includes(selection));
  const all = others.length === 0 ? "" : ` with ${shortestCondition(failing, others)}`;
  const verdict =
    failing.length === 0
      ? outStyle.green("proved under all of them")
      : outStyle.red(`not proved under ${failing.length} of them${all}`);
  out(`${name}: ${story}: ${verdict}`);
}

function dataOf(
  layout: string,
  { features, total, chosen, variants }: Combinations,
  proved: readonly ProvedVariant[],
  findings: readonly VerifyFinding[],
) {
  return {
    ...{ layout, features, combinations: total, checked: chosen.length, proved: proved.every(holds) },
    variants: variants.map(({ same }, i) => {
      const one = proved[i];
      return {
        combinations: same,
        proved: one !== undefined && holds(one),
        matrix: one?.report?.matrix ?? [],
      };
    }),
    findings,
  };
}

async function refuse(diagnostics: readonly Diagnostic[], terminal: Terminal): Promise<ExitStatus> {
  const text = await renderFindings(diagnostics, terminal.colour.err);
  if (text !== undefined) terminal.err(text);
  return statusOf(diagnostics);
}
