import { closeSync, type Dirent, lstatSync, openSync, readdirSync, readSync } from "node:fs";
import { join } from "node:path";
import { identity, needsRecovery } from "../write/swap.js";
import { FileReader } from "./file-reader.js";

/**
 * What a run of `generate` found fresh: enough to tell, without a model, that another run would find and say the same.
 * key: what tells this run from others. layouts: the names under ./schema. documents, package: folders of inputs.
 * stdout, stderr: what the next run says.
 */
export interface Stamp {
  readonly key: string;
  readonly layouts: readonly string[];
  readonly folders: InputFolders;
  readonly outputs: readonly Output[];
  readonly stdout: string;
  readonly stderr: string;
}

/** An output folder, and the paths of its files, the list of them included. */
export interface Output {
  readonly folder: string;
  readonly paths: readonly string[];
}

/** documents: those of layouts, whose JSON documents count. package: read with all that is below them. */
export interface InputFolders {
  readonly documents: readonly string[];
  readonly package: readonly string[];
}

/** Takes names and contents, one after the other; throws when it has seen enough. */
export type Listener = (part: string | Uint8Array) => void;

const reader = new FileReader();

/** A stamp as the bytes of its file: the stamp as a line of JSON, and the content that it was made for. */
export function stampBytes(stamp: Stamp, content: readonly Uint8Array[]): Uint8Array {
  return Buffer.concat([Buffer.from(`${JSON.stringify(stamp)}\n`, "utf8"), ...content]);
}

/**
 * The stamp in a file, if it is of this key and every input and every output is, byte for byte, as the file has them: an
 * edited, missing, added or linked document, template or output is noticed, and so is what a killed run left.
 * Compared, not hashed: node:crypto takes longer to load than all of this. layouts: the names under ./schema now.
 */
export function freshStamp(file: string, key: string, layouts: readonly string[]): Stamp | undefined {
  try {
    const stored = new StoredContent(file);
    try {
      const stamp = JSON.parse(stored.line()) as Stamp;
      if (stamp.key !== key || stamp.layouts.join("/") !== layouts.join("/")) return undefined;
      const compare: Listener = (part) => stored.expect(part);
      tellInputs(stamp.folders, compare);
      const isFresh = stamp.outputs.every((output) => isOutputFresh(output, compare)) && stored.isAtEnd();
      return isFresh ? stamp : undefined;
    } finally {
      stored.close();
    }
  } catch {
    return undefined;
  }
}

/**
 * Tells the names, the kinds and the contents of all inputs. Throws when one cannot be read, or is a symbolic link: where that
 * leads may change without it.
 */
export function tellInputs({ documents, package: ours }: InputFolders, listener: Listener): void {
  for (const folder of documents) tellFolder(folder, (entry) => entry.name.endsWith(".json"), listener);
  for (const folder of ours) tellTree(folder, listener);
}

function tellTree(folder: string, listener: Listener): void {
  const entries = tellFolder(folder, () => true, listener);
  for (const entry of entries) if (entry.isDirectory()) tellTree(join(folder, entry.name), listener);
}

function tellFolder(
  folder: string,
  counts: (entry: Dirent) => boolean,
  listener: Listener,
): readonly Dirent[] {
  const entries = readdirSync(folder, { withFileTypes: true }).filter(counts);
  entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  listener(`${folder}\n`);
  for (const entry of entries) {
    if (entry.isSymbolicLink()) throw new Error(`${entry.name} is a symbolic link`);
    const bytes = entry.isFile() ? reader.bytes(join(folder, entry.name)) : undefined;
    listener(`${entry.name}\n${bytes?.length ?? "no file"}\n`);
    if (bytes !== undefined) listener(bytes);
  }
  return entries;
}

/** Tells a generated file: its path and its content. */
export function tellOutput(path: string, content: string | Uint8Array, listener: Listener): void {
  listener(`${path}\n${Buffer.byteLength(content)}\n`);
  listener(content);
}

/** Whether an output folder is as it was, its files in regular folders, before and after the look. */
function isOutputFresh({ folder, paths }: Output, listener: Listener): boolean {
  const before = identity(folder);
  if (before === undefined || !lstatSync(folder).isDirectory() || needsRecovery(folder)) return false;
  const regular = regularFiles(folder);
  for (const path of paths) {
    if (!regular.has(path)) return false;
    tellOutput(path, reader.bytes(join(folder, path)), listener);
  }
  return identity(folder) === before;
}

/** The paths of the regular files in a folder and the folders in it; what is behind a link is not among them. */
function regularFiles(folder: string, prefix = "", found = new Set<string>()): ReadonlySet<string> {
  for (const entry of readdirSync(join(folder, prefix), { withFileTypes: true })) {
    if (entry.isFile()) found.add(prefix + entry.name);
    else if (entry.isDirectory()) regularFiles(folder, `${prefix}${entry.name}/`, found);
  }
  return found;
}

/** What is read of a file at a time. */
const BLOCK_BYTES = 0x1_0000;
const NEWLINE = 0x0a;

/** A file that is compared from its beginning to its end, in memory that is used again. */
class StoredContent {
  readonly #descriptor: number;
  readonly #block = Buffer.allocUnsafeSlow(BLOCK_BYTES);
  #at = 0;
  #end = 0;

  /** Throws as node:fs does. */
  constructor(file: string) {
    this.#descriptor = openSync(file, "r");
  }

  /** The text up to the next newline. Throws where there is none. */
  line(): string {
    const parts: Buffer[] = [];
    for (;;) {
      const rest = this.#rest();
      const end = rest.indexOf(NEWLINE);
      this.#at += end < 0 ? rest.length : end + 1;
      parts.push(Buffer.from(rest.subarray(0, end < 0 ? rest.length : end)));
      if (end >= 0) return Buffer.concat(parts).toString("utf8");
      if (rest.length === 0) throw new Error("the file has no more lines");
    }
  }

  /** Throws unless this comes next. */
  expect(part: string | Uint8Array): void {
    const bytes = typeof part === "string" ? Buffer.from(part, "utf8") : part;
    for (let compared = 0; compared < bytes.length; ) {
      const rest = this.#rest();
      const count = Math.min(rest.length, bytes.length - compared);
      if (count === 0 || rest.compare(bytes, compared, compared + count, 0, count) !== 0)
        throw new Error("the content is another one");
      compared += count;
      this.#at += count;
    }
  }

  isAtEnd(): boolean {
    return this.#rest().length === 0;
  }

  close(): void {
    closeSync(this.#descriptor);
  }

  /** What has been read and not been used; empty at the end of the file. */
  #rest(): Buffer {
    if (this.#at === this.#end) {
      this.#at = 0;
      this.#end = readSync(this.#descriptor, this.#block, 0, BLOCK_BYTES, null);
    }
    return this.#block.subarray(this.#at, this.#end);
  }
}
