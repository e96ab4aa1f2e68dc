import { readFileSync } from "node:fs";
import { join } from "node:path/posix";
import { findLayouts } from "../model/layouts.js";
import { packageSchemaFolder } from "../model/schema-folder.js";
import { writeCache } from "./cache-folder.js";
import { SCHEMA_FOLDER } from "./folders.js";
import type { Generation } from "./generate-layout.js";
import type { LayoutFolder } from "./layout-choice.js";
import { type InputFolders, inputsDigest, type Output, outputDigest, type Stamp } from "./stamp.js";
import { jsonText, type Terminal } from "./terminal.js";

/** What a run is made from, as it was before the run. */
export type Inputs = Pick<Stamp, "layouts" | "folders" | "digest">;

/** The inputs as they are now; undefined when they cannot be had, which is for the run itself to say. */
export function lookAtInputs(chosen: readonly LayoutFolder[]): Inputs | undefined {
  const ours = packageSchemaFolder();
  const folders: InputFolders = {
    documents: [...new Set(chosen.flatMap(({ folder }) => chain(folder)))],
    package: [join(ours, "arm64"), join(ours, "../templates")],
  };
  try {
    return { layouts: findLayouts(SCHEMA_FOLDER), folders, digest: inputsDigest(folders) };
  } catch {
    return undefined;
  }
}

/**
 * Writes the stamp of a run, unless its result is not what the next run would find: documents with errors, output that is
 * stale or was not written, inputs that changed meanwhile. tell: says on a terminal what generations came to.
 */
export async function stampGeneration(
  file: string,
  before: Inputs,
  generations: readonly Generation[],
  tell: (generations: readonly Generation[], terminal: Terminal) => Promise<void>,
  terminal: Terminal,
): Promise<void> {
  const outputs = generations.flatMap((generation) => outputOf(generation) ?? []);
  if (outputs.length < generations.length) return;
  const chosen = generations.map(({ folder }) => ({ name: folder, folder }));
  if (JSON.stringify(lookAtInputs(chosen)) !== JSON.stringify(before)) return;
  const said = { stdout: "", stderr: "" };
  const next = generations.map((generation): Generation => {
    const written = generation.changes.filter(({ kind }) => kind !== "remove").length;
    return { ...generation, outcome: "unchanged", changes: [], unchanged: generation.unchanged + written };
  });
  await tell(next, recording(said, terminal));
  writeCache(file, JSON.stringify({ ...before, outputs, ...said } satisfies Stamp));
}

/** The output of a generation as it is on disk by now; undefined where it is not. */
function outputOf({ output, outcome, files }: Generation): Output | undefined {
  if (files === undefined || (outcome !== "written" && outcome !== "unchanged")) return undefined;
  const texts = new Map(files.map(({ path, text }) => [path, text]));
  const paths = [...texts.keys()];
  const digest = outputDigest(paths, (path) => texts.get(path));
  return digest === undefined ? undefined : { folder: output, paths, digest };
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
