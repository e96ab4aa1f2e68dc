import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { OutFile } from "../../src/core/out-file.js";
import { requireTool } from "../oracles/tools.js";

/** A compiler for AArch64 with the warnings that a kernel would turn on, each an error. */
export interface Compiler {
  readonly name: string;
  readonly path: string;
  readonly flags: readonly string[];
}

const WARNINGS = ["-std=c11", "-Wall", "-Wextra", "-Wpedantic", "-Wundef", "-Werror"];

/** gcc and clang, as far as they are installed. */
export function compilers(): Compiler[] {
  const gcc = requireTool("aarch64-linux-gnu-gcc");
  const clang = requireTool("clang");
  return [
    ...(gcc === undefined ? [] : [{ name: "gcc", path: gcc, flags: WARNINGS }]),
    ...(clang === undefined
      ? []
      : [{ name: "clang", path: clang, flags: [...WARNINGS, "--target=aarch64-linux-gnu"] }]),
  ];
}

/** Runs use in a folder that holds the files, and removes it. */
export function withFiles<T>(files: readonly OutFile[], use: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), "worldswitch-c-"));
  try {
    for (const file of files) {
      const path = join(folder, file.path);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, file.text);
    }
    return use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The compiler's output for a source in the folder; what it complains about is the error's message. */
export function compile(compiler: Compiler, folder: string, ...options: readonly string[]): Buffer {
  try {
    return execFileSync(compiler.path, [...compiler.flags, ...options, "-o", "out"], {
      cwd: folder,
      stdio: ["ignore", "pipe", "pipe"],
    });
  } catch (error) {
    const complaint = error instanceof Error && "stderr" in error ? String(error.stderr) : String(error);
    throw new Error(`${compiler.name}: ${complaint.slice(0, 4000)}`);
  }
}

/** The 64-bit values of expressions, as the compiler sees them after the includes. */
export function valuesOf(
  compiler: Compiler,
  folder: string,
  includes: readonly string[],
  expressions: readonly string[],
): bigint[] {
  const source = [
    ...includes.map((name) => `#include "${name}"`),
    "extern const unsigned long values[];",
    `const unsigned long values[] __attribute__((section("probe"))) = {`,
    ...expressions.map((expression) => `\t(unsigned long)(${expression}),`),
    "};",
    "",
  ].join("\n");
  writeFileSync(join(folder, "probe.c"), source);
  compile(compiler, folder, "-I", "c", "-c", "probe.c");
  return sectionWords(folder, "probe");
}

/** The 64-bit words of a section of the object file `out`. */
export function sectionWords(folder: string, section: string): bigint[] {
  const objcopy = requireTool("aarch64-linux-gnu-objcopy");
  if (objcopy === undefined) throw new Error("aarch64-linux-gnu-objcopy is missing beside the compiler");
  execFileSync(
    objcopy,
    ["-O", "binary", "-j", section, "--set-section-flags", `${section}=alloc`, "out", "bytes"],
    {
      cwd: folder,
    },
  );
  const bytes = readFileSync(join(folder, "bytes"));
  return Array.from({ length: bytes.length / 8 }, (_, i) => bytes.readBigUInt64LE(8 * i));
}
