import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { requireTool } from "../oracles/tools.js";
import { emptyFolder, worldswitch } from "./command.js";

const source = `#include "numbers.h"
	.section .hyp.text, "ax"
	.globl	entry
entry:
	mrs	x0, cntvct_el0
	mov	x1, #ANSWER
	ret
	.quad	elsewhere
`;

function folderWith(text: string): string {
  const folder = emptyFolder();
  mkdirSync(join(folder, "include"));
  writeFileSync(join(folder, "include/numbers.h"), "#define ANSWER 42\n");
  writeFileSync(join(folder, "entry.S"), text);
  return folder;
}

describe("assemble", () => {
  it("writes an object that disassemble reads back", () => {
    const cwd = folderWith(source);
    const { status, stdout } = worldswitch(["assemble", "entry.S", "-o", "entry.o", "-I", "include"], {
      cwd,
    });
    expect(stdout).toBe("entry.o: .hyp.text 20 bytes, 1 relocation\n");
    expect(status).toBe(0);
    const read = worldswitch(["disassemble", "entry.o"], { cwd });
    expect(read.stdout).toContain("entry.o, section .hyp.text (20 bytes)\n\n0000000000000000 <entry>:\n");
    expect(read.stdout).toContain("   0:\td53be040 \tmrs\tx0, cntvct_el0\n");
    expect(read.status).toBe(0);
  });

  const objdump = requireTool("aarch64-linux-gnu-objdump");
  it.skipIf(objdump === undefined)("writes an object that objdump reads", () => {
    const cwd = folderWith(source);
    worldswitch(["assemble", "entry.S", "-o", "entry.o", "-I", "include"], { cwd });
    const { stdout, stderr } = spawnSync(objdump ?? "", ["-dr", "entry.o"], { cwd, encoding: "utf8" });
    expect(stderr).toBe("");
    expect(stdout).toMatch(/0:\s+d53be040\s+mrs\s+x0, cntvct_el0/);
    expect(stdout).toMatch(/c: R_AARCH64_ABS64\s+elsewhere/);
  });

  it("lists addresses, bytes and source lines", () => {
    const cwd = folderWith(source);
    const { stdout } = worldswitch(["assemble", "entry.S", "--listing", "-I", "include"], { cwd });
    expect(stdout).toContain("     0  d53be040          entry.S:5  mrs x0, cntvct_el0\n");
    expect(stdout).toContain("     c  0000000000000000  entry.S:8  .quad elsewhere\n");
  });

  it("prints sections, symbols and relocations as JSON", () => {
    const cwd = folderWith(source);
    const { stdout } = worldswitch(["assemble", "entry.S", "--json", "-I", "include"], { cwd });
    const object = JSON.parse(stdout);
    const section = object.sections.find(({ name }: { name: string }) => name === ".hyp.text");
    expect(section.bytes).toBe("40e03bd5410580d2c0035fd60000000000000000");
    expect(object.symbols).toContainEqual(
      expect.objectContaining({ name: "entry", value: "0x0", binding: "global", defined: true }),
    );
    expect(object.relocations).toEqual([
      { section: ".hyp.text", offset: 12, type: "R_AARCH64_ABS64", symbol: "elsewhere", addend: "0x0" },
    ]);
  });

  it("takes -D for a name of the preprocessor", () => {
    const cwd = folderWith("mov x1, #ANSWER\n");
    expect(worldswitch(["assemble", "entry.S", "-D", "ANSWER=7"], { cwd }).status).toBe(0);
    const { status, stderr } = worldswitch(["assemble", "entry.S", "-D", "7=ANSWER"], { cwd });
    expect(stderr).toContain("-D 7=ANSWER: expected NAME or NAME=VALUE");
    expect(status).toBe(2);
  });

  it("reports every error at its place and writes no object", () => {
    const cwd = folderWith("\tmov\tx0, #1\n\tmvo\tx0, #1\n\tadd\tx0, x1, #0x12345\n");
    const { status, stderr } = worldswitch(["assemble", "entry.S", "-o", "entry.o"], { cwd });
    expect(stderr).toContain("entry.S:2:2: error WS601: ");
    expect(stderr).toMatch(/entry\.S:3:\d+: error WS60/);
    expect(stderr).not.toContain("    at ");
    expect(status).toBe(1);
    expect(existsSync(join(cwd, "entry.o"))).toBe(false);
  });

  it("ends with 2 for a file that is not there, and for an object that cannot be written", () => {
    const cwd = folderWith("nop\n");
    const missing = worldswitch(["assemble", "none.S"], { cwd });
    expect(missing.stderr).toBe("error: cannot read none.S: there is none\n");
    expect(missing.status).toBe(2);
    const unwritable = worldswitch(["assemble", "entry.S", "-o", "no/such/folder.o"], { cwd });
    expect(unwritable.stderr).toContain("error: cannot write no/such/folder.o");
    expect(unwritable.status).toBe(2);
  });
});

describe("disassemble", () => {
  it("prints words, with or without 0x", () => {
    const { status, stdout } = worldswitch(["disassemble", "--word", "d53be040", "0xD65F03C0", "0"], {
      cwd: "/",
    });
    expect(stdout).toBe(
      "   0:\td53be040 \tmrs\tx0, cntvct_el0\n   4:\td65f03c0 \tret\n" +
        "   8:\t00000000 \t.inst\t0x00000000 // UNDEFINED here: Permanently undefined (UDF)\n",
    );
    expect(status).toBe(0);
  });

  it("ends with 2 for what is no word, no file and no object", () => {
    const cwd = folderWith("nop\n");
    for (const [args, says] of [
      [["--word", "d53be04x"], "d53be04x is no instruction word"],
      [["none.o"], "cannot read none.o"],
      [["entry.S"], "entry.S:1:1: error WS640"],
    ] as const) {
      const { status, stderr } = worldswitch(["disassemble", ...args], { cwd });
      expect(stderr).toContain(says);
      expect(status).toBe(2);
    }
  });
});
