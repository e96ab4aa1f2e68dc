import { describe, expect, it } from "vitest";
import {
  Context,
  constants,
  Frame,
  offsets,
  SysregIndex,
  switching,
  sysregs,
  Vcpu,
} from "../golden/expected/ts/index.js";
import fc from "../seeded-check.js";

const bases = [0, 1, 7, 16, 1000];

/** A buffer of noise, a view of a Vcpu somewhere inside, and the bytes around it. */
function vcpuAt(base: number) {
  const buffer = new Uint8Array(base + Vcpu.byteLength + 32).map((_, i) => (i * 37 + 11) & 0xff);
  return { buffer, vcpu: new Vcpu(buffer.buffer, base) };
}

describe("generated struct classes", () => {
  it("know their size, alignment and offsets", () => {
    expect([Vcpu.byteLength, Vcpu.alignment]).toEqual([368, 16]);
    expect(Frame.offsets).toEqual({ esr: 0, regs: 8, vregs: 32, pending: 64, vm: 72, scratch: 80 });
    expect(Vcpu.offsets.constructor_).toBe(352);
  });

  it.each(
    bases,
  )("give back every value that was set, little-endian and in its own bytes, at base %i", (base) => {
    const values = fc.record({
      u32: fc.integer({ min: 0, max: 0xffffffff }),
      u64: fc.bigInt({ min: 0n, max: (1n << 64n) - 1n }),
      u128: fc.bigInt({ min: 0n, max: (1n << 128n) - 1n }),
      s32: fc.integer({ min: -0x80000000, max: 0x7fffffff }),
      s8: fc.integer({ min: -0x80, max: 0x7f }),
      u16: fc.integer({ min: 0, max: 0xffff }),
      bool: fc.boolean(),
    });
    fc.assert(
      fc.property(values, (value) => {
        const { buffer, vcpu } = vcpuAt(base);
        const expected = buffer.slice();
        const put = (offset: number, bytes: number, bits: bigint) => {
          for (let i = 0; i < bytes; i++)
            expected[base + offset + i] = Number((bits >> BigInt(8 * i)) & 0xffn);
        };
        vcpu.ctxt.frame.esr = value.u32;
        put(0, 4, BigInt(value.u32));
        vcpu.ctxt.frame.regs.set(2, value.u64);
        put(24, 8, value.u64);
        vcpu.ctxt.frame.vregs.q1 = value.u128;
        put(48, 16, value.u128);
        vcpu.ctxt.frame.pending = value.bool;
        put(64, 1, value.bool ? 1n : 0n);
        vcpu.host = value.u64;
        put(128, 8, value.u64);
        vcpu.cpu = value.s32;
        put(136, 4, BigInt(value.s32));
        vcpu.levels.set(2, value.u16);
        put(144, 2, BigInt(value.u16));
        vcpu.spare.get(1).vm = value.u64;
        put(160 + 96 + 72, 8, value.u64);
        vcpu.constructor_ = value.s8;
        put(352, 1, BigInt(value.s8));
        vcpu.ctxt.sys_regs.FAR_EL1 = value.u64;
        put(112, 8, value.u64);
        expect(buffer).toEqual(expected);
        const again = new Vcpu(buffer.buffer, base);
        expect([again.ctxt.frame.esr, again.cpu, again.constructor_]).toEqual([
          value.u32,
          value.s32,
          value.s8,
        ]);
        expect([again.ctxt.frame.regs.x2, again.host, again.spare.get(1).vm]).toEqual(
          Array(3).fill(value.u64),
        );
        expect([again.ctxt.frame.vregs.get(1), again.ctxt.frame.pending]).toEqual([value.u128, value.bool]);
        expect(again.levels.get(2)).toBe(value.u16);
      }),
      { numRuns: 50 },
    );
  });

  it("show named elements and indices of the same memory", () => {
    const { vcpu } = vcpuAt(8);
    vcpu.ctxt.sys_regs.set(SysregIndex.MPIDR_EL1, 5n);
    expect(vcpu.ctxt.sys_regs.MPIDR_EL1).toBe(5n);
    vcpu.ctxt.frame.regs.x1 = 7n;
    expect([...vcpu.ctxt.frame.regs][1]).toBe(7n);
    expect([vcpu.ctxt.sys_regs.length, vcpu.spare.length, [...vcpu.spare].length]).toEqual([4, 2, 2]);
  });

  it("share memory with opaque bytes instead of copying them", () => {
    const { buffer, vcpu } = vcpuAt(4);
    vcpu.ctxt.frame.scratch.fill(0xee);
    expect(buffer.slice(4 + 80, 4 + 93)).toEqual(
      new Uint8Array(13).fill(0xee, 0, 12).fill((97 * 37 + 11 - 37) & 0xff, 12),
    );
  });

  const rejected: [string, RegExp, (vcpu: Vcpu) => void][] = [
    [
      "u32 above",
      /^frame\.esr: 4294967296 is outside of 0 … 4294967295$/,
      (v) => (v.ctxt.frame.esr = 2 ** 32),
    ],
    ["u32 below", /^frame\.esr: -1 is outside/, (v) => (v.ctxt.frame.esr = -1)],
    ["u32 fraction", /^frame\.esr: 1\.5 is outside/, (v) => (v.ctxt.frame.esr = 1.5)],
    ["u32 NaN", /^frame\.esr: NaN is outside/, (v) => (v.ctxt.frame.esr = Number.NaN)],
    [
      "u64 above",
      /^vcpu\.host: 18446744073709551616 is outside of 0 … 18446744073709551615$/,
      (v) => (v.host = 1n << 64n),
    ],
    ["u64 below", /^vcpu\.host: -1 is outside/, (v) => (v.host = -1n)],
    ["u128 above", /^frame\.vregs\[0\]: \d{39} is outside/, (v) => (v.ctxt.frame.vregs.q0 = 1n << 128n)],
    ["s32 above", /^vcpu\.cpu: 2147483648 is outside of -2147483648 … 2147483647$/, (v) => (v.cpu = 2 ** 31)],
    ["s8 below", /^vcpu\.constructor: -129 is outside of -128 … 127$/, (v) => (v.constructor_ = -129)],
    ["u16 element", /^vcpu\.levels\[1\]: 65536 is outside of 0 … 65535$/, (v) => v.levels.set(1, 65536)],
    ["index above", /^vcpu\.levels: index 3 is outside of 0 … 2$/, (v) => v.levels.set(3, 0)],
    ["index below", /^context\.sys_regs: index -1 is outside/, (v) => v.ctxt.sys_regs.get(-1)],
    ["struct index", /^vcpu\.spare: index 2 is outside of 0 … 1$/, (v) => v.spare.get(2)],
  ];
  it.each(
    rejected,
  )("reject %s with a RangeError that names the member, and write nothing", (_, message, act) => {
    const { buffer, vcpu } = vcpuAt(3);
    const before = buffer.slice();
    expect(() => act(vcpu)).toThrow(RangeError);
    expect(() => act(vcpu)).toThrow(message);
    expect(buffer).toEqual(before);
  });

  it("reject values of another type", () => {
    const { vcpu } = vcpuAt(0);
    const untyped = vcpu as unknown as { host: unknown; cpu: unknown; ctxt: { frame: { pending: unknown } } };
    expect(() => (untyped.host = 1)).toThrow(/^vcpu\.host: 1 is no bigint$/);
    expect(() => (untyped.cpu = 1n)).toThrow(/^vcpu\.cpu: 1 is no number$/);
    expect(() => (untyped.ctxt.frame.pending = 1)).toThrow(/^frame\.pending: 1 is no boolean$/);
  });

  it("reject a buffer that ends before the struct does", () => {
    const buffer = new ArrayBuffer(Vcpu.byteLength);
    expect(() => new Vcpu(buffer, 1)).toThrow(RangeError);
    expect(() => new Vcpu(buffer, -1)).toThrow(RangeError);
    expect(new Vcpu(buffer).cpu).toBe(0);
    expect(new Context(new SharedArrayBuffer(128)).sys_regs.FAR_EL1).toBe(0n);
  });
});

