import { type BigIntStats, lstatSync } from "node:fs";
import { join } from "node:path";
import type { Diagnostic } from "../core/diagnostic.js";
import type { OutFile } from "../core/out-file.js";
import { fileError, hasCode } from "./finding.js";
import type { FileStat } from "./known-hashes.js";
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

/** What is at the paths of a generation. files: the plain files, by path. inTheWay: what else is there. */
export interface Places {
  readonly files: ReadonlyMap<string, FileStat>;
  readonly inTheWay: readonly Diagnostic[];
}

/**
 * Looks at the paths on disk, once each. In the way, WS704: a symbolic link at the folder, at a path or above it, since
 * it may lead outside, and a file where a folder is needed or the reverse.
 */
export function lookAtPlaces(paths: readonly string[], folder: string): Places {
  const files = new Map<string, FileStat>();
  const inTheWay: Diagnostic[] = [];
  const look = (path: string, wanted: "a folder" | "a file"): void => {
    const file = path === "" ? folder : `${folder}/${path}`;
    const stat = statAt(file);
    if (stat === undefined) return;
    const is = kindOf(stat);
    if (is === wanted) {
      if (is === "a file") files.set(path, stat);
    } else {
      const message = `${is} is where ${wanted} belongs`;
      inTheWay.push(fileError("WS704", join(folder, path), message, "move it away, then generate again"));
    }
  };
  for (const path of ["", ...[...new Set(paths.flatMap(parentsOf))].sort()]) look(path, "a folder");
  for (const path of paths) look(path, "a file");
  return { files, inTheWay };
}

/** What is there; undefined for nothing, also when a folder above is none. */
function statAt(file: string): BigIntStats | undefined {
  try {
    return lstatSync(file, { bigint: true, throwIfNoEntry: false });
  } catch (error) {
    if (hasCode(error, "ENOTDIR")) return undefined;
    throw error;
  }
}

function kindOf(stat: BigIntStats): string {
  if (stat.isFile()) return "a file";
  if (stat.isDirectory()) return "a folder";
  return stat.isSymbolicLink() ? "a symbolic link" : "a special file";
}

/** `a` and `a/b` for `a/b/c`. */
function parentsOf(path: string): string[] {
  const parents: string[] = [];
  for (let end = path.indexOf("/"); end >= 0; end = path.indexOf("/", end + 1))
    parents.push(path.slice(0, end));
  return parents;
}

function isPlain(part: string): boolean {
  return [...part].every((character) => character > "\u001f" && character !== "\\" && character !== "\u007f");
}
