import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { A64Source, A64Table } from "../../src/model/a64/index.js";
import { compileA64 } from "../../src/model/a64/index.js";

const FOLDER = fileURLToPath(new URL("../../schema/arm64/a64/", import.meta.url));

/** The project's own A64 documents; places name the file and put the pointer into the message's file. */
export function readA64Sources(): A64Source[] {
  return readdirSync(FOLDER)
    .filter((name) => name.endsWith(".json"))
    .sort()
    .map((name) => ({
      document: JSON.parse(readFileSync(FOLDER + name, "utf8")),
      at: (pointer) => ({ file: `${name}#${pointer}`, line: 1, column: 1 }),
    }));
}

/** The compiled table of those documents. */
export function a64Table(): A64Table {
  const result = compileA64(readA64Sources());
  if (!result.ok) throw new Error(JSON.stringify(result.diagnostics, undefined, 1));
  return result.value;
}
