import { join } from "node:path";
import { assemble, type ObjectCode, readElf64 } from "../assembler/index.js";
import { type Diagnostic, hasErrors } from "../core/diagnostic.js";
import type { Result } from "../core/result.js";
import type { Model } from "../model/types.js";
import type { Architecture } from "../runtime/index.js";
import {
  placeHypervisor,
  play,
  type Scenario,
  type ScenarioReport,
  scenarios,
  tellStory,
} from "../scenarios/index.js";
import { documentsDigest } from "../targets/header.js";
import { nearestHint } from "../validate/nearest.js";
import { assemblerNames } from "./architecture.js";
import { checkLayout } from "./checked-layout.js";
import { type ExitStatus, exitStatus } from "./exit-status.js";
import { countOf, renderFindings, statusOf } from "./findings.js";
import { chooseLayout } from "./layout-choice.js";
import { loadGenerated } from "./load-generated.js";
import { includeReader, readBytes, readSourceFile } from "./source-files.js";
import type { Terminal } from "./terminal.js";
import { UsageError } from "./usage-error.js";

export interface RunRequest {
  readonly layout?: string;
  readonly out: string;
  readonly scenario: readonly string[];
  readonly object?: string;
  readonly trace?: boolean;
  readonly json?: boolean;
  readonly list?: boolean;
}

/**
 * Plays scenarios on a layout's generated assembly and emulator.
 * Throws UsageError: no such layout or scenario, no output, or output of other documents than these.
 */
export async function runScenarios(request: RunRequest, terminal: Terminal): Promise<ExitStatus> {
  const chosen = chooseScenarios(request.scenario);
  if (request.list === true) return list(chosen, request, terminal);

  const { model, diagnostics, folder } = await checkLayout(await chooseLayout(request.layout));
  if (model === undefined || hasErrors(diagnostics)) return refuse(diagnostics, terminal);
  const output = join(request.out, model.layout.name);
  checkFresh(output, folder, model);
  terminal.progress(`${model.layout.name}: assembling`);
  const object = readObject(output, request.object, model);
  if (!object.ok) return refuse(object.diagnostics, terminal);
  const hypervisor = placeHypervisor(model, object.value);
  if (!hypervisor.ok) return refuse(hypervisor.diagnostics, terminal);
  const architecture = await loadArchitecture(output);

  const reports: ScenarioReport[] = [];
  for (const scenario of chosen) {
    terminal.progress(`${model.layout.name}: ${scenario.name}`);
    const trace = request.trace === true ? { trace: (line: string) => terminal.err(line) } : {};
    const report = play(scenario, { model, architecture, hypervisor: hypervisor.value }, trace);
    reports.push(report);
    if (request.json !== true) terminal.out(tellStory(report, { colour: terminal.colour.out }));
  }
  terminal.progress("");
  const passed = reports.every((report) => report.passed);
  if (request.json === true) terminal.json({ layout: model.layout.name, passed, scenarios: reports });
  else summarize(reports, terminal);
  return passed ? exitStatus.ok : exitStatus.findings;
}

function chooseScenarios(names: readonly string[]): readonly Scenario[] {
  const known = scenarios.map(({ name }) => name);
  for (const name of names)
    if (!known.includes(name))
      throw new UsageError(
        `no scenario ${name}`,
        nearestHint(name, known) ?? `there are ${known.join(", ")}`,
      );
  return names.length === 0 ? scenarios : scenarios.filter(({ name }) => names.includes(name));
}

function list(
  chosen: readonly Scenario[],
  { json }: RunRequest,
  { out, json: printJson, outStyle }: Terminal,
): ExitStatus {
  const width = Math.max(...chosen.map(({ name }) => name.length));
  if (json === true) printJson(chosen.map(({ name, title }) => ({ name, title })));
  else for (const { name, title } of chosen) out(`${outStyle.bold(name.padEnd(width))}  ${title}`);
  return exitStatus.ok;
}

/** The output must be of these documents: the scenarios look for registers where the Model has them. */
function checkFresh(output: string, folder: string, model: Model): void {
  if (readSourceFile(join(output, "asm/hyp.S")).includes(documentsDigest(model))) return;
  throw new UsageError(
    `${output} was not generated from what is in ${folder} now`,
    "run worldswitch generate",
  );
}

function readObject(output: string, foreign: string | undefined, model: Model): Result<ObjectCode> {
  if (foreign !== undefined) return readElf64(readBytes(foreign), foreign);
  const file = join(output, "asm/hyp.S");
  return assemble({
    file,
    text: readSourceFile(file),
    table: model.a64,
    sysregs: assemblerNames(model),
    readInclude: includeReader([]),
  });
}

async function loadArchitecture(output: string): Promise<Architecture> {
  const path = "ts/emulator/machine.ts";
  const { architecture } = await loadGenerated(output, path);
  if (isArchitecture(architecture)) return architecture;
  throw new UsageError(`${join(output, path)} exports no architecture`, "run worldswitch generate");
}

function isArchitecture(value: unknown): value is Architecture {
  return (
    typeof value === "object" &&
    value !== null &&
    "decode" in value &&
    "registers" in value &&
    "instructions" in value
  );
}

async function refuse(diagnostics: readonly Diagnostic[], terminal: Terminal): Promise<ExitStatus> {
  terminal.progress("");
  const text = await renderFindings(diagnostics, terminal.colour.err);
  if (text !== undefined) terminal.err(text);
  return statusOf(diagnostics);
}

function summarize(reports: readonly ScenarioReport[], { out, outStyle }: Terminal): void {
  if (reports.length < 2) return;
  const failed = reports.filter(({ passed }) => !passed).map(({ name }) => name);
  const checks = reports.reduce((sum, report) => sum + report.checks.length, 0);
  const instructions = reports.reduce((sum, report) => sum + report.counts.instructions, 0);
  const all = `${countOf(reports.length, "scenario")}, ${countOf(checks, "check")}, ${countOf(instructions, "instruction")}`;
  out(
    failed.length === 0
      ? `${outStyle.green("all passed")}: ${all}`
      : `${outStyle.red(`failed: ${failed.join(", ")}`)} of ${all}`,
  );
}
