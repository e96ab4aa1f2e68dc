/**
 * Bare-metal programs that QEMU and the board run, from bench/guests: built by aarch64-linux-gnu-gcc, each run in a process
 * of its own. What a program prints is its result; both must print the same.
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { median } from "./median.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url));
const MEMORY = "256";

/** Calls use with a function that builds an ELF file, and removes the files afterwards. */
export async function withPrograms(use) {
  const folder = mkdtempSync(join(tmpdir(), "worldswitch-bench-"));
  try {
    return await use((name, script, sources, flags) => {
      const file = join(folder, `${name}.elf`);
      const guests = (path) => join(root, "bench/guests", path);
      const link = `-Wl,-T,${guests(script)},--build-id=none,--no-warn-rwx-segments`;
      const options = [
        "-O2",
        "-ffreestanding",
        "-nostdlib",
        "-static",
        "-mgeneral-regs-only",
        "-fno-stack-protector",
      ];
      const include = `-I${join(root, "generated/kvm-arm64/asm")}`;
      const files = sources.map((path) => (path.includes("/") ? join(root, path) : guests(path)));
      run("aarch64-linux-gnu-gcc", [...options, include, ...flags, link, "-o", file, ...files]);
      return file;
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const qemu = (elf) => {
  const board = [
    "-M",
    "virt,virtualization=on",
    "-cpu",
    "cortex-a57",
    "-m",
    MEMORY,
    "-nographic",
    "-net",
    "none",
  ];
  return run("qemu-system-aarch64", [...board, "-semihosting", "-kernel", elf]);
};
const engine = (name) => (elf) => {
  const main = join(root, "dist/cli/main.js");
  return run(process.execPath, [main, "run", "--elf", elf, "--memory", MEMORY, "--engine", name]);
};

/** What executes programs, by name. */
export const executors = { qemu, interpreter: engine("interpreter"), translate: engine("translate") };

/**
 * How the processor times of the engines compare with QEMU's, for the work by which long does more than short: medians over rounds,
 * in each of which everybody has a turn. Throws where results differ.
 */
export function compare({ short, long, rounds }) {
  const names = Object.keys(executors);
  const ratios = { interpreter: [], translate: [] };
  const times = { qemu: [], interpreter: [], translate: [] };
  for (let round = 0; round < rounds; round++) {
    const taken = {};
    const results = {};
    for (const name of names) {
      const runs = [short, long].map((elf) => timed(executors[name], elf));
      taken[name] = runs[1].milliseconds - runs[0].milliseconds;
      results[name] = runs.map(({ output }) => output).join();
      times[name].push(taken[name]);
    }
    for (const name of ["interpreter", "translate"]) {
      if (results[name] !== results.qemu) throw new Error(`${name} and QEMU do not agree on ${long}`);
      ratios[name].push(taken[name] / taken.qemu);
    }
  }
  return {
    interpreter: median(ratios.interpreter),
    translate: median(ratios.translate),
    milliseconds: Object.fromEntries(names.map((name) => [name, median(times[name])])),
  };
}

function timed(execute, elf) {
  const began = milliseconds();
  const output = execute(elf);
  return { output, milliseconds: milliseconds() - began };
}

/** Processor time of the processes that have ended, all threads, where the system tells; the wall's elsewhere. */
export function milliseconds() {
  try {
    const fields = readFileSync("/proc/self/stat", "utf8").split(") ")[1].split(" ");
    const TICK = 10;
    return (Number(fields[13]) + Number(fields[14])) * TICK;
  } catch {
    return performance.now();
  }
}

function run(command, args) {
  const { status, stdout, stderr, error } = spawnSync(command, args, { maxBuffer: 2 ** 26 });
  if (status !== 0) throw new Error(`${command}: ${error?.message ?? stderr}`);
  return stdout.toString("hex");
}
