import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Diagnostic } from "../core/diagnostic.js";
import type { OutFile } from "../core/out-file.js";
import { fileError, hasCode } from "./finding.js";
import { type FileStat, knownHashes } from "./known-hashes.js";
import {
  hashOf,
  MANIFEST,
  type Manifest,
  parseManifest,
  printManifest,
  rememberedText,
  sha256,
} from "./manifest.js";
import type { Places } from "./out-paths.js";

/** What writing a file comes to. previous: the text that an update replaces, if asked for. */
export interface Change {
  readonly path: string;
  readonly kind: "add" | "update" | "remove";
  readonly previous?: string;
}

/**
 * A generation against the tree on disk.
 * changes: by path, the manifest's own last. edited: WS701 for each file that is not as we left it and would be lost;
 * WS707 when the manifest cannot be read. unchanged: how many files stay as they are.
 */
export interface Comparison {
  readonly changes: readonly Change[];
  readonly edited: readonly Diagnostic[];
  readonly unchanged: number;
}

/**
 * Compares a generation with the tree in a folder; the folder may be missing. places: what is at its paths.
 * shown: how findings name the folder, when another one stands in for it. previous: whether to tell what updates replace.
 */
export function compareTree(
  folder: string,
  files: readonly OutFile[],
  places: Places["files"],
  shown: string,
  previous = false,
): Comparison {
  const oldText = readText(join(folder, MANIFEST));
  const parsed = oldText === undefined ? new Map<string, string>() : parseManifest(oldText);
  const manifest: Manifest = parsed ?? new Map();
  const made = new Set(files.map((file) => file.path));
  const sorted = [...files].sort((a, b) => (a.path < b.path ? -1 : 1));
  const written = sorted.map((file) =>
    compareFile(folder, file, places.get(file.path), manifest, shown, previous),
  );
  const left = [...manifest].filter(([path]) => !made.has(path)).sort(([a], [b]) => (a < b ? -1 : 1));
  const removed = left.map(([path, hash]) => compareLeftover(folder, path, hash, shown));
  const all = [...written, ...removed];
  const newText = printManifest(files);
  const ownChange: Change[] =
    oldText === newText ? [] : [{ path: MANIFEST, kind: oldText === undefined ? "add" : "update" }];
  return {
    changes: [...all.flatMap((one) => one.change ?? []), ...ownChange],
    edited: [...(parsed === undefined ? [unreadable(shown)] : []), ...all.flatMap((one) => one.edited ?? [])],
    unchanged: written.filter((one) => one.change === undefined).length,
  };
}

interface FileComparison {
  readonly change?: Change;
  readonly edited?: Diagnostic;
}

function compareFile(
  folder: string,
  file: OutFile,
  seen: FileStat | undefined,
  manifest: Manifest,
  shown: string,
  previous: boolean,
): FileComparison {
  const found = seen && hashOnDisk(`${folder}/${file.path}`, seen);
  if (found === undefined) return { change: { path: file.path, kind: "add" } };
  if (found === hashOf(file)) return {};
  const old = previous ? textWithHash(folder, file.path, found) : undefined;
  const change: Change = {
    path: file.path,
    kind: "update",
    ...(old === undefined ? {} : { previous: old }),
  };
  const recorded = manifest.get(file.path);
  if (recorded === found) return { change };
  return { change, edited: editedByHand(join(shown, file.path), recorded, found) };
}

/** What is on disk, which need not be read where this process has made it. */
function textWithHash(folder: string, path: string, hash: string): string | undefined {
  return rememberedText(path, hash) ?? readText(join(folder, path));
}

/** A file that an earlier generation made and this one does not. */
function compareLeftover(folder: string, path: string, recorded: string, shown: string): FileComparison {
  const found = hashOnDisk(join(folder, path));
  if (found === undefined) return {};
  const change: Change = { path, kind: "remove" };
  return found === recorded
    ? { change }
    : { change, edited: editedByHand(join(shown, path), recorded, found) };
}

function editedByHand(file: string, recorded: string | undefined, found: string): Diagnostic {
  const [message, hint] =
    recorded === undefined
      ? [`this file is in the way and was not generated: its sha256 is ${found}`, "move it away"]
      : [
          `edited by hand: its sha256 is ${found}, it was generated with ${recorded}`,
          "make the change in the schema or in a template",
        ];
  return fileError("WS701", file, message, `${hint}, or generate with --force to lose it`);
}

function unreadable(shown: string): Diagnostic {
  return fileError(
    "WS707",
    join(shown, MANIFEST),
    "this is no list of generated files, so hand-made changes cannot be told from generated ones",
    "restore it, or generate with --force",
  );
}

function readText(file: string): string | undefined {
  return readBytes(file)?.toString("utf8");
}

function hashOnDisk(file: string, seen?: FileStat): string | undefined {
  const hash = () => {
    const content = readBytes(file);
    return content === undefined ? undefined : sha256(content);
  };
  return knownHashes.of(file, hash, seen);
}

/** The file's content; undefined when there is none. */
function readBytes(file: string): Buffer | undefined {
  try {
    return readFileSync(file);
  } catch (error) {
    if (hasCode(error, "ENOENT") || hasCode(error, "ENOTDIR")) return undefined;
    throw error;
  }
}
