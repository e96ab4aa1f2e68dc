import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { OutFile } from "../../src/core/out-file.js";
import { sha256 } from "../../src/write/manifest.js";
import { writeTree } from "../../src/write/write-tree.js";

let root: string;
let folder: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "worldswitch-write-"));
  folder = join(root, "out", "tiny");
});
afterEach(() => {
  chmodSync(join(root, "out"), 0o755);
  rmSync(root, { recursive: true, force: true });
});

const one: readonly OutFile[] = [
  { path: "c/a.h", text: "a\n" },
  { path: "c/b.h", text: "b\n" },
  { path: "docs/index.md", text: "# index\n" },
];
const two: readonly OutFile[] = [
  { path: "c/a.h", text: "a\n" },
  { path: "c/b.h", text: "b, changed\n" },
  { path: "ts/index.ts", text: "export {};\n" },
];

async function write(files: readonly OutFile[], options: Parameters<typeof writeTree>[2] = {}) {
  const result = await writeTree(folder, files, options);
  return {
    ok: result.ok,
    codes: result.diagnostics.map((finding) => finding.code),
    files: result.diagnostics.map((finding) => finding.at.file.slice(folder.length + 1)),
    messages: result.diagnostics.map((finding) => finding.message),
    changes: result.ok ? result.value.changes.map((change) => `${change.kind} ${change.path}`) : [],
    unchanged: result.ok ? result.value.unchanged : undefined,
  };
}

/** Every file below the folder with its content, and its mtime and inode where asked for. */
function tree(at = folder, prefix = ""): Record<string, string> {
  const entries = readdirSync(at, { withFileTypes: true });
  return Object.assign(
    {},
    ...entries.map((entry) =>
      entry.isDirectory()
        ? tree(join(at, entry.name), `${prefix}${entry.name}/`)
        : { [`${prefix}${entry.name}`]: readFileSync(join(at, entry.name), "utf8") },
    ),
  );
}

const stamps = (paths: readonly string[]) =>
  paths.map((path) => {
    const stat = lstatSync(join(folder, path), { bigint: true });
    return [path, stat.mtimeNs, stat.ino];
  });

