import { type Diagnostic, hasErrors } from "../core/diagnostic.js";
import { loadSources } from "../model/load.js";
import { resolveModel } from "../model/resolve.js";
import type { Model } from "../model/types.js";
import { type ExitStatus, exitStatus } from "./exit-status.js";
import { selectFeatures } from "./feature-choice.js";
import { renderFindings, statusOf } from "./findings.js";
import type { LayoutFolder } from "./layout-choice.js";
import type { Terminal } from "./terminal.js";
import { printReport, type VerifyFormat } from "./verify-print.js";
import { type NamedObject, objectInMemory, objectOf, proofOf, type VerifyRequest } from "./verify-subject.js";

/**
 * Proves a layout's code under one combination of its features, and prints the report. features: as --features has them.
 * The generated files are of the layout's defaults; under other features the code is made in memory.
 */
export async function verifyOne(
  { folder }: LayoutFolder,
  request: VerifyRequest & { readonly features?: string; readonly format: VerifyFormat },
  terminal: Terminal,
): Promise<ExitStatus> {
  const loaded = await modelOf(folder, request.features);
  const object =
    loaded.model === undefined ? undefined : await codeFor(loaded.model, loaded.byDefault, request);
  const report =
    loaded.model === undefined || object === undefined
      ? undefined
      : await proofOf(loaded.model, object, request);
  const diagnostics = [...loaded.diagnostics, ...(report?.diagnostics ?? [])];
  const findings = await renderFindings(diagnostics, terminal.colour.err);
  if (findings !== undefined) terminal.err(findings);
  if (report === undefined || !report.ok || hasErrors(diagnostics)) return statusOf(diagnostics);
  await printReport(report.value, request.format, terminal);
  return report.value.proved ? exitStatus.ok : exitStatus.findings;
}

/** A layout's model; byDefault: whether it is the one that generate writes the output of. */
async function modelOf(
  folder: string,
  features: string | undefined,
): Promise<{
  readonly model?: Model;
  readonly byDefault: boolean;
  readonly diagnostics: readonly Diagnostic[];
}> {
  const sources = loadSources(folder);
  if (!sources.ok) return { byDefault: true, diagnostics: sources.diagnostics };
  const selection = await selectFeatures(sources.value, features);
  const { diagnostics, ...resolved } = resolveModel(sources.value, selection);
  if (!resolved.ok) return { byDefault: true, diagnostics };
  const usual = features === undefined ? resolved : resolveModel(sources.value);
  const states = ({ layout }: Model): string => String(layout.features?.map(({ enabled }) => enabled));
  const byDefault = usual.ok && states(usual.value) === states(resolved.value);
  return { model: resolved.value, byDefault, diagnostics };
}

function codeFor(model: Model, byDefault: boolean, request: VerifyRequest): Promise<NamedObject> {
  if (byDefault || request.object !== undefined) return objectOf(model, request);
  const on = (model.layout.features ?? []).flatMap(({ name, enabled }) => (enabled ? [name] : []));
  return objectInMemory(model, `its assembly with ${on.length === 0 ? "no feature" : on.join(", ")}`);
}
