import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { FileReader } from "../../src/cli/file-reader.js";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "worldswitch-reader-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const KIB = 1024;
const sizes = [0, 1, 64 * KIB - 1, 64 * KIB, 64 * KIB + 1, KIB * KIB - 1, KIB * KIB, KIB * KIB + 1];

it.each(sizes)("reads a file of %i bytes as it is", (size) => {
  const file = join(folder, `${size}`);
  writeFileSync(
    file,
    Uint8Array.from({ length: size }, (_, i) => (i * 31) >> 3),
  );
  const reader = new FileReader();
  for (let time = 0; time < 2; time++) expect(reader.bytes(file).equals(readFileSync(file))).toBe(true);
});

it("reads a short file after a long one, and texts that are no ASCII", () => {
  const reader = new FileReader();
  const [long, short] = [join(folder, "long"), join(folder, "short")];
  writeFileSync(long, "x".repeat(70 * KIB));
  writeFileSync(short, "0 … 31");
  expect(reader.text(long)).toBe("x".repeat(70 * KIB));
  expect(reader.text(short)).toBe("0 … 31");
});

it("says that a file is not there, or gives nothing", () => {
  const reader = new FileReader();
  expect(() => reader.bytes(join(folder, "none"))).toThrow("ENOENT");
  expect(reader.bytesIfThere(join(folder, "none"))).toBeUndefined();
});
