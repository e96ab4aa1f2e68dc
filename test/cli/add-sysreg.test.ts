import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { requireTool } from "../oracles/tools.js";
import { edit, project, seed, texts, tree, worldswitch } from "./command.js";

const file = `schema/${seed}/sysreg-order.json`;
const output = `generated/${seed}`;
const entry = '    { "name": "PAR_EL1", "groups": ["sysregs"] }';

describe("add sysreg", () => {
  it("changes one file by one line and a comma, and tells what follows", () => {
    const cwd = project();
    const before = texts(tree(cwd));
    const { status, stdout, stderr } = worldswitch(["add", "sysreg", "PAR_EL1"], { cwd });
    expect(stderr).toBe("");
    expect(status).toBe(0);
    expect(stdout).toContain(`  27 + ${entry}\n`);
    expect(stdout).toContain("index    21 of sys_regs");
    expect(stdout).toContain("slot     byte 1032 of struct kvm_cpu_context");
    expect(stdout).toContain("constant NR_SYS_REGS: 21 -> 22");
    expect(stdout).toMatch(
      /warning WS901 schema\/kvm-arm64-v3\/world-switch\.json:\d+:\d+: the waiver of WS305 has no effect/,
    );

    const after = texts(tree(cwd));
    const changed = [...after].filter(([path, text]) => before.get(path) !== text).map(([path]) => path);
    expect(changed).toEqual([file]);
    const last = '    { "name": "CNTKCTL_EL1", "groups": ["sysregs"] }';
    expect(after.get(file)).toBe(before.get(file)?.replace(`${last}\n`, `${last},\n${entry}\n`));
  });

  it("makes every output follow at the next generate", () => {
    const cwd = project();
    worldswitch(["generate"], { cwd });
    const before = texts(tree(join(cwd, output)));
    worldswitch(["add", "sysreg", "PAR_EL1"], { cwd });
    expect(worldswitch(["generate"], { cwd }).status).toBe(0);
    const after = texts(tree(join(cwd, output)));
    const text = (path: string): string => after.get(path) ?? "";
    const gained = (path: string, pattern: RegExp): void => {
      expect(before.get(path)).not.toMatch(pattern);
      expect(text(path)).toMatch(pattern);
    };
    const transfers = (code: string | undefined): (string | undefined)[] =>
      [...(code ?? "").matchAll(/m[rs][rs]\s.*par_el1.*/g)].map(([line]) => line.split(/\s/)[0]);
    expect(transfers(before.get("asm/hyp.S"))).toEqual(["mrs"]);
    // Its result is read as before; it is saved and restored by the switch, and around AT, which overwrites it.
    expect(transfers(text("asm/hyp.S")).sort()).toEqual(["mrs", "mrs", "mrs", "msr", "msr"]);
    gained("asm/constants.h", /#define PAR_EL1\s+21\n#define NR_SYS_REGS\s+22\n/);
    gained("c/sysregs.h", /PAR_EL1\s+= 21,/);
    gained("c/structs.h", /sys_regs, 864, 176\)/);
    gained("ts/sysregs.ts", /PAR_EL1:\s+21,/);
    gained("ts/structs.ts", /get PAR_EL1\(\): bigint/);
    gained("ts/save-restore.ts", /^ {2}sys_regs\.PAR_EL1 = cpu\.readSysreg\("PAR_EL1"\)/m);
    gained("ts/save-restore.ts", /cpu\.writeSysreg\("PAR_EL1", sys_regs\.PAR_EL1\)/);
    gained("docs/registers/PAR_EL1.md", /\| Index \| 21 in/);
    gained("docs/vcpu-map.svg", /sys_regs\[PAR_EL1\]/);
    expect(worldswitch(["lint"], { cwd }).status).toBe(0);
  });

  const as = requireTool("aarch64-linux-gnu-gcc");
  it.skipIf(as === undefined)("gives assembly that GNU as and our assembler take to the same bytes", () => {
    const cwd = project();
    worldswitch(["add", "sysreg", "PAR_EL1"], { cwd });
    worldswitch(["generate"], { cwd });
    const source = `${output}/asm/hyp.S`;
    expect(worldswitch(["assemble", source, "-o", "ours.o"], { cwd }).status).toBe(0);
    expect(spawnSync(as ?? "", ["-c", source, "-o", "theirs.o"], { cwd, encoding: "utf8" }).stderr).toBe("");
    const code = (object: string): string => {
      const section = ["-O", "binary", "-j", ".hyp.text", object, `${object}.bin`];
      expect(spawnSync("aarch64-linux-gnu-objcopy", section, { cwd, encoding: "utf8" }).stderr).toBe("");
      return readFileSync(join(cwd, `${object}.bin`)).toString("hex");
    };
    expect(code("ours.o")).toBe(code("theirs.o"));
  });

  it("puts the register where --after says, and says that indexes move", () => {
    const cwd = project();
    const { stdout } = worldswitch(["add", "sysreg", "PAR_EL1", "--after", "AMAIR_EL1"], { cwd });
    expect(stdout).toContain(`  26 + ${entry},\n`);
    expect(stdout).toContain("index in the order CNTKCTL_EL1: 20 -> 21");
    expect(stdout).toContain("1 register gets a new index");
    expect(readFileSync(join(cwd, file), "utf8")).toContain(`${entry},\n    { "name": "CNTKCTL_EL1"`);
  });

  it("writes nothing on a dry run", () => {
    const cwd = project();
    const before = tree(cwd);
    const { status, stdout } = worldswitch(["add", "sysreg", "PAR_EL1", "--dry-run"], { cwd });
    expect(stdout).toContain("Nothing was written (--dry-run).");
    expect(status).toBe(0);
    expect(tree(cwd)).toEqual(before);
  });

  it("prints the edit as JSON", () => {
    const { stdout } = worldswitch(["add", "sysreg", "PAR_EL1", "--json"], { cwd: project() });
    const said = JSON.parse(stdout);
    expect(said).toMatchObject({ layout: seed, file, register: "PAR_EL1", written: true });
    expect(said.consequences.added).toEqual([{ name: "PAR_EL1", index: 21, offsetBytes: 1032 }]);
    expect(said.diff.at(-1)).toEqual({ kind: "added", line: 27, text: entry });
  });

  it.each([
    {
      name: "PAR_EL9",
      says: /no system register PAR_EL9 in the catalogue\n {2}hint: did you mean PAR_EL1\?/,
    },
    {
      name: "SCTLR_EL1",
      says: /SCTLR_EL1 is there already: schema\/kvm-arm64-v3\/sysreg-order\.json:9:15, index 3, byte 888/,
    },
    { name: "ID_AA64PFR0_EL1", says: /ID_AA64PFR0_EL1 cannot be written/ },
    {
      name: "PAR_EL1",
      more: ["--after", "SCTLR"],
      says: /--after SCTLR: no such register in the layout's order/,
    },
  ])("changes nothing for $name $more and ends with 2", ({ name, more = [], says }) => {
    const cwd = project();
    const before = tree(cwd);
    const { status, stderr } = worldswitch(["add", "sysreg", name, ...more], { cwd });
    expect(stderr).toMatch(says);
    expect(status).toBe(2);
    expect(tree(cwd)).toEqual(before);
  });

  it("changes nothing where the layout would have errors, and shows them in the text as it would be", () => {
    const cwd = project();
    const before = tree(cwd);
    const { status, stderr } = worldswitch(["add", "sysreg", "TTBR0_EL12"], { cwd });
    expect(stderr).toContain("the layout with TTBR0_EL12 would have errors; nothing is changed");
    expect(stderr).toContain('27 |     { "name": "TTBR0_EL12", "groups": ["sysregs"] }');
    expect(status).toBe(1);
    expect(tree(cwd)).toEqual(before);
  });

  it("changes nothing where the layout has errors already", () => {
    const cwd = project();
    edit(cwd, file, '"TCR_EL1"', '"TCR_EL7"');
    const before = tree(cwd);
    const { status, stderr } = worldswitch(["add", "sysreg", "PAR_EL1"], { cwd });
    expect(stderr).toContain("error WS205");
    expect(status).toBe(1);
    expect(tree(cwd)).toEqual(before);
  });
});
