import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { reason } from "../read/text-file.js";
import { UsageError } from "./usage-error.js";

/** The text of a file that the user named. Throws UsageError, with the hint, when it cannot be read. */
export function readSourceFile(file: string, hint?: string): string {
  return readBytes(file, hint).toString("utf8");
}

/** The text of a file that `generate` writes. Throws UsageError when it cannot be read. */
export function readGenerated(file: string): string {
  return readSourceFile(file, "worldswitch generate writes it");
}

/** The bytes of a file that the user named. Throws UsageError, with the hint, when it cannot be read. */
export function readBytes(file: string, hint?: string): Buffer {
  try {
    return readFileSync(file);
  } catch (error) {
    throw new UsageError(`cannot read ${file}: ${reason(error)}`, hint);
  }
}

/** Finds `#include "name"`: beside the including file first, then in the folders given, in order. */
export function includeReader(
  folders: readonly string[],
): (name: string, from: string) => { file: string; text: string } | undefined {
  return (name, from) => {
    for (const folder of [dirname(from), ...folders]) {
      const file = join(folder, name);
      const text = textOf(file);
      if (text !== undefined) return { file, text };
    }
    return undefined;
  };
}

function textOf(file: string): string | undefined {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return undefined;
  }
}
