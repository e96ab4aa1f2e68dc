import { describe, expect, it } from "vitest";
import { readAsmOffsets } from "../../src/oracle/asm-offsets.js";
import { ByteReader } from "../../src/oracle/byte-reader.js";
import { checkAsmOffsets, checkBtf, checkDwarf } from "../../src/oracle/index.js";
import { Malformed } from "../../src/oracle/malformed.js";
import { modelOf } from "./layout-fixture.js";

const model = modelOf();

describe("the reader of asm-offsets", () => {
  it.each([
    ['\t.ascii "->VCPU_CONTEXT 256 offsetof(struct kvm_vcpu, arch.ctxt)"', "VCPU_CONTEXT", 256n],
    ['.ascii "->CPU_SP_EL1 #272 offsetof(x)"', "CPU_SP_EL1", 272n],
    ['.ascii "->CPU_SP_EL1 $0x110 x"', "CPU_SP_EL1", 272n],
    ['.ascii "->NEGATIVE -8 x"', "NEGATIVE", -8n],
    ['.ascii "->BARE 8"', "BARE", 8n],
    ["#define VCPU_CONTEXT 256", "VCPU_CONTEXT", 256n],
    ["#define VCPU_CONTEXT 256 /* offsetof(struct kvm_vcpu, arch.ctxt) */", "VCPU_CONTEXT", 256n],
    ["# define\tVCPU_CONTEXT\t(0x100UL) // why", "VCPU_CONTEXT", 256n],
  ])("reads %s", (line, name, value) => {
    const [symbol, ...more] = readAsmOffsets(`\n${line}\r\n`, "a.s");
    expect(symbol).toMatchObject({
      name,
      value,
      at: { file: "a.s", line: 2, column: line.indexOf(name) + 1 },
    });
    expect(more).toEqual([]);
  });

  it.each([
    '.ascii "->"',
    '.ascii "->#a comment"',
    '.ascii "text"',
    "#define __ASM_OFFSETS_H__",
    "#define CPU_XREG_OFFSET(x) (CPU_USER_PT_REGS + 8*(x))",
    "// #define A 1",
    "\tmov x0, #1",
  ])("leaves out %s", (line) => {
    expect(readAsmOffsets(line, "a.s")).toEqual([]);
  });

  it("keeps a value that is no number as its text", () => {
    const [symbol] = readAsmOffsets("#define A B", "a.h");
    expect(symbol).toMatchObject({ name: "A", text: "B" });
    expect(symbol?.value).toBeUndefined();
  });
});

describe("checkAsmOffsets", () => {
  const header = model.asmOffsets
    .map(({ symbol, place }) => `#define ${symbol} ${place.offsetBytes}`)
    .join("\n");

  it("shows another value, one that is no number, a missing and an unknown symbol, each at its line", () => {
    const text = header
      .replace("#define CPU_SP_EL1 272", "#define CPU_SP_EL1 280")
      .replace("#define CPU_SPSR 288", "#define CPU_SPSR FAR_AWAY")
      .replace("#define VCPU_KVM 0", "#define TSK_STACK 0");
    const { diagnostics, compared } = checkAsmOffsets(model, text, "a.h");
    expect(compared).toEqual({ structs: 0, members: 0, symbols: 29, values: 0 });
    expect(diagnostics.map(({ code, severity, message }) => `${severity} ${code} ${message}`)).toEqual([
      "note WS347 the layout has no symbol TSK_STACK",
      "error WS344 CPU_SP_EL1 is 272 in the layout, and 280 in a.h",
      "error WS344 CPU_SPSR is 288 in the layout, and FAR_AWAY in a.h",
      "note WS346 a.h has no symbol VCPU_KVM",
    ]);
    expect(diagnostics[1]).toMatchObject({
      at: { file: "schema/kvm-arm64-v3/asm-offsets.json", line: 8 },
      related: [{ at: { file: "a.h", line: 5 } }],
    });
    const strict = checkAsmOffsets(model, text, "a.h", { strict: true }).diagnostics;
    expect(strict.map(({ severity }) => severity)).toEqual(["note", "error", "error", "error"]);
  });

  it("compares registers' indices and constants that the file defines", () => {
    const { diagnostics, compared } = checkAsmOffsets(
      model,
      `${header}\n#define SCTLR_EL1 4\n#define TTBR0_EL1 6\n#define NR_SYS_REGS 21\n#define HCR_RW 0x80000000\n`,
      "a.h",
    );
    expect(compared?.values).toBe(4);
    expect(diagnostics).toMatchObject([
      { code: "WS345", at: { line: 9 }, message: "SCTLR_EL1 is 3 in the layout, and 4 in a.h" },
    ]);
  });

  it("refuses a file without any of the layout's symbols, which would agree with anything", () => {
    const { diagnostics } = checkAsmOffsets(model, "#define A 1\n", "a.h");
    expect(diagnostics).toMatchObject([{ code: "WS348", severity: "error" }]);
  });
});

/** BTF of one struct of u64 members. */
function btf(
  name: string,
  members: readonly (readonly [name: string, offsetBits: number])[],
  sizeBytes: number,
): Uint8Array {
  const texts = ["", "u64", name, ...members.map(([member]) => member)];
  const offsets = texts.map((_, i) => texts.slice(0, i).join("\0").length + (i === 0 ? 0 : 1));
  const kind = (number: number, count = 0): number => number * 2 ** 24 + count;
  const types = [
    ...[offsets[1]!, kind(1), 8, 64],
    ...[offsets[2]!, kind(4, members.length), sizeBytes],
    ...members.flatMap(([, offsetBits], i) => [offsets[i + 3]!, 1, offsetBits]),
  ];
  const text = new TextEncoder().encode(`${texts.join("\0")}\0`);
  const blob = new DataView(new ArrayBuffer(24 + 4 * types.length + text.length));
  for (const [i, word] of [24, 0, 4 * types.length, 4 * types.length, text.length].entries())
    blob.setUint32(4 + 4 * i, word, true);
  blob.setUint32(0, 0x0001eb9f, true);
  for (const [i, word] of types.entries()) blob.setUint32(24 + 4 * i, word, true);
  new Uint8Array(blob.buffer).set(text, 24 + 4 * types.length);
  return new Uint8Array(blob.buffer);
}

