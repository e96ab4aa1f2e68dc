import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { edit, emptyFolder, project, seed, worldswitch } from "./command.js";

const order = `schema/${seed}/sysreg-order.json`;

function misspelt(): string {
  const folder = project();
  edit(folder, order, '"SCTLR_EL1"', '"SCTLR_EL4"');
  return folder;
}

describe("lint", () => {
  it("says on stdout that a layout is clean", () => {
    const { status, stdout, stderr } = worldswitch(["lint"], { cwd: project() });
    expect(stdout).toBe(
      `${seed}: clean (15 structs, 20 system registers, 4 findings waived with a reason)\n`,
    );
    expect(stderr).toBe("");
    expect(status).toBe(0);
  });

  it("prints a finding with its place, its line and a hint, and ends with 1", () => {
    const { status, stdout } = worldswitch(["lint"], { cwd: misspelt() });
    expect(stdout).toContain(`${order}:9:15: error WS205: `);
    expect(stdout).toContain('9 |     { "name": "SCTLR_EL4", "groups": ["sysregs"] },');
    expect(stdout).toContain("did you mean SCTLR_EL");
    expect(status).toBe(1);
  });

  it.each(["--json", "--format=json"])("prints JSON with %s", (option) => {
    const { status, stdout } = worldswitch(["lint", option], { cwd: misspelt() });
    const { diagnostics } = JSON.parse(stdout);
    expect(diagnostics[0]).toMatchObject({ code: "WS205", severity: "error", at: { file: order, line: 9 } });
    expect(status).toBe(1);
  });

  it("prints SARIF and GitHub annotations", () => {
    const cwd = misspelt();
    const { runs } = JSON.parse(worldswitch(["lint", "-f", "sarif"], { cwd }).stdout);
    expect(runs[0].results[0]).toMatchObject({ ruleId: "WS205", level: "error" });
    expect(worldswitch(["lint", "-f", "github"], { cwd }).stdout).toMatch(
      new RegExp(`^::error [^\\n]*file=${order}[^\\n]*line=9`),
    );
  });

  it("takes the path of a layout's folder", () => {
    const cwd = misspelt();
    const { stdout } = worldswitch(["lint", "--layout", `./schema/${seed}/`], { cwd });
    expect(stdout).toContain(`schema/${seed}/sysreg-order.json:9:15`);
  });

  it("names the nearest layout for one that is not there, and ends with 2", () => {
    const { status, stderr } = worldswitch(["lint", "-l", "kvm-arm64-v4"], { cwd: project() });
    expect(stderr).toContain("error: no layout kvm-arm64-v4");
    expect(stderr).toContain(`hint: did you mean ${seed}?`);
    expect(status).toBe(2);
  });

  it("ends with 2 where there is no layout, and says how to make one", () => {
    const { status, stderr } = worldswitch(["lint"], { cwd: emptyFolder() });
    expect(stderr).toContain("error: no layout under ./schema");
    expect(stderr).toContain("worldswitch init");
    expect(status).toBe(2);
  });

  it("ends with 2 for a document that cannot be read, and with 1 for one that is no JSON", () => {
    const cwd = project();
    writeFileSync(join(cwd, order), '{ "registers": [,] }\n');
    const malformed = worldswitch(["lint"], { cwd });
    expect(malformed.stdout).toContain(`${order}:1:17: error WS010`);
    expect(malformed.status).toBe(1);
    rmSync(join(cwd, order));
    const missing = worldswitch(["lint"], { cwd });
    expect(missing.stdout).toContain(`${order}:1:1: error WS001`);
    expect(missing.status).toBe(2);
  });
});
