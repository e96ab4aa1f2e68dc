import { execFileSync } from "node:child_process";
import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Architecture } from "../../../src/runtime/index.js";
import { requireTool } from "../../oracles/tools.js";
import { harnessSource } from "./harness.js";
import { EL2_VECTORS, HARNESS } from "./layout.js";

/** Paths of the tools. */
export interface Tools {
  readonly as: string;
  readonly ld: string;
  readonly qemu: string;
}

/** The tools, or undefined when one is missing and not required. */
export function harnessTools(): Tools | undefined {
  const as = requireTool("aarch64-linux-gnu-as");
  const ld = requireTool("aarch64-linux-gnu-ld");
  const qemu = requireTool("qemu-system-aarch64");
  return as !== undefined && ld !== undefined && qemu !== undefined ? { as, ld, qemu } : undefined;
}

/** The path of the harness for a number of cases, an ELF in a folder; it is built once. */
export function buildHarness(
  tools: Tools,
  architecture: Architecture,
  cases: number,
  folder: string,
): string {
  const elf = join(folder, `harness${cases}.elf`);
  if (existsSync(elf)) return elf;
  const [source, object] = [join(folder, `harness${cases}.S`), join(folder, `harness${cases}.o`)];
  writeFileSync(source, harnessSource(architecture, cases));
  execFileSync(tools.as, ["-march=armv8-a", "-o", object, source]);
  const places = [`.text=0x${HARNESS.toString(16)}`, `.vectors=0x${EL2_VECTORS.toString(16)}`];
  const options = ["--no-warn-rwx-segments", "-e", "_start", ...places.map((at) => `--section-start=${at}`)];
  execFileSync(tools.ld, [...options, "-o", elf, object]);
  return elf;
}
