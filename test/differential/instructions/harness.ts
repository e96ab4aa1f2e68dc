import type { Architecture, SystemEncoding } from "../../../src/runtime/index.js";
import { controls, restoredRegisters, sctlr } from "./controls.js";
import {
  ALIAS_DISTANCE,
  BLOCKS,
  DATA,
  DATA_BYTES,
  flag,
  INPUT,
  INPUT_BYTES,
  input,
  PRISTINE,
  RESULT_BYTES,
  RESULTS,
  result,
} from "./layout.js";

/**
 * The bare-metal program that runs a batch of cases: GNU assembly. It starts at EL2, sets up translation and
 * vectors, and for each case loads all of its state and returns to its first word. Whatever exception ends the case
 * comes to EL2: EL1's vectors hold nothing but an HVC, which leaves EL1's registers as they are. There the state
 * is recorded, and the data are put back. It needs no stack and no register of its own between the cases.
 * Code is loaded before the PE starts and never written, so there are no caches to maintain.
 */

const hex = (value: bigint | number): string => `0x${value.toString(16)}`;
const aliased = (address: bigint): string => hex(address + ALIAS_DISTANCE);

/** The generic name of a system register, which GNU as takes for every one. */
function genericName({ op0, op1, CRn, CRm, op2 }: SystemEncoding): string {
  return `s${op0}_${op1}_c${CRn}_c${CRm}_${op2}`;
}

function lines(texts: readonly string[]): string {
  return texts.map((text) => `    ${text}`).join("\n");
}

function vectorPairs(verb: "ldp" | "stp", base: string, offset: number): string {
  return lines(
    Array.from({ length: 16 }, (_, i) => `${verb} q${2 * i}, q${2 * i + 1}, [${base}, #${offset + 32 * i}]`),
  );
}

/** Loads X2 … X30 and then X0 and X1, of which X0 is the base. */
function loadGeneralRegisters(): string {
  const pairs = Array.from(
    { length: 14 },
    (_, i) => `ldp x${2 * i + 2}, x${2 * i + 3}, [x0, #${16 * i + 16}]`,
  );
  return lines([...pairs, `ldr x30, [x0, #${30 * 8}]`, "ldp x0, x1, [x0]"]);
}

function transfer(
  verb: "mrs" | "msr",
  register: string,
  slot: number,
  base: string,
  through: string,
): string {
  const memory = `[${base}, #${slot * 8}]`;
  return verb === "mrs"
    ? `mrs ${through}, ${register}; str ${through}, ${memory}`
    : `ldr ${through}, ${memory}; msr ${register}, ${through}`;
}

const loaded: readonly (readonly [register: string, slot: number])[] = [
  ["sp_el0", input.spEl0],
  ["sp_el1", input.spEl1],
  ["elr_el2", input.pc],
  ["spsr_el2", input.spsr],
  ["elr_el1", input.elrEl1],
  ["spsr_el1", input.spsrEl1],
  ["sctlr_el1", input.sctlrEl1],
  ["sctlr_el2", input.sctlrEl2],
];
const cleared = [
  "esr_el1",
  "far_el1",
  "esr_el2",
  "far_el2",
  "hpfar_el2",
  "par_el1",
  "tpidr_el0",
  "tpidr_el2",
  "fpsr",
  "fpcr",
];
const recorded: readonly (readonly [register: string, slot: number])[] = [
  ["sp_el0", result.spEl0],
  ["sp_el1", result.spEl1],
  ["esr_el2", result.esrEl2],
  ["elr_el2", result.elrEl2],
  ["spsr_el2", result.spsrEl2],
  ["far_el2", result.farEl2],
  ["hpfar_el2", result.hpfarEl2],
  ["esr_el1", result.esrEl1],
  ["elr_el1", result.elrEl1],
  ["spsr_el1", result.spsrEl1],
  ["far_el1", result.farEl1],
  ["fpcr", result.fpcr],
  ["fpsr", result.fpsr],
  ["tpidr_el0", result.tpidrEl0],
  ["par_el1", result.parEl1],
];

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

/** The loop. variables: the current case's record, its result, and how many cases are left. */
const loop = `
next:
    adr x30, variables
    ldr x0, [x30]
    ldr x29, [x0, #${8 * input.flags}]
    tbnz x29, #${Math.log2(flag.skipped)}, advance
    tbz x29, #${Math.log2(flag.interrupt)}, 1f
    mov x2, #1
    msr cntv_ctl_el0, x2
1:
${lines(loaded.map(([register, slot]) => transfer("msr", register, slot, "x0", "x2")))}
    ldr x2, [x0, #${8 * input.spEl2}]
    mov sp, x2
${lines(cleared.map((register) => `msr ${register}, xzr`))}
    isb
${vectorPairs("ldp", "x0", 8 * input.v)}
${loadGeneralRegisters()}
    eret
record:
    // X0 is in TPIDR_EL2, X1 and X2 in variables; X0 points to them, X1 is the vector.
    mov x2, x0
    ldr x0, [x2, #8]
    stp x3, x4, [x0, #24]
    mrs x3, tpidr_el2
    str x3, [x0]
    ldp x3, x4, [x2, #24]
    stp x3, x4, [x0, #8]
${lines(Array.from({ length: 13 }, (_, i) => `stp x${2 * i + 5}, x${2 * i + 6}, [x0, #${8 * (2 * i + 5)}]`))}
    str x1, [x0, #${8 * result.vector}]
    mov x3, sp
    str x3, [x0, #${8 * result.spEl2}]
${lines(recorded.map(([register, slot]) => transfer("mrs", register, slot, "x0", "x3")))}
${vectorPairs("stp", "x0", 8 * result.v)}
    ldr x1, [x2]
    add x4, x1, #${8 * input.blocks}
    add x5, x0, #${8 * result.blocks}
    mov x6, #${BLOCKS}
    ldr x7, =${aliased(DATA)}
    ldr x8, =${aliased(PRISTINE)}
2:  ldr x9, [x4], #8
    add x10, x7, x9
    add x11, x8, x9
    ldp q0, q1, [x10]
    ldp q2, q3, [x10, #32]
    stp q0, q1, [x5], #32
    stp q2, q3, [x5], #32
    ldp q0, q1, [x11]
    ldp q2, q3, [x11, #32]
    stp q0, q1, [x10]
    stp q2, q3, [x10, #32]
    subs x6, x6, #1
    b.ne 2b
    ldr x29, [x1, #${8 * input.flags}]
    tbz x29, #${Math.log2(flag.interrupt)}, 3f
    msr cntv_ctl_el0, xzr
3:  tbnz x29, #${Math.log2(flag.restores)}, restore
advance:
    adr x30, variables
    ldp x0, x1, [x30]
    add x0, x0, #${INPUT_BYTES}
    ldr x3, =${RESULT_BYTES}
    add x1, x1, x3
    stp x0, x1, [x30]
    ldr x2, [x30, #16]
    sub x2, x2, #1
    str x2, [x30, #16]
    cbnz x2, next`;

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
