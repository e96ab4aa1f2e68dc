import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { emptyFolder, generatedProject, worldswitch } from "./command.js";

/** A layout that extends the posted one: with `par` PAR_EL1 is switched; with `bad` and without `par` HCR_EL2 is, too. */
function featured(): string {
  template ??= featuredTemplate();
  const cwd = emptyFolder();
  cpSync(template, cwd, { recursive: true, preserveTimestamps: true });
  return cwd;
}

/** Generated once and copied. */
let template: string | undefined;

function featuredTemplate(): string {
  const cwd = mkdtempSync(join(tmpdir(), "worldswitch-featured-"));
  process.once("exit", () => rmSync(cwd, { recursive: true, force: true }));
  cpSync(generatedProject(), cwd, { recursive: true, preserveTimestamps: true });
  const folder = join(cwd, "schema/featured");
  mkdirSync(folder);
  const write = (name: string, value: object): void =>
    writeFileSync(
      join(folder, `${name}.json`),
      JSON.stringify({ $schema: `../language/overlay/${name}.schema.json`, ...value }, null, 2),
    );
  const feature = (name: string, doc: string) => ({ name, doc, default: false });
  write("layout", {
    ...{ extends: "../kvm-arm64-v3", name: "featured" },
    features: [feature("par", "PAR_EL1 is switched"), feature("bad", "a mistake")],
  });
  write("sysreg-order", {
    registers: [
      { name: "PAR_EL1", groups: ["sysregs"], when: "par" },
      { name: "HCR_EL2", groups: ["sysregs"], when: "bad && !par" },
    ],
  });
  expect(worldswitch(["generate", "-l", "featured"], { cwd }).status).toBe(0);
  return cwd;
}

const CONDITION = "when: !par && bad (1 of 4 combinations)";

describe("lint of a layout with features", () => {
  it("reports under --sweep each finding once, and under which features it is there", () => {
    const cwd = featured();
    const { stdout, status } = worldswitch(["lint", "-l", "featured", "--sweep"], { cwd });
    expect(stdout.match(/error WS332/g)).toHaveLength(1);
    expect(stdout).toContain(`  ${CONDITION}\n`);
    expect(stdout).toContain("featured: 4 combinations of 2 features, 3 different layouts");
    expect(stdout).not.toContain("WS901");
    expect(status).toBe(1);
    expect(worldswitch(["lint", "-l", "kvm-arm64-v3", "--sweep"], { cwd }).status).toBe(0);
    const formats = ["json", "sarif", "github"].map((format) =>
      worldswitch(["lint", "-l", "featured", "--sweep", "--format", format], { cwd }),
    );
    const [json, sarif, github] = formats.map((ended) => ended.stdout);
    expect(formats.map((ended) => ended.status)).toEqual([1, 1, 1]);
    expect(JSON.parse(json!).diagnostics[0].when).toEqual({
      condition: "!par && bad",
      combinations: 1,
      of: 4,
    });
    expect(JSON.parse(sarif!).runs[0].results[0].message.text).toContain(CONDITION);
    expect(github).toContain(`%0A${CONDITION}`);
  });

  it("takes one combination of --features: all, none, or the named ones", () => {
    const cwd = featured();
    const status = (...features: readonly string[]): number | null =>
      worldswitch(["lint", "-l", "featured", ...features], { cwd }).status;
    expect([status(), status("--features", "none"), status("--features", "all")]).toEqual([0, 0, 0]);
    expect([status("--features", "bad"), status("--features", "par,bad")]).toEqual([1, 0]);
    const unknown = worldswitch(["lint", "-l", "featured", "--features", "pra"], { cwd });
    expect(unknown.stdout).toMatch(/WS141: no feature is called pra.*\n[\s\S]*did you mean par\?/);
    expect(unknown.status).toBe(1);
  });

  it("says how many combinations a limit leaves out", () => {
    const cwd = featured();
    const limited = worldswitch(["lint", "-l", "featured", "--sweep", "--sweep-limit", "2"], { cwd });
    expect(limited.stdout).toMatch(/warning WS143: 2 features have 4 combinations, of which 2 were checked/);
    expect(limited.status).toBe(0);
  });

  it("mends only what is to be mended under every combination", () => {
    const cwd = featured();
    const file = join(cwd, "schema/featured/world-switch.json");
    const waiver = { code: "WS305", because: "only without the feature" };
    writeFileSync(
      file,
      JSON.stringify({
        $schema: "../language/overlay/world-switch.schema.json",
        abort: { clobbers: [{ change: "PAR_EL1", waive: [waiver] }] },
      }),
    );
    const before = readFileSync(file, "utf8");
    expect(worldswitch(["lint", "-l", "featured", "--fix", "--features", "par"], { cwd }).stderr).toBe("");
    expect(readFileSync(file, "utf8")).toBe(before);
  });

  it.each([
    [["--features", "a", "--sweep"], "--features takes one combination"],
    [["--sweep-limit", "3"], "--sweep-limit needs --sweep"],
    [["--sweep", "--sweep-limit", "x"], "expected a number"],
    [["--sweep", "--fix"], "--fix mends one combination"],
    [["--sweep", "--dwarf", "x.o"], "one combination of features"],
    [["--features", "a,,b"], "expected all, none, or names"],
  ])("refuses %j", (args, message) => {
    const { stderr, status } = worldswitch(["lint", ...args], { cwd: generatedProject() });
    expect(stderr).toContain(message);
    expect(status).toBe(2);
  });
});

