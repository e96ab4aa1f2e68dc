import { lstatSync, readdirSync, realpathSync } from "node:fs";
import { dirname, join } from "node:path/posix";
import type { Diagnostic, Related } from "../core/diagnostic.js";
import { failure, type Result, success } from "../core/result.js";
import type { SourceRef } from "../core/source-ref.js";
import { parseJson } from "./json.js";
import { type JsonString, memberValue, placeOf } from "./json-node.js";
import { readLayoutFolder } from "./layout-folder.js";
import {
  LAYOUT_DOCUMENTS,
  type LayoutChain,
  type LayoutDocumentName,
  type LayoutOverlay,
} from "./sources.js";
import { openFolder, readText } from "./text-file.js";

/** A folder beside the layout's own, by its name: nothing else can be extended, so that nothing else is read. */
const BESIDE = /^\.\.\/[a-z0-9][a-z0-9._-]*$/;

const DOCUMENT_NAMES = Object.keys(LAYOUT_DOCUMENTS) as LayoutDocumentName[];

/** A layer on the way down to the layout that extends nothing. extending: its `extends`. */
interface Layer {
  readonly folder: string;
  readonly extending: JsonString;
}

/**
 * The documents of a layout: its six, or those of the layout at the root of what it extends with an overlay for
 * each folder on the way back, the layout's own last.
 * folder: as the user gave it, and as diagnostics name it.
 * Errors: WS001 to WS005 for each document that cannot be had; WS130 `extends` leads to no layout beside this one;
 * WS131 layouts that extend each other in a circle. Nothing outside the folder that holds the layouts is read.
 */
export function readLayout(folder: string): Result<LayoutChain> {
  const layers: Layer[] = [];
  let here = folder;
  let extending = readExtends(here);
  while (extending.ok && extending.value !== undefined) {
    const base = findBase(here, extending.value);
    if (!base.ok) return base;
    layers.unshift({ folder: here, extending: extending.value });
    if (layers.some((layer) => isSame(layer.folder, base.value)))
      return failure([circle(extending.value, layers)]);
    here = base.value;
    extending = readExtends(here);
  }
  const root = readLayoutFolder(here);
  if (!root.ok && !extending.ok) return extending;
  const overlays = layers.map((layer) => readOverlay(layer.folder));
  const missing = [...root.diagnostics, ...overlays.flatMap(({ diagnostics }) => diagnostics)];
  if (!root.ok || missing.length > 0) return failure(missing);
  return success({
    documents: root.value,
    overlays: overlays.flatMap((overlay) => (overlay.ok ? [overlay.value] : [])),
  });
}

/** The value of a layout's `extends`, undefined without one. Errors: those of the text of its layout.json. */
function readExtends(folder: string): Result<JsonString | undefined> {
  const opened = openFolder(folder, folder);
  const read = opened.ok ? readText(opened.value, "layout.json") : opened;
  if (!read.ok) return success(undefined);
  const parsed = parseJson(read.value.file, read.value.text);
  if (!parsed.ok) return parsed;
  const value = memberValue(parsed.value, "extends");
  return success(value?.kind === "string" ? value : undefined);
}

/** The folder that `extends` leads to, as diagnostics name it. */
function findBase(folder: string, extending: JsonString): Result<string> {
  const { value } = extending;
  const fail = (message: string, hint?: string): Result<never> =>
    failure([error("WS130", placeOf(extending), message, hint === undefined ? {} : { hint })]);
  if (!BESIDE.test(value))
    return fail(
      `"extends" is ${JSON.stringify(value)}, expected a layout's folder beside this one, such as "../kvm-arm64-v3"`,
      "nothing outside the folder that holds the layouts is read",
    );
  const parent = join(folder, "..");
  const base = join(parent, value.slice("../".length));
  if (!isThere(join(base, "layout.json"))) {
    const names = layoutsIn(parent).filter((name) => name !== value.slice("../".length));
    return fail(
      `no layout is at ${base}`,
      names.length === 0 ? undefined : `beside this one there is ${names.join(", ")}`,
    );
  }
  return isInside(base, parent) ? success(base) : fail(`${base} leads out of ${parent}, by a symbolic link`);
}

/** The documents that an extending folder has; layout.json at least. Errors: WS001 to WS005. */
function readOverlay(folder: string): Result<LayoutOverlay> {
  const opened = openFolder(folder, folder);
  if (!opened.ok) return opened;
  const present = DOCUMENT_NAMES.filter((name) => isThere(join(folder, name)));
  const read = present.map((name) => [name, readText(opened.value, name)] as const);
  const missing = read.flatMap(([, result]) => result.diagnostics);
  if (missing.length > 0) return failure(missing);
  return success(
    Object.fromEntries(read.flatMap(([name, result]) => (result.ok ? [[name, result.value]] : []))),
  );
}

function circle(extending: JsonString, layers: readonly Layer[]): Diagnostic {
  const related = layers
    .slice(1)
    .map((layer) => ({ at: placeOf(layer.extending), message: "on the way here" }));
  const way = [...layers].reverse().map(({ folder }) => folder);
  return error(
    "WS131",
    placeOf(extending),
    `the layouts extend each other in a circle: ${[...way, join(layers[0]?.folder ?? "", extending.value)].join(" -> ")}`,
    { related },
  );
}

function isSame(a: string, b: string): boolean {
  try {
    return realpathSync(a) === realpathSync(b);
  } catch {
    return false;
  }
}

function isInside(folder: string, parent: string): boolean {
  try {
    return dirname(realpathSync(folder)) === realpathSync(parent);
  } catch {
    return false;
  }
}

/** Whether anything has that name, a broken link included: reading it then says what is wrong with it. */
function isThere(path: string): boolean {
  try {
    return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
  } catch {
    return false;
  }
}

function layoutsIn(parent: string): readonly string[] {
  try {
    return readdirSync(parent)
      .filter((name) => isThere(join(parent, name, "layout.json")))
      .sort();
  } catch {
    return [];
  }
}

function error(
  code: string,
  at: SourceRef,
  message: string,
  more: { readonly hint?: string; readonly related?: readonly Related[] },
): Diagnostic {
  return { code, severity: "error", at, message, ...more };
}
