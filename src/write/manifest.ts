import { createHash } from "node:crypto";
import { oncePer } from "../core/once-per.js";
import type { OutFile } from "../core/out-file.js";

/** The list of generated files in the output folder. It is not among the files that it lists. */
export const MANIFEST = ".worldswitch.json";

/** The sha256 of each file that the last generation wrote, by path. */
export type Manifest = ReadonlyMap<string, string>;

/** sha256 as 64 lower-case hex digits. */
export function sha256(content: string | Uint8Array): string {
  return createHash("sha256").update(content).digest("hex");
}

/** A text and its sha256. */
interface Hashed {
  readonly text: string;
  readonly hash: string;
}

/** By path, of all layouts of a process, what was hashed last and what before it: their texts stay in memory. */
const lastHashed = new Map<string, readonly Hashed[]>();
const MOST_REMEMBERED = 1000;

/** The sha256 of a file that is to be written. In watch mode most files say what they said before. */
export const hashOf: (file: OutFile) => string = oncePer(({ path, text }: OutFile) => {
  const [last] = lastHashed.get(path) ?? [];
  if (last?.text === text) return last.hash;
  const hash = sha256(text);
  if (lastHashed.size >= MOST_REMEMBERED) lastHashed.clear();
  lastHashed.set(path, last === undefined ? [{ text, hash }] : [{ text, hash }, last]);
  return hash;
});

/** The text at a path that has this sha256, if it was lately to be written. */
export function rememberedText(path: string, hash: string): string | undefined {
  return lastHashed.get(path)?.find((before) => before.hash === hash)?.text;
}

/** The manifest of a generation as JSON, one file a line, by code units. */
export const printManifest: (files: readonly OutFile[]) => string = oncePer((files) => {
  const sorted = [...files].sort((a, b) => (a.path < b.path ? -1 : 1));
  const lines = sorted.map((file) => `    ${JSON.stringify(file.path)}: "${hashOf(file)}"`);
  return `{\n  "version": 1,\n  "files": {\n${lines.join(",\n")}\n  }\n}\n`;
});

/** The manifest in a text; undefined when it is none, such as after a merge with conflicts. */
export function parseManifest(text: string): Manifest | undefined {
  let document: unknown;
  try {
    document = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (!isRecord(document) || document.version !== 1 || !isRecord(document.files)) return undefined;
  const entries = Object.entries(document.files);
  const hashes = entries.flatMap(([path, hash]): [string, string][] =>
    typeof hash === "string" && /^[0-9a-f]{64}$/.test(hash) && isInside(path) ? [[path, hash]] : [],
  );
  return hashes.length === entries.length ? new Map(hashes) : undefined;
}

/** A manifest may have been edited: none of its paths may make us remove a file elsewhere. */
function isInside(path: string): boolean {
  return (
    !path.includes("\\") && path.split("/").every((part) => part !== "" && part !== "." && part !== "..")
  );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
