import { describe, expect, it } from "vitest";
import { assemble, type Sysregs } from "../../src/assembler/index.js";
import { a64Table } from "./a64-documents.js";

const table = a64Table();
const sysregs: Sysregs = new Map([
  ["sctlr_el1", { op0: 3, op1: 0, CRn: 1, CRm: 0, op2: 0 }],
  ["midr_el1", { op0: 3, op1: 0, CRn: 0, CRm: 0, op2: 0, write: false }],
]);

/** The findings of a text as `line:column length severity code message`. */
function findings(text: string, files: Readonly<Record<string, string>> = {}): string[] {
  const readInclude = (name: string): { file: string; text: string } | undefined =>
    files[name] === undefined ? undefined : { file: name, text: files[name] };
  const result = assemble({ file: "x.S", text, table, sysregs, readInclude });
  return result.diagnostics.map((d) => {
    const where = d.at.file === "x.S" ? "" : `${d.at.file}:`;
    const related = (d.related ?? []).map((r) => ` <- ${r.at.file}:${r.at.line}: ${r.message}`).join("");
    return `${where}${d.at.line}:${d.at.column}+${d.at.length ?? 1} ${d.severity} ${d.code} ${d.message}${related}${d.hint === undefined ? "" : ` (${d.hint})`}`;
  });
}

