import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { edit, emptyFolder, generatedProject, project, seed, tree, worldswitch } from "./command.js";

const output = `generated/${seed}`;
const fresh = /: up to date \(\d+ files/;

/** A project whose next `generate` has nothing to do and knows it. */
function known(): string {
  const cwd = generatedProject();
  expect(worldswitch(["generate"], { cwd }).stdout).toMatch(fresh);
  return cwd;
}

describe("generate that found everything fresh before", () => {
  it("says so again, with --check too, and touches nothing", () => {
    const cwd = known();
    const before = tree(cwd);
    for (const args of [["generate"], ["generate", "--check"], ["generate", "--check"]]) {
      const { status, stdout, stderr } = worldswitch(args, { cwd });
      expect(stdout).toMatch(fresh);
      expect(stderr).toBe("");
      expect(status).toBe(0);
    }
    expect(tree(cwd)).toEqual(before);
  });

  it.each([
    [
      "an edited document",
      (cwd: string) => edit(cwd, `schema/${seed}/constants.json`, "log2 of", "the log2 of"),
      0,
    ],
    ["a missing output", (cwd: string) => rmSync(join(cwd, output, "c/structs.h")), 0],
    ["an edited output", (cwd: string) => edit(cwd, `${output}/asm/hyp.S`, "eret", "eret // mine"), 1],
    [
      "an output's missing folder",
      (cwd: string) => rmSync(join(cwd, output, "docs"), { recursive: true }),
      0,
    ],
    ["a missing list of files", (cwd: string) => rmSync(join(cwd, output, ".worldswitch.json")), 0],
  ] as const)("notices %s", (_, change, status) => {
    const cwd = known();
    change(cwd);
    const stale = worldswitch(["generate", "--check"], { cwd });
    expect(stale.status).toBe(1);
    expect(worldswitch(["generate"], { cwd }).status).toBe(status);
    expect(worldswitch(["generate", "--check"], { cwd }).status).toBe(status);
  });

  it("notices a file that is listed and no longer generated", () => {
    const cwd = known();
    const manifest = join(cwd, output, ".worldswitch.json");
    const text = readFileSync(manifest, "utf8");
    writeFileSync(join(cwd, output, "c/old.h"), "");
    const empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
    writeFileSync(manifest, text.replace('"files": {', `"files": {\n    "c/old.h": "${empty}",`));
    expect(worldswitch(["generate"], { cwd }).stdout).toContain("- c/old.h");
    expect(existsSync(join(cwd, output, "c/old.h"))).toBe(false);
  });

  it("notices an output that became a symbolic link to the same text", () => {
    const cwd = known();
    const file = join(cwd, output, "c/structs.h");
    renameSync(file, join(cwd, "elsewhere.h"));
    symlinkSync(join(cwd, "elsewhere.h"), file);
    const { status, stderr } = worldswitch(["generate"], { cwd });
    expect(stderr).toContain("WS704");
    expect(status).toBe(1);
  });

  it("clears away what a killed run left", () => {
    const cwd = known();
    const left = join(cwd, `generated/.${seed}.building`);
    mkdirSync(left);
    worldswitch(["generate"], { cwd });
    expect(existsSync(left)).toBe(false);
  });

  it("notices a layout more", () => {
    const cwd = known();
    worldswitch(["init", "schema/small"], { cwd });
    expect(worldswitch(["generate"], { cwd }).stdout).toContain("small: wrote ");
  });

  it("takes a touched output for what it is: the same", () => {
    const cwd = known();
    utimesSync(join(cwd, output, "c/structs.h"), 1, 1);
    expect(worldswitch(["generate"], { cwd }).stdout).toMatch(fresh);
  });

  it("tells --json what it told before", () => {
    const cwd = known();
    const args = ["generate", "--json"];
    const first = worldswitch(args, { cwd });
    expect(JSON.parse(first.stdout)).toMatchObject([{ layout: seed, outcome: "unchanged", changes: [] }]);
    expect(worldswitch(args, { cwd })).toEqual(first);
  });
});

describe("the cache", () => {
  it("is made where WORLDSWITCH_CACHE says, and nothing beside the output", () => {
    const cwd = project();
    const cache = join(emptyFolder(), "cache");
    worldswitch(["generate"], { cwd, env: { WORLDSWITCH_CACHE: cache } });
    expect(readdirSync(cache).sort()).toEqual(["code", "generate"]);
    expect(readdirSync(cwd).sort()).toEqual(["generated", "schema"]);
  });

  it("may be absent, broken or not writable", () => {
    const cwd = generatedProject();
    const cache = emptyFolder();
    worldswitch(["generate"], { cwd, env: { WORLDSWITCH_CACHE: cache } });
    for (const name of readdirSync(join(cache, "generate")))
      writeFileSync(join(cache, "generate", name), "{");
    chmodSync(cache, 0o500);
    for (const WORLDSWITCH_CACHE of ["", cache, "/dev/null/x"]) {
      const { status, stdout, stderr } = worldswitch(["generate"], { cwd, env: { WORLDSWITCH_CACHE } });
      expect(stderr).toBe("");
      expect(stdout).toMatch(fresh);
      expect(status).toBe(0);
    }
    chmodSync(cache, 0o700);
  });
});

describe("generate --out", () => {
  it("is refused without a folder, and writes nothing", () => {
    const cwd = project();
    const { status, stderr } = worldswitch(["generate", "--out", ""], { cwd });
    expect(stderr).toContain("--out needs a folder");
    expect(status).toBe(2);
    expect(readdirSync(cwd)).toEqual(["schema"]);
  });
});