describe("generated system registers", () => {
  const { MPIDR_EL1, HCR_EL2 } = sysregs;

  it("have the order's indices", () => {
    expect(SysregIndex).toEqual({ __INVALID_SYSREG__: 0, MPIDR_EL1: 1, FAR_EL1: 2, TPIDR_EL1: 3 });
  });

  it("get and set fields and leave the other bits", () => {
    expect(HCR_EL2.fields.RW.get(0x80000000n)).toBe(1n);
    expect(HCR_EL2.fields.RW.set(0xffff_ffff_ffff_ffffn, 0n)).toBe(0xffff_ffff_7fff_ffffn);
    expect(MPIDR_EL1.fields.Aff3.set(0n, 0xffn)).toBe(0xff00000000n);
    expect(MPIDR_EL1.fields.Aff3.mask).toBe(0xff00000000n);
    expect(() => HCR_EL2.fields.RW.set(0n, 2n)).toThrow(/^HCR_EL2\.RW: 2 is outside of 0 … 1$/);
    expect(() => HCR_EL2.fields.RW.set(0n, -1n)).toThrow(RangeError);
  });

  it("describe a value field by field, with meanings and violated reserved bits", () => {
    expect(MPIDR_EL1.describe(0xc0000102n)).toEqual([
      "Aff3=0x0 (affinity level 3)",
      "U=1 (a single core)",
      "Aff2=0x0",
      "Aff1=0x1",
      "Aff0=0x2",
    ]);
    expect(MPIDR_EL1.describe(1n << 63n).slice(-2)).toEqual([
      "RES0 bits that are 1: 0x8000000000000000",
      "RES1 bits that are 0: 0x80000000",
    ]);
  });
});

