import { describe, expect, it } from "vitest";
import { assemble, readElf64, type Sysregs, writeElf64 } from "../../src/assembler/index.js";
import fc from "../seeded-check.js";
import { a64Table } from "./a64-documents.js";

const table = a64Table();
const sysregs: Sysregs = new Map([["sctlr_el1", { op0: 3, op1: 0, CRn: 1, CRm: 0, op2: 0 }]]);
const files: Readonly<Record<string, string>> = { "a.h": "#define A 1\n", "loop.h": '#include "loop.h"\n' };

function run(text: string): ReturnType<typeof assemble> {
  const readInclude = (name: string): { file: string; text: string } | undefined =>
    files[name] === undefined ? undefined : { file: name, text: files[name] };
  return assemble({ file: "fuzz.S", text, table, sysregs, readInclude });
}

/** Every finding has a place inside its file; a failed result has an error. */
function expectSound(text: string): void {
  const result = run(text);
  const lines = text.split(/\r\n?|\n/);
  for (const { at, code, message } of result.diagnostics) {
    expect(code).toMatch(/^WS6[0-9]{2}$/);
    expect(message).not.toBe("");
    if (at.file !== "fuzz.S") continue;
    expect(at.line).toBeGreaterThanOrEqual(1);
    expect(at.line).toBeLessThanOrEqual(lines.length);
    expect(at.column).toBeGreaterThanOrEqual(1);
    expect(at.column).toBeLessThanOrEqual((lines[at.line - 1]?.length ?? 0) + 1);
  }
  expect(result.ok).toBe(!result.diagnostics.some((d) => d.severity === "error"));
  if (result.ok) expect(readElf64(writeElf64(result.value)).ok).toBe(true);
}

const PIECES = [
  "\n",
  "\n\t",
  " ",
  ", ",
  ":",
  ";",
  "(",
  ")",
  "[",
  "]",
  "!",
  "{",
  "#",
  "=",
  "+",
  "-",
  "*",
  "/",
  "%",
  "<<",
  ">>",
  "\\",
  "\\@",
  "\\a",
  "\\()",
  '"',
  "'",
  "//",
  "/*",
  "*/",
  "x0",
  "w1",
  "sp",
  "q3",
  "xzr",
  "lr",
  "a",
  "b",
  "1",
  "1f",
  "1b",
  "0",
  "0x",
  "0b",
  "0x10",
  "4096",
  "99999999999999999999",
  ".",
  "a:",
  "1:",
  "mov ",
  "add ",
  "ldr ",
  "stp ",
  "b ",
  "b.eq ",
  "tbz ",
  "msr ",
  "mrs ",
  "tlbi ",
  "adrp ",
  "ret",
  "nop",
  "=5",
  ":lo12:",
  ".macro ",
  ".endm",
  ".rept ",
  ".endr",
  ".irp ",
  ".irpc ",
  ".if ",
  ".else",
  ".elseif ",
  ".endif",
  ".ifdef ",
  ".set ",
  ".equ ",
  ".quad ",
  ".byte ",
  ".word ",
  ".ascii ",
  ".asciz ",
  ".align ",
  ".balign ",
  ".space ",
  ".fill ",
  ".org ",
  ".section ",
  ".pushsection ",
  ".popsection",
  ".previous",
  ".text",
  ".data",
  ".ltorg",
  ".globl ",
  ".type ",
  ".size ",
  ".inst ",
  ".req ",
  ".purgem ",
  "#define ",
  "#define A(x) x",
  "A(",
  "#undef ",
  "#if ",
  "#ifdef ",
  "#ifndef ",
  "#elif ",
  "#else",
  "#endif",
  "#error ",
  '#include "a.h"',
  '#include "loop.h"',
  "defined(A)",
  "sctlr_el1",
  "%function",
  "§",
  "\u{1f600}",
  "\u0000",
] as const;