describe("writeTree", () => {
  it("makes the folder with all files and a manifest of their hashes", async () => {
    const result = await write(one);
    expect(result.changes).toEqual(["add c/a.h", "add c/b.h", "add docs/index.md", "add .worldswitch.json"]);
    expect(tree()).toEqual({
      "c/a.h": "a\n",
      "c/b.h": "b\n",
      "docs/index.md": "# index\n",
      ".worldswitch.json": [
        "{",
        '  "version": 1,',
        '  "files": {',
        `    "c/a.h": "${sha256("a\n")}",`,
        `    "c/b.h": "${sha256("b\n")}",`,
        `    "docs/index.md": "${sha256("# index\n")}"`,
        "  }",
        "}",
        "",
      ].join("\n"),
    });
    expect(readdirSync(join(root, "out"))).toEqual(["tiny"]);
  });

  it("adds, updates and removes, and keeps mtime and inode of what stays", async () => {
    await write(one);
    const before = stamps(["c/a.h"]);
    const result = await write(two);
    expect(result.changes).toEqual([
      "update c/b.h",
      "add ts/index.ts",
      "remove docs/index.md",
      "update .worldswitch.json",
    ]);
    expect(result.unchanged).toBe(1);
    expect(Object.keys(tree()).sort()).toEqual([".worldswitch.json", "c/a.h", "c/b.h", "ts/index.ts"]);
    expect(stamps(["c/a.h"])).toEqual(before);
    expect(existsSync(join(folder, "docs"))).toBe(false);
    expect(readdirSync(join(root, "out"))).toEqual(["tiny"]);
  });

  it("touches nothing, no folder either, when nothing changes", async () => {
    await write(one);
    const paths = ["", "c", "docs", "..", "c/a.h", ".worldswitch.json"];
    const before = stamps(paths);
    expect((await write([...one].reverse())).changes).toEqual([]);
    expect(stamps(paths)).toEqual(before);
  });

  it("leaves files that are none of ours where they are", async () => {
    await write(one);
    mkdirSync(join(folder, "notes"));
    writeFileSync(join(folder, "notes/mine.txt"), "mine\n");
    writeFileSync(join(folder, "docs/own.md"), "own\n");
    symlinkSync("/etc/hostname", join(folder, "link"));
    const before = stamps(["notes/mine.txt", "docs/own.md", "link"]);
    await write(two);
    expect(stamps(["notes/mine.txt", "docs/own.md", "link"])).toEqual(before);
    expect(existsSync(join(folder, "docs/index.md"))).toBe(false);
  });

  it("reports a file that was edited by hand with both hashes, and changes nothing", async () => {
    await write(one);
    writeFileSync(join(folder, "c/b.h"), "mine\n");
    const before = tree();
    const result = await write(two);
    expect(result.codes).toEqual(["WS701"]);
    expect(result.files).toEqual(["c/b.h"]);
    expect(result.messages[0]).toContain(sha256("mine\n"));
    expect(result.messages[0]).toContain(sha256("b\n"));
    expect(tree()).toEqual(before);
    expect((await write(two, { force: true })).ok).toBe(true);
    expect(tree()["c/b.h"]).toBe("b, changed\n");
  });

  it("notices an edit of what stayed, be its size and its time those that the file had", async () => {
    await write(one);
    await write(two);
    const file = join(folder, "c/a.h");
    const { atime, mtime } = lstatSync(file);
    writeFileSync(file, "b\n");
    utimesSync(file, atime, mtime);
    expect((await write(one)).codes).toEqual(["WS701"]);
  });

  it("reports an edited file that is no longer generated instead of removing it", async () => {
    await write(one);
    writeFileSync(join(folder, "docs/index.md"), "mine\n");
    expect((await write(two)).files).toEqual(["docs/index.md"]);
    expect(tree()["docs/index.md"]).toBe("mine\n");
  });

  it("reports a file in the way that was never generated", async () => {
    mkdirSync(join(folder, "c"), { recursive: true });
    writeFileSync(join(folder, "c/a.h"), "mine\n");
    expect((await write(one)).codes).toEqual(["WS701"]);
    expect(tree()).toEqual({ "c/a.h": "mine\n" });
  });

  it("takes a file that has the new content already as it is", async () => {
    await write(one);
    writeFileSync(join(folder, "c/b.h"), "b, changed\n");
    expect((await write(two)).ok).toBe(true);
  });

  it("makes a file again that was deleted by hand", async () => {
    await write(one);
    rmSync(join(folder, "c/b.h"));
    expect((await write(one)).changes).toEqual(["add c/b.h"]);
  });

  it("says that the manifest is unreadable rather than guess what was edited", async () => {
    await write(one);
    writeFileSync(join(folder, ".worldswitch.json"), "<<<<<<< ours\n");
    expect((await write(two)).codes).toContain("WS707");
    expect((await write(two, { force: true })).ok).toBe(true);
  });

  it.each([
    "../../victim.txt",
    "/etc/victim",
    "c/../../../victim.txt",
    "a\\\\..\\\\b",
  ])("does not follow a manifest that lists %s", async (path) => {
    await write(one);
    writeFileSync(join(root, "victim.txt"), "precious\n");
    const listed = { version: 1, files: { [path]: sha256("precious\n") } };
    writeFileSync(join(folder, ".worldswitch.json"), JSON.stringify(listed));
    expect((await write(two)).codes).toContain("WS707");
    expect((await write(two, { force: true })).ok).toBe(true);
    expect(readFileSync(join(root, "victim.txt"), "utf8")).toBe("precious\n");
  });

  it.each([
    "../x",
    "/x",
    "a//b",
    "./a",
    "a/..",
    "",
    "a\\b",
    "a\u0000b",
    ".worldswitch.json",
  ])("refuses the path %j", async (path) => {
    expect((await write([{ path, text: "x\n" }])).codes).toEqual(["WS703"]);
    expect(existsSync(join(root, "out"))).toBe(false);
    mkdirSync(join(root, "out"));
  });

  it("refuses one path twice, paths that differ by case, and a file as a folder", async () => {
    mkdirSync(join(root, "out"));
    const texts = (paths: string[]) => paths.map((path) => ({ path, text: "x\n" }));
    expect((await write(texts(["a", "a"]))).codes).toEqual(["WS703"]);
    expect((await write(texts(["a/B.md", "a/b.md"]))).codes).toEqual(["WS703"]);
    expect((await write(texts(["a", "a/b"]))).codes).toEqual(["WS703"]);
  });

  it("refuses to write through a symbolic link", async () => {
    await write(one);
    const outside = join(root, "outside");
    mkdirSync(outside);
    rmSync(join(folder, "c"), { recursive: true });
    symlinkSync(outside, join(folder, "c"));
    expect((await write(two, { force: true })).codes).toEqual(["WS704"]);
    expect(readdirSync(outside)).toEqual([]);
  });

  it("refuses an output folder that is a symbolic link or a file", async () => {
    mkdirSync(join(root, "out"));
    symlinkSync(root, folder);
    expect((await write(one)).codes).toEqual(["WS704"]);
    rmSync(folder);
    writeFileSync(folder, "");
    expect((await write(one)).codes).toEqual(["WS704"]);
  });

  it("lists stale, missing and left files in a check and writes nothing", async () => {
    await write(one);
    rmSync(join(folder, "c/a.h"));
    const before = tree();
    const result = await write(two, { check: true });
    expect(result.codes).toEqual(["WS702", "WS702", "WS702", "WS702", "WS702"]);
    expect(result.files).toEqual(["c/a.h", "c/b.h", "ts/index.ts", "docs/index.md", ".worldswitch.json"]);
    expect(tree()).toEqual(before);
    await write(two);
    expect(await write(two, { check: true })).toMatchObject({ ok: true, changes: [] });
  });

  it("tells in a dry run what it would do and does nothing", async () => {
    await write(one);
    const before = tree();
    expect((await write(two, { dryRun: true })).changes).toContain("update c/b.h");
    expect(tree()).toEqual(before);
  });

  it.skipIf(process.getuid?.() === 0)("reports a folder that may not be written", async () => {
    await write(one);
    chmodSync(join(root, "out"), 0o555);
    expect((await write(two)).codes).toEqual(["WS706"]);
  });

  it("reports what the system refuses as a finding", async () => {
    writeFileSync(join(root, "out"), "a file where the folder above belongs");
    expect((await write(one)).codes).toEqual(["WS706"]);
  });

  it("gives up on a lock that a living process holds, and takes one that a dead process left", async () => {
    await write(one);
    const lock = join(root, "out", ".tiny.lock");
    mkdirSync(lock);
    writeFileSync(join(lock, `${process.pid}--living`), "");
    const result = await write(two, { lockWaitMs: 50 });
    expect(result.codes).toEqual(["WS705"]);
    expect(result.messages[0]).toContain(String(process.pid));
    rmSync(join(lock, `${process.pid}--living`));
    writeFileSync(join(lock, "4194305-1-dead"), "");
    expect((await write(two, { lockWaitMs: 50 })).ok).toBe(true);
    expect(existsSync(lock)).toBe(false);
  });

  it("does not mix two runs in one process", async () => {
    const results = await Promise.all([write(one), write(two), write(one), write(two)]);
    expect(results.every((result) => result.ok)).toBe(true);
    const checks = [await write(one, { check: true }), await write(two, { check: true })];
    expect(checks.filter((check) => check.ok)).toHaveLength(1);
  });
});

