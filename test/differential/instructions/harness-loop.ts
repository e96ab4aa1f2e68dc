import { aliased, lines, transfer, vectorPairs } from "./harness-assembly.js";
import { BLOCKS, DATA, flag, INPUT_BYTES, input, PRISTINE, RESULT_BYTES, result } from "./layout.js";

/** Loads X2 … X30 and then X0 and X1, of which X0 is the base. */
function loadGeneralRegisters(): string {
  const pairs = Array.from(
    { length: 14 },
    (_, i) => `ldp x${2 * i + 2}, x${2 * i + 3}, [x0, #${16 * i + 16}]`,
  );
  return lines([...pairs, `ldr x30, [x0, #${30 * 8}]`, "ldp x0, x1, [x0]"]);
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

/** The loop. variables: the current case's record, its result, and how many cases are left. */
export const loop = `
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
