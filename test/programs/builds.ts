import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** Bare-metal programs in C and assembly, compiled by gcc -O2, that QEMU's virt board and ours both run. */

const PROGRAMS = fileURLToPath(new URL("./", import.meta.url));
const GENERATED = fileURLToPath(new URL("../../generated/kvm-arm64/", import.meta.url));

const common = [
  "-O2",
  "-ffreestanding",
  "-nostdlib",
  "-static",
  "-fno-pic",
  "-no-pie",
  "-march=armv8-a+crc",
  "-mgeneral-regs-only",
  "-Wall",
  "-Wextra",
  "-Werror",
  "-Wl,--no-warn-rwx-segments",
  "-Wl,--build-id=none",
];

/** The programs that consist of one file, on start.S, board.c and print.c. */
export const plainPrograms = ["sort", "sha256", "crc", "allocator", "format", "scheduler"] as const;

/** How a program is compiled: what -D defines, and more options. */
export interface BuildOptions {
  readonly defines?: Readonly<Record<string, string | number>>;
  readonly options?: readonly string[];
}

function compile(gcc: string, output: string, files: readonly string[], options: readonly string[]): void {
  execFileSync(gcc, [...common, ...options, "-o", output, ...files.map((file) => join(PROGRAMS, file))], {
    stdio: ["ignore", "ignore", "inherit"],
  });
}

function definitions({ defines = {} }: BuildOptions): string[] {
  return Object.entries(defines).map(([name, value]) => `-D${name}=${value}`);
}

/** Compiles a program of one file to an ELF executable at output. */
export function buildProgram(
  gcc: string,
  output: string,
  name: (typeof plainPrograms)[number],
  build: BuildOptions,
): void {
  const options = ["-T", join(PROGRAMS, "link.ld"), ...definitions(build), ...(build.options ?? [])];
  compile(gcc, output, ["start.S", "board.c", "print.c", `${name}.c`], options);
}

/** Compiles the host that drives the generated switch of kvm-arm64, or the given hyp.S in its place. */
export function buildSwitch(
  gcc: string,
  output: string,
  build: BuildOptions & { readonly hyp?: string },
): void {
  const files = ["start.S", "run-guest.S", "guest.S", "main.c"].map((file) => `switch/${file}`);
  const options = [
    "-DDEVICE_BASE=0xffffff8000000000",
    `-I${GENERATED}asm`,
    `-I${GENERATED}c`,
    "-T",
    join(PROGRAMS, "switch/link.ld"),
    build.hyp ?? `${GENERATED}asm/hyp.S`,
    ...definitions(build),
    ...(build.options ?? []),
  ];
  compile(gcc, output, [...files, "board.c", "print.c"], options);
}

/** Runs an ELF executable on QEMU's virt board: its console output and exit status. It has timeoutMs for it. */
export function runOnQemu(
  qemu: string,
  elf: string,
  timeoutMs = 300_000,
): { readonly output: string; readonly status: number } {
  const board = [
    "-M",
    "virt,virtualization=on",
    "-cpu",
    "cortex-a57",
    "-m",
    "256",
    "-nographic",
    "-nic",
    "none",
  ];
  const doors = ["-semihosting-config", "enable=on,target=native", "-serial", "stdio", "-monitor", "none"];
  try {
    const output = execFileSync(qemu, [...board, ...doors, "-kernel", elf], {
      encoding: "utf8",
      input: "",
      timeout: timeoutMs,
    });
    return { output, status: 0 };
  } catch (error) {
    const { status, stdout } = error as { readonly status: number | null; readonly stdout: string };
    if (status === null) throw error;
    return { output: stdout, status };
  }
}
