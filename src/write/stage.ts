import {
  copyFileSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readlinkSync,
  rmdirSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import type { OutFile } from "../core/out-file.js";

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
  mkdirSync(building, { recursive: true });
  if (lstatSync(old, { throwIfNoEntry: false })?.isDirectory()) keepTree(old, building, "", keep);
  for (const file of written) {
    const target = join(building, file.path);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, file.text, { flag: "wx" });
  }
}

/** Links what stays of a folder, and makes its folders; one that lost all that it had goes. */
function keepTree(old: string, building: string, folder: string, keep: (path: string) => boolean): void {
  const entries = readdirSync(join(old, folder), { withFileTypes: true });
  entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    const path = folder === "" ? entry.name : `${folder}/${entry.name}`;
    const from = join(old, path);
    const to = join(building, path);
    if (!entry.isDirectory()) {
      if (keep(path)) linkOrCopy(from, to);
      continue;
    }
    mkdirSync(to, { mode: lstatSync(from).mode & 0o7777 });
    keepTree(old, building, path, keep);
    if (readdirSync(to).length === 0 && readdirSync(from).length > 0) rmdirSync(to);
  }
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
