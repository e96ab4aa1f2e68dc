import { describe, expect, test } from "vitest";
import type { InstructionDescription } from "../../src/runtime/index.js";
import { architecture } from "../unit/runtime-architecture.js";
import { bareMetalTools, type Program, RESULTS, randomSource, runOnBoth } from "./machine-bare-metal.js";

/**
 * Random instructions, one or two a case, run by QEMU and by our machine from the same random state. A case knows
 * X0 … X27, SP, NZCV and Q0 … Q31; X28 and X29 lead to its input and output, X30 is the link register.
 */

const CASES = 0x40200000n;
const INPUT = 0x40800000n;
const SCRATCH = 0x41800000n;
const SCRATCH_BYTES = 0x40000;
const CASE_BYTES = 64;
const STATE_BYTES = 752;
const NZCV = 28;
const SP = 29;

interface Case {
  readonly name: string;
  readonly words: readonly number[];
  /** X0 … X27, NZCV, SP, then Q0 … Q31 as pairs. */
  readonly state: bigint[];
}

const random = randomSource(0x5eedn);

function interesting(): bigint {
  const choices = [
    0n,
    1n,
    0xffffffffffffffffn,
    0x7fffffffffffffffn,
    0x8000000000000000n,
    0x80000000n,
    0xffffffffn,
  ];
  const pick = random.below(12);
  if (pick < choices.length) return choices[pick]!;
  if (pick === 7) return random.bits(6);
  if (pick === 8) return random.bits(32);
  return random.bits(64);
}

function register(): bigint {
  return BigInt([...Array(28).keys(), 31, 31, 31][random.below(31)]!);
}

function encode(line: InstructionDescription, fixed: Readonly<Record<string, bigint>>): number {
  let word = BigInt(line.match);
  for (const [name, [lsb, width]] of Object.entries(line.fields)) {
    const isRegister = /^R[a-z]2?$/.test(name);
    const value = fixed[name] ?? (isRegister ? register() : random.bits(width));
    const mask = ((1n << BigInt(width)) - 1n) << BigInt(lsb);
    word = (word & ~(mask & ~BigInt(line.mask))) | ((value << BigInt(lsb)) & mask & ~BigInt(line.mask));
  }
  return Number(word);
}

/** A random word of a line that the table allocates to that line. */
function wordOf(line: InstructionDescription, fixed: () => Readonly<Record<string, bigint>>): number {
  for (let tries = 0; tries < 10_000; tries++) {
    const word = encode(line, fixed());
    if (architecture.instructions[architecture.decode(word)] === line) return word;
  }
  throw new Error(`no allocated word of ${line.name} found`);
}

function freshState(): bigint[] {
  const state = Array.from({ length: STATE_BYTES / 8 }, interesting);
  state[NZCV] = random.bits(4) << 28n;
  state[SP] = SCRATCH + BigInt(SCRATCH_BYTES / 2) + 16n * random.bits(4);
  return state;
}

function lineOf(name: string): InstructionDescription {
  return architecture.instructions.find((line) => line.name === name)!;
}

const middle = (): bigint => SCRATCH + BigInt(SCRATCH_BYTES / 2) + random.bits(7);

function dataProcessing(line: InstructionDescription): Case {
  return { name: line.name, words: [wordOf(line, () => ({}))], state: freshState() };
}

/** Base in 0 … 9, index in 10 … 19, data in 20 … 27: no CONSTRAINED UNPREDICTABLE overlap. */
function memoryCase(line: InstructionDescription): Case {
  const state = freshState();
  const structures = structure.test(line.name);
  const vector = line.name.includes("SIMD_FP");
  const Rn = BigInt(random.below(10));
  const Rm = BigInt(10 + random.below(10));
  const Rt = structures
    ? BigInt(random.below(32))
    : vector
      ? BigInt(random.below(4))
      : BigInt(20 + random.below(4));
  const Rt2 = vector ? BigInt(4 + random.below(4)) : BigInt(24 + random.below(4));
  const useSP = random.below(8) === 0;
  const word = wordOf(line, () => {
    const imm19 = BigInt(random.below(500));
    return { Rn: useSP ? 31n : Rn, Rm, Rt, Rt2, Rs: 19n, ...(line.fields.imm19 ? { imm19 } : {}) };
  });
  state[Number(Rn)] = middle();
  state[Number(Rm)] = BigInt.asUintN(64, BigInt(random.below(4096)) | (random.bits(32) << 32n));
  const optionRange = line.fields.option;
  if (optionRange && ((word >> optionRange[0]) & 1) === 1) state[Number(Rm)] = BigInt(random.below(4096));
  if (/^(LDAR|STLR)/.test(line.name)) state[Number(Rn)]! &= ~15n;
  return { name: line.name, words: [word], state };
}

