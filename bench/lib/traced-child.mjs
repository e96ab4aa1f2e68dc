/**
 * Executes a program by the interpreter, with a trace or without: the processor time of so many instructions, after as many
 * that warm it up, and what the registers are then.
 *
 *   node traced-child.mjs ELF traced|plain INSTRUCTIONS
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readExecutable } from "../../dist/assembler/index.js";
import { describeArchitecture } from "../../dist/description/architecture.js";
import { readCpuModel } from "../../dist/description/cpu-model.js";
import { compileArchitecture } from "../../dist/model/architecture.js";
import { loadArchitectureSources } from "../../dist/model/load-architecture.js";
import { packageSchemaFolder } from "../../dist/model/schema-folder.js";
import { EngineMemory, FastEngine, VirtBoard } from "../../dist/runtime/index.js";

const MEMORY_BYTES = 256n << 20n;
const [file, how, count] = process.argv.slice(2);
const instructions = Number(count);
const board = makeBoard();
const program = known(readExecutable(readFileSync(file), file));
board.start({ pc: program.entry, x0: 0n, parts: program.segments });
board.run(instructions);
const before = process.cpuUsage();
const { reason } = board.run(instructions);
const { user, system } = process.cpuUsage(before);
if (reason !== "limit") throw new Error(`${file} ends within ${2 * instructions} instructions`);
const [{ machine }] = board.pes;
const registers = [machine.pc, ...machine.x].join();
process.stdout.write(JSON.stringify({ milliseconds: (user + system) / 1e3, registers }));

function makeBoard() {
  const folder = packageSchemaFolder();
  const model = known(compileArchitecture(known(loadArchitectureSources(folder, folder))));
  const cpuFile = join(folder, "arm64/cpus/cortex-a57.json");
  const cpu = known(readCpuModel({ file: cpuFile, text: readFileSync(cpuFile, "utf8") }, model.sysregs));
  const architecture = describeArchitecture(model, cpu);
  const memory = new EngineMemory(architecture.registers.length, MEMORY_BYTES);
  return new VirtBoard({
    architecture,
    flags: cpu.flags,
    cpus: 1,
    memoryBytes: MEMORY_BYTES,
    windows: { ram: memory.takeRam(MEMORY_BYTES), state: memory.state },
    engine: (machine) => new FastEngine(machine, memory, { translate: false, trace: how === "traced" }),
    host: { console: { write: () => {}, read: () => undefined }, now: () => 0, commandLine: "" },
  });
}

function known(result) {
  if (!result.ok) throw new Error(result.diagnostics[0]?.message);
  return result.value;
}
