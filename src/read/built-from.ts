import { readdirSync, statSync } from "node:fs";

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

/** Documents that something was built from, with their sizes: a line each, such as `a64/branches.json 5120`. */
export function builtFromText(documents: readonly Pick<FoundDocument, "name" | "bytes">[]): string {
  return documents.map(({ name, bytes }) => `${name} ${bytes}`).join("\n");
}

/**
 * Whether what was built can be taken for what the documents say now: they are the same ones, as long as they were,
 * and none is younger than the build's file. builtFrom: of builtFromText.
 */
export function isUpToDate(builtMs: number, builtFrom: string, now: readonly FoundDocument[]): boolean {
  return now.every(({ mtimeMs }) => mtimeMs <= builtMs) && builtFromText(now) === builtFrom;
}
