import { linkSync, mkdtempSync, rmSync, unlinkSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { KnownHashes } from "../../src/write/known-hashes.js";

let folder: string;
let file: string;
let hashes: KnownHashes;

/** Whether the hash of the file is asked for anew. */
function asks(): boolean {
  let asked = false;
  hashes.of(file, () => {
    asked = true;
    return "anew";
  });
  return asked;
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "worldswitch-hashes-"));
  file = join(folder, "a.h");
  writeFileSync(file, "a\n");
  hashes = new KnownHashes();
  hashes.note(file, "known");
});
afterEach(() => rmSync(folder, { recursive: true }));

function nameTwice(): void {
  linkSync(file, join(folder, "b.h"));
  unlinkSync(join(folder, "b.h"));
}

it("knows what was written, and not what was edited with the size and the time that it had", () => {
  expect(asks()).toBe(false);
  utimesSync(file, 1000, 1000);
  hashes.note(file, "known");
  writeFileSync(file, "b\n");
  utimesSync(file, 1000, 1000);
  expect(asks()).toBe(true);
});

it("knows a file that got and lost a name, once it is told of it", () => {
  nameTwice();
  hashes.renamed(file);
  expect(asks()).toBe(false);
  nameTwice();
  expect(asks()).toBe(true);
});

it("asks for what was written besides", () => {
  nameTwice();
  writeFileSync(file, "b\n");
  hashes.renamed(file);
  expect(asks()).toBe(true);
});

it("knows nothing of a file that it was not told of, nor of none", () => {
  const other = join(folder, "other.h");
  writeFileSync(other, "a\n");
  hashes.renamed(other);
  expect(hashes.of(other, () => "anew")).toBe("anew");
  expect(hashes.of(join(folder, "none.h"), () => undefined)).toBeUndefined();
});
