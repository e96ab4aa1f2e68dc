import { describe, expect, test } from "vitest";
import { Machine, type Tlb } from "../../src/runtime/index.js";
import { combinedAttributes } from "../../src/runtime/memory-attributes.js";
import type { Stage1Result, Stage2Result } from "../../src/runtime/tlb.js";
import { architecture } from "./runtime-architecture.js";
import { CODE, machineWith } from "./runtime-bench.js";

/** What each TLBI removes and what it leaves: DDI0487, TLB maintenance instructions, is the oracle. */

const A = 0x20_0000n;
const B = 0x80_0000n;

function first(va: bigint, sizeBits: number, global: boolean): Stage1Result {
  return {
    output: va,
    level: 3,
    sizeBits,
    global,
    readEl0: true,
    writeEl0: true,
    write: true,
    executeNever: false,
    privilegedExecuteNever: false,
    attributes: 0xff,
    shareability: 3,
  };
}

const second: Stage2Result = {
  output: 0n,
  level: 3,
  sizeBits: 12,
  read: true,
  write: true,
  executeNever: false,
  memAttr: 0xf,
  shareability: 3,
};

/** Entries by a short name: VMID, ASID or g for global, page A or B; those of EL2; those by IPA. */
const stage1Entries = [1, 2].flatMap((vmid) =>
  [1, 2, "g"].flatMap((asid) =>
    [A, B].map((va) => ({ name: `v${vmid} a${asid} ${va === A ? "A" : "B"}`, vmid, asid, va })),
  ),
);
const el2Entries = [A, B].map((va) => ({ name: `el2 ${va === A ? "A" : "B"}`, va }));
const ipaEntries = [1, 2].flatMap((vmid) =>
  [A, B].map((ipa) => ({ name: `ipa v${vmid} ${ipa === A ? "A" : "B"}`, vmid, ipa })),
);
const allNames = [...stage1Entries, ...el2Entries, ...ipaEntries].map(({ name }) => name);

function fill(tlb: Tlb): void {
  for (const { vmid, asid, va } of stage1Entries) {
    const global = asid === "g";
    const context = { regime: "EL1&0", vmid, asid: global ? 7 : Number(asid), stage1: true } as const;
    tlb.insert(context, va + (global ? 0x1000n : 0n), first(va, global ? 13 : 12, global), second);
  }
  for (const { va } of el2Entries) {
    tlb.insert({ regime: "EL2", vmid: 0, asid: 0, stage1: true }, va, first(va, 12, true), undefined);
  }
  for (const { vmid, ipa } of ipaEntries) tlb.insertIpa(vmid, ipa, second);
}

function names(tlb: Tlb): string[] {
  return [
    ...stage1Entries.filter(({ vmid, asid, va }) => {
      const global = asid === "g";
      const context = { regime: "EL1&0", vmid, asid: global ? 9 : Number(asid), stage1: true } as const;
      return tlb.find(context, va + (global ? 0x1000n : 0n)) !== undefined;
    }),
    ...el2Entries.filter(
      ({ va }) => tlb.find({ regime: "EL2", vmid: 0, asid: 0, stage1: true }, va) !== undefined,
    ),
    ...ipaEntries.filter(({ vmid, ipa }) => tlb.findIpa(vmid, ipa) !== undefined),
  ].map(({ name }) => name);
}

function tlbiWord(name: string): number {
  const { op1, CRn, CRm, op2 } = architecture.systemOperations.find(
    (o) => o.class === "TLBI" && o.name === name,
  )!;
  return (0xd5080000 | (op1 << 16) | (CRn << 12) | (CRm << 8) | (op2 << 5)) >>> 0;
}

/** Executes a TLBI with X0 as operand at a level, the current VMID being 1. */
function execute(machine: Machine, name: string, operand: bigint, el = 2): void {
  machine.memory.write(CODE, 4, BigInt(tlbiWord(name)));
  machine.registers.set("VTTBR_EL2", 1n << 48n);
  machine.pc = CODE;
  machine.x[0] = operand;
  machine.pstate.EL = el;
  expect(machine.step(), name).toBe("executed");
}

const ofVmid1 = (pattern: RegExp) =>
  stage1Entries.map(({ name }) => name).filter((n) => n.startsWith("v1") && pattern.test(n));
const pageA = A >> 12n;
const asid1 = 1n << 48n;
const everyEl1 = [...stage1Entries, ...ipaEntries].map(({ name }) => name);

const table: readonly (readonly [name: string, operand: bigint, removed: readonly string[]])[] = [
  ["VMALLE1", 0n, ofVmid1(/./)],
  ["VAE1", pageA | asid1, ofVmid1(/a[1g] A/)],
  ["VALE1", pageA | asid1, ofVmid1(/a[1g] A/)],
  ["VAAE1", pageA | asid1, ofVmid1(/A$/)],
  ["VAALE1", pageA, ofVmid1(/A$/)],
  ["ASIDE1", asid1 | pageA, ofVmid1(/a1/)],
  ["IPAS2E1", pageA, ["ipa v1 A"]],
  ["IPAS2LE1", pageA, ["ipa v1 A"]],
  ["VMALLS12E1", 0n, [...ofVmid1(/./), "ipa v1 A", "ipa v1 B"]],
  ["ALLE1", 0n, everyEl1],
  ["ALLE2", 0n, ["el2 A", "el2 B"]],
  ["VAE2", pageA, ["el2 A"]],
  ["VALE2", pageA, ["el2 A"]],
];

