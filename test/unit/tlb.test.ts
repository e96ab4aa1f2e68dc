import { describe, expect, test } from "vitest";
import { Tlb } from "../../src/runtime/index.js";
import type { Stage1Result, Stage2Result, TlbContext } from "../../src/runtime/tlb.js";

const first: Stage1Result = {
  output: 0x4000_0000n,
  level: 3,
  sizeBits: 12,
  global: false,
  readEl0: true,
  writeEl0: true,
  write: true,
  executeNever: false,
  privilegedExecuteNever: false,
  attributes: 0xff,
  shareability: 3,
};
const second: Stage2Result = {
  output: 0x4000_0000n,
  level: 3,
  sizeBits: 12,
  read: true,
  write: true,
  executeNever: false,
  memAttr: 0xf,
  shareability: 3,
};
const context = (asid: number): TlbContext => ({ regime: "EL1&0", vmid: 1, asid, stage1: true });

describe("the TLB", () => {
  test("forgets everything when it is full, however many pages and address spaces are touched", () => {
    const tlb = new Tlb();
    const { changes } = tlb;
    let most = 0;
    for (let page = 0; page < 70_000; page++) {
      tlb.insert(context(page % 300), BigInt(page) << 12n, first, undefined);
      if (page % 3 === 0) tlb.insertIpa(1, BigInt(page) << 12n, second);
      most = Math.max(most, tlb.size);
    }
    expect(most).toBe(0x1_0000);
    expect(tlb.size).toBeLessThan(0x1_0000);
    expect(tlb.changes).toBeGreaterThan(changes);
    expect(tlb.find(context(69_999 % 300), 69_999n << 12n)?.first.output).toBe(first.output);
    expect(tlb.find(context(0), 0n)).toBeUndefined();
  });

  test("counts an entry once when it is replaced, and no more when it is invalidated", () => {
    const tlb = new Tlb();
    for (let i = 0; i < 3; i++) tlb.insert(context(5), 0x1000n, first, undefined);
    tlb.insert(context(5), 0x2000n, first, undefined);
    tlb.insertIpa(1, 0x1000n, second);
    expect(tlb.size).toBe(3);
    tlb.invalidate(
      { regime: "EL1&0", stages: "1", by: "va", lastLevel: false, shareability: "local" },
      { address: 0x1000n, asid: 5, vmid: 1 },
    );
    expect(tlb.size).toBe(2);
    tlb.invalidate(
      { regime: "EL1&0", stages: "1+2", by: "vmid", lastLevel: false, shareability: "local" },
      { address: 0n, asid: 0, vmid: 1 },
    );
    expect(tlb.size).toBe(0);
  });
});
