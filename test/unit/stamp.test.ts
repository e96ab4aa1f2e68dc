import {
  appendFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { freshStamp, type Stamp, stampBytes, tellInputs, tellOutput } from "../../src/cli/stamp.js";

const KIB = 1024;
const LONG = 200 * KIB;
let folder: string;
let file: string;
let document: string;
let output: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "worldswitch-stamp-"));
  const [documents, ours, out] = ["documents", "package", "out"].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ];
  for (const made of [documents, ours, out]) mkdirSync(made);
  document = join(documents, "layout.json");
  output = join(out, "hyp.S");
  file = join(folder, "stamp");
  writeFileSync(document, "d".repeat(LONG));
  writeFileSync(join(ours, "template"), "t");
  writeFileSync(output, "o".repeat(LONG));
  const folders = { documents: [documents], package: [ours] };
  const parts: Buffer[] = [];
  const listener = (part: string | Uint8Array) => {
    parts.push(Buffer.from(part as Uint8Array));
  };
  tellInputs(folders, listener);
  tellOutput("hyp.S", readFileSync(output), listener);
  const stamp: Stamp = {
    key: "key",
    layouts: ["a", "b"],
    folders,
    outputs: [{ folder: out, paths: ["hyp.S"] }],
    stdout: "said …\n",
    stderr: "",
  };
  writeFileSync(file, stampBytes(stamp, parts));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const fresh = (key = "key", layouts = ["a", "b"]) => freshStamp(file, key, layouts)?.stdout;

function replaceByte(path: string, at: number): void {
  const bytes = readFileSync(path);
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  writeFileSync(path, bytes);
}

it("gives the stamp while all is as it was", () => {
  expect(fresh()).toBe("said …\n");
  writeFileSync(document, readFileSync(document));
  expect(fresh()).toBe("said …\n");
});

it("is of one key and of the same layouts", () => {
  expect(fresh("another")).toBeUndefined();
  expect(fresh("key", ["a"])).toBeUndefined();
  expect(fresh("key", ["a", "b", "c"])).toBeUndefined();
});

it.each([0, 1, 64 * KIB - 1, 64 * KIB, LONG - 1])("sees that byte %i is another one", (at) => {
  replaceByte(document, at);
  expect(fresh()).toBeUndefined();
  replaceByte(document, at);
  expect(fresh()).toBe("said …\n");
  replaceByte(output, at);
  expect(fresh()).toBeUndefined();
});

it("sees that a file is longer, shorter, new or gone", () => {
  for (const path of [document, output]) {
    appendFileSync(path, "x");
    expect(fresh()).toBeUndefined();
    truncateSync(path, LONG - 1);
    expect(fresh()).toBeUndefined();
    rmSync(path);
    expect(fresh()).toBeUndefined();
    writeFileSync(path, (path === document ? "d" : "o").repeat(LONG));
    expect(fresh()).toBe("said …\n");
  }
  const added = join(folder, "documents/added.json");
  writeFileSync(added, "");
  expect(fresh()).toBeUndefined();
  rmSync(added);
  writeFileSync(join(folder, "documents/notes.txt"), "");
  expect(fresh()).toBe("said …\n");
  writeFileSync(join(folder, "package/notes.txt"), "");
  expect(fresh()).toBeUndefined();
});

it("is none when its own file is cut off, goes on, or is not there", () => {
  const whole = readFileSync(file);
  for (const length of [0, 1, whole.length - LONG, whole.length - 1]) {
    writeFileSync(file, whole.subarray(0, length));
    expect(fresh()).toBeUndefined();
  }
  writeFileSync(file, Buffer.concat([whole, Buffer.from("x")]));
  expect(fresh()).toBeUndefined();
  rmSync(file);
  expect(fresh()).toBeUndefined();
});
