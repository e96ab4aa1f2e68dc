import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { type BoardCpu, type PackedSource, unpackBoard } from "../description/packed-board.js";
import { packageSchemaFolder } from "../model/schema-folder.js";

/** The board's CPU as the build described it; nothing is there when src/ itself is run. */
const PACKED = new URL("../description/board.json", import.meta.url);

/**
 * The board's CPU without reading the documents that it comes from; undefined when one of them is younger than what
 * the build made of them, or there is another one.
 */
export function packedCpu(): BoardCpu | undefined {
  try {
    const made = statSync(PACKED).mtimeMs;
    const sources = sourcesOf(join(packageSchemaFolder(), "arm64"));
    if (sources.some(({ mtimeMs }) => mtimeMs > made)) return undefined;
    return unpackBoard(
      readFileSync(PACKED, "utf8"),
      sources.map(({ source }) => source),
    );
  } catch {
    return undefined;
  }
}

interface FoundSource {
  readonly source: PackedSource;
  readonly mtimeMs: number;
}

/** All documents under schema/arm64, in code-unit order, folder by folder. */
function sourcesOf(folder: string): readonly FoundSource[] {
  return ["a64", "cpus", "sysregs"].flatMap((name) =>
    readdirSync(join(folder, name))
      .sort()
      .map((file) => {
        const { size, mtimeMs } = statSync(join(folder, name, file));
        return { source: [`${name}/${file}`, size] as const, mtimeMs };
      }),
  );
}
