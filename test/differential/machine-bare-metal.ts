import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  type Architecture,
  type Engine,
  EngineMemory,
  FastEngine,
  Machine,
  PhysicalMemory,
} from "../../src/runtime/index.js";
import { requireTool } from "../oracles/tools.js";
import { architecture } from "../unit/runtime-architecture.js";

/**
 * Bare-metal programs that QEMU and our machine both run. A program starts at EL2 at its symbol _start, puts what
 * it found out into memory at RESULTS and ends with `b finish`; finish (see epilogue) prints that memory.
 */

export const RESULTS = 0x44000000n;
/** The catalogue's machine, with the memory model features of QEMU's Cortex-A57: 44-bit physical addresses. */
const cortexA57: Architecture = {
  ...architecture,
  registers: architecture.registers.map((r) =>
    r.name === "ID_AA64MMFR0_EL1" ? { ...r, reset: 0x1124n } : r,
  ),
};
const RAM = 0x40000000n;
const RAM_BYTES = 0x10000000n;

/** A program: its source, files that it includes with .incbin, and where its sections go. */
export interface Program {
  readonly source: string;
  readonly files: Readonly<Record<string, Uint8Array>>;
  readonly sections: Readonly<Record<string, bigint>>;
  /** Bytes from RESULTS on that it prints. */
  readonly resultBytes: number;
}

/** Paths of the tools, or undefined when one is missing and not required. */
export function bareMetalTools(): { as: string; ld: string; qemu: string } | undefined {
  const as = requireTool("aarch64-linux-gnu-as");
  const ld = requireTool("aarch64-linux-gnu-ld");
  const qemu = requireTool("qemu-system-aarch64");
  return as !== undefined && ld !== undefined && qemu !== undefined ? { as, ld, qemu } : undefined;
}

/** Prints RESULTS through semihosting: SYS_OPEN of ":tt", SYS_WRITE, SYS_EXIT. HLT #0xf000 ends our run. */
function epilogue(resultBytes: number): string {
  return `
    .section .finish, "awx"
    .globl finish
finish:
    mov w0, #0x01
    adr x1, 1f
    hlt #0xf000
    adr x1, 2f
    str x0, [x1]
    mov w0, #0x05
    hlt #0xf000
    mov w0, #0x18
    adr x1, 3f
    hlt #0xf000
    b .
    .balign 8
1:  .quad name, 4, 3
2:  .quad 0, ${RESULTS}, ${resultBytes}
3:  .quad 0x20026, 0
name: .asciz ":tt"
`;
}

interface Elf {
  readonly entry: bigint;
  readonly segments: readonly { readonly address: bigint; readonly bytes: Uint8Array }[];
}

/** The entry point of an ELF and what it loads where. */
export function readExecutable(bytes: Uint8Array): Elf {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const headers = Number(view.getBigUint64(32, true));
  const segments = Array.from({ length: view.getUint16(56, true) }, (_, i) => {
    const at = headers + i * view.getUint16(54, true);
    const offset = Number(view.getBigUint64(at + 8, true));
    const size = Number(view.getBigUint64(at + 32, true));
    return {
      loaded: view.getUint32(at, true) === 1,
      address: view.getBigUint64(at + 24, true),
      bytes: bytes.subarray(offset, offset + size),
    };
  });
  return { entry: view.getBigUint64(24, true), segments: segments.filter((s) => s.loaded) };
}

/** Runs a program on QEMU's Cortex-A57 and on our machine; the bytes of RESULTS from both. */
export function runOnBoth(
  program: Program,
  tools: { as: string; ld: string; qemu: string },
): {
  readonly qemu: Uint8Array;
  readonly ours: Uint8Array;
  readonly machine: Machine;
  readonly steps: number;
} {
  const folder = mkdtempSync(join(tmpdir(), "worldswitch-bare-metal-"));
  try {
    writeFileSync(join(folder, "x.S"), program.source + epilogue(program.resultBytes));
    for (const [name, bytes] of Object.entries(program.files)) writeFileSync(join(folder, name), bytes);
    const run = (tool: string, args: readonly string[]) =>
      execFileSync(tool, args, {
        cwd: folder,
        maxBuffer: 1 << 26,
        stdio: ["ignore", "pipe", "inherit"],
        timeout: 60_000,
      });
    run(tools.as, ["-march=armv8-a+crc", "-o", "x.o", "x.S"]);
    const sections = Object.entries({ ...program.sections, ".finish": 0x40100000n });
    const places = sections.map(([name, address]) => `--section-start=${name}=0x${address.toString(16)}`);
    run(tools.ld, ["--no-warn-rwx-segments", "-e", "_start", ...places, "-o", "x.elf", "x.o"]);
    const elf = readExecutable(readFileSync(join(folder, "x.elf")));
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
    const semihosting = [
      "-semihosting-config",
      "enable=on,target=native",
      "-serial",
      "none",
      "-monitor",
      "none",
    ];
    const qemu = run(tools.qemu, [...board, ...semihosting, "-kernel", "x.elf"]);
    const { machine, engine } = machineToRun();
    for (const { address, bytes } of elf.segments) machine.memory.load(address, bytes);
    machine.pc = elf.entry;
    const { instructions } = engine.run({ maxInstructions: 5_000_000 });
    const ours = machine.memory.bytes(RESULTS, program.resultBytes);
    return { qemu: new Uint8Array(qemu), ours, machine, steps: instructions };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/**
 * The machine, and what executes it: WORLDSWITCH_ENGINE is reference (unless said), interpreter or translate. The fast
 * engines are told to begin at once, and to translate whatever they decode.
 */
function machineToRun(): { readonly machine: Machine; readonly engine: Engine } {
  const { WORLDSWITCH_ENGINE: name = "reference" } = process.env;
  const onHalt = () => true;
  if (name === "reference") {
    const machine = new Machine(cortexA57, { onHalt });
    machine.memory.addRam(RAM, RAM_BYTES);
    return { machine, engine: machine };
  }
  const space = new EngineMemory(cortexA57.registers.length, RAM_BYTES);
  const memory = new PhysicalMemory();
  memory.addRam(RAM, RAM_BYTES, space.takeRam(RAM_BYTES));
  const machine = new Machine(cortexA57, { onHalt, memory, storage: space.state });
  const translate = name === "translate";
  return { machine, engine: new FastEngine(machine, space, { translate, hot: 0, warmUp: 100, missing: 20 }) };
}

/** A reproducible source of random numbers (splitmix64). */
export function randomSource(seed: bigint): { bits(count: number): bigint; below(limit: number): number } {
  let state = seed;
  const next = () => {
    state = BigInt.asUintN(64, state + 0x9e3779b97f4a7c15n);
    let z = state;
    z = BigInt.asUintN(64, (z ^ (z >> 30n)) * 0xbf58476d1ce4e5b9n);
    z = BigInt.asUintN(64, (z ^ (z >> 27n)) * 0x94d049bb133111ebn);
    return z ^ (z >> 31n);
  };
  return {
    bits: (count) => BigInt.asUintN(count, next()),
    below: (limit) => Number(next() % BigInt(limit)),
  };
}
