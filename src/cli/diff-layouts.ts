import { statSync } from "node:fs";
import { join, relative, sep } from "node:path";
import type { Result } from "../core/result.js";
import { ALL_BREAKS, breaksOf, type Change, diffLines, diffModels, type ModelDiff } from "../diff/index.js";
import { loadModel } from "../model/load.js";
import type { Model } from "../model/types.js";
import { nearestHint } from "../validate/nearest.js";
import { type ExitStatus, exitStatus, worse } from "./exit-status.js";
import { countOf, renderFindings, statusOf } from "./findings.js";
import { isRevision, loadModelAt } from "./git-layout.js";
import { chooseLayout, chooseLayouts } from "./layout-choice.js";
import type { Terminal } from "./terminal.js";
import { UsageError } from "./usage-error.js";

export interface DiffRequest {
  readonly layout?: string;
  readonly allow: readonly string[];
  readonly json?: boolean;
}

interface Side {
  readonly shown: string;
  load(): Result<Model>;
}

/**
 * Prints what differs between two layouts and what that breaks; after: the layout in the working tree when left out.
 * Returns findings when something breaks that is not allowed. Throws UsageError: a side that is not there, an
 * --allow that names nothing.
 */
export async function diffLayouts(
  before: string,
  after: string | undefined,
  request: DiffRequest,
  terminal: Terminal,
): Promise<ExitStatus> {
  const sides = [await sideOf(before, request.layout), await sideOf(after, request.layout)] as const;
  const [old, now] = [sides[0].load(), sides[1].load()];
  if (!old.ok || !now.ok) {
    const found = [old, now].flatMap((result) => (result.ok ? [] : result.diagnostics));
    const findings = await renderFindings(found, terminal.colour.err);
    if (findings !== undefined) terminal.err(findings);
    return worse(statusOf(found), exitStatus.findings);
  }
  const diff = diffModels(old.value, now.value);
  const allowed = checkAllowed(request.allow, diff, [old.value, now.value]);
  if (request.json === true) terminal.json(dataOf(diff, allowed, sides));
  else tell(diff, allowed, sides, terminal);
  return breaksOf(diff, allowed).length === 0 ? exitStatus.ok : exitStatus.findings;
}

/** `REV:folder`, a folder, a layout under ./schema, a revision of the chosen layout; that layout itself when absent. */
async function sideOf(text: string | undefined, layout: string | undefined): Promise<Side> {
  if (text === undefined) {
    const { folder } = await chooseLayout(layout);
    return { shown: folder, load: () => loadModel(folder) };
  }
  if (isFile(join(text, "layout.json"))) return { shown: text, load: () => loadModel(text) };
  const [, revision, path] = /^([^:]+):(.*)$/s.exec(text) ?? [];
  if (revision !== undefined && path !== undefined) return revisionSide(revision, path === "" ? "." : path);
  if (isRevision(text)) {
    const { folder } = await chooseLayout(layout);
    return revisionSide(text, `./${relative(process.cwd(), folder).split(sep).join("/")}`);
  }
  const [only] = await chooseLayouts(text);
  if (only === undefined) throw new Error("a choice of no layout");
  return { shown: only.folder, load: () => loadModel(only.folder) };
}

function revisionSide(revision: string, folder: string): Side {
  const shown = `${revision}:${folder.replace(/^\.\//, "")}`;
  return { shown, load: () => loadModelAt({ revision, folder }) };
}

function isFile(path: string): boolean {
  try {
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

/** Refuses a name that could not allow anything: a slip there would pass unseen until it matters. */
function checkAllowed(
  allow: readonly string[],
  { changes }: ModelDiff,
  models: readonly Model[],
): ReadonlySet<string> {
  const names = new Set([
    ...ALL_BREAKS.flatMap(({ code, name }) => [code, name]),
    ...changes.map(({ name }) => name),
    ...models.flatMap(namesOf),
  ]);
  for (const name of allow) {
    if (names.has(name)) continue;
    const message = `--allow ${name}: no reason, register, struct, member, symbol or constant is called that`;
    throw new UsageError(message, nearestHint(name, names));
  }
  return new Set(allow);
}

function namesOf({ structs, constants, asmOffsets, sysregOrder }: Model): string[] {
  return [
    ...sysregOrder.slots.map(({ name }) => name),
    ...structs.flatMap(({ name, members }) => [name, ...members.map((member) => `${name}.${member.name}`)]),
    ...asmOffsets.map(({ symbol }) => symbol),
    ...constants.map(({ name }) => name),
  ];
}

function dataOf(diff: ModelDiff, allowed: ReadonlySet<string>, [old, now]: readonly [Side, Side]): unknown {
  return {
    before: old.shown,
    after: now.shown,
    changes: diff.changes.map(({ breaks, ...change }: Change) => ({
      ...change,
      breaks: breaks.map(({ code, name, breaks: victims }) => ({ code, name, victims })),
    })),
    breaks: breaksOf(diff, allowed).map(({ reason, changes }) => ({
      code: reason.code,
      name: reason.name,
      victims: reason.breaks,
      why: reason.why,
      changes: changes.map(({ name }) => name),
    })),
    allowed: [...allowed],
  };
}

function tell(
  diff: ModelDiff,
  allowed: ReadonlySet<string>,
  [old, now]: readonly [Side, Side],
  { out, outStyle }: Terminal,
): void {
  const title = `${old.shown} -> ${now.shown}`;
  if (diff.changes.length === 0) {
    out(`${title}: ${outStyle.green("no difference")}`);
    return;
  }
  out(`${title}\n`);
  for (const line of diffLines(diff, allowed, outStyle)) out(line);
  const all = breaksOf(diff).flatMap(({ reason, changes }) => changes.map(({ name }) => ({ reason, name })));
  const left = breaksOf(diff, allowed).flatMap(({ changes }) => changes).length;
  const accepted = all.length - left;
  const breaks = left === 0 ? outStyle.green("nothing breaks") : outStyle.red(countOf(left, "break"));
  const tail = accepted === 0 ? "" : `, ${accepted} allowed`;
  out(`${countOf(diff.changes.length, "change")}, ${breaks}${tail}`);
}
