// Makes dist/ from src/: compiles it, and adds the compiled schemas, which are JavaScript already. With type errors
// dist/ is made all the same and the exit status is tsc's.
import { spawnSync } from "node:child_process";
import { chmodSync, cpSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const typescript = dirname(createRequire(import.meta.url).resolve("typescript/package.json"));
const tsc = [join(typescript, "bin", "tsc"), "-p", join(root, "tsconfig.build.json")];

rmSync(join(root, "dist"), { recursive: true, force: true });
const { status } = spawnSync(process.execPath, tsc, { stdio: "inherit" });
cpSync(join(root, "src/validate/generated"), join(root, "dist/validate/generated"), { recursive: true });
chmodSync(join(root, "dist/cli/main.js"), 0o755);
process.exitCode = status ?? 1;
