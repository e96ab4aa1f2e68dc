import { INPUT, inputWords, POKED, RESULT_WORDS, RESULTS, record, recorded } from "./layout.js";

/**
 * The resident program that runs a batch of cases on QEMU: GNU assembly. For each case it loads the case's system registers,
 * stack pointers and general registers, invalidates the TLB and returns to the case's PC and PSTATE. All that a case
 * does ends in an exception to EL2, where the fault registers are recorded. The cases come as binary; results
 * leave in one write of semihosting.
 */

const hex = (value: bigint | number): string => `0x${value.toString(16)}`;
const lines = (texts: readonly string[]): string => texts.map((text) => `    ${text}`).join("\n");

/** The name of the file that the harness writes, in the folder that QEMU runs in. */
export const RESULTS_FILE = "results.bin";

/** QEMU's GICv2. */
const DISTRIBUTOR = 0x08000000n;
const CPU_INTERFACE = 0x08010000n;

/** SCTLR_EL2 of the harness: its RES1 bits, no MMU. */
const SCTLR_OFF = 0x30c50830;

function nextCase(registers: readonly string[]): string {
  const load = (register: string, slot: number) => `ldr x1, [x0, #${8 * slot}]; msr ${register}, x1`;
  const ownLast = registers.indexOf("sctlr_el2");
  return `
next:
${lines([...recorded.map((register) => `msr ${register.toLowerCase()}, xzr`)])}
    clrex
    msr nzcv, xzr
${lines(registers.flatMap((register, i) => (i === ownLast ? [] : [load(register, record.registers + i)])))}
${lines([load("elr_el2", record.pc), load("spsr_el2", record.spsr), load("sp_el0", record.spEl0), load("sp_el1", record.spEl1)])}
    ldr x1, [x0, #${8 * record.spEl2}]
    mov sp, x1
    isb
    tlbi alle1
    tlbi alle2
    dsb sy
    // A software-generated interrupt of this PE to itself, number 0.
    ldr x1, [x0, #${8 * record.irq}]
    cbz x1, 1f
    ldr x2, =${hex(DISTRIBUTOR + 0xf00n)}
    mov w3, #2 << 24
    str w3, [x2]
    dsb sy
1:  ldr x1, [x0, #${8 * record.poke}]
    adr x3, variables
    str x1, [x3, #56]
    cbz x1, 2f
    ldr x2, [x1]
    str x2, [x3, #48]
    ldr x2, =${hex(POKED)}
    str x2, [x1]
2:  ldr x1, [x0, #${8 * record.timer}]
    cbz x1, 3f
    mov x2, #1
    msr cnthp_tval_el2, x1
    msr cnthp_ctl_el2, x2
3:  ldr x1, [x0, #${8 * record.x}]
    msr tpidr_el2, x1
    ldp x2, x3, [x0, #${8 * (record.x + 2)}]
    ldp x4, x5, [x0, #${8 * (record.x + 4)}]
    ldp x6, x7, [x0, #${8 * (record.x + 6)}]
    ldr x1, [x0, #${8 * (record.x + 1)}]
    ldr x0, [x0, #${8 * (record.registers + ownLast)}]
    msr sctlr_el2, x0
    isb
    mrs x0, tpidr_el2
    eret`;
}

function recordResult(registerCount: number): string {
  return `
record:
    // X0 is in TPIDR_EL2, X1 and X2 in variables, to which X0 points; X1 is the vector.
    ldr x2, [x0, #8]
    str x3, [x2, #24]
    str x1, [x2, #32]
    mrs x3, tpidr_el2
    str x3, [x2]
    ldr x3, [x0, #32]
    str x3, [x2, #8]
    ldr x3, [x0, #40]
    str x3, [x2, #16]
${lines(recorded.map((register, i) => `mrs x3, ${register.toLowerCase()}; str x3, [x2, #${8 * (5 + i)}]`))}
    add x2, x2, #${8 * RESULT_WORDS}
    str x2, [x0, #8]
    msr cnthp_ctl_el2, xzr
    ldp x5, x4, [x0, #48]
    cbz x4, 4f
    str x5, [x4]
4:  ldp x1, x3, [x0, #16]
    // Acknowledged and ended, or 1023 and nothing.
    ldr x4, =${hex(CPU_INTERFACE)}
    ldr w5, [x4, #0xc]
    str w5, [x4, #0x10]
    add x1, x1, #${8 * inputWords(registerCount)}
    sub x3, x3, #1
    stp x1, x3, [x0, #16]
    mov x0, x1
    cbnz x3, next`;
}

const finish = `
    ldr x1, =${hex(RESULTS)}
    sub x2, x2, x1
    adr x5, write_block
    stp x1, x2, [x5, #8]
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

const vectors = Array.from(
  { length: 16 },
  (_, i) => `    .balign 128
    msr tpidr_el2, x0
    mov x0, #${hex(SCTLR_OFF & 0xffff)}
    movk x0, #${hex(SCTLR_OFF >>> 16)}, lsl #16
    msr sctlr_el2, x0
    isb
    adr x0, variables
    stp x1, x2, [x0, #32]
    mov x1, #${i}
    b record`,
).join("\n");

/**
 * The whole program; at its start, the second doubleword is the address of the result of the case that is being run.
 * registers: names of the system registers that each case sets, SCTLR_EL2 among them.
 */
export function harnessSource(registers: readonly string[]): string {
  return `    .text
    .globl _start
variables: .quad 0, 0, 0, 0, 0, 0, 0, 0
_start:
    adr x0, vectors
    msr vbar_el2, x0
    mov x0, #3 << 20
    msr cpacr_el1, x0
    msr cptr_el2, xzr
    isb
    ldr x1, =${hex(DISTRIBUTOR)}
    ldr x2, =${hex(CPU_INTERFACE)}
    mov w3, #1
    str w3, [x1]
    str w3, [x2]
    // Interrupt 0 is the cases' own, 26 that of EL2's physical timer.
    mov w3, #1
    movk w3, #1 << 10, lsl #16
    str w3, [x1, #0x100]
    mov w3, #0xff
    str w3, [x2, #4]
    ldr x0, =${hex(INPUT)}
    ldr x3, [x0], #16
    ldr x1, =${hex(RESULTS)}
    adr x2, variables
    stp x0, x3, [x2, #16]
    str x1, [x2, #8]
${nextCase(registers.map((name) => name.toLowerCase()))}
${recordResult(registers.length)}
${finish}
    .ltorg
    .balign 2048
vectors:
${vectors}
    .balign 16
open_block: .quad name, 5, ${RESULTS_FILE.length}
write_block: .quad 0, 0, 0
exit_block: .quad 0x20026, 0
name: .asciz "${RESULTS_FILE}"
`;
}
