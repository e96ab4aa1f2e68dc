import { readdirSync, statSync } from "node:fs";

/** A document that something was built from: its folder and name, such as "a64/branches.json", and its size. */
export type BuiltFrom = readonly [name: string, bytes: number];

/** A document as its folder shows it now. */
export interface FoundDocument {
  readonly name: string;
  readonly bytes: number;
  readonly mtimeMs: number;
}

/**
 * All documents in some folders below one, in the folders' order and then in code-unit order. Nothing is read.
 * Throws when a folder cannot be listed.
 */
export function findDocuments(parent: string, folders: readonly string[]): readonly FoundDocument[] {
  return folders.flatMap((folder) =>
    readdirSync(`${parent}/${folder}`)
      .filter((name) => name.endsWith(".json"))
      .sort()
      .map((name) => {
        const { size: bytes, mtimeMs } = statSync(`${parent}/${folder}/${name}`);
        return { name: `${folder}/${name}`, bytes, mtimeMs };
      }),
  );
}

/**
 * Whether what was built from these documents can be taken for what they say now: they are the same ones, as long as they were,
 * and none is younger than the build's file.
 */
export function isUpToDate(
  builtMs: number,
  builtFrom: readonly BuiltFrom[],
  now: readonly FoundDocument[],
): boolean {
  return (
    builtFrom.length === now.length &&
    now.every(({ name, bytes, mtimeMs }, i) => {
      const [builtName, builtBytes] = builtFrom[i] ?? [];
      return name === builtName && bytes === builtBytes && mtimeMs <= builtMs;
    })
  );
}
