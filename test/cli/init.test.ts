import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { emptyFolder, texts, tree, worldswitch } from "./command.js";

describe("init", () => {
  it("makes a layout that lints clean, generates and runs", () => {
    const cwd = emptyFolder();
    const made = worldswitch(["init", "schema/my-switch"], { cwd });
    expect(made.stderr).toBe("");
    expect(made.stdout).toContain("schema/my-switch: a new layout, my-switch\n");
    expect(made.status).toBe(0);
    expect(readdirSync(join(cwd, "schema/my-switch")).sort()).toEqual([
      "asm-offsets.json",
      "constants.json",
      "layout.json",
      "sysreg-order.json",
      "vcpu-context.json",
      "world-switch.json",
    ]);
    expect(readdirSync(join(cwd, "schema"))).toEqual(["my-switch"]);
    expect(worldswitch(["lint"], { cwd }).stdout).toMatch(
      /^my-switch: clean \(\d+ structs, \d+ system registers\)\n$/,
    );
    expect(worldswitch(["generate"], { cwd }).status).toBe(0);
    const run = worldswitch(["run"], { cwd });
    expect(run.stdout).toContain("all passed");
    expect(run.status).toBe(0);
  });

  it("gives the layout another name than its folder's with --name", () => {
    const cwd = emptyFolder();
    worldswitch(["init", "hw/switch", "--name", "board-a"], { cwd });
    expect(worldswitch(["lint", "-l", "hw/switch", "--json"], { cwd }).status).toBe(0);
    worldswitch(["generate", "-l", "hw/switch"], { cwd });
    expect(readdirSync(join(cwd, "generated"))).toEqual(["board-a"]);
  });

  it("touches nothing where there is something, and takes an empty folder", () => {
    const cwd = emptyFolder();
    mkdirSync(join(cwd, "empty"));
    mkdirSync(join(cwd, "full"));
    writeFileSync(join(cwd, "full/mine.txt"), "mine\n");
    expect(worldswitch(["init", "empty"], { cwd }).status).toBe(0);
    const before = texts(tree(join(cwd, "full")));
    const { status, stderr } = worldswitch(["init", "full"], { cwd });
    expect(stderr).toContain("full is there already and not empty");
    expect(status).toBe(2);
    expect(texts(tree(join(cwd, "full")))).toEqual(before);
  });

  it.each([
    { args: ["My Switch"], says: '"My Switch" is no name for a layout' },
    { args: ["x", "--name", "../x"], says: '"../x" is no name for a layout' },
  ])("ends with 2 for $args", ({ args, says }) => {
    const cwd = emptyFolder();
    const { status, stderr } = worldswitch(["init", ...args], { cwd });
    expect(stderr).toContain(says);
    expect(status).toBe(2);
    expect(readdirSync(cwd)).toEqual([]);
  });
});