describe("writeTree that leaves its last work to the caller", () => {
  it("has written all before it; other runs wait until it is done, and nothing is left beside the folder", async () => {
    await write(one);
    const left: (() => void)[] = [];
    const first = await write(two, { later: (work) => left.push(work) });
    expect(first.changes).toEqual([
      "update c/b.h",
      "add ts/index.ts",
      "remove docs/index.md",
      "update .worldswitch.json",
    ]);
    expect(tree()["c/b.h"]).toBe("b, changed\n");
    expect(left).toHaveLength(1);
    expect((await write(two, { check: true })).ok).toBe(true);
    expect((await write(one, { lockWaitMs: 0 })).codes).toEqual(["WS705"]);
    left[0]?.();
    expect(readdirSync(join(root, "out"))).toEqual(["tiny"]);
    expect((await write(one)).ok).toBe(true);
  });

  it("knows its own files afterwards, and an edit of one by hand", async () => {
    const left: (() => void)[] = [];
    const later = (work: () => void): unknown => left.push(work);
    await write(one);
    await write(two, { later });
    writeFileSync(join(folder, "c/a.h"), "b\n");
    for (const work of left.splice(0)) work();
    expect((await write(two)).codes).toEqual(["WS701"]);
    expect((await write(two, { force: true, later })).changes).toEqual(["update c/a.h"]);
    for (const work of left.splice(0)) work();
    expect((await write(two, { check: true })).ok).toBe(true);
  });

  it("leaves it nothing to do when nothing changes", async () => {
    const left: (() => void)[] = [];
    await write(one);
    await write(one, { later: (work) => left.push(work) });
    expect(left).toEqual([]);
    expect(readdirSync(join(root, "out"))).toEqual(["tiny"]);
  });
});

