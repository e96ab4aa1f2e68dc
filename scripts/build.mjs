// Makes dist/ from src/: the library module by module, with its types, and the command line as a bundle. It is made
// beside and then renamed, so that a command that runs meanwhile keeps its modules. With type errors dist/ is made all the same and the exit status is tsc's.
import { spawnSync } from "node:child_process";
import { chmodSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { bundleCommand } from "./bundle-command.mjs";
import { packArchitecture } from "./pack-architecture.mjs";
import { precompileTemplates } from "./precompile-templates.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const dist = join(root, "dist");
const building = join(root, `dist.${process.pid}.new`);
const replaced = join(root, `dist.${process.pid}.old`);
const typescript = dirname(createRequire(import.meta.url).resolve("typescript/package.json"));
const tsc = [join(typescript, "bin", "tsc"), "-p", join(root, "tsconfig.build.json"), "--outDir", building];

try {
  const { status } = spawnSync(process.execPath, tsc, { stdio: "inherit" });
  rmSync(join(building, "cli"), { recursive: true });
  const { TEMPLATE_RULES } = await import(pathToFileURL(join(building, "print/template-rules.js")).href);
  const templates = precompileTemplates(root, TEMPLATE_RULES);
  writeFileSync(join(building, "print/precompiled.js"), templates);
  await packArchitecture(root, building);
  await bundleCommand(root, join(building, "cli"), templates);
  chmodSync(join(building, "cli/main.js"), 0o755);
  moveAway(dist, replaced);
  renameSync(building, dist);
  process.exitCode = status ?? 1;
} finally {
  rmSync(building, { recursive: true, force: true });
  rmSync(replaced, { recursive: true, force: true });
}

function moveAway(from, to) {
  try {
    renameSync(from, to);
  } catch (error) {
    if (error.code !== "ENOENT") throw error;
  }
}
