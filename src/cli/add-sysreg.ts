import type { Diagnostic } from "../core/diagnostic.js";
import { hasErrors } from "../core/diagnostic.js";
import { formatSourceRef } from "../core/source-ref.js";
import { addRegister } from "../edit/add-register.js";
import { type Consequences, consequencesOf } from "../edit/consequences.js";
import { diffLines } from "../edit/line-diff.js";
import { applyInsertion } from "../edit/text-edit.js";
import { lint } from "../lint/index.js";
import { loadSources } from "../model/load.js";
import { resolveModel } from "../model/resolve.js";
import type { Model } from "../model/types.js";
import { parseJson } from "../read/json.js";
import type { LayoutSources, SourceText } from "../read/sources.js";
import { nearestHint } from "../validate/nearest.js";
import { tellAddition } from "./addition-story.js";
import { type ExitStatus, exitStatus } from "./exit-status.js";
import { renderFindings, statusOf } from "./findings.js";
import { chooseLayout } from "./layout-choice.js";
import { replaceFile } from "./replace-file.js";
import type { Terminal } from "./terminal.js";
import { UsageError } from "./usage-error.js";

const DOCUMENT = "sysreg-order.json";

export interface AddSysregRequest {
  readonly name: string;
  readonly layout?: string;
  readonly after?: string;
  readonly via?: string;
  readonly dryRun?: boolean;
  readonly json?: boolean;
}

/** An edit of one document that has been checked, and what comes of it. */
export interface Addition {
  readonly layout: string;
  readonly file: string;
  readonly name: string;
  readonly before: string;
  readonly after: string;
  readonly consequences: Consequences;
  /** Findings that the edit brings, such as a waiver that nothing needs any more. */
  readonly findings: readonly Diagnostic[];
  readonly model: Model;
}

/**
 * Adds a register to a layout's sysreg-order.json, or says why not. The document is written when the layout with
 * the edit has no errors, and not on a dry run.
 * Throws UsageError: no such layout, register or neighbour; the register is there already or cannot be written.
 */
export async function addSysreg(request: AddSysregRequest, terminal: Terminal): Promise<ExitStatus> {
  const layout = await chooseLayout(request.layout);
  const sources = loadSources(layout.folder);
  if (!sources.ok) return refuse(sources.diagnostics, undefined, terminal);
  const before = resolveModel(sources.value);
  if (!before.ok) return refuse(before.diagnostics, sources.value, terminal);
  checkRequest(request, before.value);

  const edited = edit(request, sources.value, before.value);
  const after = resolveModel(edited);
  const findings = after.ok ? [...after.diagnostics, ...lint(after.value)] : after.diagnostics;
  if (!after.ok || hasErrors(findings)) {
    terminal.err(`the layout with ${request.name} would have errors; nothing is changed\n`);
    return refuse(findings, edited, terminal);
  }
  const known = new Set(lint(before.value).map(keyOf));
  const { file, text } = ownOrder(edited);
  const addition: Addition = {
    layout: layout.name,
    file,
    name: request.name,
    before: ownOrder(sources.value).text,
    after: text,
    consequences: consequencesOf(before.value, after.value),
    findings: findings.filter((finding) => !known.has(keyOf(finding))),
    model: after.value,
  };
  if (request.dryRun !== true) replaceFile(file, text);
  await tell(addition, request, terminal);
  return exitStatus.ok;
}

function checkRequest({ name, after, via }: AddSysregRequest, model: Model): void {
  const { slots } = model.sysregOrder;
  const register = findRegister(name, model);
  const listed = slots.find((slot) => slot.name === name);
  if (listed !== undefined)
    throw new UsageError(
      `${name} is there already: ${formatSourceRef(listed.at)}, index ${listed.index}, byte ${listed.offsetBytes} of struct ${model.layout.context}`,
    );
  if (after !== undefined && !slots.some((slot) => slot.name === after)) {
    const names = slots.map((slot) => slot.name);
    throw new UsageError(
      `--after ${after}: no such register in the layout's order`,
      nearestHint(after, names),
    );
  }
  const moved = via === undefined ? register : findRegister(via, model);
  for (const [el, way, instruction] of [
    [moved.writeEl, "written", "MSR"],
    [moved.readEl, "read", "MRS"],
  ] as const)
    if (el === undefined)
      throw new UsageError(
        `${moved.name} cannot be ${way}: the architecture has no ${instruction} for it, so that a switch cannot ${way === "read" ? "save" : "restore"} it`,
        "where EL2 has another name for what the guest sees, as VMPIDR_EL2 for MPIDR_EL1, say --via THAT_REGISTER",
      );
}

