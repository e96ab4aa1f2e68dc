import { describe, expect, test } from "vitest";
import { isFault, type Machine, type TranslationRequest } from "../../src/runtime/index.js";
import { architecture } from "./runtime-architecture.js";
import { CODE, machineWith } from "./runtime-bench.js";

const TABLES = CODE + 0x100000n;
const S1 = TABLES;
const S1_L3 = TABLES + 0x2000n;
const S2 = TABLES + 0x4000n;
const S2_L3 = TABLES + 0x6000n;
const PAGE_A = CODE + 0x200000n;
const PAGE_B = CODE + 0x201000n;
const VA = 0x1000n;
const IPA = 0x5000n;
const AF = 1n << 10n;
const NG = 1n << 11n;
const S2_RW = 3n << 6n;

function put(machine: Machine, table: bigint, index: bigint, descriptor: bigint): void {
  machine.memory.write(table + 8n * index, 8, descriptor);
}

/** Stage 1 of EL1&0: 2 MiB of VA through one level 3 table (T0SZ 39 starts at level 2). */
function stage1(machine: Machine, descriptor: bigint): void {
  put(machine, S1, 0n, S1_L3 | 3n);
  put(machine, S1_L3, 1n, descriptor | AF | 3n);
  machine.registers.set("TCR_EL1", 39n | (2n << 32n));
  machine.registers.set("MAIR_EL1", 0xffn);
  machine.registers.set("TTBR0_EL1", S1);
  machine.registers.set("SCTLR_EL1", 1n);
}

/** Stage 2: 32 bits of IPA from level 1; the first 2 MiB through a level 3 table, the RAM as one block. */
function stage2(machine: Machine, descriptor: bigint, vmid = 1n): void {
  put(machine, S2, 0n, (S2 + 0x1000n) | 3n);
  put(machine, S2, 1n, CODE | AF | S2_RW | 0x3cn | 1n);
  put(machine, S2 + 0x1000n, 0n, S2_L3 | 3n);
  put(machine, S2_L3, 5n, descriptor | AF | S2_RW | 0x3cn | 3n);
  machine.registers.set("VTCR_EL2", 32n | (1n << 6n) | (2n << 16n));
  machine.registers.set("VTTBR_EL2", S2 | (vmid << 48n));
  machine.registers.set("HCR_EL2", (1n << 31n) | 1n);
}

function read(machine: Machine, va: bigint, more: Partial<TranslationRequest> = {}): bigint | string {
  const result = machine.mmu.translate({ va, access: "read", el: 1, pan: false, aligned: true, ...more });
  return isFault(result)
    ? `${result.s1ptw ? "S1PTW " : ""}${result.kind} ${result.level} stage ${result.stage}`
    : result.pa;
}

/** Performs a TLBI by name, at EL2, as the machine's SYS instruction does. */
function invalidate(machine: Machine, name: string, operand = 0n): void {
  const operation = architecture.systemOperations.find((o) => o.class === "TLBI" && o.name === name)!;
  const { op1, CRn, CRm, op2 } = operation;
  const word = (0xd5080000 | (op1 << 16) | (CRn << 12) | (CRm << 8) | (op2 << 5)) >>> 0;
  machine.memory.write(CODE, 4, BigInt(word));
  machine.pc = CODE;
  machine.x[0] = operand;
  machine.pstate.EL = 2;
  expect(machine.step()).toBe("executed");
}

