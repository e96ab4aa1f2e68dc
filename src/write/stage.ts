import {
  copyFileSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readlinkSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import type { OutFile } from "../core/out-file.js";
import { knownHashes } from "./known-hashes.js";
import { hashOf } from "./manifest.js";

/**
 * Builds a new tree in `building`: the old tree without the files that change, then the new content of those.
 * keep: whether a path of the old tree stays as it is. What stays is a hard link, so it keeps content, times and
 * inode; files in the folder that are none of ours stay as well. written: the files to write.
 */
export function stageTree(
  old: string,
  building: string,
  keep: (path: string) => boolean,
  written: readonly OutFile[],
): void {
  const made = new Folders(old, building);
  if (lstatSync(old, { throwIfNoEntry: false })?.isDirectory()) keepTree(old, "", keep, made);
  for (const file of written) {
    made.make(parentOf(file.path));
    const place = join(building, file.path);
    writeFileSync(place, file.text, { flag: "wx" });
    knownHashes.note(place, hashOf(file));
  }
}

/** The folders of a new tree, each made once, with the mode that it had in the old one. */
class Folders {
  readonly #made = new Set<string>();

  constructor(
    readonly old: string,
    readonly building: string,
  ) {
    mkdirSync(building, { recursive: true });
    this.#made.add("");
  }

  /** Where a path of the old tree is in the new one, whose folder is there then. */
  place(path: string): string {
    this.make(parentOf(path));
    return join(this.building, path);
  }

  make(folder: string): void {
    if (this.#made.has(folder)) return;
    this.make(parentOf(folder));
    const before = lstatSync(join(this.old, folder), { throwIfNoEntry: false });
    mkdirSync(join(this.building, folder), before?.isDirectory() ? { mode: before.mode & 0o7777 } : {});
    this.#made.add(folder);
  }
}

/** Links what stays of a folder; one of which nothing stays goes, but for one that was empty. */
function keepTree(old: string, folder: string, keep: (path: string) => boolean, made: Folders): void {
  const entries = readdirSync(join(old, folder), { withFileTypes: true });
  entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  if (entries.length === 0) made.make(folder);
  for (const entry of entries) {
    const path = folder === "" ? entry.name : `${folder}/${entry.name}`;
    if (entry.isDirectory()) keepTree(old, path, keep, made);
    else if (keep(path)) linkOrCopy(join(old, path), made.place(path));
  }
}

/** The folder of a path, "" for the tree itself. */
function parentOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf("/")));
}

/** A second name for the file; a copy with its times where the file system has no second names. */
function linkOrCopy(from: string, to: string): void {
  try {
    linkSync(from, to);
  } catch {
    const stat = lstatSync(from);
    if (stat.isSymbolicLink()) {
      symlinkSync(readlinkSync(from), to);
      return;
    }
    copyFileSync(from, to);
    utimesSync(to, stat.atime, stat.mtime);
  }
}
