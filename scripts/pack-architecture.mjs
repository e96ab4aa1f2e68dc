/**
 * Compiles schema/arm64 at build time, with the library just built: dist/model/catalogue.jsonl and a64.json, and what the board's CPU
 * is told of it, dist/description/board.jsonl.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

/** root: the package's folder. folder: the dist/ that is being made. */
export async function packArchitecture(root, folder) {
  const library = (path) => import(pathToFileURL(join(folder, path)).href);
  const [{ readArchitecture }, { compileArchitecture }, packed, { builtFromText, findDocuments }] =
    await Promise.all([
      library("read/layout-folder.js"),
      library("model/architecture.js"),
      library("model/packed-architecture.js"),
      library("read/built-from.js"),
    ]);
  const builtFrom = (folders) => builtFromText(findDocuments(join(root, "schema/arm64"), folders));
  const sources = readArchitecture(join(root, "schema"), "schema");
  const compiled = sources.ok ? compileArchitecture(sources.value) : sources;
  // Its mistakes are for the tests to find: without the files it is compiled when it is used.
  if (!compiled.ok || compiled.diagnostics.length > 0) return;
  const texts = packed.packArchitecture(sources.value, compiled.value, builtFrom(["sysregs", "a64"]));
  writeFileSync(join(folder, "model/a64.json"), texts.a64);
  writeFileSync(join(folder, "model/catalogue.jsonl"), texts.catalogue);
  await packBoard(root, folder, library, compiled.value, builtFrom(["sysregs", "a64", "cpus"]));
}

const CPU = "cortex-a57";

async function packBoard(root, folder, library, model, builtFrom) {
  const [{ describeArchitecture }, { readCpuModel }, { packBoard: pack }, { decisionTree }] =
    await Promise.all([
      library("description/architecture.js"),
      library("description/cpu-model.js"),
      library("description/packed-board.js"),
      library("model/a64/index.js"),
    ]);
  const file = join(root, "schema/arm64/cpus", `${CPU}.json`);
  const cpu = readCpuModel({ file, text: readFileSync(file, "utf8") }, model.sysregs);
  if (!cpu.ok) return;
  const architecture = describeArchitecture(model, cpu.value);
  const tree = decisionTree(model.a64.instructions);
  const text = pack({ architecture, flags: cpu.value.flags }, tree, builtFrom);
  writeFileSync(join(folder, "description/board.jsonl"), text);
}
