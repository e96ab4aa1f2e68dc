import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { HostFiles } from "../../src/cli/host-files.js";
import { boardTools, compile, runHere, runOnQemu } from "./board-programs.js";

const tools = boardTools();
const made: string[] = [];
afterEach(() => {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true });
});

function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "worldswitch-semihosting-"));
  made.push(folder);
  return folder;
}

/** What SYS_WRITEC and SYS_WRITE0 write: QEMU has it on stderr, where there is no other console; we have it on stdout. */
const characters = "ca string\n";

describe.skipIf(tools === undefined)("semihosting", () => {
  test("does each operation as QEMU does", async () => {
    const elf = compile(tools!, { file: "semihosting.c" });
    const expected = runOnQemu(tools!, elf, { input: "12345678", inputFor: "semihosting" });
    const folder = temporaryFolder();
    const { out, error, status } = await runHere(elf, { input: "12345678", files: folder });
    expect(out.toString()).toBe(expected.out.toString() + characters);
    expect(error.toString() + characters).toBe(expected.error.toString());
    expect(status).toBe(expected.status);
    expect(status).toBe(42);
    expect(readFileSync(join(folder, "made.txt"), "utf8")).toBe("0123four89!");
  });

  test("reaches no file unless a folder is allowed", async () => {
    const { out } = await runHere(compile(tools!, { file: "semihosting.c" }), { input: "12345678" });
    expect(out.toString()).toContain("made ffffffffffffffff\n");
  });
});

describe("the files of a folder", () => {
  // QEMU's "a" writes from the start of the file; it means fopen's, which appends.
  test("are appended to in mode a", () => {
    const folder = temporaryFolder();
    const files = new HostFiles(folder);
    for (const text of ["one", "two"]) {
      const file = files.open("made.txt", "ab");
      if ("errno" in file) throw new Error(`errno ${file.errno}`);
      file.write(Buffer.from(text));
      file.close();
    }
    expect(readFileSync(join(folder, "made.txt"), "utf8")).toBe("onetwo");
  });

  test.each([
    "../outside.txt",
    "/etc/passwd",
    "link-out",
    "link-to-folder/file.txt",
    "made/../../outside.txt",
    "",
    ".",
    "a\0b",
  ])("do not lead out of it: %j", (name) => {
    const outside = temporaryFolder();
    const folder = join(outside, "inside");
    rmSync(folder, { recursive: true, force: true });
    const inside = temporaryFolder();
    writeFileSync(join(outside, "file.txt"), "secret");
    symlinkSync(join(outside, "file.txt"), join(inside, "link-out"));
    symlinkSync(outside, join(inside, "link-to-folder"));
    const files = new HostFiles(inside);
    for (const mode of ["r", "rb", "r+", "w", "a", "w+b"])
      expect(files.open(name, mode)).toHaveProperty("errno");
    expect(readFileSync(join(outside, "file.txt"), "utf8")).toBe("secret");
  });
});
