import { lstatSync } from "node:fs";
import { join } from "node:path";
import type { Diagnostic } from "../core/diagnostic.js";
import type { OutFile } from "../core/out-file.js";
import { fileError, hasCode } from "./finding.js";
import { MANIFEST } from "./manifest.js";

/**
 * What is wrong with the paths of a generation, without a look at the disk.
 * WS703: absolute, with an empty, `.` or `..` part, a backslash or a control character; given twice, also when only
 * the case of letters differs; a file where another path needs a folder; the manifest's own name.
 */
export function checkPaths(files: readonly OutFile[], folder: string): Diagnostic[] {
  const known = new Map<string, string>();
  const bad = (path: string, why: string) =>
    fileError("WS703", folder, `refusing to write "${path}": ${why}`);
  const found = files.flatMap(({ path }) => {
    const parts = path.split("/");
    if (parts.some((part) => part === "" || part === "." || part === ".." || !isPlain(part))) {
      return [bad(path, "it is no plain path inside the output folder")];
    }
    if (path === MANIFEST) return [bad(path, "the list of generated files has that name")];
    const earlier = known.get(path.toLowerCase());
    known.set(path.toLowerCase(), path);
    return earlier === undefined ? [] : [bad(path, `"${earlier}" is the same file on some systems`)];
  });
  const clashes = files.flatMap(({ path }) =>
    parentsOf(path)
      .filter((parent) => known.has(parent.toLowerCase()))
      .map((parent) => bad(path, `"${parent}" is a file`)),
  );
  return [...found, ...clashes];
}

/**
 * What on disk stands in the way of the paths: WS704 for a symbolic link at the folder, at a path or above it, since
 * it may lead outside, and for a file where a folder is needed or the reverse.
 */
export function checkPlaces(paths: readonly string[], folder: string): Diagnostic[] {
  const parents = new Set(paths.flatMap(parentsOf));
  const places = [
    { path: "", wanted: "a folder" },
    ...[...parents].sort().map((path) => ({ path, wanted: "a folder" })),
    ...paths.map((path) => ({ path, wanted: "a file" })),
  ];
  return places.flatMap(({ path, wanted }) => {
    const file = join(folder, path);
    const is = kindAt(file);
    if (is === undefined || is === wanted) return [];
    return [
      fileError("WS704", file, `${is} is where ${wanted} belongs`, "move it away, then generate again"),
    ];
  });
}

/** What is there; undefined for nothing, also when a folder above is none. */
function kindAt(file: string): string | undefined {
  try {
    const stat = lstatSync(file);
    if (stat.isFile()) return "a file";
    if (stat.isDirectory()) return "a folder";
    return stat.isSymbolicLink() ? "a symbolic link" : "a special file";
  } catch (error) {
    if (hasCode(error, "ENOENT") || hasCode(error, "ENOTDIR")) return undefined;
    throw error;
  }
}

/** `a` and `a/b` for `a/b/c`. */
function parentsOf(path: string): string[] {
  const parts = path.split("/");
  return parts.slice(1).map((_, i) => parts.slice(0, i + 1).join("/"));
}

function isPlain(part: string): boolean {
  return [...part].every((character) => character > "\u001f" && character !== "\\" && character !== "\u007f");
}
