import { describe, expect, test } from "vitest";
import { loadArchitecture } from "../../src/cli/architecture.js";
import { boardTools, compile, runHere, runOnQemu } from "./board-programs.js";

/**
 * The state that a program starts in: general registers, PSTATE and every system register that MRS reads at EL2, before
 * anything was written. The program is its own start.
 */

const tools = boardTools();
const registers = [...loadArchitecture().sysregs.values()].filter(
  // An _EL02 or _EL12 name is UNDEFINED without FEAT_VHE; its encoding says so as well as its register's.
  ({ readEl }) => readEl !== undefined && readEl <= 2,
);
const UNDEFINED = 0xdeadn;

/** Not compared, with the reason. */
const skipped = new Map<string, string>([
  ["CNTPCT_EL0", "counts"],
  ["CNTVCT_EL0", "counts"],
  ["CNTP_TVAL_EL0", "counts"],
  ["CNTV_TVAL_EL0", "counts"],
  ["CNTHP_TVAL_EL2", "counts"],
  // QEMU leaves out registers of external debug, which the base architecture has. DDI0487, chapter H.
  ...[
    "DBGDTR_EL0",
    "DBGDTRRX_EL0",
    "OSDTRRX_EL1",
    "OSDTRTX_EL1",
    "OSECCR_EL1",
    "DBGPRCR_EL1",
    "MDCCINT_EL1",
  ].map((name) => [name, "external debug"] as const),
  ...["DBGCLAIMSET_EL1", "DBGCLAIMCLR_EL1", "DBGAUTHSTATUS_EL1", "DBGVCR32_EL2"].map(
    (name) => [name, "external debug"] as const,
  ),
]);

const compared = registers.filter(({ name }) => !skipped.has(name));

const source = `
    .text
    .globl _start
_start:
    msr tpidr_el2, x1
    adrp x1, values
    add x1, x1, :lo12:values
    str x0, [x1]
    mrs x0, tpidr_el2
    stp x0, x2, [x1, #8]
${Array.from({ length: 14 }, (_, i) => `    stp x${2 * i + 3}, x${2 * i + 4}, [x1, #${24 + 16 * i}]`).join("\n")}
    mov x2, sp
    str x2, [x1, #248]
    msr tpidr_el2, xzr
    add x19, x1, #256
    mov x20, #0
    adr x3, vectors
    mrs x21, vbar_el2
    msr vbar_el2, x3
    isb
${compared
  .map(({ name, encoding: { op0, op1, CRn, CRm, op2 } }) => {
    const saved =
      name === "VBAR_EL2" ? "    mov x0, x21\n" : `    mrs x0, s${op0}_${op1}_c${CRn}_c${CRm}_${op2}\n`;
    return `${saved}    str x0, [x19], #8`;
  })
  .join("\n")}
    mov w0, #1
    adr x1, open
    hlt #0xf000
    adr x1, written
    str x0, [x1]
    mov w0, #5
    hlt #0xf000
    mov w0, #0x18
    adr x1, leave
    hlt #0xf000
    b .
    .balign 0x800
vectors:
    .space 0x200
    mrs x0, elr_el2
    add x0, x0, #4
    msr elr_el2, x0
    movz x0, #${UNDEFINED}
    eret
    .balign 8
open: .quad name, 4, 3
leave: .quad 0x20026, 0
name: .asciz ":tt"
    .data
    .balign 8
written: .quad 0, values, ${256 + 8 * compared.length}
    .bss
    .balign 16
values: .space ${256 + 8 * compared.length}
`;

describe.skipIf(tools === undefined)("the start of a program", () => {
  test("has QEMU's general registers, PSTATE and system registers", async () => {
    const elf = compile(tools!, { assembly: source });
    const names = [
      ...Array.from({ length: 31 }, (_, i) => `X${i}`),
      "SP",
      ...compared.map(({ name }) => name),
    ];
    const values = (bytes: Buffer) =>
      Object.fromEntries(
        names.map((name, i) => {
          const value = bytes.readBigUInt64LE(8 * i);
          return [name, value === UNDEFINED ? "UNDEFINED" : `0x${value.toString(16)}`];
        }),
      );
    const expected = values(runOnQemu(tools!, elf).out);
    // The exceptions of UNDEFINED reads before it leave their traces in these, the same on both.
    expect(values((await runHere(elf)).out)).toEqual(expected);
    expect(Object.values(expected).filter((value) => value !== "UNDEFINED").length).toBeGreaterThan(150);
  });
});