/** LDXR, then STXR of the same size from another register. */
function exclusiveCase(load: string, store: string): Case {
  const state = freshState();
  state[3] = middle() & ~15n;
  const size = lineOf(load).fields.size ? { size: 2n + random.bits(1) } : {};
  const common = { Rn: 3n, ...size };
  const words = [
    wordOf(lineOf(load), () => ({ ...common, Rt: 20n, Rt2: 21n })),
    wordOf(lineOf(store), () => ({ ...common, Rt: 22n, Rt2: 23n, Rs: 24n })),
  ];
  return { name: `${load} ${store}`, words, state };
}

/** A branch over the next instruction, by offset or to an address in a register. */
function branchCase(line: InstructionDescription, index: number): Case {
  const state = freshState();
  const target = CASES + BigInt(index * CASE_BYTES + 12);
  const word = wordOf(line, () => ({
    imm26: 2n,
    imm19: 2n,
    imm14: 2n,
    ...(line.fields.Rn ? { Rn: 5n } : {}),
  }));
  if (line.fields.Rn) state[5] = target;
  return { name: line.name, words: [word], state };
}

const branches = /^(B|BL|BR|BLR|RET|B_cond|CBN?Z|TBN?Z)$/;
/** Exceptions, waits and system registers have their own tests; exclusives come in pairs below. */
const elsewhere =
  /^(SVC|HVC|SMC|BRK|HLT|DCPS\d|DRPS|ERET|HINT|CLREX|DSB|DMB|ISB|MSR_\w+|SYSL?|MRS|(ST|LD)L?A?X[RP][BH]?)$/;
const memory = /^(ST|LD|PRFU?M)/;
/** LD1 and its like: any of the 32 registers, and those after it. */
const structure = /^(ST|LD)[1-4]/;

function caseOf(line: InstructionDescription, index: number): Case {
  if (branches.test(line.name)) return branchCase(line, index);
  return memory.test(line.name) ? memoryCase(line) : dataProcessing(line);
}

function makeCases(): Case[] {
  const cases: Case[] = [];
  for (const line of architecture.instructions.filter(({ name }) => !elsewhere.test(name))) {
    for (let i = 0; i < 28; i++) cases.push(caseOf(line, cases.length));
  }
  for (const suffix of ["RB", "RH", "R", "P"]) {
    for (let i = 0; i < 20; i++) {
      cases.push(
        exclusiveCase(`LDX${suffix}`, `STX${suffix}`),
        exclusiveCase(`LDAX${suffix}`, `STLX${suffix}`),
      );
    }
  }
  return cases;
}

function saveOrLoad(verb: "ld" | "st", pointer: string): string {
  const pairs = (prefix: string, count: number, base: number, step: number) =>
    Array.from({ length: count / 2 }, (_, i) => {
      const [a, b] = [`${prefix}${2 * i}`, `${prefix}${2 * i + 1}`];
      return `    ${verb}p ${a}, ${b}, [${pointer}, #${base + 2 * i * step}]`;
    }).join("\n");
  return `${pairs("q", 32, 240, 16)}\n${pairs("x", 28, 0, 8)}`;
}