describe("generated constants and offsets", () => {
  it("are bigints and byte numbers", () => {
    expect([constants.VA_MASK, constants.NR_SYS_REGS]).toEqual([0x7f_ffff_ffffn, 4n]);
    expect([offsets.VCPU_SPARE_ESR, offsets.CPU_SYSREG_OFFSET(SysregIndex.TPIDR_EL1)]).toEqual([256, 120]);
  });
});

/** A register file that remembers the order of what is read and written. */
class Cpu implements switching.RegisterFile {
  readonly values = new Map<string, bigint>();
  readonly trace: string[] = [];
  read(name: string): bigint {
    this.trace.push(name);
    return this.values.get(name) ?? 0n;
  }
  write(name: string, value: bigint): void {
    this.trace.push(name);
    this.values.set(name, value);
  }
  readX = (n: number) => this.read(`X${n}`);
  writeX = (n: number, value: bigint) => this.write(`X${n}`, value);
  readQ = (n: number) => this.read(`Q${n}`);
  writeQ = (n: number, value: bigint) => this.write(`Q${n}`, value);
  readSysreg = (name: string) => this.read(name);
  writeSysreg = (name: string, value: bigint) => this.write(name, value);
}

const switched = ["X0", "X1", "Q0", "Q1", "ELR_EL2", "VMPIDR_EL2", "FAR_EL1", "TPIDR_EL1"];

describe("generated save and restore", () => {
  it("bring every register back through the context", () => {
    const before = new Cpu();
    for (const [i, name] of switched.entries()) before.values.set(name, BigInt(i + 1) * 0x01010101n);
    before.values.set("Q0", (1n << 128n) - 5n);
    const context = new Context(new ArrayBuffer(Context.byteLength));
    switching.saveGuest(before, context);
    expect([...before.trace].sort()).toEqual([...switched].sort());
    const after = new Cpu();
    switching.restoreGuest(after, context);
    expect(after.values).toEqual(
      new Map([...before.values].sort(([a], [b]) => after.trace.indexOf(a) - after.trace.indexOf(b))),
    );
  });

  it("restore what goes by the stack where it is taken from the stack: last", () => {
    const cpu = new Cpu();
    switching.restoreGuest(cpu, new Context(new ArrayBuffer(128)));
    expect(cpu.trace).toEqual(["VMPIDR_EL2", "FAR_EL1", "TPIDR_EL1", "ELR_EL2", "Q0", "Q1", "X1", "X0"]);
  });

  it("move a register through the one that MRS and MSR name, to the slot of its own", () => {
    const cpu = new Cpu();
    cpu.values.set("VMPIDR_EL2", 0x80000003n);
    const context = new Context(new ArrayBuffer(128));
    switching.saveSysregsGroup(cpu, context);
    expect(context.sys_regs.MPIDR_EL1).toBe(0x80000003n);
  });

  it("keep the low bits of a register in a narrow slot, as a store of W does", () => {
    const cpu = new Cpu();
    cpu.values.set("ELR_EL2", 0xffff_ffc0_0000_1234n);
    const context = new Context(new ArrayBuffer(128));
    switching.saveSyndromeGroup(cpu, context);
    expect(context.frame.esr).toBe(0x1234);
    switching.restoreSyndromeGroup(cpu, context);
    expect(cpu.values.get("ELR_EL2")).toBe(0x1234n);
  });
});
