import { copyFileSync, cpSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { edit, project, root, worldswitch } from "./command.js";

const mended = "kvm-arm64";
const seed = "kvm-arm64-v3";
const order = `schema/${mended}/sysreg-order.json`;

/** A project with the posted layout and the mended one, which extends it. */
function both(): string {
  const folder = project();
  cpSync(join(root, "schema", mended), join(folder, "schema", mended), { recursive: true });
  return folder;
}

describe("two layouts, one extending the other", () => {
  it("are generated, linted and run together", () => {
    const cwd = both();
    const generated = worldswitch(["generate"], { cwd });
    expect(generated.stdout).toMatch(/^kvm-arm64: wrote \d+ files/m);
    expect(generated.stdout).toMatch(/^kvm-arm64-v3: wrote \d+ files/m);
    expect(worldswitch(["generate", "--check"], { cwd }).status).toBe(0);
    const lint = worldswitch(["lint"], { cwd });
    expect(lint.stdout).toMatch(/^kvm-arm64: clean \(15 structs, 21 system registers\)$/m);
    expect(lint.status).toBe(0);
    const run = worldswitch(["run", "-s", "hvc", "--json"], { cwd });
    const runs: { layout: string; passed: boolean }[] = JSON.parse(run.stdout);
    expect(runs.map(({ layout, passed }) => `${layout} ${passed}`)).toEqual([
      `${mended} true`,
      `${seed} true`,
    ]);
    expect(run.status).toBe(0);
  });

  it("have their names before their stories, and an object is of the one that extends no other", () => {
    const cwd = both();
    worldswitch(["generate"], { cwd });
    const { stdout } = worldswitch(["run", "-s", "hvc"], { cwd });
    expect(stdout.match(/^kvm-arm64(-v3)?$/gm)).toEqual([mended, seed]);
    copyFileSync(join(cwd, `schema/${mended}/layout.json`), join(cwd, "hyp.o"));
    const { status, stderr } = worldswitch(["run", "--object", "hyp.o"], { cwd });
    expect(stderr).toContain("hyp.o");
    expect(stderr).not.toContain(mended);
    expect(status).toBe(2);
  });

  it("are several to choose from when two of them extend no other", () => {
    const cwd = both();
    cpSync(join(cwd, `schema/${seed}`), join(cwd, "schema/another"), { recursive: true });
    const { status, stderr } = worldswitch(["add", "sysreg", "PAR_EL1"], { cwd });
    expect(stderr).toContain("there are 3 layouts: another, kvm-arm64, kvm-arm64-v3");
    expect(status).toBe(2);
  });

  it("has a register added to the one that extends no other when none is chosen", () => {
    const cwd = both();
    const { status } = worldswitch(["add", "sysreg", "PAR_EL1"], { cwd });
    expect(readFileSync(join(cwd, `schema/${seed}/sysreg-order.json`), "utf8")).toContain('"PAR_EL1"');
    expect(status).toBe(0);
  });

  it("both go stale when the one that is extended changes", () => {
    const cwd = both();
    worldswitch(["generate"], { cwd });
    edit(cwd, `schema/${seed}/constants.json`, '"value": "39"', '"value": "42"');
    const { status, stdout } = worldswitch(["generate", "--check"], { cwd });
    expect(stdout).toMatch(/^kvm-arm64: stale/m);
    expect(stdout).toMatch(/^kvm-arm64-v3: stale/m);
    expect(status).toBe(1);
  });
});

describe("add sysreg in a layout that extends another", () => {
  it("adds to the layout's own order, and leaves the other's alone", () => {
    const cwd = both();
    const base = readFileSync(join(cwd, `schema/${seed}/sysreg-order.json`), "utf8");
    const add = ["add", "sysreg", "-l", mended];
    const first = worldswitch([...add, "MDSCR_EL1"], { cwd });
    expect(first.stderr).toBe("");
    expect(worldswitch([...add, "DISR_EL1", "--after", "TCR_EL1"], { cwd }).status).toBe(0);
    expect(readFileSync(join(cwd, order), "utf8")).toContain(
      [
        '    { "name": "PAR_EL1", "groups": ["sysregs"] },',
        '    { "name": "MDSCR_EL1", "groups": ["sysregs"] },',
        '    { "name": "DISR_EL1", "groups": ["sysregs"], "after": "TCR_EL1" }',
      ].join("\n"),
    );
    expect(readFileSync(join(cwd, `schema/${seed}/sysreg-order.json`), "utf8")).toBe(base);
    expect(worldswitch(["lint"], { cwd }).stdout).toMatch(
      /^kvm-arm64: clean \(15 structs, 23 system registers/m,
    );
  });

  it("says what to write first where the layout has no order of its own", () => {
    const cwd = both();
    rmSync(join(cwd, order));
    edit(
      cwd,
      `schema/${mended}/world-switch.json`,
      '{ "change": "PAR_EL1", "waive": null }',
      '{ "remove": "PAR_EL1" }',
    );
    const { status, stderr } = worldswitch(["add", "sysreg", "-l", mended, "MDSCR_EL1"], { cwd });
    expect(stderr).toContain(`${order} has no registers of its own to put the register beside`);
    expect(status).toBe(2);
  });
});