function programOf(cases: readonly Case[]): Program {
  const input = new DataView(new ArrayBuffer(cases.length * STATE_BYTES));
  cases.forEach(({ state }, i) => {
    for (const [j, value] of state.entries()) input.setBigUint64(i * STATE_BYTES + j * 8, value, true);
  });
  const scratch = new DataView(new ArrayBuffer(SCRATCH_BYTES));
  for (let at = 0; at < SCRATCH_BYTES; at += 8) scratch.setBigUint64(at, random.bits(64), true);
  const text = cases.map(
    ({ words }) =>
      `    .balign ${CASE_BYTES}\n    bl load_state\n    .inst ${words.map((w) => `0x${w.toString(16)}`).join(", ")}\n` +
      "    add x25, x25, #1\n    mov x24, x30\n    bl save_state\n",
  );
  const source = `
    .text
    .globl _start
_start:
    // One 1 GiB block of Normal memory at its own address: unaligned accesses are allowed.
    adr x0, table
    msr ttbr0_el2, x0
    mov x0, #0xff
    msr mair_el2, x0
    ldr x0, =0x80803519
    msr tcr_el2, x0
    isb
    tlbi alle2
    dsb sy
    mov x0, #0x1005
    msr sctlr_el2, x0
    isb
    msr cptr_el2, xzr
    ldr x28, =${INPUT}
    ldr x29, =${RESULTS}
    b cases
load_state:
    ldr x0, [x28, #224]
    msr nzcv, x0
    ldr x0, [x28, #232]
    mov sp, x0
${saveOrLoad("ld", "x28")}
    add x28, x28, #${STATE_BYTES}
    ret
save_state:
${saveOrLoad("st", "x29")}
    mrs x0, nzcv
    str x0, [x29, #224]
    mov x0, sp
    str x0, [x29, #232]
    add x29, x29, #${STATE_BYTES}
    ret
    .ltorg
    .balign 4096
table: .quad 0, 0x40000701
    .section .cases, "ax"
cases:
${text.join("")}
    // The scratch area follows the results.
    ldr x0, =${SCRATCH}
    mov x1, #${SCRATCH_BYTES}
1:  ldp x2, x3, [x0], #16
    stp x2, x3, [x29], #16
    subs x1, x1, #16
    b.ne 1b
    b finish
    .ltorg
    .section .input, "aw"
    .incbin "input.bin"
    .section .scratch, "aw"
    .incbin "scratch.bin"
`;
  return {
    source,
    files: { "input.bin": new Uint8Array(input.buffer), "scratch.bin": new Uint8Array(scratch.buffer) },
    sections: { ".text": 0x40110000n, ".cases": CASES, ".input": INPUT, ".scratch": SCRATCH },
    resultBytes: cases.length * STATE_BYTES + SCRATCH_BYTES,
  };
}

function nameOfSlot(slot: number): string {
  if (slot < NZCV) return `x${slot}`;
  if (slot === NZCV) return "nzcv";
  return slot === SP ? "sp" : `q${(slot - 30) >> 1}${slot & 1 ? ".high" : ".low"}`;
}

describe("machine", () => {
  const tools = bareMetalTools();
  test.skipIf(tools === undefined)("executes random instructions of every line as QEMU does", () => {
    const cases = makeCases();
    const { qemu, ours } = runOnBoth(programOf(cases), tools!);
    expect(qemu.length).toBe(ours.length);
    const [theirView, ourView] = [qemu, ours].map((b) => new DataView(b.buffer, b.byteOffset, b.byteLength));
    const differences: string[] = [];
    for (let at = 0; at < ours.length; at += 8) {
      const [theirs, mine] = [theirView!.getBigUint64(at, true), ourView!.getBigUint64(at, true)];
      if (theirs === mine) continue;
      const index = Math.floor(at / STATE_BYTES);
      const known = cases[index];
      const words = known?.words.map((w) => w.toString(16)).join(" ");
      const place = known ? nameOfSlot((at % STATE_BYTES) / 8) : `scratch+${at - cases.length * STATE_BYTES}`;
      differences.push(
        `${known?.name} ${words}: ${place} is 0x${mine.toString(16)}, QEMU has 0x${theirs.toString(16)}`,
      );
    }
    expect(cases.length).toBeGreaterThan(7500);
    expect(differences.slice(0, 40)).toEqual([]);
  });
});
