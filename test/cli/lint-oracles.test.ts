import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { project, root, seed, worldswitch } from "./command.js";

const header = readFileSync(join(root, "generated", seed, "asm/asm-offsets.h"), "utf8");

function projectWith(text: string): string {
  const cwd = project();
  writeFileSync(join(cwd, "asm-offsets.h"), text);
  return cwd;
}

describe("lint with what a compiler made", () => {
  it("says how much agrees", () => {
    const { status, stdout } = worldswitch(["lint", "--asm-offsets", "asm-offsets.h"], {
      cwd: projectWith(header),
    });
    expect(stdout).toContain(`${seed}: clean (`);
    expect(stdout).toContain(
      `${seed}: compared with asm-offsets.h: 0 structs, 0 members, 30 symbols, 0 values\n`,
    );
    expect(status).toBe(0);
  });

  it("shows a difference at the layout's line with both values, and ends with 1", () => {
    const cwd = projectWith(header.replace(/(#define CPU_SP_EL1\s+)272/, "$1280"));
    const { status, stdout } = worldswitch(["lint", "--asm-offsets", "asm-offsets.h"], { cwd });
    expect(stdout).toContain(
      `schema/${seed}/asm-offsets.json:8:17: error WS344: CPU_SP_EL1 is 272 in the layout, and 280 in asm-offsets.h\n`,
    );
    expect(stdout).toContain('8 |     { "symbol": "CPU_SP_EL1", ');
    expect(stdout).toMatch(/related: asm-offsets\.h:\d+:9: defined here/);
    expect(status).toBe(1);
  });

  it("has what only one side has as a note, with --strict as an error", () => {
    const cwd = projectWith(header.replace(/#define CPU_SP_EL1 .*\n/, ""));
    const lint = (...more: string[]) =>
      worldswitch(["lint", "--asm-offsets", "asm-offsets.h", ...more], { cwd });
    expect(lint().stdout).not.toContain("WS346");
    expect(lint("--notes").stdout).toContain("note WS346: asm-offsets.h has no symbol CPU_SP_EL1");
    expect(lint("--strict").stdout).toContain("error WS346: asm-offsets.h has no symbol CPU_SP_EL1");
    expect([lint().status, lint("--notes").status, lint("--strict").status]).toEqual([0, 0, 1]);
  });

  it("prints the findings as JSON and nothing besides", () => {
    const cwd = projectWith(header.replace(/(#define CPU_SP_EL1\s+)272/, "$1280"));
    const { stdout } = worldswitch(["lint", "--asm-offsets", "asm-offsets.h", "--json"], { cwd });
    expect(JSON.parse(stdout).diagnostics).toMatchObject([{ code: "WS344", at: { line: 8 } }]);
  });

  it.each([
    ["--dwarf", "asm-offsets.h", "error WS640: this is no ELF file"],
    ["--btf", "asm-offsets.h", "error WS640: this is neither BTF of little-endian order nor an ELF file"],
    ["--dwarf", "missing.o", "cannot read missing.o: there is none"],
  ])("ends with 2 for %s %s", (option, file, message) => {
    const { status, stdout, stderr } = worldswitch(["lint", option, file], { cwd: projectWith(header) });
    expect(stdout + stderr).toContain(message);
    expect(stdout + stderr).not.toContain("#define");
    expect(status).toBe(2);
  });
});
