import { mkdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { loadModel } from "../../src/model/load.js";
import { readLayout } from "../../src/read/layout-chain.js";
import { layoutFolders } from "./extend-folders.js";

const empty = { a: {}, b: {} };

function codes(folder: string): string[] {
  return readLayout(folder).diagnostics.map(({ at, code, message }) => {
    const short = (text: string): string => text.replaceAll(/\/\S*worldswitch-extend-\w+\//g, "");
    return `${short(at.file)}:${at.line}:${at.column} ${code} ${short(message)}`;
  });
}

/** Writes a layout.json with an `extends`. */
function extend(folder: string, name: string, base: string): void {
  const text = `{ "$schema": "../language/overlay/layout.schema.json", "extends": ${JSON.stringify(base)},\n"name": "${name}" }\n`;
  writeFileSync(join(folder, name, "layout.json"), text);
}

describe("a layout's documents on disk", () => {
  test("are those of what it extends, and its own on top", () => {
    const folder = layoutFolders({ a: { "constants.json": '"constants": [{ "remove": "FSC_PERM" }]' } });
    const read = readLayout(`${folder}/a`);
    expect(read.ok && Object.values(read.value.documents).map(({ file }) => file)[0]).toBe(
      `${folder}/base/layout.json`,
    );
    expect(read.ok && read.value.overlays?.map((overlay) => Object.keys(overlay))).toEqual([
      ["layout.json", "constants.json"],
    ]);
    expect(loadModel(`${folder}/a`).diagnostics).toEqual([]);
  });

  test("may be given from inside the folder", () => {
    const folder = layoutFolders(empty);
    const before = process.cwd();
    process.chdir(join(folder, "a"));
    try {
      const read = readLayout(".");
      expect(read.ok && read.value.documents["layout.json"].file).toBe("../base/layout.json");
    } finally {
      process.chdir(before);
    }
  });

  test.each([
    "../../base",
    "base",
    "/etc",
    "..",
    "../",
    "../.",
    "../..",
    "./../base",
    "../base/",
    "../base/../base",
    "",
  ])("extends %j, which is no folder beside it: nothing is read", (base) => {
    const folder = layoutFolders(empty);
    extend(folder, "a", base);
    expect(codes(`${folder}/a`)).toEqual([
      `a/layout.json:1:67 WS130 "extends" is ${JSON.stringify(base)}, expected a layout's folder beside this one, such as "../kvm-arm64-v3"`,
    ]);
  });

  test("extends what is not there: the layouts that are there are named", () => {
    const folder = layoutFolders(empty);
    mkdirSync(join(folder, "no-layout"));
    extend(folder, "a", "../no-layout");
    const { diagnostics } = readLayout(`${folder}/a`);
    expect(codes(`${folder}/a`)).toEqual(["a/layout.json:1:67 WS130 no layout is at no-layout"]);
    expect(diagnostics[0]?.hint).toBe("beside this one there is a, b, base");
  });

  test("extends a link that leads elsewhere", () => {
    const [folder, other] = [layoutFolders(empty), layoutFolders(empty)];
    symlinkSync(join(other, "base"), join(folder, "away"));
    extend(folder, "a", "../away");
    expect(codes(`${folder}/a`)[0]).toMatch(/^a\/layout.json:1:67 WS130 away leads out of /);
  });

  test("extend each other in a circle", () => {
    const folder = layoutFolders(empty);
    extend(folder, "a", "../b");
    extend(folder, "b", "../a");
    expect(codes(`${folder}/a`)).toEqual([
      "b/layout.json:1:67 WS131 the layouts extend each other in a circle: a -> b -> a",
    ]);
    extend(folder, "b", "../b");
    expect(codes(`${folder}/b`)).toEqual([
      "b/layout.json:1:67 WS131 the layouts extend each other in a circle: b -> b",
    ]);
  });

  test("are all needed at the root, and can be had", () => {
    const folder = layoutFolders(empty);
    rmSync(join(folder, "base/constants.json"));
    rmSync(join(folder, "b/layout.json"));
    symlinkSync("nowhere", join(folder, "a/vcpu-context.json"));
    expect(codes(`${folder}/a`)).toEqual([
      "base/constants.json:1:1 WS001 cannot read the file: there is none",
      "a/vcpu-context.json:1:1 WS001 cannot read the file: there is none",
    ]);
  });

  test("whose layout.json cannot be read as JSON are not asked for the others", () => {
    const folder = layoutFolders(empty);
    writeFileSync(join(folder, "a/layout.json"), '{ "extends": "../base", }');
    expect(codes(`${folder}/a`)).toEqual(['a/layout.json:1:23 WS010 comma before "}"']);
  });
});