describe("the TLB", () => {
  const twoStages = () => {
    const machine = machineWith([]);
    stage2(machine, PAGE_A);
    stage1(machine, IPA | NG);
    expect(read(machine, VA)).toBe(PAGE_A);
    return machine;
  };

  test("keeps a stage 1 entry after the descriptor has changed, until a TLBI names it", () => {
    const machine = machineWith([]);
    stage1(machine, PAGE_A);
    expect(read(machine, VA)).toBe(PAGE_A);
    stage1(machine, PAGE_B);
    expect(read(machine, VA)).toBe(PAGE_A);
    invalidate(machine, "VAE1", (VA + 0x1000n) >> 12n);
    expect(read(machine, VA)).toBe(PAGE_A);
    invalidate(machine, "VAE1", VA >> 12n);
    expect(read(machine, VA)).toBe(PAGE_B);
  });

  test("keeps the combined entry when stage 2 is invalidated by IPA alone", () => {
    const machine = twoStages();
    stage2(machine, PAGE_B);
    invalidate(machine, "IPAS2E1IS", IPA >> 12n);
    expect(read(machine, VA)).toBe(PAGE_A);
    invalidate(machine, "VMALLE1IS");
    expect(read(machine, VA)).toBe(PAGE_B);
  });

  test("keeps the stage 2 entry when stage 1 is invalidated alone", () => {
    const machine = twoStages();
    stage2(machine, PAGE_B);
    invalidate(machine, "VMALLE1IS");
    expect(read(machine, VA)).toBe(PAGE_A);
    invalidate(machine, "VMALLS12E1IS");
    expect(read(machine, VA)).toBe(PAGE_B);
  });

  test("tags entries with the VMID, and invalidates by the current one only", () => {
    const machine = twoStages();
    stage2(machine, PAGE_B, 2n);
    expect(read(machine, VA)).toBe(PAGE_B);
    invalidate(machine, "VMALLS12E1");
    stage2(machine, PAGE_B, 1n);
    expect(read(machine, VA)).toBe(PAGE_A);
    invalidate(machine, "ALLE1");
    expect(read(machine, VA)).toBe(PAGE_B);
  });

  test("tags non-global entries with the ASID and lets global ones match any", () => {
    const machine = machineWith([]);
    stage1(machine, PAGE_A | NG);
    machine.registers.set("TTBR0_EL1", S1 | (7n << 48n));
    expect(read(machine, VA)).toBe(PAGE_A);
    stage1(machine, PAGE_B);
    machine.registers.set("TTBR0_EL1", S1 | (8n << 48n));
    expect(read(machine, VA)).toBe(PAGE_B);
    put(machine, S1_L3, 1n, 0n);
    machine.registers.set("TTBR0_EL1", S1 | (9n << 48n));
    expect(read(machine, VA)).toBe(PAGE_B);
    machine.registers.set("TTBR0_EL1", S1 | (7n << 48n));
    expect(read(machine, VA)).toBe(PAGE_A);
    invalidate(machine, "ASIDE1", 9n << 48n);
    expect(read(machine, VA)).toBe(PAGE_A);
    invalidate(machine, "ASIDE1", 7n << 48n);
    expect(read(machine, VA)).toBe(PAGE_B);
    invalidate(machine, "VAAE1", VA >> 12n);
    expect(read(machine, VA)).toBe("translation 3 stage 1");
  });

  test("drops every page of a block by an address in the block", () => {
    const machine = machineWith([]);
    stage1(machine, PAGE_A);
    put(machine, S1, 1n, PAGE_A | AF | 1n);
    const block = 0x200000n;
    expect(read(machine, block + 0x3000n)).toBe(PAGE_A + 0x3000n);
    expect(read(machine, block + 0x8000n)).toBe(PAGE_A + 0x8000n);
    put(machine, S1, 1n, 0n);
    expect(read(machine, block + 0x3000n)).toBe(PAGE_A + 0x3000n);
    invalidate(machine, "VAE1", (block + 0x1ff000n) >> 12n);
    expect(read(machine, block + 0x3000n)).toBe("translation 2 stage 1");
    expect(read(machine, block + 0x8000n)).toBe("translation 2 stage 1");
  });

  test("never keeps a translation that failed", () => {
    const machine = machineWith([]);
    stage1(machine, PAGE_A);
    put(machine, S1_L3, 1n, PAGE_A | 3n);
    expect(read(machine, VA)).toBe("access-flag 3 stage 1");
    put(machine, S1_L3, 1n, PAGE_A | AF | 3n);
    expect(read(machine, VA)).toBe(PAGE_A);
  });

  test("keeps EL2's entries apart from EL1's", () => {
    const machine = machineWith([]);
    stage1(machine, PAGE_A);
    expect(read(machine, VA)).toBe(PAGE_A);
    invalidate(machine, "ALLE2");
    put(machine, S1_L3, 1n, 0n);
    expect(read(machine, VA)).toBe(PAGE_A);
    expect(read(machine, VA, { el: 2 })).toBe(VA);
  });
});

