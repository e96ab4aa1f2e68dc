import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { requireTool } from "../../oracles/tools.js";

/** What GNU objdump makes of a word, on one line; the word alone where there is no objdump. */
export function disassemble(word: number): string {
  const objdump = requireTool("aarch64-linux-gnu-objdump");
  if (objdump === undefined) return `0x${word.toString(16)}`;
  const folder = mkdtempSync(join(tmpdir(), "worldswitch-disassembly-"));
  try {
    const path = join(folder, "word.bin");
    writeFileSync(path, new Uint8Array(Uint32Array.of(word).buffer));
    const text = execFileSync(objdump, ["-D", "-b", "binary", "-m", "aarch64", path], { encoding: "utf8" });
    const line = text.trimEnd().split("\n").at(-1) ?? "";
    return line.split("\t").slice(2).join(" ");
  } finally {
    rmSync(folder, { recursive: true });
  }
}
