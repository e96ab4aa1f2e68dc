import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { assemble, Disassembler } from "../../src/assembler/index.js";
import { requireTool } from "../oracles/tools.js";
import { a64Table } from "../unit/a64-documents.js";
import { catalogueSysregs, inFolder, randomStream, randomWord } from "./a64-words.js";

const as = requireTool("aarch64-linux-gnu-as");

const table = a64Table();
const sysregs = catalogueSysregs();
const disassembler = new Disassembler(table, sysregs);

const NUMBERS = [
  "-1",
  "1",
  "3",
  "4",
  "15",
  "16",
  "31",
  "32",
  "33",
  "63",
  "64",
  "255",
  "256",
  "-256",
  "-257",
  "504",
  "508",
  "512",
  "-512",
];
const MORE = [
  "-520",
  "1008",
  "1024",
  "4095",
  "4096",
  "4097",
  "16380",
  "32760",
  "32768",
  "65535",
  "65536",
  "65520",
  "0x123456",
  "0x1000000",
];
const REGISTERS = [
  "x0",
  "w1",
  "sp",
  "wsp",
  "xzr",
  "wzr",
  "x30",
  "x31",
  "w31",
  "d1",
  "q31",
  "q32",
  "s0",
  "b2",
  "h3",
  "c1",
  "v1",
  "v1.16b",
  "v31.2d",
  "v2.b",
  "v32.8b",
];
const WORDS = [
  "lsl",
  "lsr",
  "asr",
  "ror",
  "uxtw",
  "uxtx",
  "sxtw",
  "sxtx",
  "uxtb",
  "eq",
  "al",
  "nv",
  "sy",
  "ish",
  "sctlr_el1",
  "spsel",
  "alle1",
  "msl",
  "16b",
];

/** A random change of one operand of a valid line: what is written may be legal or not, which GNU as decides. */
function changed(text: string, random: (below: number) => number): string {
  const pieces = text.split(/(#?-?(?:0x[0-9a-f]+|\b[0-9]+)\b|\b[a-z][a-z0-9_]*\b|[[\]!,])/);
  const operands = pieces.flatMap((_piece, i) => (i > 1 && i % 2 === 1 ? [i] : []));
  const at = operands[random(operands.length)];
  if (at === undefined) return text;
  const pick = (list: readonly string[]): string => list[random(list.length)]!;
  const piece = pieces[at]!;
  const choice = random(10);
  if (choice === 0) pieces[at] = "";
  else if (/^[[\]!,]$/.test(piece)) pieces[at] = pick(["", ",", "]", "!", "[", "], #4"]);
  else if (/^#|^-?[0-9]/.test(piece))
    pieces[at] = choice === 1 ? pick(REGISTERS) : `#${pick([...NUMBERS, ...MORE])}`;
  else pieces[at] = choice === 1 ? `#${pick(NUMBERS)}` : pick(choice < 4 ? WORDS : REGISTERS);
  return pieces.join("");
}

/** The lines that GNU as refuses, by index. */
function refused(lines: readonly string[]): Set<number> {
  return inFolder((folder) => {
    const source = join(folder, "x.s");
    writeFileSync(source, `${lines.join("\n")}\n`);
    const run = spawnSync(as!, ["-W", "-march=armv8-a+crc", "-o", join(folder, "x.o"), source], {
      encoding: "utf8",
      maxBuffer: 1 << 28,
    });
    return new Set([...run.stderr.matchAll(/x\.s:(\d+): Error/g)].map((m) => Number(m[1]) - 1));
  });
}

/** The lines that our assembler refuses, by index. */
function refusedByUs(lines: readonly string[]): Set<number> {
  const result = assemble({ file: "x.S", text: `${lines.join("\n")}\n`, table, sysregs });
  return new Set(result.diagnostics.filter((d) => d.severity === "error").map((d) => d.at.line - 1));
}

/** What GNU as lets pass and we do not, and why. */
const STRICTER: readonly { readonly why: string; readonly line: RegExp }[] = [
  { why: "half an expression, which GNU as takes for 0", line: /\.\+$/ },
  {
    why: "half a number, the rest of which GNU as takes for 0",
    line: /^fmov .*(?:e[+-]?$|[ #-]\.[0-9])/,
  },
  {
    why: "an arrangement where the manual has the size of a lane",
    line: /\.[0-9]+[bhsd](?:-v[0-9]+\.[bhsd])?\}?\[/,
  },
  { why: ".inst without a word, which says nothing", line: /^\.inst $/ },
  {
    why: "an X register that is extended from less; the manual writes W",
    line: /x[0-9z]\w*, [us]xt[bhw](?: #\d)?$/,
  },
];

describe.skipIf(as === undefined)("lines with one operand changed at random", () => {
  const random = randomStream(424242);
  const lines = table.instructions.flatMap((instruction) =>
    Array.from({ length: 40 }, () => {
      const line = disassembler.line(randomWord(instruction, random), 0n);
      const operands =
        line.target === undefined ? line.operands : line.operands.replace(/0x[0-9a-f]+$/, ".+8");
      return changed(`${line.mnemonic} ${operands}`, random);
    }),
  );

  it("are refused by us where GNU as refuses them", () => {
    const theirs = refused(lines);
    const ours = refusedByUs(lines);
    expect(theirs.size).toBeGreaterThan(2000);
    const accepted = [...theirs].filter((i) => !ours.has(i)).map((i) => lines[i]);
    expect(accepted).toEqual([]);
  });

  it("are accepted by us where GNU as accepts them", () => {
    const theirs = refused(lines);
    const ours = refusedByUs(lines);
    const tooStrict = [...ours].filter((i) => !theirs.has(i)).map((i) => lines[i]!);
    expect(tooStrict.filter((line) => !STRICTER.some((s) => s.line.test(line)))).toEqual([]);
  });
});