describe("the assembler", () => {
  it("never throws, and places every finding, for any pieces of its language in any order", () => {
    const text = fc.array(fc.constantFrom(...PIECES), { maxLength: 60 }).map((list) => list.join(""));
    fc.assert(fc.property(text, expectSound), { numRuns: 6000, seed: 1 });
  });

  it("never throws for any text at all", () => {
    fc.assert(fc.property(fc.string({ unit: "binary", maxLength: 200 }), expectSound), {
      numRuns: 2000,
      seed: 2,
    });
  });

  it("never throws for a program with a piece cut out, doubled or moved", () => {
    const program = [
      "#define SIZE(n) (8 * n)",
      "\t.macro save reg, at=0",
      "\tstr \\reg, [x0, #\\at]",
      "\t.endm",
      "\t.globl f",
      "f:",
      "\tsave x1, SIZE(2)",
      "\t.if SIZE(1) == 8",
      "1:\tcbz x0, 1f",
      "\t.else",
      "\tbad",
      "\t.endif",
      "\t.rept 2",
      "\tldr x2, =g + 4",
      "\t.endr",
      "1:\tret",
      "\t.size f, . - f",
      "\t.ltorg",
      '\t.ascii "end\\n"',
      "\t.align 2",
    ].join("\n");
    expect(run(program).diagnostics).toEqual([]);
    const cut = fc
      .tuple(fc.nat(program.length), fc.nat(12), fc.nat(program.length), fc.nat(12))
      .map(
        ([at, length, from, size]) =>
          program.slice(0, at) + program.slice(from, from + size) + program.slice(at + length),
      );
    fc.assert(fc.property(cut, expectSound), { numRuns: 3000, seed: 3 });
  });

  it.each([
    ["an expression of 100,000 parentheses", ` .quad ${"(".repeat(100_000)}1`],
    ["an expression of 100,000 minus signs", ` .quad ${"-".repeat(100_000)}1`],
    ["a sum of 20,000 terms", ` .quad 1${" + 1".repeat(20_000)}`],
    [
      "a chain of 5,000 symbols",
      `${Array.from({ length: 5000 }, (_, i) => ` .set a${i}, a${i + 1}\n`).join("")} .quad a0`,
    ],
    [
      "symbols that double fifty times",
      `${Array.from({ length: 50 }, (_, i) => ` .set a${i}, a${i + 1} - a${i + 1}\n`).join("")} .quad a0`,
    ],
    ["a repetition of a repetition", ` .rept 1000000\n .rept 1000000\n nop\n .endr\n .endr`],
    ["a space of 2^60 bytes", " .space 1 << 60"],
    ["an origin of 2^60", " .org 1 << 60"],
    ["a fill of 2^62 bytes", " .fill 1 << 59, 8"],
    [
      "definitions that double thirty times",
      `#define A0 1\n${Array.from({ length: 30 }, (_, i) => `#define A${i + 1} A${i} A${i}\n`).join("")} .quad A30`,
    ],
    [
      "macros that double thirty times",
      `${Array.from({ length: 30 }, (_, i) => ` .macro m${i + 1}\n m${i}\n m${i}\n .endm\n`).join("")} .macro m0\n nop\n .endm\n m30`,
    ],
  ])("answers with a finding or an object: %s", (_what, text) => {
    expectSound(text);
  });
});

describe("readElf64", () => {
  it("never throws for an object with bytes changed", () => {
    const made = run("\t.globl f\nf:\tbl g\n\t.data\n\t.quad f, g\n");
    if (!made.ok) throw new Error("the program is right");
    const bytes = writeElf64(made.value);
    const changes = fc.array(fc.tuple(fc.nat(bytes.length - 1), fc.nat(255)), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(changes, fc.nat(bytes.length), (list, kept) => {
        const copy = bytes.slice(0, kept % 3 === 0 ? kept : bytes.length);
        for (const [at, value] of list) if (at < copy.length) copy[at] = value;
        const result = readElf64(copy);
        if (!result.ok) expect(result.diagnostics[0]?.code).toMatch(/^WS64[0-2]$/);
      }),
      { numRuns: 5000, seed: 4 },
    );
  });
});
