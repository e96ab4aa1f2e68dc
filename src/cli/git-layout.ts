import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, posix } from "node:path";
import type { Diagnostic } from "../core/diagnostic.js";
import type { Result } from "../core/result.js";
import type { SourceRef } from "../core/source-ref.js";
import { loadModel } from "../model/load.js";
import type { Model } from "../model/types.js";
import { UsageError } from "./usage-error.js";

/** As many layouts as one may start from, one after the other. */
const EXTENDS_LIMIT = 16;
/** Regular files in a tree, executable or not; links and submodules are left alone. */
const REGULAR = /^1006|^1007/;

/** A layout's folder in a commit, both as the user wrote them. */
export interface LayoutAtRevision {
  readonly revision: string;
  readonly folder: string;
}

/**
 * The model of a layout folder as it is in a commit, with the folders that it extends. Read with `git show`: the
 * working tree and the index are not touched. Findings name files as `REV:path`.
 * folder: from the top of the repository, or from the current directory when it starts with ./ or ../
 * Throws UsageError: no git, no repository, no such commit, no such layout in it.
 */
export function loadModelAt({ revision, folder }: LayoutAtRevision): Result<Model> {
  const commit = commitOf(revision);
  const path = fromTop(folder);
  const scratch = mkdtempSync(join(tmpdir(), "worldswitch-diff-"));
  try {
    writeLayout(commit, path, scratch, revision);
    const loaded = loadModel(join(scratch, path));
    const rename = (at: SourceRef): SourceRef =>
      at.file.startsWith(`${scratch}/`)
        ? { ...at, file: `${revision}:${at.file.slice(scratch.length + 1)}` }
        : at;
    const diagnostics = loaded.diagnostics.map((diagnostic) => renamePlaces(diagnostic, rename));
    return loaded.ok ? { ok: true, value: loaded.value, diagnostics } : { ok: false, diagnostics };
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

/** Whether the text names a commit of the repository around the current directory. */
export function isRevision(text: string): boolean {
  return text !== "" && git(["rev-parse", "--verify", "--quiet", "--end-of-options", `${text}^{commit}`]).ok;
}

function commitOf(revision: string): string {
  const { ok, text } = git(["rev-parse", "--verify", "--quiet", "--end-of-options", `${revision}^{commit}`]);
  if (!ok) throw new UsageError(`${revision} is no commit of the repository here`);
  return text.trim();
}

function fromTop(folder: string): string {
  const top = /^\.\.?(\/|$)/.test(folder)
    ? posix.normalize(`${git(["rev-parse", "--show-prefix"]).text.trim()}${folder}`)
    : posix.normalize(folder);
  const path = top.replace(/\/+$/, "");
  if (path.startsWith("/") || /(^|\/)\.\.(\/|$)/.test(path))
    throw new UsageError(`${folder} is outside of the repository`);
  return path;
}

/** Writes the layout's documents, and those of the layouts that it extends, under scratch by their own paths. */
function writeLayout(commit: string, path: string, scratch: string, revision: string): void {
  const written = new Set<string>();
  let next: string | undefined = path;
  while (next !== undefined && !written.has(next) && written.size < EXTENDS_LIMIT) {
    const documents = documentsIn(commit, next);
    if (written.size === 0 && !documents.some((name) => name === "layout.json"))
      throw new UsageError(
        `no layout ${path} in ${revision}: there is no ${posix.join(path, "layout.json")}`,
      );
    written.add(next);
    mkdirSync(join(scratch, next), { recursive: true });
    let base: string | undefined;
    for (const name of documents) {
      const file: string = posix.join(next, name);
      const { bytes } = git(["show", "--end-of-options", `${commit}:${file}`]);
      writeFileSync(join(scratch, file), bytes);
      if (name === "layout.json") base = extendedBy(bytes.toString("utf8"));
    }
    next = base === undefined ? undefined : posix.join(dirname(next), base);
  }
}

/** The folder beside its own that a layout names; what else is wrong with the document is loadModel's to say. */
function extendedBy(text: string): string | undefined {
  return /"extends"\s*:\s*"\.\.\/([A-Za-z0-9][\w.-]*)"/.exec(text)?.[1];
}

function documentsIn(commit: string, path: string): string[] {
  const tree = path === "." ? commit : `${commit}:${path}`;
  const { ok, text } = git(["ls-tree", "--full-tree", "-z", "--end-of-options", tree]);
  if (!ok) return [];
  return text.split("\0").flatMap((entry) => {
    const [description = "", name = ""] = entry.split("\t");
    return REGULAR.test(description) && name.endsWith(".json") ? [name] : [];
  });
}

function renamePlaces(diagnostic: Diagnostic, rename: (at: SourceRef) => SourceRef): Diagnostic {
  const { at, related } = diagnostic;
  return {
    ...diagnostic,
    at: rename(at),
    ...(related === undefined
      ? {}
      : { related: related.map((other) => ({ ...other, at: rename(other.at) })) }),
  };
}

function git(args: readonly string[]): {
  readonly ok: boolean;
  readonly text: string;
  readonly bytes: Buffer;
} {
  const { error, status, stdout } = spawnSync("git", args, {
    stdio: ["ignore", "pipe", "ignore"],
    maxBuffer: 64 * 1024 * 1024,
  });
  if (error !== undefined) throw new UsageError(`cannot run git: ${error.message}`);
  return { ok: status === 0, text: stdout.toString("utf8"), bytes: stdout };
}
