import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, it } from "vitest";
import type { LineMark } from "../../src/assembler/index.js";
import { readObjectFile } from "../../src/cli/object-file.js";
import { readLines } from "../../src/oracle/index.js";
import { verify } from "../../src/verify/index.js";
import { requireTool } from "../oracles/tools.js";
import { mendedModel } from "../unit/verify-mended.js";

const gcc = requireTool("aarch64-linux-gnu-gcc");
const clang = requireTool("clang");
const addr2line = requireTool("aarch64-linux-gnu-addr2line");
const source = fileURLToPath(new URL("verify/switch.S", import.meta.url));

const C = `int f(int a) { int s = 0; for (int i = 0; i < a; i++) {
  s += i * a;
  if (s > 100) s -= a; }
  return s; }
static inline int g(int x) { return x * x; }
int h(int x) {
  return g(x) + f(x); }
__attribute__((section(".text.cold"))) int k(int x) {
  return x + 1; }
`;

describe.runIf(gcc && clang && addr2line)("the source lines of an object", () => {
  const folder = mkdtempSync(join(tmpdir(), "worldswitch-lines-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  function made(compiler: string | undefined, name: string, ...options: readonly string[]): string {
    const file = join(folder, `${name}.o`);
    execFileSync(compiler ?? "", ["-c", ...options, "-o", file], { cwd: folder });
    return file;
  }

  function marksOf(file: string): readonly LineMark[] {
    const lines = readLines(readFileSync(file), file);
    if (!lines.ok) throw new Error(JSON.stringify(lines.diagnostics));
    return lines.value;
  }

  /** What binutils says of these places of a section: `file:line`. */
  function told(file: string, section: string, offsets: readonly number[]): string[] {
    const places = offsets.map((offset) => `0x${offset.toString(16)}`);
    const text = execFileSync(addr2line ?? "", ["-j", section, "-e", file, ...places], { encoding: "utf8" });
    return text
      .trim()
      .split("\n")
      .map((line) => line.replace(/ \(discriminator.*/, "").replace(/^.*\//, ""));
  }

  writeFileSync(join(folder, "lines.c"), C);
  const versions = ["2", "3", "4", "5"].map((version) => `-gdwarf-${version}`);
  const cases = [
    ...versions.flatMap((version) => [
      ["gcc, C", gcc, ["-O2", version, "lines.c"]] as const,
      ["clang, C", clang, ["--target=aarch64-linux-gnu", "-O1", version, "lines.c"]] as const,
      ["GNU as, a switch", gcc, [version, source]] as const,
    ]),
    ["GNU as, packed", gcc, ["-g", "-gz=zlib", source]] as const,
    ["functions in sections of their own", gcc, ["-g", "-ffunction-sections", "lines.c"]] as const,
  ];

  it.each(cases)("are what binutils says: %s %#", (name, compiler, options) => {
    const file = made(compiler, name.replace(/\W/g, "-"), ...options);
    const marks = marksOf(file).filter(({ at }) => at !== undefined);
    const sections = [...new Set(marks.map(({ section }) => section))];
    expect(marks.length).toBeGreaterThan(8);
    for (const section of sections) {
      const own = marks.filter((mark) => mark.section === section);
      const expected = told(
        file,
        section,
        own.map(({ offset }) => offset),
      );
      expect(own.map(({ at }) => `${at?.file.replace(/^.*\//, "")}:${at?.line}`)).toEqual(expected);
    }
  });

  it("stand in the counterexamples of verify", () => {
    const object = readObjectFile(made(gcc, "wrong", "-g", "-DWRONG_OFFSET", source));
    if (!object.ok) throw new Error(JSON.stringify(object.diagnostics));
    const report = verify(mendedModel(), object.value);
    const [finding] = report.ok ? report.value.findings : [];
    const [line] = finding?.trace ?? [];
    expect(line?.at?.file.endsWith("/switch.S")).toBe(true);
    const text = readFileSync(source, "utf8").split("\n")[(line?.at?.line ?? 0) - 1];
    expect(text).toMatch(/WRONG_OFFSET|stp|SAVE|save/i);
  });

  it("are none without -g, and places are then by symbol and offset", () => {
    const file = made(gcc, "bare", "-DWRONG_OFFSET", source);
    expect(marksOf(file)).toEqual([]);
    const object = readObjectFile(file);
    if (!object.ok) throw new Error(JSON.stringify(object.diagnostics));
    const report = verify(mendedModel(), object.value);
    const [line] = (report.ok ? report.value.findings[0]?.trace : []) ?? [];
    expect(line?.at).toBeUndefined();
    expect([line?.symbol, line?.offsetBytes]).toEqual(["__kvm_vcpu_run", expect.any(Number)]);
  });

  it("that cannot be read are a warning of the object, which is read all the same", () => {
    const file = made(gcc, "broken", "-g", source);
    const bytes = readFileSync(file);
    const version = bytes.indexOf(Buffer.from([5, 0, 8, 0]));
    expect(version).toBeGreaterThan(0);
    bytes[version] = 9;
    writeFileSync(file, bytes);
    const object = readObjectFile(file);
    expect(object.ok).toBe(true);
    expect(object.diagnostics.map(({ code, severity }) => [code, severity])).toEqual([["WS643", "warning"]]);
  });

  it("of damaged objects are read or refused, never thrown for", () => {
    const original = readFileSync(made(gcc, "whole", "-g", "lines.c"));
    let state = 1;
    const next = (below: number): number => {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      return state % below;
    };
    let refused = 0;
    for (let round = 0; round < 3000; round++) {
      const bytes = new Uint8Array(original);
      for (let left = 1 + next(4); left > 0; left--) bytes[next(bytes.length)] = next(256);
      const cut = round % 5 === 0 ? bytes.subarray(0, next(bytes.length)) : bytes;
      const result = readLines(cut, "damaged.o");
      if (!result.ok) {
        refused += 1;
        expect(result.diagnostics[0]?.code).toMatch(/^WS64[0-3]$/);
      } else for (const { at } of result.value) if (at !== undefined) expect(at.line).toBeGreaterThan(0);
    }
    expect(refused).toBeGreaterThan(300);
  });
});