describe("the assembler's findings", () => {
  it.each<[string, string, string[]]>([
    [
      "unknown mnemonic",
      " ldrr x0, [x1]",
      ['1:2+4 error WS601 there is no instruction "ldrr" (did you mean ldr?)'],
    ],
    [
      "unknown condition",
      " b.eqq 1f\n1:",
      [
        '1:2+5 error WS602 "eqq" is no condition (it is one of eq, ne, cs, cc, mi, pl, vs, vc, hi, ls, ge, lt, gt, le, al, nv, hs, lo)',
      ],
    ],
    [
      "an operand of another width",
      " add x0, w1, #1",
      ['1:10+2 error WS602 "w1" does not go with the operands before it'],
    ],
    [
      "a register that is none",
      " mov x0, x31",
      [`1:10+3 error WS602 a W register or X register or the stack pointer is needed, not "x31"`],
    ],
    [
      "the stack pointer where 31 is zero",
      " and x0, sp, x1",
      ['1:10+2 error WS602 a W register or X register is needed, not "sp"'],
    ],
    ["a missing operand", " add x0, x1", ['1:12+1 error WS602 "," is needed before the end of the line']],
    [
      "a name without what has to follow it, on a later line",
      "// a comment\n nop\n .global\n mov\n",
      [
        "3:9+1 error WS619 .global takes a symbol, not the end of the line",
        "4:5+1 error WS602 a W register or X register or the stack pointer is needed, not the end of the line",
      ],
    ],
    ["an operand too many", " ret x0, x1", ['1:8+1 error WS602 nothing more is expected before ","']],
    [
      "an immediate out of range",
      " ldr x0, [x1, #32768]",
      ["1:16+5 error WS603 32768 is out of range: 0 to 32760 in steps of 8"],
    ],
    [
      "an immediate of the wrong step",
      " ldp x0, x1, [x2, #12]",
      ["1:20+2 error WS603 12 is out of range: -512 to 504 in steps of 8"],
    ],
    [
      "a value that is no bitmask",
      " and x0, x1, #5",
      ["1:15+1 error WS603 0x5 is no bitmask immediate: a rotated run of ones, repeated"],
    ],
    [
      "a value that no MOV moves",
      " mov x0, #0x12345678",
      [
        "1:11+10 error WS603 0x12345678 cannot be moved by one instruction (load it from a literal: ldr register, =value)",
      ],
    ],
    ["a shift out of range", " lsl w0, w1, #32", ["1:15+2 error WS603 32 is out of range: 0 to 31"]],
    [
      "a rotated addend",
      " add x0, x1, x2, ror #1",
      ["1:24+1 error WS602 add is unallocated with these operands"],
    ],
    [
      "a target out of reach",
      " tbz x0, #1, far\n .space 40000\nfar:",
      ["1:14+3 error WS604 the distance 40004 is out of reach: -32768 to 32764"],
    ],
    ["a misaligned target", " b 1f\n .byte 1\n1:", ["1:4+2 error WS604 the distance 5 is no multiple of 4"]],
    [
      "a label twice",
      "a: nop\na: nop",
      ["2:1+1 error WS605 a is defined already <- x.S:1: first defined here"],
    ],
    [
      "a value for a label",
      "a: nop\n .set a, 1",
      ["2:7+1 error WS605 a is defined already <- x.S:1: first defined here"],
    ],
    [
      "a second .equiv",
      " .equiv a, 1\n .equiv a, 2",
      ["2:9+1 error WS605 a is defined already <- x.S:1: first defined here"],
    ],
    ["no numeric label before", " b 1b\n1:", ["1:4+2 error WS606 there is no label 1: before this"]],
    ["no numeric label after", "1: b 1f", ["1:6+2 error WS606 there is no label 1: after this"]],
    [
      "division by zero",
      " .quad 1 / 0, 2 % 0",
      ["1:10+1 error WS607 division by zero", "1:17+1 error WS607 division by zero"],
    ],
    [
      "unknown directive",
      " .quadd 1",
      ["1:2+6 error WS608 there is no directive .quadd (did you mean .quad?)"],
    ],
    [".if without .endif", " .if 1\n nop", ["1:2+3 error WS609 this .if has no .endif"]],
    [".endif without .if", " .endif", ["1:2+6 error WS609 this .endif has no .if, or comes after its .else"]],
    [
      ".else twice",
      " .if 1\n .else\n .else\n .endif",
      ["3:2+5 error WS609 this .else has no .if, or comes after its .else"],
    ],
    [".macro without .endm", " .macro m\n nop", ["1:2+6 error WS609 this .macro has no .endm"]],
    [".endm without .macro", " .endm", ["1:2+5 error WS609 this .endm has no .macro"]],
    [".rept without .endr", " .rept 2\n nop", ["1:2+5 error WS609 this .rept has no .endr"]],
    ["#if without #endif", "#ifdef A\n nop", ["1:1+6 error WS609 this #ifdef has no #endif"]],
    ["#endif without #if", "#endif", ["1:1+6 error WS609 this #endif has no #if"]],
    [
      "#else twice",
      "#if 1\n#else\n#else\n#endif",
      ["3:1+5 error WS609 this #else comes after the #else of its #if <- x.S:2: the #else is here"],
    ],
    [".popsection alone", " .popsection", ["1:2+11 error WS609 this .popsection has no .pushsection"]],
    [
      "half an expression",
      " .quad 1 +",
      ["1:11+1 error WS610 an operand is missing before the end of the line"],
    ],
    ["an open parenthesis", " .quad (1 + 2", ["1:14+1 error WS610 a ) is missing here"]],
    [
      "a symbol defined by itself",
      " .set a, b\n .set b, a\n .quad a",
      ["1:10+1 error WS610 b is defined by itself", "2:10+1 error WS610 a is defined by itself"],
    ],
    [
      "a size that is not known",
      " .space end - start\nstart:\nend:",
      ["1:13+1 error WS611 a number must be known here, and end is not one yet"],
    ],
    [
      "a place for an immediate",
      " add x0, x1, #here\nhere:",
      ["1:15+4 error WS611 a number is needed here, and here is a place"],
    ],
    [
      "unknown preprocessor directive",
      "#warn x",
      ["1:1+5 error WS612 there is no directive #warn here (comments start with //)"],
    ],
    [
      "a definition that changes",
      "#define A 1\n#define A 2",
      ['2:9+1 error WS612 A is defined already, as "1" <- x.S:1: first defined here'],
    ],
    [
      "pasting",
      "#define A(x) x##1",
      ['1:15+1 error WS612 "##" in the body of A: C\'s # and ## are not supported'],
    ],
    [
      "a call with too few arguments",
      "#define A(x, y) x\n .quad A(1)",
      ["2:8+4 error WS612 A takes 2 arguments, not 1"],
    ],
    ["a comment without end", " nop\n /* never", ["2:2+2 error WS612 this comment has no end"]],
    ["a string without end", ' .ascii "abc', ["1:9+1 error WS612 this string has no end on its line"]],
    ["a missing include", '#include "gone.h"', ["1:10+8 error WS613 there is no file gone.h to include"]],
    [
      "too many arguments",
      " .macro m a\n nop\n .endm\n m 1, 2",
      ["4:2+1 error WS614 m takes 1 arguments, and 2 are given <- x.S:1: m is here"],
    ],
    [
      "a missing argument",
      " .macro m a:req\n nop\n .endm\n m",
      ["4:2+1 error WS614 m needs its argument a <- x.S:1: m is here"],
    ],
    [
      "a strange character",
      " add x0, x1, §",
      ['1:14+1 error WS616 "§" starts nothing that the assembler knows'],
    ],
    [
      "a number past 64 bits",
      " .quad 0x10000000000000000",
      ["1:8+19 error WS616 0x10000000000000000 needs more than 64 bits"],
    ],
    ["a number with letters", " .quad 12ab", ['1:8+2 error WS616 a number cannot be followed by "a"']],
    ["an unknown escape", ' .ascii "a\\q"', ['1:11+2 error WS616 "\\q" is no escape']],
    [
      "a value too large",
      " .byte 256, -129",
      ["1:8+3 error WS617 256 does not fit 1 bytes", "1:13+1 error WS617 -129 does not fit 1 bytes"],
    ],
    [
      "a place in a byte",
      " .byte elsewhere",
      ["1:8+9 error WS618 no relocation of 1 bytes expresses elsewhere"],
    ],
    [
      "a difference of strangers",
      " .quad a - b",
      ["1:10+1 error WS618 no relocation of 8 bytes expresses a - b"],
    ],
    [
      "a product of places",
      "a: .quad a * 2",
      ["1:12+1 error WS618 this operation on places gives neither a place nor a number"],
    ],
    ["an alignment out of range", " .align 40", ["1:2+6 error WS619 .align 40 is out of range: 0 to 16"]],
    [
      "a section with strange flags",
      ' .section .x, "axz"',
      ["1:15+5 error WS619 axz is no string of the flags a, w and x"],
    ],
    [
      "a section with other flags",
      ' .section .x, "a"\n .section .x, "ax"',
      ["2:11+2 error WS619 the section .x was opened with other flags before"],
    ],
    ["going back", " nop\n .org 2", ["2:2+4 error WS619 .org goes back, from 4 to 2"]],
    ["a register as a label", "x0: nop", ["1:1+2 error WS619 x0 is a register and can be no label"]],
    ["something after a directive", " .text 1", ['1:8+1 error WS619 .text has nothing to do with "1"']],
    [
      "a system register with a wrong letter",
      " mrs x0, sctlr_el2",
      ['1:10+9 error WS621 "sctlr_el2" is no system register (did you mean sctlr_el1?)'],
    ],
    [
      "an unknown operation",
      " tlbi vmalle1iss",
      ['1:7+10 error WS621 "vmalle1iss" is no operation of TLBI (did you mean vmalle1is?)'],
    ],
    ["an operation without its register", " tlbi vae1is", ["1:13+1 error WS602 VAE1IS needs a register"]],
    [
      "an operation with a register too many",
      " tlbi alle1is, x0",
      ['1:14+1 error WS602 nothing more is expected before ","'],
    ],
    [
      "a branch to a number that a symbol has only later",
      " b later\nlater = 8",
      ["1:4+5 error WS618 a target is a place, or a number that is known before it"],
    ],
    ["the page of a number", " adrp x0, 4096", ["1:11+4 error WS618 a target is a place"]],
    [
      "a literal for a store",
      " str x0, =5",
      ["1:10+1 error WS602 only ldr with a W, X, S, D or Q register takes =value"],
    ],
  ])("name the place and the fault: %s", (_what, text, wanted) => {
    expect(findings(text)).toEqual(wanted);
  });

  it.each<[string, string, string[]]>([
    [
      "operators that C groups otherwise",
      " .quad 1 << 2 + 3",
      ['1:10+2 warning WS620 "<<" binds tighter than "+" here, and not in C (write the parentheses)'],
    ],
    [
      "a write to a register that is only read",
      " msr midr_el1, x0",
      ["1:6+8 warning WS621 midr_el1 cannot be written"],
    ],
  ])("warn of %s", (_what, text, wanted) => {
    expect(findings(text)).toEqual(wanted);
  });

  it("are not raised by parentheses and by operators that group alike", () => {
    expect(findings(" .quad (1 << 2) + 3, 1 * 2 + 3, 1 + 2 - 3, 1 << 2 << 3, -1 + 2")).toEqual([]);
  });

  it("come all together, sorted by place, from the whole file", () => {
    expect(
      findings(" bad1\n nop\n .bad2\n add x0\n b 9f").map((f) => f.split(" ").slice(0, 3).join(" ")),
    ).toEqual(["1:2+4 error WS601", "3:2+5 error WS608", "4:8+1 error WS602", "5:4+2 error WS606"]);
  });

  it("inside a macro name the line of the macro and the calls that led there", () => {
    const text = " .macro inner reg\n mov \\reg, #5, 5\n .endm\n .macro outer\n inner x1\n .endm\n outer";
    expect(findings(text)).toEqual([
      '2:14+1 error WS602 nothing more is expected before "," <- x.S:5: expanded from this inner <- x.S:7: expanded from this outer',
    ]);
  });

  it("inside an include name its file and where it was included", () => {
    expect(findings('#include "a.h"', { "a.h": '\n#include "b.h"', "b.h": " bad" })).toEqual([
      'b.h:1:2+3 error WS601 there is no instruction "bad" <- a.h:2: included from here <- x.S:1: included from here (did you mean b?)',
    ]);
  });

  it("inside a definition name the place where it is used", () => {
    expect(findings("#define FIVE 5\n and x0, x1, #FIVE")).toEqual([
      "2:15+1 error WS603 0x5 is no bitmask immediate: a rotated run of ones, repeated",
    ]);
  });

  it("end includes that include themselves, and macros that call themselves", () => {
    expect(findings('#include "a.h"', { "a.h": '#include "a.h"' }).map((f) => f.slice(0, 60))).toEqual([
      "a.h:1:10+5 error WS613 a.h is included more than 64 levels d",
    ]);
    const [only, ...more] = findings(" .macro m\n m\n .endm\n m");
    expect(only?.startsWith("2:2+1 error WS615 this expansion goes past 128 levels")).toBe(true);
    expect(more).toEqual([]);
  });
});