describe("translation", () => {
  test("of a stage 1 descriptor that stage 2 does not map reports S1PTW and its IPA", () => {
    const machine = machineWith([]);
    stage2(machine, PAGE_A);
    stage1(machine, IPA);
    machine.registers.set("TTBR0_EL1", 0x9000n);
    expect(read(machine, VA)).toBe("S1PTW translation 3 stage 2");
    machine.memory.write(CODE, 4, 0xf9400001n);
    machine.pc = CODE;
    machine.pstate.EL = 1;
    machine.x[0] = VA + 8n;
    machine.registers.set("SCTLR_EL1", 0n);
    expect(machine.step()).toBe("exception");
    expect(machine.registers.get("HPFAR_EL2")).toBe(0x10n);
    expect(machine.registers.get("ESR_EL2")).toBe(0x93c18007n);
  });

  test.each([
    [12, 0n, [0, 1, 2, 3], [1, 2]],
    [14, 2n, [1, 2, 3], [2]],
    [16, 1n, [1, 2, 3], [2]],
  ])("walks tables of a 2^%i byte granule level by level, with blocks where they may be", (bits, tg0, levels, blocks) => {
    const VA_BITS = 46;
    const machine = machineWith([]);
    stage1(machine, PAGE_A);
    machine.registers.set("TCR_EL1", BigInt(64 - VA_BITS) | (tg0 << 14n) | (2n << 32n));
    const tableAt = (level: number) => CODE + 0x300000n + BigInt(level) * 0x10000n;
    const lsbOf = (level: number) => BigInt(bits + (3 - level) * (bits - 3));
    const indexOf = (level: number) => BigInt(level + 2);
    const va = levels.reduce((sum, level) => sum + (indexOf(level) << lsbOf(level)), 0x123n);
    const link = () => {
      for (const level of levels) {
        const next = level === 3 ? (CODE + 0x800000n) | AF : tableAt(level + 1);
        put(machine, tableAt(level), indexOf(level), next | 3n);
      }
      invalidate(machine, "ALLE1");
    };
    machine.registers.set("TTBR0_EL1", tableAt(levels[0]!));
    link();
    expect(read(machine, va)).toBe(CODE + 0x800123n);
    for (const level of levels) {
      link();
      put(machine, tableAt(level), indexOf(level), 0n);
      expect(read(machine, va)).toBe(`translation ${level} stage 1`);
      put(machine, tableAt(level), indexOf(level), AF | 1n);
      const offset = va & ((1n << lsbOf(level)) - 1n);
      expect(read(machine, va)).toBe(blocks.includes(level) ? offset : `translation ${level} stage 1`);
    }
  });

  test("denies EL1 data that EL0 can reach while PSTATE.PAN asks, for data alone", () => {
    const machine = machineWith([]);
    stage1(machine, PAGE_A | (1n << 6n));
    expect(read(machine, VA, { pan: true })).toBe("permission 3 stage 1");
    expect(read(machine, VA, { pan: false })).toBe(PAGE_A);
    expect(read(machine, VA, { el: 0, pan: true })).toBe(PAGE_A);
  });

  test("faults an unaligned access to Device memory, in whichever stage says Device", () => {
    const machine = machineWith([]);
    stage1(machine, PAGE_A | (1n << 2n));
    expect(read(machine, VA + 1n, { aligned: false })).toBe("alignment 3 stage 1");
    expect(read(machine, VA)).toBe(PAGE_A);
    const guest = machineWith([]);
    stage2(guest, PAGE_A);
    stage1(guest, IPA);
    put(guest, S2_L3, 5n, PAGE_A | AF | S2_RW | 3n);
    expect(read(guest, VA + 1n, { aligned: false })).toBe("alignment 3 stage 2");
  });
});
