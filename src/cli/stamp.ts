import { createHash, type Hash } from "node:crypto";
import { type Dirent, lstatSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { MANIFEST, parseManifest, sha256 } from "../write/manifest.js";
import { identity, needsRecovery } from "../write/swap.js";

/**
 * What a run of `generate` found fresh: enough to tell, without a model, that another run would find and say the same.
 * layouts: the names under ./schema. documents, package: folders of inputs; digest: of all that is in them.
 * outputs: folders, each with the sha256 that its manifest has. stdout, stderr: what the next run says.
 */
export interface Stamp {
  readonly layouts: readonly string[];
  readonly folders: InputFolders;
  readonly digest: string;
  readonly outputs: readonly { readonly folder: string; readonly manifest: string }[];
  readonly stdout: string;
  readonly stderr: string;
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
      stamp.outputs.every(({ folder, manifest }) => isOutputFresh(folder, manifest))
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

/** Whether a folder holds what its manifest lists, as regular files in regular folders, before and after the look. */
function isOutputFresh(folder: string, manifest: string): boolean {
  const before = identity(folder);
  if (before === undefined || !lstatSync(folder).isDirectory() || needsRecovery(folder)) return false;
  const text = readFileSync(join(folder, MANIFEST), "utf8");
  if (sha256(text) !== manifest) return false;
  const files = parseManifest(text);
  if (files === undefined) return false;
  const folders = new Set([...files.keys()].map(dirname));
  for (const path of [...folders]) for (let up = dirname(path); up !== "."; up = dirname(up)) folders.add(up);
  for (const path of folders) if (!lstatSync(join(folder, path)).isDirectory()) return false;
  for (const [path, hash] of files) {
    const file = join(folder, path);
    if (!lstatSync(file).isFile() || sha256(readFileSync(file)) !== hash) return false;
  }
  return identity(folder) === before;
}