const FAULT = [
  ["far_el2", 64],
  ["hpfar_el2", 128],
] as const;

describe("checkBtf", () => {
  it("reads a blob made by hand", () => {
    const { diagnostics, compared } = checkBtf(model, btf("kvm_vcpu_fault_info", FAULT, 24), "blob");
    expect(compared).toMatchObject({ structs: 1, members: 2 });
    expect(diagnostics.filter(({ severity }) => severity !== "note")).toEqual([]);
    expect(
      diagnostics.filter(({ message }) => message === "blob has no member kvm_vcpu_fault_info.esr_el2"),
    ).toHaveLength(1);
    expect(diagnostics.filter(({ code }) => code === "WS346")).toHaveLength(1 + 14);
  });

  it("shows the place in the blob", () => {
    const { diagnostics } = checkBtf(model, btf("kvm_vcpu_fault_info", [["far_el2", 32]], 24), "blob");
    expect(diagnostics.find(({ code }) => code === "WS341")).toMatchObject({
      message: "kvm_vcpu_fault_info.far_el2 is at byte 8 in the layout, and at byte 4 in blob",
      related: [{ at: { file: "blob" }, message: "BTF type 2" }],
    });
  });

  it("refuses a blob that shows nothing about the layout", () => {
    expect(checkBtf(model, btf("list_head", FAULT, 24), "blob").diagnostics).toMatchObject([
      { code: "WS348" },
    ]);
  });

  it.each([
    0, 1, 2, 3, 12, 23, 24, 60, 80,
  ])("ends with one finding for a blob cut off after %i bytes", (length) => {
    const { diagnostics, compared } = checkBtf(
      model,
      btf("kvm_vcpu_fault_info", FAULT, 24).slice(0, length),
      "blob",
    );
    expect(diagnostics).toHaveLength(1);
    expect(diagnostics[0]).toMatchObject({ severity: "error", at: { file: "blob", line: 1, column: 1 } });
    expect(diagnostics[0]?.code).toBe(length < 2 ? "WS640" : "WS643");
    expect(compared).toBeUndefined();
  });

  it("refuses a type that is not there, and a kind that is not known", () => {
    const blob = btf("kvm_vcpu_fault_info", FAULT, 24);
    const view = new DataView(blob.buffer);
    view.setUint32(24 + 28 + 4, 99, true);
    expect(checkBtf(model, blob, "blob").diagnostics[0]).toMatchObject({
      code: "WS643",
      message: "there is no BTF type 99 among 2; a module's BTF needs the kernel's and is not read",
    });
    view.setUint32(24 + 4, 31 * 2 ** 24, true);
    expect(checkBtf(model, blob, "blob").diagnostics[0]?.message).toContain("the kind 31 ");
  });
});

describe("checkDwarf", () => {
  it.each([
    ["nothing", new Uint8Array()],
    ["text", new TextEncoder().encode("#define A 1\n".repeat(20))],
    ["an ELF magic alone", Uint8Array.of(0x7f, 0x45, 0x4c, 0x46)],
    ["an ELF of 32 bits", Uint8Array.from({ length: 64 }, (_, i) => [0x7f, 0x45, 0x4c, 0x46, 1, 1][i] ?? 0)],
  ])("refuses %s", (_, bytes) => {
    expect(checkDwarf(model, bytes, "a.o").diagnostics).toMatchObject([
      { code: "WS640", at: { file: "a.o" } },
    ]);
  });
});

describe("ByteReader", () => {
  const reader = (...bytes: number[]): ByteReader => new ByteReader(Uint8Array.from(bytes), "bytes");

  it("reads LEB128 numbers of up to 64 bits", () => {
    expect(reader(0xe5, 0x8e, 0x26).ulebValue()).toBe(624485n);
    expect(reader(0x7f).slebValue()).toBe(-1n);
    expect(reader(0x80, 0x7f).slebValue()).toBe(-128n);
    expect(reader(0xff, 0x00).slebValue()).toBe(127n);
    expect(reader(...Array(9).fill(0xff), 0x01).ulebValue()).toBe(2n ** 64n - 1n);
    expect(() => reader(...Array(11).fill(0x80)).ulebValue()).toThrow(Malformed);
    expect(() => reader(...Array(9).fill(0xff), 0x01).uleb()).toThrow("is no place or size");
  });

  it.each([
    ["u8", (r: ByteReader) => r.u8()],
    ["u16", (r: ByteReader) => r.u16()],
    ["u32", (r: ByteReader) => r.u32()],
    ["u64", (r: ByteReader) => r.u64()],
    ["uleb", (r: ByteReader) => r.uleb()],
    ["text", (r: ByteReader) => r.text()],
    ["take", (r: ByteReader) => r.take(1)],
    ["seek", (r: ByteReader) => r.seek(-1)],
    ["skip", (r: ByteReader) => r.skip(2 ** 60)],
  ])("%s does not go past the end", (_, read) => {
    expect(() => read(reader())).toThrow(Malformed);
  });
});
