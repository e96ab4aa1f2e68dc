import { describe, expect, test } from "vitest";
import { bareMetalTools, type Program, RESULTS, randomSource, runOnBoth } from "./machine-bare-metal.js";

/**
 * Random translation tables of EL2, EL1&0 and stage 2, and random probes of them: AT, loads, stores and fetches from
 * EL0, EL1 and EL2. Each probe records what the exception levels' fault registers and PAR_EL1 say.
 */

const TABLES = 0x40400000n;
const PROBES = 0x40800000n;
const DATA = 0x46000000n;
const PROBE_COUNT = 5000;
const SLOT_BYTES = 128;
const names = [
  "ESR_EL2",
  "FAR_EL2",
  "HPFAR_EL2",
  "ELR_EL2",
  "SPSR_EL2",
  "x0",
  "vector of EL1",
  "vector of EL2",
  "ESR_EL1",
  "FAR_EL1",
  "ELR_EL1",
  "SPSR_EL1",
  "PAR_EL1",
];

const EL0 = 0x3c0;
const EL1 = 0x3c5;
const EL2 = 0;

/** What a probe does with the address in x1; el2 routines return, the others end in an exception. */
const operations: readonly { readonly from: number; readonly text: string }[] = [
  ...["s1e1r", "s1e1w", "s1e0r", "s1e0w", "s12e1r", "s12e1w", "s12e0r", "s12e0w", "s1e2r", "s1e2w"].map(
    (name) => ({ from: EL2, text: `at ${name}, x1; isb; ret` }),
  ),
  ...["s1e1r", "s1e1w", "s1e0r", "s1e0w"].map((name) => ({ from: EL1, text: `at ${name}, x1; isb; hvc #0` })),
  { from: EL1, text: "ldr w0, [x1]; hvc #0" },
  { from: EL1, text: "ldr w0, [x1]; hvc #0" },
  { from: EL1, text: "ldtr w0, [x1]; hvc #0" },
  { from: EL1, text: "str w5, [x1, #4]; hvc #0" },
  { from: EL1, text: "sttr w5, [x1, #4]; hvc #0" },
  { from: EL1, text: "ldrsh x0, [x1]; hvc #0" },
  { from: EL1, text: "ldar w7, [x1]; mov x0, x7; hvc #0" },
  { from: EL1, text: "ldp x0, x2, [x1]; hvc #0" },
  { from: EL1, text: "ldr w0, [x1, #8]!; hvc #0" },
  { from: EL1, text: "orr x1, x1, #0xffc; ldr x0, [x1]; hvc #0" },
  { from: EL1, text: "ldr q0, [x1]; hvc #0" },
  { from: EL1, text: "ldxr x0, [x1]; hvc #0" },
  { from: EL1, text: "br x1" },
  { from: EL1, text: "br x1" },
  { from: EL0, text: "ldr w0, [x1]; svc #0" },
  { from: EL0, text: "ldrb w0, [x1]; svc #0" },
  { from: EL0, text: "str w5, [x1, #4]; svc #0" },
  { from: EL0, text: "br x1" },
  { from: EL0, text: "br x1" },
  { from: EL0, text: "adr x1, vectors1; orr x1, x1, #2; br x1" },
];

const random = randomSource(0x7ab1e5n);
const oneIn = (n: number): boolean => random.below(n) === 0;
const pick = <T>(items: readonly T[]): T => items[random.below(items.length)]!;

const testIpa = (alignBits: number): bigint =>
  (0x50000000n + (BigInt(random.below(0x4000)) << 13n)) & ~((1n << BigInt(alignBits)) - 1n);
/** Two bits of descriptor 1:0 in 10 say valid table or page, 01 block. */
const ignored = (): bigint => random.bits(4) << 55n;

function stage1Leaf(level: number): bigint {
  const alignBits = 12 + 9 * (3 - level);
  const output = oneIn(12) ? random.bits(40) << 12n : level === 1 ? 0x40000000n : testIpa(alignBits);
  const address = BigInt.asUintN(oneIn(2) ? 48 : 40, output) & ~((1n << BigInt(alignBits)) - 1n);
  const accessFlag = oneIn(12) ? 0n : 1n << 10n;
  const permissions = (random.bits(2) << 6n) | ((oneIn(3) ? random.bits(2) : 0n) << 53n);
  const type = level === 3 ? (oneIn(16) ? 1n : 3n) : 1n;
  return (
    address | accessFlag | permissions | (random.bits(1) << 11n) | (random.bits(2) << 8n) | ignored() | type
  );
}