it("tells what updates replace when it is asked to", async () => {
  await write(one);
  const result = await writeTree(folder, two, { previous: true, dryRun: true });
  expect(result.ok && result.value.changes).toEqual([
    { path: "c/b.h", kind: "update", previous: "b\n" },
    { path: "ts/index.ts", kind: "add" },
    { path: "docs/index.md", kind: "remove" },
    { path: ".worldswitch.json", kind: "update" },
  ]);
});

describe("writeTree after a kill", () => {
  const beside = (state: string) => join(root, "out", `.tiny.${state}`);

  async function bothTrees(): Promise<void> {
    await write(two);
    renameSync(folder, join(root, "new"));
    await write(one);
  }

  it("sees the old tree when the new one was not complete", async () => {
    await bothTrees();
    renameSync(join(root, "new"), beside("building"));
    expect((await write(one, { check: true })).ok).toBe(true);
    expect((await write(one)).ok).toBe(true);
    expect(readdirSync(join(root, "out"))).toEqual(["tiny"]);
  });

  it("sees the old tree when the new one was complete and not yet in place", async () => {
    await bothTrees();
    renameSync(join(root, "new"), beside("next"));
    expect((await write(one, { check: true })).ok).toBe(true);
    expect((await write(one)).ok).toBe(true);
    expect(readdirSync(join(root, "out"))).toEqual(["tiny"]);
  });

  it("sees the new tree when the old one was moved away and the new one not yet in place", async () => {
    await bothTrees();
    renameSync(folder, beside("previous"));
    renameSync(join(root, "new"), beside("next"));
    expect((await write(two, { check: true })).ok).toBe(true);
    expect((await write(one, { check: true })).ok).toBe(false);
    expect(existsSync(folder)).toBe(false);
    expect((await write(two)).changes).toEqual([]);
    expect(readdirSync(join(root, "out"))).toEqual(["tiny"]);
    expect(tree()["c/b.h"]).toBe("b, changed\n");
  });

  it("clears the lock away when all was done but giving it back, though nothing is to be written", async () => {
    await write(one);
    for (const entries of [["999999999-1-dead"], []]) {
      mkdirSync(beside("lock"));
      for (const entry of entries) writeFileSync(join(beside("lock"), entry), "");
      expect((await write(one)).changes).toEqual([]);
      expect(readdirSync(join(root, "out"))).toEqual(["tiny"]);
    }
  });

  it("sees the new tree when the old one was not yet removed, wholly or in part", async () => {
    for (const state of ["previous", "discard"]) {
      await bothTrees();
      renameSync(folder, beside(state));
      rmSync(join(beside(state), "c"), { recursive: true });
      renameSync(join(root, "new"), folder);
      expect((await write(two, { check: true })).ok).toBe(true);
      expect((await write(two)).ok).toBe(true);
      expect(readdirSync(join(root, "out"))).toEqual(["tiny"]);
      rmSync(folder, { recursive: true });
    }
  });
});
