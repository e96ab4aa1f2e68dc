import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { loadArchitecture } from "../../../src/cli/architecture.js";
import { describeArchitecture } from "../../../src/description/architecture.js";
import { readCpuModel } from "../../../src/description/cpu-model.js";
import type { Architecture } from "../../../src/runtime/index.js";

/** The architecture as `worldswitch run --elf` tells the machine of it: a Cortex-A57's. */
export const cortexA57: Architecture = describeCortexA57();

function describeCortexA57(): Architecture {
  const model = loadArchitecture();
  const file = fileURLToPath(new URL("../../../schema/arm64/cpus/cortex-a57.json", import.meta.url));
  const cpu = readCpuModel({ file, text: readFileSync(file, "utf8") }, model.sysregs);
  if (!cpu.ok) throw new Error(cpu.diagnostics[0]?.message);
  return describeArchitecture(model, cpu.value);
}
