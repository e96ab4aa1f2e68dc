// Lets a guest do very many random things through the generated world switch, on QEMU and on the board, and compares:
//
//   npm run stress [-- --actions N] [--engine ENGINE]
//
// test/programs/switch checks host and guest after each action and puts all that it sees into a digest. Needs dist/ (npm run
// build). Exit status: 0 when both print the same and no check failed, 1 otherwise, 2 for a wrong call or a missing oracle.

import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { register } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

register("./typescript-hook.mjs", import.meta.url);

const { requireTool } = await import("../test/oracles/tools.ts");
const { buildSwitch, runOnQemu } = await import("../test/programs/builds.ts");
const ACTIONS = 100_000;
const TIMEOUT_MS = 3_600_000;
const command = fileURLToPath(new URL("../dist/cli/main.js", import.meta.url));

process.exitCode = main();

function main() {
  const call = readCall();
  if (call === undefined) {
    console.error("usage: npm run stress [-- --actions N] [--engine reference|interpreter|translate]");
    return 2;
  }
  const [gcc, qemu] = ["aarch64-linux-gnu-gcc", "qemu-system-aarch64"].map(requireTool);
  if (gcc === undefined || qemu === undefined) {
    console.error("an oracle is missing: test/oracles/install.sh");
    return 2;
  }
  const folder = mkdtempSync(join(tmpdir(), "worldswitch-stress-"));
  try {
    const elf = join(folder, "switch.elf");
    buildSwitch(gcc, elf, { defines: { ACTIONS: call.actions } });
    return compare(runOnQemu(qemu, elf, TIMEOUT_MS), runHere(elf, call.engine), call.actions);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function runHere(elf, engine) {
  const { stdout, status } = spawnSync(process.execPath, [command, "run", "--elf", elf, "--engine", engine], {
    encoding: "utf8",
    stdio: ["ignore", "pipe", "inherit"],
    timeout: TIMEOUT_MS,
  });
  return { output: stdout, status };
}

function compare(qemu, ours, actions) {
  const same = qemu.output === ours.output && qemu.status === ours.status;
  console.log(ours.output.trimEnd());
  if (!same) console.log(`QEMU (status ${qemu.status}, here ${ours.status}):\n${qemu.output.trimEnd()}`);
  const digest = /digest ([0-9a-f]+)/.exec(ours.output)?.[1] ?? "none";
  console.log(
    `${same ? "the same on QEMU and here" : "NOT the same on QEMU and here"}: ${actions} actions, digest ${digest}`,
  );
  return same && ours.status === 0 && ours.output.includes(" 0 failures") ? 0 : 1;
}

/** The command line, or undefined when it is wrong. */
function readCall() {
  try {
    const { values } = parseArgs({
      options: {
        actions: { type: "string", default: String(ACTIONS) },
        engine: { type: "string", default: "translate" },
      },
    });
    const actions = Number(values.actions);
    const known = ["reference", "interpreter", "translate"].includes(values.engine);
    return Number.isInteger(actions) && actions > 0 && known ? { actions, engine: values.engine } : undefined;
  } catch {
    return undefined;
  }
}
