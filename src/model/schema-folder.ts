import { fileURLToPath } from "node:url";

/** The package's own schema folder: ../../schema from src/model and from dist/model alike. */
export function packageSchemaFolder(): string {
  return fileURLToPath(new URL("../../schema", import.meta.url));
}
