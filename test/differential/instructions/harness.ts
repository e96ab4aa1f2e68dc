import type { Architecture } from "../../../src/runtime/index.js";
import { controls, restoredRegisters, sctlr } from "./controls.js";
import { aliased, genericName, hex, lines } from "./harness-assembly.js";
import { loop } from "./harness-loop.js";
import { DATA, DATA_BYTES, INPUT, RESULTS } from "./layout.js";

/**
 * The bare-metal program that runs a batch of cases: GNU assembly. It starts at EL2, sets up translation and
 * vectors, and for each case loads all of its state and returns to its first word. Whatever exception ends the case
 * comes to EL2: EL1's vectors hold nothing but an HVC, which leaves EL1's registers as they are. There the state
 * is recorded, and the data are put back. It needs no stack and no register of its own between the cases.
 * Code is loaded before the PE starts and never written, so there are no caches to maintain.
 */

/** GICv2: distributor and CPU interface on, the virtual timer's interrupt enabled. */
const interruptController = `
    mov x1, #0x08000000
    mov w2, #1
    str w2, [x1]
    mov w2, #1 << 27
    str w2, [x1, #0x100]
    mov x1, #0x08010000
    mov w2, #0xff
    str w2, [x1, #4]
    mov w2, #1
    str w2, [x1]
    msr cntv_cval_el0, xzr`;

function start(architecture: Architecture, caseCount: number): string {
  const byName = new Map(architecture.registers.map((register) => [register.name, register]));
  const settings = controls.map(([name, value]) => {
    const register = byName.get(name);
    if (register === undefined) throw new Error(`no register ${name}`);
    return `ldr x0, =${hex(value)}; msr ${genericName(register)}, x0`;
  });
  return `
_start:
    adr x0, skipping_vectors
    msr vbar_el2, x0
${interruptController}
${lines(settings)}
    isb
    tlbi alle1
    tlbi alle2
    dsb sy
    ldr x0, =${hex(sctlr.el2)}
    msr sctlr_el2, x0
    isb
    ldr x29, =saved
${lines(restoredRegisters(architecture).map((r, i) => `mrs x1, ${genericName(r)}; str x1, [x29, #${8 * i}]`))}
    adr x0, vectors
    msr vbar_el2, x0
    isb
    ldr x0, =${aliased(INPUT)}
    ldr x1, =${aliased(RESULTS)}
    ldr x2, =${caseCount}
    adr x30, variables
    stp x0, x1, [x30]
    str x2, [x30, #16]
    b next`;
}

/** After the last case: the data follow the results, and all is written to the file named by the layout. */
const finish = `
    ldr x0, =${aliased(DATA)}
    ldr x2, =${DATA_BYTES}
4:  ldp q0, q1, [x0], #32
    stp q0, q1, [x1], #32
    subs x2, x2, #32
    b.ne 4b
    ldr x3, =${aliased(RESULTS)}
    sub x4, x1, x3
    adr x5, write_block
    stp x3, x4, [x5, #8]
    mov w0, #0x01
    adr x1, open_block
    hlt #0xf000
    str x0, [x5]
    mov w0, #0x05
    mov x1, x5
    hlt #0xf000
    mov w0, #0x18
    adr x1, exit_block
    hlt #0xf000
    b .`;

function restore(architecture: Architecture): string {
  return `
restore:
    adr x0, skipping_vectors
    msr vbar_el2, x0
    ldr x29, =saved
${lines(restoredRegisters(architecture).map((r, i) => `ldr x1, [x29, #${8 * i}]; msr ${genericName(r)}, x1`))}
    adr x0, vectors
    msr vbar_el2, x0
    isb
    tlbi alle1
    tlbi alle2
    dsb sy
    isb
    b advance`;
}

const vectors = `
    .section .vectors, "ax"
vectors:
${Array.from(
  { length: 16 },
  (_, i) => `    .balign 128
    msr tpidr_el2, x0
    adr x0, variables
    stp x1, x2, [x0, #24]
    mov x1, #${i}
    b record`,
).join("\n")}
    // Goes on after an instruction that QEMU does not have.
    .balign 2048
skipping_vectors:
${Array.from(
  { length: 16 },
  () => `    .balign 128
    mrs x2, elr_el2
    add x2, x2, #4
    msr elr_el2, x2
    eret`,
).join("\n")}`;

/** The name of the file that the harness writes, in the folder that QEMU runs in. */
export const RESULTS_FILE = "results.bin";

function variables(architecture: Architecture): string {
  return `
    .text
    .balign 16
variables: .quad 0, 0, 0, 0, 0, 0
open_block: .quad name, 5, ${RESULTS_FILE.length}
write_block: .quad 0, 0, 0
exit_block: .quad 0x20026, 0
name: .asciz "${RESULTS_FILE}"
    .balign 16
saved: .zero ${8 * restoredRegisters(architecture).length + 8}`;
}

/** The whole program for a number of cases. */
export function harnessSource(architecture: Architecture, caseCount: number): string {
  return `    .text
    .globl _start
${start(architecture, caseCount)}
${loop}
${finish}
${restore(architecture)}
    .ltorg
${variables(architecture)}
${vectors}
`;
}