describe("verify of a layout with features", () => {
  it("proves every combination under --sweep, and says which it cannot prove", () => {
    const cwd = featured();
    const swept = worldswitch(["verify", "-l", "featured", "--sweep"], { cwd });
    expect(swept.stdout).toContain(
      "featured: 4 combinations of 2 features, 3 different layouts: not proved under 1 of them with !par && bad",
    );
    expect(swept.stdout).toContain(CONDITION);
    expect(swept.stdout.match(/waived WS809/g)).toHaveLength(1);
    expect(swept.status).toBe(1);
    const json = worldswitch(["verify", "-l", "featured", "--sweep", "--json"], { cwd });
    const data = JSON.parse(json.stdout);
    expect(data.variants.map(({ proved }: { proved: boolean }) => proved).sort()).toEqual([
      false,
      true,
      true,
    ]);
    const good = worldswitch(["verify", "-l", "kvm-arm64-v3", "--sweep"], { cwd });
    expect(good.stdout).toContain("proved under all of them");
    expect(good.status).toBe(0);
  });

  it("proves one combination with --features, on code that is made for it", () => {
    const cwd = featured();
    const with_ = worldswitch(["verify", "-l", "featured", "--features", "par"], { cwd });
    expect(with_.stdout).toContain("featured, its assembly with par: proved (2 waived with a reason");
    expect(with_.status).toBe(0);
    const usual = worldswitch(["verify", "-l", "featured", "--features", "none"], { cwd });
    expect(usual.stdout).toContain("featured, generated/featured/asm/hyp.S: proved (3 waived");
    expect(usual.stdout).toContain("10 TypeScript functions");
    expect(worldswitch(["verify", "-l", "featured", "--features", "bad"], { cwd }).status).toBe(1);
  });

  it("prints what is not proved for code scanning and as annotations", () => {
    const cwd = featured();
    const args = ["verify", "-l", "featured", "--features", "bad", "--format"];
    const sarif = JSON.parse(worldswitch([...args, "sarif"], { cwd }).stdout);
    expect(sarif.runs[0].results.length).toBeGreaterThan(0);
    expect(sarif.runs[0].results.every(({ ruleId }: { ruleId: string }) => /^WS8/.test(ruleId))).toBe(true);
    expect(worldswitch([...args, "github"], { cwd }).stdout).toMatch(/^::error file=schema\//);
  });

  it("fails on generated TypeScript that is missing, stale or was changed by hand", () => {
    const cwd = generatedProject();
    const file = join(cwd, "generated/kvm-arm64-v3/ts/save-restore.ts");
    const text = readFileSync(file, "utf8");
    const verify = () => worldswitch(["verify", "-l", "kvm-arm64-v3"], { cwd });
    expect(verify().status).toBe(0);
    writeFileSync(file, text.replace(/^.*TTBR0_EL1 = cpu.*\n/m, ""));
    const dropped = verify();
    expect(dropped.stdout).toMatch(/sysreg-order\.json:12:15: error WS821: sys_regs\[TTBR0_EL1\]/);
    expect(dropped.status).toBe(1);
    writeFileSync(file, text.replace("saveSysregs(cpu", "saveSysregs((cpu"));
    expect(verify().stdout).toMatch(/WS822.*line \d+/);
    // A line that no generated file has goes to a compiler, and means what it says.
    writeFileSync(
      file,
      text.replace(
        /^ {2}sys_regs\.TTBR0_EL1 = .*$/m,
        '  const value: bigint = cpu.readSysreg("TTBR0_EL1"); sys_regs.TTBR0_EL1 = value as bigint;',
      ),
    );
    expect(verify().status).toBe(0);
    writeFileSync(file, text);
    writeFileSync(join(cwd, "generated/kvm-arm64-v3/ts/structs.ts"), "throw new Error('broken');\n");
    expect(verify().stdout).toMatch(/structs\.ts:1:1: error WS822.*broken/);
  });

  it.each([
    [["--sweep", "--object", "x.o"], "one combination of features"],
    [["--sweep", "--format", "svg"], "--format svg shows one combination"],
  ])("refuses %j", (args, message) => {
    const { stderr, status } = worldswitch(["verify", ...args], { cwd: generatedProject() });
    expect(stderr).toContain(message);
    expect(status).toBe(2);
  });
});
