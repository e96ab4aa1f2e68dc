import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { builtFromText, findDocuments, isUpToDate } from "../../src/read/built-from.js";

let folder = "";
const builtAt = 2000;
const builtFrom = "b/z.json 3\na/x.json 2\na/y.json 4";

function put(name: string, text: string, seconds: number): void {
  const file = join(folder, name);
  writeFileSync(file, text);
  utimesSync(file, seconds, seconds);
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "worldswitch-"));
  for (const name of ["a", "b"]) mkdirSync(join(folder, name));
  put("a/y.json", "{ }\n", 1000);
  put("a/x.json", "{}", 2000);
  put("b/z.json", "[]\n", 1000);
  put("b/notes.txt", "no document", 3000);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const holds = (): boolean => isUpToDate(builtAt * 1000, builtFrom, findDocuments(folder, ["b", "a"]));

test("documents are found in the folders' order and by name, others are not", () => {
  const found = findDocuments(folder, ["b", "a"]);
  expect(builtFromText(found)).toBe(builtFrom);
  expect(holds()).toBe(true);
});

test.each([
  ["is younger than the build", () => put("a/x.json", "{}", 2001)],
  ["is longer", () => put("a/x.json", "{ }", 1000)],
  ["is new", () => put("b/new.json", "{}", 1000)],
  ["is gone", () => rmSync(join(folder, "a/y.json"))],
  [
    "has another name",
    () => {
      rmSync(join(folder, "a/y.json"));
      put("a/z.json", "{ }\n", 1000);
    },
  ],
])("what was built is not taken when a document %s", (_why, change) => {
  change();
  expect(holds()).toBe(false);
});

test("a folder that is not there is nothing to be taken for", () => {
  expect(() => findDocuments(folder, ["c"])).toThrow();
});
