import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { readExecutable } from "../../src/assembler/index.js";
import { loadArchitecture } from "../../src/cli/architecture.js";
import { boardCpu } from "../../src/cli/board-cpu.js";
import { chooseEngine, type engineNames } from "../../src/cli/engine-choice.js";
import { HostFiles } from "../../src/cli/host-files.js";
import { type BoardStop, VirtBoard } from "../../src/runtime/index.js";
import { requireTool } from "../oracles/tools.js";

/** Bare-metal programs that QEMU's virt board and ours both run: the same ELF file, the same console. */

const folder = fileURLToPath(new URL("board/", import.meta.url));
const cpu = boardCpu(loadArchitecture());
const MEMORY_BYTES = 0x800_0000n;
const MOST_INSTRUCTIONS = 8_000_000;

export interface BoardTools {
  readonly gcc: string;
  readonly qemu: string;
}

/** Paths of the tools, or undefined when one is missing and not required. */
export function boardTools(): BoardTools | undefined {
  const gcc = requireTool("aarch64-linux-gnu-gcc");
  const qemu = requireTool("qemu-system-aarch64");
  return gcc !== undefined && qemu !== undefined ? { gcc, qemu } : undefined;
}

/** A program: a C file under board/ with start.S, what it is compiled with, and more source. Without a file: all of it. */
export interface BoardProgram {
  readonly file?: string;
  readonly defines?: readonly string[];
  readonly assembly?: string;
}

/** What a board is given besides the program. */
export interface BoardSetting {
  readonly cpus?: number;
  readonly input?: string;
  /** Who reads QEMU's stdin: the UART, unless semihosting is to have it for itself. */
  readonly inputFor?: "uart" | "semihosting";
  /** Lets our board's program reach the files of this folder; QEMU's always reaches those of an empty one. */
  readonly files?: string;
  /** What executes on our board; the reference machine unless said. */
  readonly engine?: (typeof engineNames)[number];
  /** Instructions that the reference machine executes before the engine goes on; none unless said. */
  readonly engineAfter?: number;
}

/** Both streams as bytes, and the exit status. */
export interface Outcome {
  readonly out: Buffer;
  readonly error: Buffer;
  readonly status: number | null;
}

/** The ELF file of a program, linked at 0x40200000. */
export function compile(tools: BoardTools, { file, defines = [], assembly }: BoardProgram): Uint8Array {
  const made = mkdtempSync(join(tmpdir(), "worldswitch-board-"));
  try {
    const more = assembly === undefined ? [] : [join(made, "more.S")];
    if (assembly !== undefined) writeFileSync(join(made, "more.S"), assembly);
    const elf = join(made, "program.elf");
    const code = ["-O2", "-ffreestanding", "-nostdlib", "-static", "-fno-stack-protector", "-march=armv8-a"];
    const place = ["-Wl,-Ttext=0x40200000", "-Wl,-z,max-page-size=4096", "-Wl,--build-id=none"];
    const sources = [
      ...(file === undefined ? [] : ["start.S", file].map((name) => join(folder, name))),
      ...more,
    ];
    execFileSync(
      tools.gcc,
      [
        ...code,
        "-mgeneral-regs-only",
        ...place,
        ...defines.map((d) => `-D${d}`),
        "-I",
        folder,
        "-o",
        elf,
        ...sources,
      ],
      { timeout: 60_000 },
    );
    return readFileSync(elf);
  } finally {
    rmSync(made, { recursive: true });
  }
}

/**
 * What makes QEMU the board that ours is like, with 128 MiB. PEs share one thread: those that wait for each other hand over
 * at WFE at once.
 */
export function qemuBoard(cpus: number): readonly string[] {
  const board = ["-M", "virt,virtualization=on", "-cpu", "cortex-a57", "-m", "128", "-smp", String(cpus)];
  return [...board, "-accel", "tcg,thread=single", "-display", "none", "-nic", "none"];
}

/** Runs an ELF file on QEMU. The UART's output goes to stdout, as semihosting's ":tt" does. */
export function runOnQemu(tools: BoardTools, elf: Uint8Array, setting: BoardSetting = {}): Outcome {
  const made = mkdtempSync(join(tmpdir(), "worldswitch-qemu-"));
  try {
    writeFileSync(join(made, "program.elf"), elf);
    const serial = setting.inputFor === "semihosting" ? "none" : "stdio";
    const semihosting = ["-semihosting-config", "enable=on,target=native"];
    const streams = ["-monitor", "none", "-serial", serial, ...semihosting];
    const { stdout, stderr, status } = spawnSync(
      tools.qemu,
      [...qemuBoard(setting.cpus ?? 1), ...streams, "-kernel", "program.elf"],
      { cwd: made, input: setting.input ?? "", timeout: 20_000, maxBuffer: 1 << 26 },
    );
    return { out: stdout, error: stderr, status };
  } finally {
    rmSync(made, { recursive: true });
  }
}

/** Runs an ELF file on our board, which must end by itself. */
export async function runHere(
  elf: Uint8Array,
  setting: BoardSetting = {},
): Promise<Outcome & { readonly board: VirtBoard; readonly stop: BoardStop }> {
  const executable = readExecutable(elf);
  if (!executable.ok) throw new Error(executable.diagnostics[0]?.message);
  const out: Uint8Array[] = [];
  const error: Uint8Array[] = [];
  const input = Buffer.from(setting.input ?? "");
  let position = 0;
  const cpus = setting.cpus ?? 1;
  const chosen = { engine: setting.engine ?? "reference" };
  const { windows, load } = chooseEngine(chosen, cpus, MEMORY_BYTES, cpu.architecture);
  const engine = await load?.();
  const board = new VirtBoard({
    ...cpu,
    cpus,
    memoryBytes: MEMORY_BYTES,
    ...(windows === undefined ? {} : { windows }),
    ...(engine === undefined || setting.engineAfter !== undefined ? {} : { engine }),
    host: {
      console: {
        interactive: false,
        write: (bytes) => out.push(bytes),
        writeError: (bytes) => error.push(bytes),
        read: () => input[position++],
      },
      ...(setting.files === undefined ? {} : { files: new HostFiles(setting.files) }),
      commandLine: "program.elf",
      now: () => 1_700_000_000,
    },
  });
  const { entry, segments } = executable.value;
  board.start({ pc: entry, x0: 0n, parts: segments });
  const begun = setting.engineAfter === undefined ? 0 : board.run(setting.engineAfter).instructions;
  if (begun > 0 && engine !== undefined) board.useEngine(engine);
  const rest = board.run(MOST_INSTRUCTIONS - begun);
  const stop = { ...rest, instructions: begun + rest.instructions };
  const status = stop.reason === "exit" ? stop.status & 0xff : null;
  return { out: Buffer.concat(out), error: Buffer.concat(error), status, board, stop };
}
