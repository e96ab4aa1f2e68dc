/**
 * Compiles schema/arm64 at build time, with the library just built: dist/model/architecture.json, and what the board's CPU is
 * told of it, dist/description/board.json.
 */
import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
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
  await packBoard(root, folder, library, compiled.value);
}

const CPU = "cortex-a57";

async function packBoard(root, folder, library, model) {
  const [{ describeArchitecture }, { readCpuModel }, { packBoard: pack }, { decisionTree }] =
    await Promise.all([
      library("description/architecture.js"),
      library("description/cpu-model.js"),
      library("description/packed-board.js"),
      library("model/a64/index.js"),
    ]);
  const schema = join(root, "schema/arm64");
  const file = join(schema, "cpus", `${CPU}.json`);
  const cpu = readCpuModel({ file, text: readFileSync(file, "utf8") }, model.sysregs);
  if (!cpu.ok) return;
  const architecture = describeArchitecture(model, cpu.value);
  const sources = ["a64", "cpus", "sysregs"].flatMap((name) =>
    readdirSync(join(schema, name))
      .sort()
      .map((document) => [`${name}/${document}`, statSync(join(schema, name, document)).size]),
  );
  const tree = decisionTree(model.a64.instructions);
  const text = pack({ architecture, flags: cpu.value.flags }, tree, sources);
  writeFileSync(join(folder, "description/board.json"), text);
}
