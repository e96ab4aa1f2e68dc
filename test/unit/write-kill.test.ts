import { type ChildProcess, spawn } from "node:child_process";
import {
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { ts } from "ts-morph";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { printManifest } from "../../src/write/manifest.js";
import { writeTree } from "../../src/write/write-tree.js";

const KILLS = 200;
const SOURCE = fileURLToPath(new URL("../../src/", import.meta.url));

/** Generation n: 20 files that say n, 20 that never change, and names that come and go. Text of a function. */
const GENERATION = `(n) => [
  ...Array.from({ length: 20 }, (_, i) => ({ path: "c/changes-" + i + ".h", text: "generation " + n + "\\n" })),
  ...Array.from({ length: 20 }, (_, i) => ({ path: "ts/stays-" + i + ".ts", text: "// the same\\n" })),
  { path: "docs/" + (n % 3) + "/page.md", text: "generation " + n + "\\n" },
]`;
const generation = new Function(`return ${GENERATION};`)() as (n: number) => { path: string; text: string }[];

/** Writes one generation after the other until it is killed. */
const CHILD = `
import { writeTree } from "./write/write-tree.js";
const generation = ${GENERATION};
for (let n = Number(process.argv[3]); ; n++) {
  const result = await writeTree(process.argv[2], generation(n));
  if (!result.ok) {
    console.error(JSON.stringify(result.diagnostics));
    process.exit(3);
  }
  if (n === Number(process.argv[3])) console.log("writing");
}
`;

let root: string;
let folder: string;

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), "worldswitch-kill-"));
  folder = join(root, "out", "tiny");
  writeFileSync(join(root, "package.json"), `{ "type": "module" }`);
  writeFileSync(join(root, "child.js"), CHILD);
  for (const part of ["core", "write"]) {
    for (const name of readdirSync(join(SOURCE, part)).filter((file) => file.endsWith(".ts"))) {
      const target = join(root, part, name.replace(/ts$/, "js"));
      mkdirSync(dirname(target), { recursive: true });
      const options = { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2022 };
      const source = readFileSync(join(SOURCE, part, name), "utf8");
      writeFileSync(target, ts.transpileModule(source, { compilerOptions: options }).outputText);
    }
  }
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** A child that has written its first generation and goes on. */
async function startChild(first: number): Promise<ChildProcess> {
  const child = spawn(process.execPath, [join(root, "child.js"), folder, String(first)], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  await new Promise((resolve, reject) => {
    child.stdout?.once("data", resolve);
    child.once("exit", (code) => reject(new Error(`the writer ended with ${code}`)));
  });
  return child;
}

async function kill(child: ChildProcess): Promise<void> {
  const ended = new Promise((resolve) => child.once("exit", (_, signal) => resolve(signal)));
  child.kill("SIGKILL");
  expect(await ended).toBe("SIGKILL");
}

function tree(at: string, prefix = ""): [string, string][] {
  return readdirSync(at, { withFileTypes: true }).flatMap((entry): [string, string][] =>
    entry.isDirectory()
      ? tree(join(at, entry.name), `${prefix}${entry.name}/`)
      : [[`${prefix}${entry.name}`, readFileSync(join(at, entry.name), "utf8")]],
  );
}

/** The generation in a folder, which must be whole: every file of it, no other, and its manifest. */
function wholeGeneration(at: string): number {
  const found = Object.fromEntries(tree(at));
  const n = Number(/^generation (\d+)\n$/.exec(found["c/changes-0.h"] ?? "")?.[1]);
  const files = generation(n);
  const expected = Object.fromEntries(files.map((file) => [file.path, file.text]));
  expect(found).toEqual({
    ...expected,
    ".worldswitch.json": printManifest(files),
    "notes/mine.txt": "mine\n",
  });
  return n;
}

describe("writeTree under kill -9", () => {
  it(`leaves one whole generation each of ${KILLS} times`, async () => {
    await writeTree(folder, generation(0));
    mkdirSync(join(folder, "notes"));
    writeFileSync(join(folder, "notes/mine.txt"), "mine\n");
    const stays = () =>
      ["ts/stays-0.ts", "notes/mine.txt"].map((path) => lstatSync(join(folder, path)).mtimeMs);
    const before = stays();
    let n = 0;
    let between = 0;
    let unfinished = 0;
    for (let i = 0; i < KILLS; i++) {
      const child = await startChild(n + 1);
      await sleep(Math.random() * 40);
      await kill(child);
      const beside = readdirSync(join(root, "out")).filter((name) => name !== "tiny");
      if (beside.some((name) => name !== ".tiny.lock")) unfinished++;
      if (!existsSync(folder)) between++;
      n = wholeGeneration(existsSync(folder) ? folder : join(root, "out", ".tiny.next"));
      const checked = await writeTree(folder, generation(n), { check: true });
      expect(checked.diagnostics).toEqual([]);
    }
    await writeTree(folder, generation(n + 1));
    expect(wholeGeneration(folder)).toBe(n + 1);
    expect(stays()).toEqual(before);
    expect(readdirSync(join(root, "out"))).toEqual(["tiny"]);
    expect(unfinished).toBeGreaterThan(0);
    console.log(
      `${KILLS} kills over ${n} generations: ${unfinished} amid a write, ${between} between the two renames`,
    );
  }, 300_000);

  it("keeps two writers at once apart, and a reader sees whole generations", async () => {
    rmSync(join(root, "out"), { recursive: true, force: true });
    const writers = [await startChild(0), await startChild(100_000)];
    let whole = 0;
    for (let i = 0; i < 100; i++) {
      const seen = await writeTree(folder, [], { check: true, force: true });
      expect(seen.ok).toBe(false);
      const paths = seen.diagnostics.map((finding) => finding.at.file);
      expect(paths.filter((path) => path.includes("/c/changes-"))).toHaveLength(20);
      expect(paths.filter((path) => path.includes("/docs/"))).toHaveLength(1);
      expect(seen.diagnostics.every((finding) => finding.code === "WS702")).toBe(true);
      whole++;
      await sleep(2);
    }
    for (const writer of writers) await kill(writer);
    expect(whole).toBe(100);
  }, 120_000);
});
