import type { RegisterDescription, SystemEncoding } from "../../../src/runtime/index.js";
import { cortexA57 } from "../instructions/processor.js";
import type { RandomSource } from "../resident/random.js";

/**
 * Something that a case executes. kind: its line in the report. words: one after the other; a random part is filled
 * in by make. levels: the exception levels that it is tried from.
 */
export interface Operation {
  readonly kind: string;
  readonly text: string;
  readonly levels: readonly number[];
  readonly words: (random: RandomSource) => readonly number[];
}

const anyLevel = [0, 1, 2];
/** mov x0, xzr: what a register holds is not compared here. */
const FORGET = 0xaa1f03e0;

function encode(base: number, { op0, op1, CRn, CRm, op2 }: SystemEncoding, t: number): number {
  return (base | ((op0 & 3) << 19) | (op1 << 16) | (CRn << 12) | (CRm << 8) | (op2 << 5) | t) >>> 0;
}

const mrs = (encoding: SystemEncoding): readonly number[] => [encode(0xd5200000, encoding, 0), FORGET];
const msr = (encoding: SystemEncoding): readonly number[] => [encode(0xd5000000, encoding, 0)];
const fixed = (kind: string, text: string, ...words: number[]): Operation => ({
  kind,
  text,
  levels: anyLevel,
  words: () => words,
});

/** Written by EL2 they would keep the harness from going on, or change what later cases see. */
const unwritten: ReadonlySet<string> = new Set(["VBAR_EL2", "SCTLR_EL2", "HCR_EL2", "VTTBR_EL2"]);

/** A Cortex-A57 has six breakpoints and four watchpoints. */
function isImplemented({ name, aliasOf }: RegisterDescription): boolean {
  const [, kind, number] = /^DBG([BW])[CV]R(\d+)_EL1$/.exec(name) ?? [];
  return aliasOf === undefined && (kind === undefined || Number(number) < (kind === "B" ? 6 : 4));
}

/** Registers whose value is compared, for it depends on what a case sets. */
const compared: ReadonlySet<string> = new Set(["ISR_EL1", "SPSel", "CurrentEL", "NZCV", "DAIF"]);

function registerMoves(): Operation[] {
  return cortexA57.registers.filter(isImplemented).flatMap((register) => [
    {
      kind: "MRS",
      text: `mrs x0, ${register.name}`,
      levels: anyLevel,
      words: () => (compared.has(register.name) ? mrs(register).slice(0, 1) : mrs(register)),
    },
    {
      kind: "MSR (register)",
      text: `msr ${register.name}, x0`,
      levels: unwritten.has(register.name) ? [0, 1] : anyLevel,
      words: () => msr(register),
    },
  ]);
}

function systemOperations(): Operation[] {
  return cortexA57.systemOperations.map((operation) => ({
    kind: operation.class,
    text: operation.name,
    levels: anyLevel,
    words: () => [encode(0xd5000000, { op0: 1, ...operation }, operation.class === "TLBI" ? 3 : 1)],
  }));
}

const immediate = (base: number) => (random: RandomSource) => [base | (random.below(0x10000) << 5)];

/** HLT #0xf000 is semihosting on QEMU. */
const halt = (random: RandomSource): readonly number[] => [0xd4400000 | (random.below(0xf000) << 5)];

const calls: readonly Operation[] = [
  { kind: "SVC", text: "svc", levels: anyLevel, words: immediate(0xd4000001) },
  { kind: "HVC", text: "hvc", levels: anyLevel, words: immediate(0xd4000002) },
  { kind: "SMC", text: "smc", levels: [0, 1], words: immediate(0xd4000003) },
  { kind: "BRK", text: "brk", levels: anyLevel, words: immediate(0xd4200000) },
  { kind: "HLT", text: "hlt", levels: anyLevel, words: halt },
  fixed("DCPS and DRPS", "dcps1", 0xd4a00001),
  fixed("DCPS and DRPS", "dcps2", 0xd4a00002),
  fixed("DCPS and DRPS", "dcps3", 0xd4a00003),
  fixed("DCPS and DRPS", "drps", 0xd6bf03e0),
];

const hints: readonly Operation[] = [
  ...["nop", "yield", "wfe", "wfi", "sev", "sevl"].map((text, i) =>
    fixed(i === 2 || i === 3 ? "WFE and WFI" : "HINT", text, (0xd503201f | (i << 5)) >>> 0),
  ),
  fixed("WFE and WFI", "sevl; wfe; wfe", 0xd50320bf, 0xd503205f, 0xd503205f),
  {
    kind: "HINT",
    text: "hint",
    levels: anyLevel,
    words: (random) => [(0xd503211f | (random.below(120) << 5)) >>> 0],
  },
];

