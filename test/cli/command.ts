import { spawn, spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { onTestFinished } from "vitest";

export const root = fileURLToPath(new URL("../..", import.meta.url));
export const main = join(root, "dist/cli/main.js");
export const seed = "kvm-arm64-v3";

export interface Ended {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Surroundings {
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly nodeArguments?: readonly string[];
}

/** The environment that commands run in: nothing of the one who runs the tests but where programs are. */
function environment(env: Readonly<Record<string, string>> = {}): Record<string, string> {
  const { PATH = "", HOME = "", WORLDSWITCH_CACHE = "" } = process.env;
  return { PATH, HOME, WORLDSWITCH_CACHE, ...env };
}

/** Runs the built command in a process of its own. */
export function worldswitch(args: readonly string[], { cwd, env, nodeArguments = [] }: Surroundings): Ended {
  const { status, stdout, stderr, error } = spawnSync(process.execPath, [...nodeArguments, main, ...args], {
    cwd,
    env: environment(env),
    encoding: "utf8",
    maxBuffer: 256 * 1024 * 1024,
  });
  if (error !== undefined) throw error;
  return { status, stdout, stderr };
}

/** Starts the built command and leaves it running. */
export function start(args: readonly string[], cwd: string) {
  return spawn(process.execPath, [main, ...args], {
    cwd,
    env: environment(),
    stdio: ["ignore", "pipe", "pipe"],
  });
}

/** An empty folder, gone when the test has ended. */
export function emptyFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "worldswitch-cli-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A project with the seed's layout under schema/ and nothing generated. */
export function project(): string {
  const folder = emptyFolder();
  cpSync(join(root, "schema", seed), join(folder, "schema", seed), { recursive: true });
  return folder;
}

let template: string | undefined;

/** A project with the seed's layout and its output; generated once per test file and copied. */
export function generatedProject(): string {
  if (template === undefined) {
    const folder = mkdtempSync(join(tmpdir(), "worldswitch-cli-template-"));
    process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
    cpSync(join(root, "schema", seed), join(folder, "schema", seed), { recursive: true });
    const { status, stderr } = worldswitch(["generate"], { cwd: folder });
    if (status !== 0) throw new Error(`generate ended with ${status}: ${stderr}`);
    template = folder;
  }
  const folder = emptyFolder();
  cpSync(template, folder, { recursive: true, preserveTimestamps: true });
  return folder;
}

/** Replaces text in a file of a project; the text must be there. */
export function edit(folder: string, file: string, from: string, to: string): void {
  const path = join(folder, file);
  const text = readFileSync(path, "utf8");
  if (!text.includes(from)) throw new Error(`${file} does not hold ${from}`);
  writeFileSync(path, text.replace(from, to));
}

export interface Stored {
  readonly text: string;
  readonly modified: bigint;
}

/** Every file under a folder by its path in it, with when it was last modified. */
export function tree(folder: string): Map<string, Stored> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  return new Map(
    files.map((path) => [
      path.slice(folder.length + 1),
      { text: readFileSync(path, "utf8"), modified: statSync(path, { bigint: true }).mtimeNs },
    ]),
  );
}

/** The texts of a tree, to compare content only. */
export function texts(files: ReadonlyMap<string, Stored>): Map<string, string> {
  return new Map([...files].map(([path, { text }]) => [path, text]));
}
