import { describeArchitecture } from "../description/architecture.js";
import { readCpuModel } from "../description/cpu-model.js";
import type { BoardCpu } from "../description/packed-board.js";
import type { Architecture } from "../model/architecture.js";
import { packageSchemaFolder } from "../model/schema-folder.js";
import { readSourceFile } from "./source-files.js";

const CPU = "cortex-a57";

/** The board's CPU, as VirtBoard takes it: the catalogue and the instructions, with the CPU model's values. */
export function boardCpu(model: Architecture): BoardCpu {
  const file = `${packageSchemaFolder()}/arm64/cpus/${CPU}.json`;
  const cpu = readCpuModel({ file, text: readSourceFile(file) }, model.sysregs);
  if (!cpu.ok) throw new Error(`the package's ${CPU}.json: ${cpu.diagnostics[0]?.message}`);
  return { architecture: describeArchitecture(model, cpu.value), flags: cpu.value.flags };
}
