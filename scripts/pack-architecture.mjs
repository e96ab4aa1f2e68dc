/** Compiles schema/arm64 at build time, with the library just built: dist/model/architecture.json. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

/** root: the package's folder. folder: the dist/ that is being made. */
export async function packArchitecture(root, folder) {
  const library = (path) => import(pathToFileURL(join(folder, path)).href);
  const [{ readArchitecture }, { compileArchitecture }, packed] = await Promise.all([
    library("read/layout-folder.js"),
    library("model/architecture.js"),
    library("model/packed-architecture.js"),
  ]);
  const sources = readArchitecture(join(root, "schema"), "schema");
  const compiled = sources.ok ? compileArchitecture(sources.value) : sources;
  // Its mistakes are for the tests to find: without the file it is compiled when it is used.
  if (!compiled.ok || compiled.diagnostics.length > 0) return;
  writeFileSync(
    join(folder, "model/architecture.json"),
    packed.packArchitecture(sources.value, compiled.value),
  );
}
