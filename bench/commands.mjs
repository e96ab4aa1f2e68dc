// How long the commands take as whole processes, on the layout kvm-arm64-v3: the median of several runs.
//
//   npm run build && node bench/commands.mjs [RUNS]
//
// generate is measured writing everything into an empty folder, and finding everything as it should be.

import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const runs = Number(process.argv[2] ?? 9);
const root = fileURLToPath(new URL("..", import.meta.url));
const main = join(root, "dist/cli/main.js");
const layout = ["--layout", "kvm-arm64-v3"];
const folder = mkdtempSync(join(tmpdir(), "worldswitch-bench-"));
let fresh = 0;

const measured = {
  "node -e 0": () => ["-e", "0"],
  "--version": () => [main, "--version"],
  "--help": () => [main, "--help"],
  lint: () => [main, "lint", ...layout],
  "generate, all new": () => [main, "generate", ...layout, "--out", join(folder, String(fresh++))],
  "generate, nothing to do": () => [main, "generate", ...layout, "--out", join(folder, "0")],
  "run, one scenario": () => [main, "run", ...layout, "--scenario", "hvc"],
  "run, all scenarios": () => [main, "run", ...layout],
};

try {
  for (const [name, argumentsOf] of Object.entries(measured)) {
    const times = Array.from({ length: runs }, () => milliseconds(argumentsOf())).sort((a, b) => a - b);
    console.log(`${name.padEnd(24)} ${times[runs >> 1].toFixed(0).padStart(6)} ms`);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function milliseconds(args) {
  const began = performance.now();
  const { status, stderr } = spawnSync(process.execPath, args, { cwd: root, encoding: "utf8" });
  if (status !== 0) throw new Error(`${args.join(" ")} ended with ${status}: ${stderr}`);
  return performance.now() - began;
}
