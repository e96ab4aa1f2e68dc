import { existsSync, mkdirSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import type { Diagnostic } from "../core/diagnostic.js";
import type { OutFile } from "../core/out-file.js";
import { failure, type Result, success } from "../core/result.js";
import { type Change, type Comparison, compareTree } from "./compare.js";
import { fileError, systemError } from "./finding.js";
import { knownHashes } from "./known-hashes.js";
import { takeLock } from "./lock.js";
import { MANIFEST, printManifest } from "./manifest.js";
import { checkPaths, lookAtPlaces } from "./out-paths.js";
import { stageTree } from "./stage.js";
import { identity, needsRecovery, recover, removeDiscarded, standIn, swapIn, swapNames } from "./swap.js";

/**
 * check: compare only; what differs is an error. dryRun: compare only; what differs is the answer.
 * force: overwrite and remove what was edited by hand. lockWaitMs: how long to wait for another run, 10 s if absent.
 * previous: whether updates come with the text that they replace. later: takes what is left to do once the files are
 * there, which is then the caller's to call, soon and once: the old tree is removed, and other runs wait until it is.
 */
export interface WriteOptions {
  readonly check?: boolean;
  readonly dryRun?: boolean;
  readonly force?: boolean;
  readonly lockWaitMs?: number;
  readonly previous?: boolean;
  readonly later?: (work: () => void) => void;
}

/** What was done, or would be: changes by path, and how many files stay as they are. */
export interface WriteReport {
  readonly changes: readonly Change[];
  readonly unchanged: number;
}

/**
 * Makes a folder hold a generation: files are added and updated, and those of earlier generations that are no longer
 * made are removed; all or nothing, whenever the process is killed. Unchanged files, and files that are none of ours,
 * are not touched; when nothing changes, nothing at all is.
 * Errors: WS701 edited by hand, WS702 stale (check), WS703 bad path, WS704 a link or folder in the way, WS705 another
 * run does not end, WS706 refused by the system, WS707 unreadable manifest.
 */
export async function writeTree(
  folder: string,
  files: readonly OutFile[],
  options: WriteOptions = {},
): Promise<Result<WriteReport>> {
  const badPaths = checkPaths(files, folder);
  if (badPaths.length > 0) return failure(badPaths);
  const target = resolve(folder);
  try {
    const seen = look(target, files, folder, options);
    if (!seen.ok) return seen;
    if (options.check === true) return checked(seen.value, folder);
    const refused = refusals(seen.value, options);
    if (refused.length > 0) return failure(refused);
    const settled = seen.value.changes.length === 0 && !needsRecovery(target) && !isLocked(target);
    if (settled || options.dryRun === true) return success(report(seen.value));
    return await replace(target, files, { ...options, seen: seen.value }, folder);
  } catch (error) {
    return failure([systemError(error, folder)]);
  }
}

/** Whether another run is at work, or was killed when all that it had left to do was to give the lock back. */
function isLocked(target: string): boolean {
  return existsSync(swapNames(target).lock);
}

/** What a tree came to, and which tree that was. */
interface Seen extends Comparison {
  readonly tree: string;
  readonly identity: string | undefined;
}

/** A comparison that no concurrent run has mixed up: of a tree that is in place before and after. */
function look(
  target: string,
  files: readonly OutFile[],
  shown: string,
  { previous = false }: WriteOptions,
): Result<Seen> {
  const paths = files.map((file) => file.path);
  for (;;) {
    const tree = standIn(target);
    const before = identity(tree);
    const { files: places, inTheWay } = lookAtPlaces(paths, tree);
    if (inTheWay.length > 0) return failure(inTheWay.map((finding) => rename(finding, tree, shown)));
    const comparison = compareTree(tree, files, places, shown, previous);
    if (standIn(target) === tree && identity(tree) === before)
      return success({ ...comparison, tree, identity: before });
  }
}

async function replace(
  target: string,
  files: readonly OutFile[],
  options: WriteOptions & { readonly seen: Seen },
  shown: string,
): Promise<Result<WriteReport>> {
  const names = swapNames(target);
  mkdirSync(dirname(target), { recursive: true });
  const lock = await takeLock(names.lock, options.lockWaitMs ?? 10_000);
  if (!lock.held) {
    return failure([
      fileError("WS705", shown, `process ${lock.pid} is generating here`, "try again when it has ended"),
    ]);
  }
  const { later } = options;
  let release = lock.release;
  try {
    // Another run replaces the whole tree: what was seen before the lock holds while it is the same one.
    const stands = !lock.waited && !needsRecovery(target) && identity(target) === options.seen.identity;
    if (!stands) recover(target);
    const seen = stands ? success(options.seen) : look(target, files, shown, options);
    if (!seen.ok) return seen;
    const refused = refusals(seen.value, options);
    if (refused.length > 0) return failure(refused);
    if (seen.value.changes.length > 0) {
      applyChanges(target, files, seen.value.changes);
      const tidy = () => tidyUp(target, files, seen.value.changes);
      if (later === undefined) tidy();
      else {
        later(() => attempt(tidy, lock.release));
        release = () => {};
      }
    }
    return success(report(seen.value));
  } catch (error) {
    recover(target);
    throw error;
  } finally {
    release();
  }
}

/** What cannot be done now is left to the next run, which recovers first, and says so when it cannot either. */
function attempt(work: () => void, release: () => void): void {
  try {
    work();
  } catch {
    // Nobody waits for an answer any more.
  } finally {
    release();
  }
}

function applyChanges(target: string, files: readonly OutFile[], changes: readonly Change[]): void {
  const changed = new Set(changes.map((change) => change.path));
  const all = [...files, { path: MANIFEST, text: printManifest(files) }];
  stageTree(
    target,
    swapNames(target).building,
    (path) => !changed.has(path),
    all.filter((file) => changed.has(file.path)),
  );
  swapIn(target);
}

/** Removes the old tree; its files that stay lose one of two names by that. */
function tidyUp(target: string, files: readonly OutFile[], changes: readonly Change[]): void {
  removeDiscarded(target);
  const changed = new Set(changes.map((change) => change.path));
  for (const { path } of files) if (!changed.has(path)) knownHashes.renamed(`${target}/${path}`);
}

function refusals(seen: Comparison, options: WriteOptions): readonly Diagnostic[] {
  return options.force === true ? [] : seen.edited;
}

const STALE = { add: "is missing", update: "is stale", remove: "is no longer generated" } as const;

function checked(seen: Comparison, folder: string): Result<WriteReport> {
  const edited = new Set(seen.edited.map((finding) => finding.at.file));
  const stale = seen.changes
    .map((change) => ({ file: join(folder, change.path), kind: change.kind }))
    .filter(({ file }) => !edited.has(file))
    .map(({ file, kind }) => fileError("WS702", file, STALE[kind], "run worldswitch generate"));
  const findings = [...seen.edited, ...stale];
  return findings.length === 0 ? success(report(seen)) : failure(findings);
}

function report(seen: Comparison): WriteReport {
  return { changes: seen.changes, unchanged: seen.unchanged };
}

/** The finding with the folder as the user gave it. */
function rename(finding: Diagnostic, tree: string, shown: string): Diagnostic {
  const file = finding.at.file === tree ? shown : join(shown, finding.at.file.slice(tree.length + 1));
  return { ...finding, at: { ...finding.at, file } };
}
