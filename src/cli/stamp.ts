import { createHash, type Hash } from "node:crypto";
import { type Dirent, lstatSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { identity, needsRecovery } from "../write/swap.js";

/**
 * What a run of `generate` found fresh: enough to tell, without a model, that another run would find and say the same.
 * layouts: the names under ./schema. documents, package: folders of inputs; digest: of all that is in them.
 * stdout, stderr: what the next run says.
 */
export interface Stamp {
  readonly layouts: readonly string[];
  readonly folders: InputFolders;
  readonly digest: string;
  readonly outputs: readonly Output[];
  readonly stdout: string;
  readonly stderr: string;
}

/** An output folder, the paths of its files, the list of them included, and the digest of their contents. */
export interface Output {
  readonly folder: string;
  readonly paths: readonly string[];
  readonly digest: string;
}

/** documents: those of layouts, whose JSON documents count. package: read with all that is below them. */
export interface InputFolders {
  readonly documents: readonly string[];
  readonly package: readonly string[];
}

/** The stamp in a file; undefined when there is none that can be read. */
export function readStamp(file: string): Stamp | undefined {
  try {
    return JSON.parse(readFileSync(file, "utf8")) as Stamp;
  } catch {
    return undefined;
  }
}

/**
 * Whether every input and every output is, byte for byte, as the stamp has them: an edited, missing, added or linked
 * document, template or output is noticed, and so is what a killed run left. layouts: the names under ./schema now.
 */
export function isFresh(stamp: Stamp, layouts: readonly string[]): boolean {
  try {
    return (
      stamp.layouts.join("/") === layouts.join("/") &&
      stamp.digest === inputsDigest(stamp.folders) &&
      stamp.outputs.every(isOutputFresh)
    );
  } catch {
    return false;
  }
}

/**
 * sha256 over the names, the kinds and the contents of all inputs. Throws when one cannot be read, or is a
 * symbolic link: where that leads may change without it.
 */
export function inputsDigest({ documents, package: ours }: InputFolders): string {
  const hash = createHash("sha256");
  for (const folder of documents) addFolder(hash, folder, (entry) => entry.name.endsWith(".json"));
  for (const folder of ours) addTree(hash, folder);
  return hash.digest("hex");
}

function addTree(hash: Hash, folder: string): void {
  const entries = addFolder(hash, folder, () => true);
  for (const entry of entries) if (entry.isDirectory()) addTree(hash, join(folder, entry.name));
}

function addFolder(hash: Hash, folder: string, counts: (entry: Dirent) => boolean): readonly Dirent[] {
  const entries = readdirSync(folder, { withFileTypes: true }).filter(counts);
  entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  hash.update(`${folder}\n`);
  for (const entry of entries) {
    if (entry.isSymbolicLink()) throw new Error(`${entry.name} is a symbolic link`);
    const bytes = entry.isFile() ? readFileSync(join(folder, entry.name)) : undefined;
    hash.update(`${entry.name}\n${bytes?.length ?? "no file"}\n`);
    if (bytes !== undefined) hash.update(bytes);
  }
  return entries;
}

/**
 * sha256 over a list of generated files: their paths and contents. read: the content of one, undefined when it is not there
 * as a regular file.
 */
export function outputDigest(
  paths: readonly string[],
  read: (path: string) => string | Uint8Array | undefined,
): string | undefined {
  const hash = createHash("sha256");
  for (const path of paths) {
    const content = read(path);
    if (content === undefined) return undefined;
    hash.update(`${path}\n${Buffer.byteLength(content)}\n`).update(content);
  }
  return hash.digest("hex");
}

/** Whether an output folder is as it was, its files in regular folders, before and after the look. */
function isOutputFresh({ folder, paths, digest }: Output): boolean {
  const before = identity(folder);
  if (before === undefined || !lstatSync(folder).isDirectory() || needsRecovery(folder)) return false;
  const regular = regularFiles(folder);
  const read = (path: string) => (regular.has(path) ? readFileSync(join(folder, path)) : undefined);
  return outputDigest(paths, read) === digest && identity(folder) === before;
}

/** The paths of the regular files in a folder and the folders in it; what is behind a link is not among them. */
function regularFiles(folder: string, prefix = "", found = new Set<string>()): ReadonlySet<string> {
  for (const entry of readdirSync(join(folder, prefix), { withFileTypes: true })) {
    if (entry.isFile()) found.add(prefix + entry.name);
    else if (entry.isDirectory()) regularFiles(folder, `${prefix}${entry.name}/`, found);
  }
  return found;
}
