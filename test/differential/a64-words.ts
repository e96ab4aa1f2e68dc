import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { SysregEncoding, Sysregs } from "../../src/assembler/index.js";
import { operandsOf } from "../../src/model/a64/form.js";
import type { A64Instruction } from "../../src/model/a64/index.js";
import { encode, isInstruction } from "../../src/model/a64/index.js";

/** A repeatable stream of numbers below a limit (mulberry32). */
export function randomStream(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) % below;
  };
}

/** Field values that are rare at random and common in programs: all zeros, all ones, one. */
function fieldValue(widthBits: number, random: (below: number) => number): number {
  const most = 2 ** widthBits - 1;
  const choice = random(8);
  return choice === 0 ? 0 : choice === 1 ? most : choice === 2 ? Math.min(1, most) : random(most + 1);
}

/** A random allocated word of the instruction. */
export function randomWord(instruction: A64Instruction, random: (below: number) => number): number {
  for (;;) {
    const fields = Object.fromEntries(
      instruction.fields.map(({ name, msb, lsb }) => [name, fieldValue(msb - lsb + 1, random)]),
    );
    for (const { name, msb, lsb } of instruction.fields) {
      // Fixed bits inside a field, such as size=1x, are the instruction's.
      const fixed = (instruction.mask >>> lsb) & (2 ** (msb - lsb + 1) - 1);
      const match = (instruction.match >>> lsb) & fixed;
      fields[name] = ((fields[name]! & ~fixed) | match) >>> 0;
    }
    if (hasBitmask(instruction)) canonicalRotation(fields);
    const word = encode(instruction, fields);
    if (isInstruction(word, instruction)) return word;
  }
}

function hasBitmask(instruction: A64Instruction): boolean {
  return instruction.forms.some((form) => operandsOf(form.syntax).some((o) => o.kind === "bitmask"));
}

/** A bitmask immediate is rotated by less than its element's size; more means the same value, and assemblers write less. */
function canonicalRotation(fields: Record<string, number>): void {
  const { N, immr, imms } = fields;
  if (N !== 0 || immr === undefined || imms === undefined) return;
  const element = 2 ** (31 - Math.clz32(~imms & 0x3f));
  fields["immr"] = immr % element;
}

/** Runs a step with a folder of its own. */
export function inFolder<T>(step: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), "worldswitch-a64-"));
  try {
    return step(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The bytes of .text that GNU as makes of a text; throws with its messages when it refuses. */
export function gnuText(as: string, text: string, march = "armv8.6-a"): Uint8Array {
  return inFolder((folder) => {
    const object = gnuObject(as, text, folder, march);
    const raw = join(folder, "x.bin");
    execFileSync("aarch64-linux-gnu-objcopy", ["-O", "binary", "-j", ".text", object, raw]);
    return readFileSync(raw);
  });
}

/** The path of the object that GNU as makes of a text. */
export function gnuObject(as: string, text: string, folder: string, march = "armv8.6-a"): string {
  const source = join(folder, "x.s");
  const object = join(folder, "x.o");
  writeFileSync(source, text);
  execFileSync(as, ["-W", `-march=${march}`, "-o", object, source], { stdio: ["ignore", "ignore", "pipe"] });
  return object;
}

/** The texts that objdump gives to words at address 0, 4, 8 …, without its comments; blanks between mnemonic and operands are one tab. */
export function objdumpTexts(objdump: string, words: readonly number[]): string[] {
  return inFolder((folder) => {
    const raw = join(folder, "x.bin");
    writeFileSync(raw, Buffer.from(Uint32Array.from(words).buffer));
    const out = execFileSync(objdump, ["-D", "-b", "binary", "-m", "aarch64", "--no-show-raw-insn", raw], {
      encoding: "utf8",
      maxBuffer: 1 << 28,
    });
    return out
      .split("\n")
      .filter((line) => /^ *[0-9a-f]+:\t/.test(line))
      .map((line) =>
        line
          .replace(/^ *[0-9a-f]+:\t/, "")
          .replace(/\s*(\/\/|;).*$/, "")
          .trimEnd(),
      );
  });
}

interface CatalogueRegister {
  readonly name: string;
  readonly encoding: SysregEncoding;
  readonly read?: number;
  readonly write?: number;
}

/** The project's system registers for the assembler. */
export function catalogueSysregs(): Sysregs {
  const folder = fileURLToPath(new URL("../../schema/arm64/sysregs/", import.meta.url));
  const sysregs = new Map<string, SysregEncoding>();
  for (const file of readdirSync(folder).sort()) {
    const document = JSON.parse(readFileSync(folder + file, "utf8")) as { registers: CatalogueRegister[] };
    for (const { name, encoding, read, write } of document.registers) {
      sysregs.set(name.toLowerCase(), { ...encoding, read: read !== undefined, write: write !== undefined });
    }
  }
  return sysregs;
}
