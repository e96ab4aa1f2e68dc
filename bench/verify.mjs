// How long verify takes as a whole process on the layout kvm-arm64-v3, and one proof inside a warm process: medians.
//
//   npm run build && npx worldswitch generate && node bench/verify.mjs [RUNS]

import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { assemble } from "../dist/assembler/index.js";
import { loadModel } from "../dist/model/load.js";
import { verify } from "../dist/verify/index.js";

const runs = Number(process.argv[2] ?? 9);
const root = fileURLToPath(new URL("..", import.meta.url));
const main = join(root, "dist/cli/main.js");
const layout = "kvm-arm64-v3";

const median = (measure) => {
  const times = Array.from({ length: runs }, () => {
    const began = performance.now();
    measure();
    return performance.now() - began;
  });
  return times.sort((a, b) => a - b)[runs >> 1];
};
const show = (name, milliseconds) =>
  console.log(`${name.padEnd(24)} ${milliseconds.toFixed(0).padStart(6)} ms`);

const run = (args) => {
  const { status, stderr } = spawnSync(process.execPath, args, { cwd: root, encoding: "utf8" });
  if (status !== 0) throw new Error(`${args.join(" ")} ended with ${status}: ${stderr}`);
};
show(
  "node -e 0",
  median(() => run(["-e", "0"])),
);
show(
  "verify, whole process",
  median(() => run([main, "verify", "--layout", layout])),
);

const loaded = loadModel(join(root, "schema", layout));
if (!loaded.ok) throw new Error("the layout has errors");
const model = loaded.value;
const folder = join(root, "generated", layout, "asm");
const object = assemble({
  file: "hyp.S",
  text: readFileSync(join(folder, "hyp.S"), "utf8"),
  table: model.a64,
  sysregs: new Map([...model.sysregs.values()].map(({ name, encoding }) => [name.toLowerCase(), encoding])),
  readInclude: (name) => ({ file: name, text: readFileSync(join(folder, name), "utf8") }),
});
if (!object.ok) throw new Error("the assembly has errors");
verify(model, object.value);
show(
  "one proof, warm",
  median(() => verify(model, object.value)),
);
