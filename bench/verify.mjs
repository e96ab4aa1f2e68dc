// How long one proof of the posted switch takes in a warm process: the median. The whole process is in commands.mjs.
//
//   npm run build && npx worldswitch generate && node bench/verify.mjs [ROUNDS]

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { assemble, assemblerNames } from "../dist/assembler/index.js";
import { loadModel } from "../dist/model/load.js";
import { verify } from "../dist/verify/index.js";
import { interleave, median } from "./lib/median.mjs";
import { report } from "./lib/report.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const layout = "kvm-arm64-v3";
const loaded = loadModel(join(root, "schema", layout));
if (!loaded.ok) throw new Error("the layout has errors");
const model = loaded.value;
const folder = join(root, "generated", layout, "asm");
const object = assemble({
  file: "hyp.S",
  text: readFileSync(join(folder, "hyp.S"), "utf8"),
  table: model.a64,
  sysregs: assemblerNames(model),
  readInclude: (name) => ({ file: name, text: readFileSync(join(folder, name), "utf8") }),
});
if (!object.ok) throw new Error("the assembly has errors");

await report("One proof of the posted switch, in a warm process", async ({ rounds }) => {
  const { proof } = await interleave(rounds + 1, { proof: () => void verify(model, object.value) });
  return [{ label: "one proof, warm", value: median(proof.slice(1)), unit: "ms" }];
});
