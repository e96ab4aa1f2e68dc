import { join } from "node:path";
import { assemble, assemblerNames, type ObjectCode } from "../assembler/index.js";
import { type Diagnostic, hasErrors } from "../core/diagnostic.js";
import { failure, type Result, success } from "../core/result.js";
import type { Debugger } from "../debug/index.js";
import type { Model } from "../model/types.js";
import type { Architecture } from "../runtime/index.js";
import {
  type Board,
  type PlayOptions,
  placeHypervisor,
  play,
  type Scenario,
  type ScenarioInput,
  type ScenarioReport,
  scenarios,
  tellStory,
} from "../scenarios/index.js";
import { documentsDigest } from "../targets/header.js";
import { nearestHint } from "../validate/nearest.js";
import { checkLayout } from "./checked-layout.js";
import { checkEngineName } from "./engine-choice.js";
import { type ExitStatus, exitStatus } from "./exit-status.js";
import { countOf, renderFindings, statusOf } from "./findings.js";
import type { GdbRequest } from "./gdb-door.js";
import { chooseLayout, chooseLayouts, type LayoutFolder } from "./layout-choice.js";
import { loadGenerated } from "./load-generated.js";
import { readObjectFile } from "./object-file.js";
import { includeReader, readGenerated } from "./source-files.js";
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
  readonly gdb?: string;
  readonly gdbSymbols?: string;
  readonly engine?: string;
  readonly crossCheck?: string | true;
}

/** The scenarios of one layout as they were played. */
interface LayoutRun {
  readonly layout: string;
  readonly passed: boolean;
  readonly scenarios: readonly ScenarioReport[];
}

/**
 * Plays scenarios on the generated assembly and emulator of the layouts that are meant, one after the other.
 * With gdb a debugger decides when the one scenario goes on.
 * Throws UsageError: no such layout or scenario, no output, or output of other documents than these; several scenarios
 * or layouts for one debugger.
 */
export async function runScenarios(request: RunRequest, terminal: Terminal): Promise<ExitStatus> {
  checkEngine(request);
  const chosen = chooseScenarios(request.scenario);
  if (request.list === true) return list(chosen, request, terminal);
  const one = request.object !== undefined || request.gdb !== undefined;
  const layouts = one ? [await chooseLayout(request.layout)] : await chooseLayouts(request.layout);
  if (request.gdb !== undefined && chosen.length > 1)
    throw new UsageError("--gdb needs one scenario", "add --scenario hvc, say; run --list lists them");
  const runs: LayoutRun[] = [];
  for (const layout of layouts) {
    const prepared = await prepare(layout, request, terminal);
    if (!prepared.ok) return refuse(prepared.diagnostics, terminal);
    if (layouts.length > 1 && request.json !== true) terminal.out(`${terminal.outStyle.bold(layout.name)}\n`);
    const scenarios: ScenarioReport[] = [];
    for (const scenario of chosen) scenarios.push(await playOne(scenario, prepared.value, request, terminal));
    const passed = scenarios.every((report) => report.passed);
    runs.push({ layout: prepared.value.model.layout.name, passed, scenarios });
    terminal.progress("");
    if (request.json !== true) summarize(scenarios, terminal);
  }
  if (request.json === true) terminal.json(runs);
  return runs.every(({ passed }) => passed) ? exitStatus.ok : exitStatus.findings;
}

async function prepare(
  layout: LayoutFolder,
  request: RunRequest,
  terminal: Terminal,
): Promise<Result<ScenarioInput>> {
  terminal.progress(`${layout.name}: reading`);
  const { model, diagnostics, folder } = await checkLayout(layout);
  if (model === undefined || hasErrors(diagnostics)) return failure(diagnostics);
  const output = join(request.out, model.layout.name);
  checkFresh(output, folder, model);
  terminal.progress(`${layout.name}: assembling`);
  const object = readObject(output, request.object, model);
  if (!object.ok) return object;
  const hypervisor = placeHypervisor(model, object.value);
  if (!hypervisor.ok) return hypervisor;
  return success({ model, hypervisor: hypervisor.value, architecture: await loadArchitecture(output) });
}

async function playOne(
  scenario: Scenario,
  input: ScenarioInput,
  request: RunRequest,
  terminal: Terminal,
): Promise<ScenarioReport> {
  terminal.progress(`${input.model.layout.name}: ${scenario.name}`);
  const trace = request.trace === true ? { trace: (line: string) => terminal.err(line) } : {};
  const { gdb } = request;
  const report =
    gdb === undefined
      ? play(scenario, input, trace)
      : await playDebugged(scenario, input, { ...request, gdb }, trace, terminal);
  if (request.json !== true) terminal.out(tellStory(report, { colour: terminal.colour.out }));
  return report;
}

async function playDebugged(
  scenario: Scenario,
  input: ScenarioInput,
  request: GdbRequest,
  options: PlayOptions,
  terminal: Terminal,
): Promise<ScenarioReport> {
  const { GdbDoor } = await import("./gdb-door.js");
  const { debugBoard } = await import("./gdb-scenario.js");
  const door = await GdbDoor.open(request, terminal);
  try {
    let client: Debugger | undefined;
    const control = (board: Board) => {
      const attached = debugBoard(door, board, scenario.name);
      client = attached;
      return () => attached.beforeStep(0) !== "end";
    };
    const report = play(scenario, input, { ...options, control });
    client?.exited(report.passed ? exitStatus.ok : exitStatus.findings);
    return report;
  } finally {
    await door.close();
  }
}

/** A scenario is told and checked by what its machine shows at each step, and only the reference machine shows that. */
function checkEngine({ engine, crossCheck }: RunRequest): void {
  checkEngineName(engine);
  if (crossCheck !== undefined || (engine !== undefined && engine !== "reference"))
    throw new UsageError(
      "scenarios are watched at each instruction: the reference machine plays them",
      "leave out --engine and --cross-check, or run a program with --elf",
    );
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
  if (readGenerated(join(output, "asm/hyp.S")).includes(documentsDigest(model))) return;
  throw new UsageError(
    `${output} was not generated from what is in ${folder} now`,
    "run worldswitch generate",
  );
}

function readObject(output: string, foreign: string | undefined, model: Model): Result<ObjectCode> {
  if (foreign !== undefined) return readObjectFile(foreign);
  const file = join(output, "asm/hyp.S");
  return assemble({
    file,
    text: readGenerated(file),
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
