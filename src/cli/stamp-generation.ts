import { readFileSync } from "node:fs";
import { join } from "node:path/posix";
import { findLayouts } from "../model/layouts.js";
import { packageSchemaFolder } from "../model/schema-folder.js";
import { writeCache } from "./cache-folder.js";
import { SCHEMA_FOLDER } from "./folders.js";
import type { Generation } from "./generate-layout.js";
import type { LayoutFolder } from "./layout-choice.js";
import {
  type InputFolders,
  type Listener,
  type Output,
  type Stamp,
  stampBytes,
  tellInputs,
  tellOutput,
} from "./stamp.js";
import { jsonText, type Terminal } from "./terminal.js";
import type { StampPlace } from "./up-to-date.js";

/** Stamps that are kept: each has a copy of all that its run read and wrote, one to three megabytes. */
const KEPT_STAMPS = 20;

/** What a run is made from, as it was before the run. content: of all inputs, as tellInputs tells it. */
export interface Inputs extends Pick<Stamp, "layouts" | "folders"> {
  readonly content: Uint8Array;
}

/** The inputs as they are now; undefined when they cannot be had, which is for the run itself to say. */
export function lookAtInputs(chosen: readonly LayoutFolder[]): Inputs | undefined {
  const ours = packageSchemaFolder();
  const folders: InputFolders = {
    documents: [...new Set(chosen.flatMap(({ folder }) => chain(folder)))],
    package: [join(ours, "arm64"), join(ours, "../templates")],
  };
  try {
    const content = recorded((listener) => tellInputs(folders, listener));
    return { layouts: findLayouts(SCHEMA_FOLDER), folders, content };
  } catch {
    return undefined;
  }
}

/**
 * Writes the stamp of a run, unless its result is not what the next run would find: documents with errors, output that is
 * stale or was not written, inputs that changed meanwhile. tell: says on a terminal what generations came to.
 */
export async function stampGeneration(
  { file, key }: StampPlace,
  before: Inputs,
  generations: readonly Generation[],
  tell: (generations: readonly Generation[], terminal: Terminal) => Promise<void>,
  terminal: Terminal,
): Promise<void> {
  const outputs = generations.flatMap((generation) => outputOf(generation) ?? []);
  if (outputs.length < generations.length) return;
  const chosen = generations.map(({ folder }) => ({ name: folder, folder }));
  if (!isSame(lookAtInputs(chosen), before)) return;
  const said = { stdout: "", stderr: "" };
  const next = generations.map((generation): Generation => {
    const written = generation.changes.filter(({ kind }) => kind !== "remove").length;
    return { ...generation, outcome: "unchanged", changes: [], unchanged: generation.unchanged + written };
  });
  await tell(next, recording(said, terminal));
  const { layouts, folders, content } = before;
  const stamp: Stamp = {
    key,
    layouts,
    folders,
    outputs: outputs.map(({ folder, paths }) => ({ folder, paths })),
    ...said,
  };
  const contents = [content, ...outputs.map((output) => output.content)];
  writeCache(file, stampBytes(stamp, contents), KEPT_STAMPS);
}

/** Whether two looks at the inputs saw the same. */
function isSame(now: Inputs | undefined, { content, ...before }: Inputs): boolean {
  if (now === undefined) return false;
  const { content: contentNow, ...rest } = now;
  return JSON.stringify(rest) === JSON.stringify(before) && Buffer.compare(contentNow, content) === 0;
}

/** All that is told, in one. The parts of a listener hold only while it listens. */
function recorded(tell: (listener: Listener) => void): Uint8Array {
  const parts: Buffer[] = [];
  tell((part) => parts.push(typeof part === "string" ? Buffer.from(part, "utf8") : Buffer.from(part)));
  return Buffer.concat(parts);
}

/** The output of a generation as it is on disk by now; undefined where it is not. */
function outputOf({
  output,
  outcome,
  files,
}: Generation): (Output & { readonly content: Uint8Array }) | undefined {
  if (files === undefined || (outcome !== "written" && outcome !== "unchanged")) return undefined;
  const texts = new Map(files.map(({ path, text }) => [path, text]));
  const content = recorded((listener) => {
    for (const [path, text] of texts) tellOutput(path, text, listener);
  });
  return { folder: output, paths: [...texts.keys()], content };
}

/** The layout's folder and those of the layouts that it extends, as far as they can be followed. */
function chain(folder: string): readonly string[] {
  const folders = new Set<string>();
  for (let here: string | undefined = folder; here !== undefined && !folders.has(here); here = baseOf(here))
    folders.add(here);
  return [...folders];
}

function baseOf(folder: string): string | undefined {
  try {
    const layout: unknown = JSON.parse(readFileSync(join(folder, "layout.json"), "utf8"));
    if (typeof layout !== "object" || layout === null || !("extends" in layout)) return undefined;
    return typeof layout.extends === "string" ? join(folder, layout.extends) : undefined;
  } catch {
    return undefined;
  }
}

/** A terminal of the same colours that keeps what is said. */
function recording(said: { stdout: string; stderr: string }, terminal: Terminal): Terminal {
  const out = (line: string): void => {
    said.stdout += `${line}\n`;
  };
  const err = (line: string): void => {
    said.stderr += `${line}\n`;
  };
  return { ...terminal, out, err, json: (value) => out(jsonText(value)), progress: () => {} };
}
