import { existsSync, lstatSync, readdirSync, renameSync, rmdirSync, unlinkSync } from "node:fs";
import { basename, dirname, join } from "node:path";

/**
 * The names around an output folder F while it is replaced, all beside it and so on its file system.
 * building: a new tree, incomplete. next: a complete new tree, F not yet replaced. previous: the old tree, moved out
 * of the way. discard: being removed. lock: see lock.ts.
 */
export interface SwapNames {
  readonly building: string;
  readonly next: string;
  readonly previous: string;
  readonly discard: string;
  readonly lock: string;
}

export function swapNames(folder: string): SwapNames {
  const name = (state: string) => join(dirname(folder), `.${basename(folder)}.${state}`);
  return {
    building: name("building"),
    next: name("next"),
    previous: name("previous"),
    discard: name("discard"),
    lock: name("lock"),
  };
}

/**
 * Puts the complete tree in `building` in the folder's place. A kill between two of these lines leaves the old tree
 * or the new one in the folder, or, between the second and the third, the new one under `next` and none in the
 * folder: see recover and standIn. The old tree is left for removeDiscarded.
 */
export function swapIn(folder: string): void {
  const names = swapNames(folder);
  renameSync(names.building, names.next);
  if (existsSync(folder)) renameSync(folder, names.previous);
  renameSync(names.next, folder);
  putAside(names.previous, names);
}

/** Removes the tree that swapIn has replaced. */
export function removeDiscarded(folder: string): void {
  remove(swapNames(folder).discard);
}

/** Finishes or takes back what a killed run left; nothing is left beside the folder afterwards. */
export function recover(folder: string): void {
  const names = swapNames(folder);
  remove(names.discard);
  remove(names.building);
  if (!existsSync(folder)) {
    const complete = standIn(folder);
    if (complete !== folder) renameSync(complete, folder);
  }
  remove(names.next);
  putAside(names.previous, names);
  remove(names.discard);
}

/** Whether a killed run left something to recover. */
export function needsRecovery(folder: string): boolean {
  const { building, next, previous, discard: discarded } = swapNames(folder);
  return [building, next, previous, discarded].some((name) => existsSync(name));
}

/** The folder whose content counts for a reader: the folder itself, else the tree that recover would put there. */
export function standIn(folder: string): string {
  const { next, previous } = swapNames(folder);
  return [folder, next, previous].find((name) => existsSync(name)) ?? folder;
}

/** What tells whether a folder was replaced: inode and time of its last change; undefined when it is missing. */
export function identity(folder: string): string | undefined {
  const stat = lstatSync(folder, { bigint: true, throwIfNoEntry: false });
  return stat === undefined ? undefined : `${stat.ino} ${stat.ctimeNs}`;
}

/** Takes a tree away that must not be taken for a complete one while it is being removed. */
function putAside(tree: string, names: SwapNames): void {
  if (existsSync(tree)) renameSync(tree, names.discard);
}

function remove(tree: string): void {
  const stat = lstatSync(tree, { throwIfNoEntry: false });
  if (stat?.isDirectory() === true) removeFolder(tree);
  else if (stat !== undefined) unlinkSync(tree);
}

/** As rmSync does, which tries each folder twice. */
function removeFolder(folder: string): void {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) removeFolder(path);
    else unlinkSync(path);
  }
  rmdirSync(folder);
}