const pstate: readonly Operation[] = [
  ...["daifset", "daifclr"].map((text, i) => ({
    kind: "MSR (immediate)",
    text,
    levels: anyLevel,
    words: (random: RandomSource) => [(0xd50340df | (i << 5) | (random.below(16) << 8)) >>> 0],
  })),
  fixed("MSR (immediate)", "msr spsel, #0", 0xd50040bf),
  fixed("MSR (immediate)", "msr spsel, #1", 0xd50041bf),
  {
    kind: "MSR (immediate)",
    text: "msr <pstatefield>, #imm",
    levels: anyLevel,
    words: (random) => [
      (0xd500401f | (random.below(8) << 16) | (random.below(16) << 8) | (random.below(8) << 5)) >>> 0,
    ],
  },
];

const vectors: readonly Operation[] = [
  fixed("SIMD and FP", "ldr q0, [x1]", 0x3dc00020),
  fixed("SIMD and FP", "str d1, [x1]", 0xfd000021),
  fixed("SIMD and FP", "stp q0, q1, [x1]", 0xad000420),
  // Among all registers they would be too rare.
  fixed("SIMD and FP", "mrs x0, FPEXC32_EL2", 0xd53c5300, FORGET),
  fixed("SIMD and FP", "msr FPEXC32_EL2, x0", 0xd51c5300),
];

const returns: readonly Operation[] = [
  // At EL2 it would return to itself for ever, for ELR_EL2 is what the case was entered by.
  { ...fixed("ERET", "eret", 0xd69f03e0), levels: [0, 1] },
  {
    kind: "ERET",
    text: "msr elr_el2, x4; msr spsr_el2, x5; eret",
    levels: [2],
    words: () => [0xd51c4024, 0xd51c4005, 0xd69f03e0],
  },
];

const alignment: readonly Operation[] = [
  fixed("alignment", "ldr x0, [sp]", 0xf94003e0, FORGET),
  fixed("alignment", "str x5, [sp, #-16]!", 0xf81f0fe5),
  fixed("alignment", "ldur x0, [x1, #1]", 0xf8401020, FORGET),
  fixed("alignment", "ldaxr w0, [x6]", 0x885ffcc0, FORGET),
  fixed("alignment", "stlr x5, [x6]", 0xc89ffcc5),
  fixed("alignment", "br x6", 0xd61f00c0),
];

const unallocated: readonly Operation[] = [
  fixed("unallocated", "udf #0", 0),
  fixed("unallocated", ".inst 0xffffffff", 0xffffffff),
  // SVE and SME, which an Armv8.0 processor has not.
  {
    kind: "unallocated",
    text: "SVE",
    levels: anyLevel,
    words: (random) => [(0x04000000 | (random.word() & 0xe1ffffff)) >>> 0],
  },
  {
    kind: "system registers without a name",
    text: "mrs",
    levels: anyLevel,
    words: (random) => [unnamed(random, 0xd5300000), FORGET],
  },
  {
    kind: "system registers without a name",
    text: "msr",
    levels: anyLevel,
    words: (random) => [unnamed(random, 0xd5100000)],
  },
  {
    kind: "SYS and SYSL without a name",
    text: "sys",
    levels: anyLevel,
    words: (random) => [unnamedOperation(random, 0xd5080000)],
  },
  {
    kind: "SYS and SYSL without a name",
    text: "sysl",
    levels: anyLevel,
    words: (random) => [unnamedOperation(random, 0xd5280000), FORGET],
  },
];

const keyOf = (word: number): number => (word >>> 5) & 0x3fff;
const named: ReadonlySet<number> = new Set([
  ...cortexA57.registers.map((r) => keyOf(encode(0, r, 0)) | ((r.op0 & 1) << 14)),
]);
const operationNames: ReadonlySet<number> = new Set(
  cortexA57.systemOperations.map((o) => keyOf(encode(0, { op0: 1, ...o }, 0))),
);

/** op0 is 2 or 3; CRn is no IMPLEMENTATION DEFINED one half of the time. */
function unnamed(random: RandomSource, base: number): number {
  for (;;) {
    const word = (base | (random.below(0x8000) << 5)) >>> 0;
    if (!named.has((word >>> 5) & 0x7fff)) return word;
  }
}

function unnamedOperation(random: RandomSource, base: number): number {
  for (;;) {
    const word = (base | (random.below(0x4000) << 5)) >>> 0;
    if (!operationNames.has(keyOf(word))) return word;
  }
}

/** Everything that a case may execute; each has the same chance within its kind. */
export const operations: readonly Operation[] = [
  ...registerMoves(),
  ...systemOperations(),
  ...calls,
  ...hints,
  ...pstate,
  ...vectors,
  ...returns,
  ...alignment,
  ...unallocated,
];

/** The operations by kind. */
export const kinds: readonly (readonly Operation[])[] = [...new Set(operations.map(({ kind }) => kind))].map(
  (kind) => operations.filter((operation) => operation.kind === kind),
);
