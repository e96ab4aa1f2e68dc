import { readFileSync, statSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { type BoardCpu, unpackBoard } from "../description/packed-board.js";
import { packageSchemaFolder } from "../model/schema-folder.js";
import { findDocuments, isUpToDate } from "../read/built-from.js";

/** The board's CPU as the build described it; nothing is there when src/ itself is run. */
const PACKED = fileURLToPath(new URL("../description/board.jsonl", import.meta.url));

/**
 * The board's CPU without reading the documents that it comes from; undefined when one of them is younger than what
 * the build made of them, or there is another one.
 */
export function packedCpu(): BoardCpu | undefined {
  try {
    const now = findDocuments(`${packageSchemaFolder()}/arm64`, ["sysregs", "a64", "cpus"]);
    const { builtFrom, ...cpu } = unpackBoard(readFileSync(PACKED));
    return isUpToDate(statSync(PACKED).mtimeMs, builtFrom, now) ? cpu : undefined;
  } catch {
    return undefined;
  }
}