function stage2Leaf(level: number): bigint {
  const alignBits = 12 + 9 * (3 - level);
  const align = ~((1n << BigInt(alignBits)) - 1n);
  const output = oneIn(16) ? random.bits(48) : DATA + (random.bits(5) << 12n);
  const accessFlag = oneIn(16) ? 0n : 1n << 10n;
  const permissions = ((oneIn(3) ? random.bits(2) : 3n) << 6n) | ((oneIn(4) ? 1n : 0n) << 54n);
  const type = level === 3 ? (oneIn(16) ? 1n : 3n) : 1n;
  return (output & align) | accessFlag | permissions | (random.bits(2) << 8n) | (0xfn << 2n) | type;
}

class Tables {
  readonly bytes = new DataView(new ArrayBuffer(0x40000));

  set(table: bigint, index: number, descriptor: bigint): void {
    this.bytes.setBigUint64(Number(table - TABLES) + 8 * index, BigInt.asUintN(64, descriptor), true);
  }
}

const s1l1 = [TABLES, TABLES + 0x1000n];
const s1l2Code = TABLES + 0x2000n;
const s1l2 = [TABLES + 0x3000n, TABLES + 0xa000n];
const el2l1 = TABLES + 0x4000n;
const s2l1 = TABLES + 0x6000n;
const s2l2 = TABLES + 0x8000n;
const s2l2Other = TABLES + 0x9000n;
const s1l3 = (i: number): bigint => TABLES + 0x10000n + BigInt(i) * 0x1000n;
const s2l3 = (i: number): bigint => TABLES + 0x20000n + BigInt(i) * 0x1000n;

/** APTable, UXNTable and PXNTable, now and then. */
const tableAttributes = (): bigint => (oneIn(3) ? random.bits(4) << 59n : 0n);

function makeTables(): Uint8Array {
  const t = new Tables();
  for (const [half, l1] of s1l1.entries()) {
    for (let i = 0; i < 512; i++) {
      if (half === 0 && i === 1) t.set(l1, i, s1l2Code | 3n);
      else if (oneIn(3)) t.set(l1, i, stage1Leaf(1));
      else if (oneIn(12)) t.set(l1, i, testIpa(12) | 3n);
      else if (!oneIn(8)) t.set(l1, i, pick(s1l2) | tableAttributes() | 3n);
    }
  }
  // Code: readable and executable at EL1 and EL0, writable by none.
  t.set(s1l2Code, 0, 0x40000000n | (1n << 10n) | (3n << 6n) | 1n);
  for (const l2 of s1l2) {
    for (let i = 0; i < 512; i++) {
      if (oneIn(4)) t.set(l2, i, stage1Leaf(2));
      else if (oneIn(12)) t.set(l2, i, testIpa(12) | 3n);
      else if (!oneIn(10)) t.set(l2, i, s1l3(random.below(8)) | tableAttributes() | 3n);
    }
  }
  t.set(el2l1, 1, 0x40000000n | (1n << 10n) | (3n << 8n) | 1n);
  for (let i = 2; i < 512; i++) {
    if (oneIn(3)) t.set(el2l1, i, stage1Leaf(1));
    else if (!oneIn(8)) t.set(el2l1, i, pick(s1l2) | (oneIn(4) ? 1n << 60n : 0n) | 3n);
  }
  t.set(s2l1, 1, s2l2 | 3n);
  for (let i = 2; i < 1024; i++) {
    if (oneIn(3)) t.set(s2l1, i, (stage2Leaf(1) & ~0xffff_c000_0000n) | 0x40000000n);
    else if (!oneIn(8)) t.set(s2l1, i, s2l2Other | 3n);
  }
  for (let i = 0; i < 16; i++) t.set(s2l2, i, (0x40000000n + (BigInt(i) << 21n)) | 0x7fdn);
  for (const [table, first] of [
    [s2l2, 128],
    [s2l2Other, 0],
  ] as const) {
    for (let i = first; i < 512; i++) {
      if (oneIn(4)) t.set(table, i, stage2Leaf(2));
      else if (!oneIn(12)) t.set(table, i, s2l3(random.below(8)) | 3n);
    }
  }
  for (let n = 0; n < 8; n++) {
    for (let i = 0; i < 512; i++) {
      if (!oneIn(12)) t.set(s1l3(n), i, stage1Leaf(3));
      if (!oneIn(12)) t.set(s2l3(n), i, stage2Leaf(3));
    }
  }
  return new Uint8Array(t.bytes.buffer);
}

interface Probe {
  readonly operation: number;
  readonly va: bigint;
}