function findRegister(name: string, model: Model): Model["sysregOrder"]["slots"][number]["sysreg"] {
  const register = model.sysregs.get(name);
  if (register !== undefined) return register;
  throw new UsageError(
    `no system register ${name} in the catalogue`,
    nearestHint(name, model.sysregs.keys()),
  );
}

/** In a layout that extends another the line is an addition, which says its groups and what it comes after. */
function edit({ name, after, via }: AddSysregRequest, sources: LayoutSources, model: Model): LayoutSources {
  const { file, text } = ownOrder(sources);
  const parsed = parseJson(file, text);
  const register = { name, ...(via === undefined ? {} : { via }) };
  const isExtending = (sources.overlays ?? []).length > 0;
  const slots = model.sysregOrder.slots;
  const neighbour = slots.find((slot) => slot.name === after) ?? slots.at(-1);
  const place = { groups: neighbour?.groups ?? [], ...(after === undefined ? {} : { after }) };
  const insertion = !parsed.ok
    ? undefined
    : isExtending
      ? addRegister(parsed.value, { ...register, ...place })
      : addRegister(parsed.value, register, after);
  if (insertion === undefined && isExtending) throw noList(file, name);
  if (insertion === undefined) throw new Error(`${file} is valid and has no place for ${name}`);
  return withOrder(sources, { file, text: applyInsertion(text, insertion) });
}

/** The order of the layout's own folder. Throws UsageError when it leaves that to what it extends. */
function ownOrder({ documents, overlays = [] }: LayoutSources): SourceText {
  const own = overlays.at(-1);
  if (own === undefined) return documents[DOCUMENT];
  const source = own[DOCUMENT];
  const folder = own["layout.json"]?.file.replace(/layout\.json$/, "") ?? "";
  if (source === undefined) throw noList(`${folder}${DOCUMENT}`, "the register");
  return source;
}

function withOrder(sources: LayoutSources, source: SourceText): LayoutSources {
  const { documents, overlays = [] } = sources;
  if (overlays.length === 0) return { ...sources, documents: { ...documents, [DOCUMENT]: source } };
  return { ...sources, overlays: [...overlays.slice(0, -1), { ...overlays.at(-1), [DOCUMENT]: source }] };
}

function noList(file: string, name: string): UsageError {
  return new UsageError(
    `the layout extends another, and ${file} has no registers of its own to put ${name} beside`,
    'begin it with "registers": [{ "name": NAME, "groups": [GROUP] }]; see docs/reference/extending.md',
  );
}

async function refuse(
  diagnostics: readonly Diagnostic[],
  sources: LayoutSources | undefined,
  terminal: Terminal,
): Promise<ExitStatus> {
  const layers = sources === undefined ? [] : [sources.documents, ...(sources.overlays ?? [])];
  const texts = new Map(
    layers.flatMap((layer) => Object.values(layer)).map(({ file, text }) => [file, text]),
  );
  const text = await renderFindings(diagnostics, terminal.colour.err, (file) => texts.get(file));
  if (text !== undefined) terminal.err(text);
  return statusOf(diagnostics);
}

async function tell(
  addition: Addition,
  { dryRun, json }: AddSysregRequest,
  terminal: Terminal,
): Promise<void> {
  const { layout, file, name, before, after, consequences, findings } = addition;
  if (json === true) {
    const diff = diffLines(before, after, 0);
    terminal.json({ layout, file, register: name, written: dryRun !== true, diff, consequences, findings });
    return;
  }
  for (const line of tellAddition(addition, dryRun === true, terminal.outStyle)) terminal.out(line);
}

function keyOf({ code, message, at }: Diagnostic): string {
  return `${code} ${at.file} ${message}`;
}
