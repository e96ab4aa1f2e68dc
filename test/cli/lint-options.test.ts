import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { edit, project, seed, worldswitch } from "./command.js";

const order = `schema/${seed}/sysreg-order.json`;
const worldSwitch = `schema/${seed}/world-switch.json`;
const known = ["lint", "--baseline", "known.json"];

describe("lint --baseline", () => {
  it("reports what is new, and what it knows in vain", () => {
    const cwd = project();
    edit(cwd, order, '"ACTLR_EL1", "groups": ["sysregs"]', '"ACTLR_EL1", "groups": []');
    const written = worldswitch([...known, "--update-baseline"], { cwd });
    expect(written.stderr).toContain("known.json: 1 finding");
    expect(written.status).toBe(0);
    expect(worldswitch(known, { cwd }).status).toBe(0);

    edit(cwd, order, '"VBAR_EL1", "groups": ["sysregs"]', '"VBAR_EL1", "groups": []');
    const more = worldswitch(known, { cwd });
    expect(more.stdout).toContain("WS311: VBAR_EL1");
    expect(more.stdout).not.toContain("WS311: ACTLR_EL1");
    expect(more.status).toBe(1);

    edit(cwd, order, '"ACTLR_EL1", "groups": []', '"ACTLR_EL1", "groups": ["sysregs"]');
    expect(worldswitch(known, { cwd }).stdout).toContain("known.json:3:5: warning WS905");
  });

  it("ends with 2 for a file that is not there, and for an update of none", () => {
    const cwd = project();
    expect(worldswitch(known, { cwd })).toMatchObject({ status: 2, stdout: "" });
    expect(worldswitch(["lint", "--update-baseline"], { cwd }).status).toBe(2);
  });
});

describe("lint --fix", () => {
  it("edits what has one certain mend, says so, and reports the rest", () => {
    const cwd = project();
    const before = readFileSync(join(cwd, worldSwitch), "utf8");
    edit(cwd, worldSwitch, '"width": 64,\n      "waive"', '"width": 32,\n      "waive"');
    edit(cwd, order, '"ACTLR_EL1", "groups": ["sysregs"]', '"ACTLR_EL1", "groups": []');
    const { status, stdout, stderr } = worldswitch(["lint", "--fix"], { cwd });
    expect(stderr).toMatch(/^mended schema\/.*world-switch\.json:\d+:\d+: WS901/);
    expect(stdout).toContain("WS311: ACTLR_EL1");
    expect(stdout).not.toContain("WS901");
    expect(status).toBe(1);
    const after = readFileSync(join(cwd, worldSwitch), "utf8");
    expect(after).toBe(before.replace(/"width": 64,\n {6}"waive": \[.*WS303.*\]/, '"width": 32'));
    expect(worldswitch(["lint", "--fix"], { cwd }).stderr).toBe("");
  });
});
