import { describe, expect, it } from "vitest";
import { encodingGroup } from "../../src/model/a64/index.js";
import { requireTool } from "../oracles/tools.js";
import { a64Table } from "../unit/a64-documents.js";
import { gnuText } from "./a64-words.js";

const as = requireTool("aarch64-linux-gnu-as");
const table = a64Table();

/** Instructions for GNU as, by the group under which DDI0487 C4 lists them. */
const GROUPS: Readonly<Record<string, readonly string[]>> = {
  "PC-rel. addressing": ["adr x0, ."],
  "Add/subtract (immediate)": ["add x0, x1, #1"],
  "Add/subtract (immediate, with tags)": ["addg x0, x1, #16, #1"],
  "Logical (immediate)": ["and x0, x1, #1"],
  "Move wide (immediate)": ["movk x0, #1"],
  Bitfield: ["ubfx x0, x1, #3, #4"],
  Extract: ["extr x0, x1, x2, #3"],
  "Conditional branch (immediate)": ["b.eq ."],
  "Exception generation": ["svc #0", "dcps1"],
  Hints: ["nop", "pacia1716", "bti c"],
  Barriers: ["dsb sy", "sb", "clrex"],
  PSTATE: ["msr daifset, #2", "cfinv", "axflag"],
  "System instructions": ["dc zva, x0", "sysl x0, #0, c7, c7, #0"],
  "System register move": ["mrs x0, midr_el1", "msr sctlr_el1, x0"],
  "Unconditional branch (register)": ["br x0", "eret", "blraa x0, x1"],
  "Unconditional branch (immediate)": ["bl ."],
  "Compare and branch (immediate)": ["cbz x0, ."],
  "Test and branch (immediate)": ["tbz x0, #3, ."],
  "Advanced SIMD load/store multiple structures": ["ld1 {v0.16b}, [x0]", "st4 {v0.2s-v3.2s}, [x0]"],
  "Advanced SIMD load/store multiple structures (post-indexed)": ["ld1 {v0.16b}, [x0], #16"],
  "Advanced SIMD load/store single structure": ["ld1 {v0.b}[3], [x0]", "ld4r {v0.2d-v3.2d}, [x0]"],
  "Advanced SIMD load/store single structure (post-indexed)": ["st2 {v0.s, v1.s}[3], [x0], x1"],
  "Compare and swap pair": ["casp x0, x1, x2, x3, [x4]"],
  "Load/store exclusive pair": ["ldxp x0, x1, [x2]"],
  "Load/store exclusive register": ["stlxrb w0, w1, [x2]"],
  "Load/store ordered": ["ldar x0, [x1]", "stllr x0, [x1]"],
  "Compare and swap": ["casal x0, x1, [x2]"],
  "LDAPR/STLR (unscaled immediate)": ["ldapur x0, [x1, #3]"],
  "Load/store memory tags": ["stg x0, [x1]", "ldg x0, [x1]"],
  "Load register (literal)": ["ldr x0, .", "ldr q0, ."],
  "Load/store no-allocate pair (offset)": ["ldnp x0, x1, [x2]"],
  "Load/store register pair (post-indexed)": ["ldp x0, x1, [x2], #16"],
  "Load/store register pair (offset)": ["stp q0, q1, [x2]"],
  "Load/store register pair (pre-indexed)": ["ldp x0, x1, [x2, #16]!"],
  "Load/store register (unscaled immediate)": ["ldur x0, [x1, #3]", "prfum pldl1keep, [x0, #3]"],
  "Load/store register (immediate post-indexed)": ["ldr x0, [x1], #3"],
  "Load/store register (unprivileged)": ["ldtr x0, [x1]"],
  "Load/store register (immediate pre-indexed)": ["str b0, [x1, #3]!"],
  "Atomic memory operations": ["ldadd x0, x1, [x2]", "swp x0, x1, [x2]", "ldapr x0, [x1]"],
  "Load/store register (register offset)": ["ldr x0, [x1, x2]"],
  "Load/store register (pac)": ["ldraa x0, [x1]"],
  "Load/store register (unsigned immediate)": ["str q0, [x1, #16]"],
  "Data-processing (2 source)": ["udiv x0, x1, x2", "crc32x w0, w1, x2", "pacga x0, x1, x2", "irg x0, x1"],
  "Data-processing (1 source)": ["rbit x0, x1", "pacia x0, x1"],
  "Logical (shifted register)": ["bic x0, x1, x2"],
  "Add/subtract (shifted register)": ["add x0, x1, x2"],
  "Add/subtract (extended register)": ["add x0, x1, w2, uxtw"],
  "Add/subtract (with carry)": ["adc x0, x1, x2"],
  "Rotate right into flags": ["rmif x0, #1, #2"],
  "Evaluate into flags": ["setf8 w0"],
  "Conditional compare (register)": ["ccmp x0, x1, #0, eq"],
  "Conditional compare (immediate)": ["ccmp x0, #1, #0, eq"],
  "Conditional select": ["csel x0, x1, x2, eq"],
  "Data-processing (3 source)": ["madd x0, x1, x2, x3", "umulh x0, x1, x2"],
  "Cryptographic AES": ["aese v0.16b, v1.16b"],
  "Cryptographic three-register SHA": ["sha256h q0, q1, v2.4s"],
  "Cryptographic two-register SHA": ["sha1h s0, s1"],
  "Advanced SIMD scalar copy": ["mov b0, v1.b[3]"],
  "Advanced SIMD scalar three same FP16": ["fmulx h0, h1, h2"],
  "Advanced SIMD scalar two-register miscellaneous FP16": ["fcvtns h0, h1"],
  "Advanced SIMD scalar three same extra": ["sqrdmlah h0, h1, h2"],
  "Advanced SIMD scalar two-register miscellaneous": ["abs d0, d1", "fcvtns s0, s1"],
  "Advanced SIMD scalar pairwise": ["addp d0, v1.2d", "faddp s0, v1.2s"],
  "Advanced SIMD scalar three different": ["sqdmull s0, h1, h2"],
  "Advanced SIMD scalar three same": ["add d0, d1, d2"],
  "Advanced SIMD scalar shift by immediate": ["shl d0, d1, #3"],
  "Advanced SIMD scalar x indexed element": ["fmul s0, s1, v2.s[1]"],
  "Advanced SIMD table lookup": ["tbl v0.16b, {v1.16b}, v2.16b"],
  "Advanced SIMD permute": ["zip1 v0.16b, v1.16b, v2.16b"],
  "Advanced SIMD extract": ["ext v0.16b, v1.16b, v2.16b, #3"],
  "Advanced SIMD copy": ["dup v0.16b, w1", "mov v0.b[1], v2.b[3]", "umov w0, v1.b[2]"],
  "Advanced SIMD three same (FP16)": ["fadd v0.8h, v1.8h, v2.8h"],
  "Advanced SIMD two-register miscellaneous (FP16)": ["fabs v0.8h, v1.8h"],
  "Advanced SIMD three-register extension": ["sdot v0.4s, v1.16b, v2.16b", "fcmla v0.4s, v1.4s, v2.4s, #90"],
  "Advanced SIMD two-register miscellaneous": ["cnt v0.16b, v1.16b", "fabs v0.4s, v1.4s"],
  "Advanced SIMD across lanes": ["addv b0, v1.16b"],
  "Advanced SIMD three different": ["umull v0.8h, v1.8b, v2.8b"],
  "Advanced SIMD three same": ["mul v0.4s, v1.4s, v2.4s", "mov v0.16b, v1.16b"],
  "Advanced SIMD modified immediate": ["movi v0.2d, #0", "fmov v0.4s, #1.5"],
  "Advanced SIMD shift by immediate": ["ushr v0.4s, v1.4s, #3"],
  "Advanced SIMD vector x indexed element": ["mul v0.4s, v1.4s, v2.s[1]"],
  "Cryptographic three-register, imm2": ["sm3tt1a v0.4s, v1.4s, v2.s[1]"],
  "Cryptographic three-register SHA 512": ["sha512h q0, q1, v2.2d", "rax1 v0.2d, v1.2d, v2.2d"],
  "Cryptographic four-register": ["eor3 v0.16b, v1.16b, v2.16b, v3.16b", "sm3ss1 v0.4s, v1.4s, v2.4s, v3.4s"],
  XAR: ["xar v0.2d, v1.2d, v2.2d, #3"],
  "Cryptographic two-register SHA 512": ["sha512su0 v0.2d, v1.2d", "sm4e v0.4s, v1.4s"],
  "Conversion between floating-point and fixed-point": ["scvtf d0, x1, #3"],
  "Conversion between floating-point and integer": ["fcvtzs x0, d1", "fmov x0, d1"],
  "Floating-point data-processing (1 source)": ["fsqrt d0, d1", "fmov d0, d1"],
  "Floating-point compare": ["fcmp d0, d1"],
  "Floating-point immediate": ["fmov d0, #1.5"],
  "Floating-point conditional compare": ["fccmp d0, d1, #0, eq"],
  "Floating-point data-processing (2 source)": ["fmul d0, d1, d2"],
  "Floating-point conditional select": ["fcsel d0, d1, d2, eq"],
  "Floating-point data-processing (3 source)": ["fmadd d0, d1, d2, d3"],
  "Permanently undefined (UDF)": ["udf #1"],
  "SVE encodings": ["ptrue p0.b", "ld1b {z0.b}, p0/z, [x0]"],
};

describe.skipIf(as === undefined)("instructions of GNU as", () => {
  it.each(Object.entries(GROUPS))("belong to %s", (name, texts) => {
    const march = "armv8.6-a+sve+crypto+sha3+sm4+memtag+flagm+fp16+rcpc";
    const bytes = gnuText(as!, `${texts.join("\n")}\n`, march);
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const groups = texts.map((_, i) => encodingGroup(table, view.getUint32(4 * i, true)));
    expect(groups).toEqual(texts.map(() => name));
  });

  it("are of all groups but those that GNU as knows nothing of, and of those that hold the rest", () => {
    const others = table.encodingGroups.map(({ name }) => name).filter((name) => GROUPS[name] === undefined);
    expect(others).toEqual([
      "Min/max (immediate)",
      "System instructions with register argument",
      "System with result",
      "System pair instructions",
      "System register pair move",
      "Memory copy and memory set",
      "Add/subtract (checked pointer)",
      "Reserved",
      "SME encodings",
      "Unallocated",
      "Branches, Exception Generating and System instructions",
      "Loads and Stores",
      "Data Processing -- Register",
      "Data Processing -- Scalar Floating-Point and Advanced SIMD",
    ]);
  });
});