describe("TLBI", () => {
  test.each(
    table.flatMap(([name, ...rest]) => [[name, ...rest] as const, [`${name}IS`, ...rest] as const]),
  )("%s removes what the manual says and no more", (name, operand, removed) => {
    const machine = machineWith([]);
    fill(machine.tlb);
    expect(names(machine.tlb)).toEqual(allNames);
    execute(machine, name, operand);
    expect(names(machine.tlb)).toEqual(allNames.filter((entry) => !removed.includes(entry)));
  });

  test("of the Inner Shareable domain reaches the other PEs, with the VMID of the one that executes it", () => {
    for (const [name, operand, removed] of table) {
      for (const suffix of ["", "IS"]) {
        const other = machineWith([]);
        const machine = machineWith([], {
          onBroadcast: (what, operand) => other.tlb.invalidate(what, operand),
        });
        other.registers.set("VTTBR_EL2", 2n << 48n);
        fill(other.tlb);
        execute(machine, `${name}${suffix}`, operand);
        const left = suffix === "" ? allNames : allNames.filter((entry) => !removed.includes(entry));
        expect(names(other.tlb), name + suffix).toEqual(left);
      }
    }
  });

  test("by address removes an entry of the upper range, whose bits above 55 the operand has no room for", () => {
    const va = 0xffff_8000_0020_0000n;
    const context = { regime: "EL1&0", vmid: 1, asid: 1, stage1: true } as const;
    for (const [name, asid] of [
      ["VAE1", asid1],
      ["VAAE1", 0n],
    ] as const) {
      const machine = machineWith([]);
      machine.tlb.insert(context, va, first(va, 12, false), undefined);
      execute(machine, name, BigInt.asUintN(44, va >> 12n) | asid);
      expect(machine.tlb.find(context, va), name).toBeUndefined();
    }
  });

  test("tells those who remember translations that there are fewer", () => {
    const machine = machineWith([]);
    for (const [name, operand] of table) {
      const before = machine.tlb.changes;
      execute(machine, name, operand);
      expect(machine.tlb.changes, name).toBeGreaterThan(before);
    }
  });

  test("of EL1 for its own PE is broadcast under HCR_EL2.FB, and of EL2 is not", () => {
    const heard: string[] = [];
    const machine = machineWith([], { onBroadcast: ({ by }) => heard.push(by) });
    for (const [fb, el] of [
      [0n, 1],
      [1n << 9n, 2],
      [1n << 9n, 1],
    ] as const) {
      machine.registers.set("HCR_EL2", (1n << 31n) | fb);
      execute(machine, "VMALLE1", 0n, el);
    }
    expect(heard).toEqual(["vmid"]);
  });
});

describe("memory that two PEs share", () => {
  const LDXR = 0xc85f7c20; // ldxr x0, [x1]
  const STXR = 0xc8027c23; // stxr w2, x3, [x1]
  const STR = 0xf9000023; // str x3, [x1]

  function pair() {
    const one = machineWith([LDXR, STXR]);
    const two = new Machine(architecture, { memory: one.memory });
    one.memory.write(CODE + 0x100n, 4, BigInt(STR));
    two.pc = CODE + 0x100n;
    one.x[1] = CODE + 0x1000n;
    return { one, two };
  }

  test.each([
    ["the location", 0x1000n, 1n],
    ["another place of its granule", 0x1038n, 1n],
    ["the next granule", 0x1040n, 0n],
  ])("loses an exclusive mark by another PE's store to %s", (_, offset, status) => {
    const { one, two } = pair();
    two.x[1] = CODE + offset;
    one.step();
    two.step();
    one.step();
    expect(one.x[2]).toBe(status);
    expect(one.state.eventRegister).toBe(status === 1n);
  });

  test("keeps a mark through the PE's own store, as ADR 0020 chooses", () => {
    const one = machineWith([LDXR, STR, STXR]);
    new Machine(architecture, { memory: one.memory });
    one.x[1] = CODE + 0x1000n;
    for (let i = 0; i < 3; i++) one.step();
    expect(one.x[2]).toBe(0n);
    expect(one.state.eventRegister).toBe(false);
  });

  test("loses the marks of all other PEs by one store", () => {
    const { one, two } = pair();
    const three = new Machine(architecture, { memory: one.memory });
    three.pc = CODE;
    for (const machine of [two, three]) machine.x[1] = CODE + 0x1000n;
    for (const machine of [one, three, two]) machine.step();
    expect([one, three].map(({ state }) => [state.exclusive, state.eventRegister])).toEqual([
      [undefined, true],
      [undefined, true],
    ]);
  });

  test("loses the marks of both granules by a store that lies in two", () => {
    for (const marked of [0x1000n, 0x1040n]) {
      const { one, two } = pair();
      one.x[1] = CODE + marked;
      one.step();
      one.memory.exclusives.stored(two.state, Number(CODE) + 0x1038, 16);
      expect(one.state.exclusive, `0x${marked.toString(16)}`).toBeUndefined();
    }
  });
});

describe("attributes of both stages", () => {
  test.each([
    ["Device-GRE with Normal Non-cacheable", 0x0c, 0b0101, 0x0c],
    ["Device-GRE with Device-nGRE", 0x0c, 0b0010, 0x08],
    ["Device-nGnRnE with Device-GRE", 0x00, 0b0011, 0x00],
    ["Normal with Device-GRE", 0xff, 0b0011, 0x0c],
    ["Write-Back with Write-Through", 0xff, 0b1010, 0xbb],
    ["Write-Back with Non-cacheable", 0xee, 0b0101, 0x44],
    ["Non-cacheable with Write-Back", 0x44, 0b1111, 0x44],
    ["Write-Through outside, Write-Back inside, with Write-Back", 0xbf, 0b1111, 0xbf],
  ])("of %s are the stricter ones", (_, stage1, memAttr, combined) => {
    expect(combinedAttributes(stage1, memAttr, false)).toBe(combined);
  });
});
