import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { edit, emptyFolder, project, seed, texts, tree, worldswitch } from "./command.js";

const order = `schema/${seed}/sysreg-order.json`;
const actlr = '    { "name": "ACTLR_EL1", "groups": ["sysregs"] },\n';

function git(cwd: string, ...args: readonly string[]): string {
  const who = ["-c", "user.name=test", "-c", "user.email=test@example.org", "-c", "commit.gpgsign=false"];
  const { status, stdout, stderr } = spawnSync("git", [...who, ...args], { cwd, encoding: "utf8" });
  if (status !== 0) throw new Error(stderr);
  return stdout;
}

/** A project with two commits: the seed, tagged v1, then without ACTLR_EL1. */
function repository(): string {
  const cwd = project();
  git(cwd, "init", "-q", "-b", "main");
  git(cwd, "add", "-A");
  git(cwd, "commit", "-qm", "one");
  git(cwd, "tag", "v1");
  edit(cwd, order, actlr, "");
  git(cwd, "commit", "-qam", "two");
  return cwd;
}

describe("diff", () => {
  it("ends with 0 where nothing differs", () => {
    const cwd = repository();
    const { status, stdout } = worldswitch(["diff", "HEAD"], { cwd });
    expect(stdout).toBe(`HEAD:schema/${seed} -> schema/${seed}: no difference\n`);
    expect(status).toBe(0);
  });

  it("reads two revisions and touches neither the tree nor the index", () => {
    const cwd = repository();
    const before = texts(tree(join(cwd, "schema")));
    const { status, stdout, stderr } = worldswitch(["diff", "v1", "HEAD", "--layout", seed], { cwd });
    expect(stderr).toBe("");
    expect(stdout).toContain(`v1:schema/${seed} -> HEAD:schema/${seed}`);
    expect(stdout).toContain("  - ACTLR_EL1       index 4; offset 896; groups sysregs    [register-removed]");
    expect(stdout).toContain("  WS352 index-renumbered (16): CPACR_EL1, ");
    expect(status).toBe(1);
    expect(texts(tree(join(cwd, "schema")))).toEqual(before);
    expect(git(cwd, "status", "--porcelain")).toBe("");
  });

  it("reads a folder of a revision from the top, or from here with ./", () => {
    const cwd = repository();
    const fromTop = worldswitch(["diff", `v1:schema/${seed}`, `schema/${seed}`], { cwd });
    const fromHere = worldswitch(["diff", `v1:./${seed}`, seed], { cwd: join(cwd, "schema") });
    expect(fromTop.stdout.split("\n").slice(1)).toEqual(fromHere.stdout.split("\n").slice(1));
    expect(fromTop.stdout).toContain("register-removed");
    expect([fromTop.status, fromHere.status]).toEqual([1, 1]);
  });

  it("reads a layout at a revision with the layout that it extends", () => {
    const cwd = repository();
    mkdirSync(join(cwd, "schema/mine"));
    const document = {
      $schema: "../language/layout.schema.json",
      extends: `../${seed}`,
      name: "mine",
      title: "Mine",
    };
    writeFileSync(join(cwd, "schema/mine/layout.json"), `${JSON.stringify(document, null, 2)}\n`);
    const here = worldswitch(["diff", `schema/${seed}`, "schema/mine"], { cwd });
    git(cwd, "add", "-A");
    git(cwd, "commit", "-qm", "three");
    rmSync(join(cwd, "schema"), { recursive: true });
    cpSync(join(project(), "schema"), join(cwd, "schema"), { recursive: true });
    edit(cwd, order, actlr, "");
    const there = worldswitch(["diff", `schema/${seed}`, "HEAD:schema/mine"], { cwd });
    expect(there.stdout.split("\n").slice(1)).toEqual(here.stdout.split("\n").slice(1));
    expect([there.stderr, there.status]).toEqual(["", here.status]);
  });

  it("ends with 0 when every break is allowed, and not before", () => {
    const cwd = repository();
    const reasons = [
      "WS351",
      "WS352",
      "slot-moved",
      "struct-resized",
      "member-moved",
      "member-resized",
      "WS361",
    ];
    const allow = reasons.flatMap((reason) => ["--allow", reason]);
    const some = worldswitch(["diff", "v1", ...allow], { cwd });
    expect(some.stdout).toMatch(/breaks compiled consumers\n {2}WS363 constant-changed \(1\): NR_SYS_REGS\n/);
    expect(some.stdout).toMatch(/, 1 break, \d+ allowed\n$/);
    expect(some.status).toBe(1);
    const all = worldswitch(["diff", "v1", ...allow, "--allow", "NR_SYS_REGS"], { cwd });
    expect(all.stdout).toMatch(/, nothing breaks, \d+ allowed\n$/);
    expect(all.status).toBe(0);
  });

  it("prints JSON", () => {
    const { status, stdout } = worldswitch(["diff", "v1", "--json"], { cwd: repository() });
    const data = JSON.parse(stdout);
    expect(data).toMatchObject({ before: `v1:schema/${seed}`, after: `schema/${seed}`, allowed: [] });
    expect(data.changes[0]).toMatchObject({
      kind: "changed",
      subject: "register",
      name: "CPACR_EL1",
      properties: [
        { property: "index", before: "5", after: "4" },
        { property: "offset", before: "904", after: "896" },
      ],
    });
    expect(data.breaks[0]).toMatchObject({ code: "WS351", name: "register-removed", changes: ["ACTLR_EL1"] });
    expect(status).toBe(1);
  });

  it("names what is wrong in an old revision by the revision's file, and ends with 1", () => {
    const cwd = repository();
    edit(cwd, order, '"SCTLR_EL1"', '"SCTLR_EL4"');
    git(cwd, "commit", "-qam", "wrong");
    edit(cwd, order, '"SCTLR_EL4"', '"SCTLR_EL1"');
    const { status, stderr } = worldswitch(["diff", "HEAD"], { cwd });
    expect(stderr).toContain(`HEAD:${order}:9:15: error WS205: `);
    expect(status).toBe(1);
  });

  it.each([
    [["diff", "v9"], "no layout v9"],
    [["diff", `v9:schema/${seed}`], "v9 is no commit of the repository here"],
    [["diff", "v1:schema/nothing"], "no layout schema/nothing in v1"],
    [["diff", "v1:../elsewhere"], "../elsewhere is outside of the repository"],
    [["diff", "--", "--output=x:y"], "--output=x is no commit of the repository here"],
    [["diff", "v1", "--allow", "register-remove"], "hint: did you mean register-removed?"],
    [["diff"], "missing required argument 'old'"],
  ] as const)("ends with 2 for %j", (args, message) => {
    const { status, stderr } = worldswitch(args, { cwd: repository() });
    expect(stderr).toContain(message);
    expect(status).toBe(2);
  });

  it("ends with 2 for a revision where there is no repository", () => {
    const cwd = emptyFolder();
    cpSync(join(project(), "schema"), join(cwd, "schema"), { recursive: true });
    const { status, stderr } = worldswitch(["diff", `HEAD:schema/${seed}`], { cwd });
    expect(stderr).toContain("HEAD is no commit of the repository here");
    expect(status).toBe(2);
  });
});
