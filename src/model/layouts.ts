import { readdirSync, statSync } from "node:fs";
import { packageSchemaFolder } from "./schema-folder.js";

/** Names of the folders under a schema folder that hold a layout.json, in code-unit order; none when it cannot be read. */
export function findLayouts(schemaFolder: string = packageSchemaFolder()): readonly string[] {
  try {
    return readdirSync(schemaFolder)
      .filter((name) => isFile(`${schemaFolder}/${name}/layout.json`))
      .sort();
  } catch {
    return [];
  }
}

function isFile(path: string): boolean {
  try {
    return statSync(path).isFile();
  } catch {
    return false;
  }
}