/**
 * Random probes. With stage 1 off memory is Device, where the architecture faults an unaligned access and QEMU before
 * 9.0 does not: aligned ones only, then.
 */
function makeProbes(aligned: boolean): Probe[] {
  const chosen = [...operations.keys()].filter((i) => !aligned || !operations[i]!.text.includes("0xffc"));
  return Array.from({ length: PROBE_COUNT }, () => {
    const low = BigInt.asUintN(39, random.bits(39) | 0x80000000n) & (aligned ? ~15n : ~7n);
    const base = pick([0n, 0n, 0n, 0xffffff8000000000n, 0xffffff8000000000n]);
    const tag = oneIn(6) ? random.bits(8) << 56n : 0n;
    const outside = oneIn(40) ? 1n << BigInt(39 + random.below(16)) : 0n;
    return { operation: pick(chosen), va: (base | low) ^ tag ^ outside };
  });
}

const vectors = (level: number): string =>
  Array.from({ length: 16 }, (_, i) => {
    const body = level === 1 ? `mov x14, #${i + 1}; hvc #1` : `mov x15, #${i + 1}; b record`;
    return `    .balign 128\n    ${body}\n`;
  }).join("");

function programOf(probes: readonly Probe[], tables: Uint8Array, sctlr: number, tcr: bigint): Program {
  const list = new DataView(new ArrayBuffer(probes.length * 16));
  for (const [i, { operation, va }] of probes.entries()) {
    list.setBigUint64(16 * i, BigInt(operation), true);
    list.setBigUint64(16 * i + 8, va, true);
  }
  const source = `
    .macro set register, value
    ldr x0, =\\value
    msr \\register, x0
    .endm
    .text
    .globl _start
_start:
    set ttbr0_el2, ${el2l1}
    set mair_el2, 0xff
    set tcr_el2, 0x80823519
    set mair_el1, 0xff
    set ttbr0_el1, ${s1l1[0]}
    set ttbr1_el1, ${s1l1[1]}
    set tcr_el1, ${tcr}
    set sctlr_el1, ${sctlr}
    set cpacr_el1, 0x300000
    set vttbr_el2, ${s2l1 | (1n << 48n)}
    set vtcr_el2, 0x80023558
    set hcr_el2, 0x80000001
    msr cptr_el2, xzr
    adr x0, vectors1
    msr vbar_el1, x0
    adr x0, vectors2
    msr vbar_el2, x0
    isb
    tlbi alle2
    tlbi alle1
    dsb sy
    set sctlr_el2, 0x30c51835
    isb
    // Every doubleword of the first 128 KiB of the data: HVC #2 below its own address.
    ldr x0, =${DATA}
    mov x1, #0x20000
    ldr w2, =0xd4000042
1:  str w2, [x0]
    str w0, [x0, #4]
    add x0, x0, #8
    subs x1, x1, #8
    b.ne 1b
    ldr x28, =${PROBES}
    ldr x29, =${RESULTS}
    ldr x27, =${probes.length}
next:
    .irp register, esr_el2, far_el2, hpfar_el2, elr_el2, spsr_el2, esr_el1, far_el1, elr_el1, spsr_el1
    msr \\register, xzr
    .endr
    mov x0, #0x800
    msr par_el1, x0
    ldp x6, x1, [x28], #16
    mov x0, #0
    mov x14, #0
    mov x15, #0
    mov x5, #0x5a
    adr x2, operations
    add x2, x2, x6, lsl #4
    ldp x3, x4, [x2]
    cbnz x4, 2f
    blr x3
    b record
2:  msr elr_el2, x3
    msr spsr_el2, x4
    eret
record:
    ${["esr_el2", "far_el2", "hpfar_el2", "elr_el2", "spsr_el2"].map((r, i) => `mrs x2, ${r}; str x2, [x29, #${8 * i}]`).join("\n    ")}
    str x0, [x29, #40]
    stp x14, x15, [x29, #48]
    ${["esr_el1", "far_el1", "elr_el1", "spsr_el1", "par_el1"].map((r, i) => `mrs x2, ${r}; str x2, [x29, #${64 + 8 * i}]`).join("\n    ")}
    str xzr, [x29, #104]
    stp xzr, xzr, [x29, #112]
    add x29, x29, #${SLOT_BYTES}
    subs x27, x27, #1
    b.ne next
    b finish
    .ltorg
    .balign 16
operations:
${operations.map(({ from }, i) => `    .quad operation${i}, ${from}\n`).join("")}
${operations.map(({ text }, i) => `operation${i}: ${text}\n`).join("")}
    .balign 2048
vectors1:
${vectors(1)}
    .balign 2048
vectors2:
${vectors(2)}
    .section .tables, "aw"
    .incbin "tables.bin"
    .section .probes, "aw"
    .incbin "probes.bin"
`;
  return {
    source,
    files: { "tables.bin": tables, "probes.bin": new Uint8Array(list.buffer) },
    sections: { ".text": 0x40110000n, ".tables": TABLES, ".probes": PROBES },
    resultBytes: probes.length * SLOT_BYTES,
  };
}

/**
 * Which bits of a recorded value both machines must agree on.
 * HPFAR_EL2: the architecture leaves it UNKNOWN after a stage 2 permission fault on the access itself.
 * SH of Device memory in PAR_EL1: Outer Shareable in the manual, what the tables say in QEMU.
 * Status of a fault with S1PTW: QEMU before 8.0 reports the level of the stage 1 descriptor that was being read, not
 * that of the stage 2 descriptor that failed (its "Retain the existing stage 2 fi->level" mended it).
 */
function comparedBits(name: string, slot: (name: string) => bigint): bigint {
  const all = 0xffff_ffff_ffff_ffffn;
  const esr = slot("ESR_EL2");
  const par = slot("PAR_EL1");
  const abort = [0x20n, 0x24n].includes(esr >> 26n);
  const onWalk = (esr & 0x80n) !== 0n;
  if (name === "HPFAR_EL2" && abort && !onWalk && (esr & 0x3cn) === 0x0cn) return 0n;
  if (name === "ESR_EL2" && abort && onWalk) return all & ~3n;
  if (name === "PAR_EL1" && (par & 0x101n) === 0x101n) return all & ~6n;
  if (name === "PAR_EL1" && (par & 1n) === 0n && par >> 60n === 0n) return all & ~0x180n;
  return all;
}

function differencesOf(probes: readonly Probe[], qemu: Uint8Array, ours: Uint8Array): string[] {
  const [theirs, mine] = [qemu, ours].map((b) => new DataView(b.buffer, b.byteOffset, b.byteLength));
  const differences: string[] = [];
  for (const [i, { operation, va }] of probes.entries()) {
    const slot = (name: string) => mine!.getBigUint64(i * SLOT_BYTES + 8 * names.indexOf(name), true);
    for (const [j, name] of names.entries()) {
      const at = i * SLOT_BYTES + 8 * j;
      const [a, b] = [mine!.getBigUint64(at, true), theirs!.getBigUint64(at, true)];
      if (((a ^ b) & comparedBits(name, slot)) === 0n) continue;
      const { from, text } = operations[operation]!;
      const where = `${text} from ${from === EL2 ? "EL2" : from === EL1 ? "EL1" : "EL0"} at 0x${va.toString(16)}`;
      differences.push(`${i}: ${where}: ${name} is 0x${a.toString(16)}, QEMU has 0x${b.toString(16)}`);
    }
  }
  return differences;
}

/** What the probes came to, as a measure of how much of the MMU they reach. */
function kindsOf(probes: readonly Probe[], ours: Uint8Array): Set<string> {
  const view = new DataView(ours.buffer, ours.byteOffset, ours.byteLength);
  return new Set(
    probes.flatMap((_, i) => {
      const slot = (j: number) => view.getBigUint64(i * SLOT_BYTES + 8 * j, true);
      const esr = (value: bigint) => `EC ${value >> 26n} status ${value & 0x3fn} S1PTW ${(value >> 7n) & 1n}`;
      return [
        `EL2 ${esr(slot(0))}`,
        `EL1 ${esr(slot(8))}`,
        `PAR ${slot(12) & 1n} ${(slot(12) >> 1n) & 0x3fn}`,
      ];
    }),
  );
}

describe("machine", () => {
  const tools = bareMetalTools();
  const WXN = 1 << 19;
  test.skipIf(tools === undefined).each([
    ["", 0x30d00801, 0x2b5193519n],
    [" with WXN and tagged addresses", 0x30d00801 | WXN, 0x62b5193519n],
    [" with stage 1 off", 0x30d00800, 0x2b5193519n],
  ])("translates and faults through random tables as QEMU does%s", (_, sctlr, tcr) => {
    const probes = makeProbes((sctlr & 1) === 0);
    const { qemu, ours } = runOnBoth(programOf(probes, makeTables(), sctlr, tcr), tools!);
    expect(qemu.length).toBe(ours.length);
    const differences = differencesOf(probes, qemu, ours);
    expect(differences.slice(0, 30)).toEqual([]);
    expect(kindsOf(probes, ours).size).toBeGreaterThan(50);
  });
});
