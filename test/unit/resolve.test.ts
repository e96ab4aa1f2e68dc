import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { findLayouts } from "../../src/model/layouts.js";
import { loadModel } from "../../src/model/load.js";
import { resolveModel } from "../../src/model/resolve.js";
import { type Edit, editedSources, lines, modelOf, resolveEdited } from "./layout-fixture.js";

/** `file:line code message` of each diagnostic of the seed's layout with edits. */
function found(...edits: readonly Edit[]): string[] {
  return lines(resolveEdited(...edits).diagnostics).map((line) => line.replace(/:(\d+):\d+ /, ":$1 "));
}

/** The text that the first diagnostic of an edit underlines. */
function marked(...edits: readonly Edit[]): string | undefined {
  const [first] = resolveEdited(...edits).diagnostics;
  const { documents } = editedSources(...edits);
  const text = Object.values(documents).find(({ file }) => file === first?.at.file)?.text;
  const column = (first?.at.column ?? 1) - 1;
  return text?.split("\n")[(first?.at.line ?? 1) - 1]?.slice(column, column + (first?.at.length ?? 0));
}

function hints(...edits: readonly Edit[]): (string | undefined)[] {
  return resolveEdited(...edits).diagnostics.map(({ hint }) => hint);
}

describe("the seed's layout", () => {
  const model = modelOf();

  test("has the offsets and sizes of the seed's facts", () => {
    const facts =
      readFileSync("schema/kvm-arm64-v3/asm-offsets.json", "utf8").match(/"symbol": "(\w+)"/g) ?? [];
    expect(model.asmOffsets).toHaveLength(facts.length);
    const offsets = new Map(model.asmOffsets.map(({ symbol, place }) => [symbol, place.offsetBytes]));
    expect(offsets.get("VCPU_CONTEXT")).toBe(256);
    expect(offsets.get("CPU_FP_REGS")).toBe(336);
    expect(offsets.get("CPU_SYSREGS")).toBe(864);
    expect(offsets.get("VCPU_ESR_EL2")).toBe(256 + 1048);
    expect(offsets.get("KVM_VTTBR")).toBe(512 + 24);
    expect(offsets.get("KVM_VGIC_VCTRL")).toBe(512 + 32 + 8);
    const sizes = new Map(model.structs.map(({ name, sizeBytes }) => [name, sizeBytes]));
    expect(sizes.get("kvm_regs")).toBe(864);
    expect(sizes.get("kvm_cpu_context")).toBe(1040);
    expect(sizes.get("vgic_cpu")).toBe(456);
    expect(sizes.get("arch_timer_cpu")).toBe(128);
    expect(sizes.get("kvm_vcpu_arch")).toBe(2064);
  });

  test("names its holes by the member before them", () => {
    const regs = model.structs.find(({ name }) => name === "kvm_regs");
    expect(regs?.holes).toEqual([{ offsetBytes: 328, sizeBytes: 8, after: "spsr" }]);
    const context = model.structs.find(({ name }) => name === "kvm_cpu_context");
    expect(context?.holes).toEqual([{ offsetBytes: 1032, sizeBytes: 8, after: "sys_regs" }]);
  });

  test("numbers its system registers from 1 and moves MPIDR_EL1 through VMPIDR_EL2", () => {
    const { slots } = model.sysregOrder;
    expect(slots.map(({ index }) => index)).toEqual(slots.map((_, position) => position + 1));
    expect(slots[0]).toMatchObject({ name: "MPIDR_EL1", offsetBytes: 872, via: { name: "VMPIDR_EL2" } });
    expect(slots.at(-1)).toMatchObject({ name: "CNTKCTL_EL1", index: 20, offsetBytes: 1024 });
    expect(model.constants.at(-1)).toMatchObject({ name: "NR_SYS_REGS", value: 21n });
  });

  test("has the seed's constants, those of fields with the field's name", () => {
    const byName = new Map(model.constants.map((constant) => [constant.name, constant]));
    expect(byName.get("HYP_PAGE_OFFSET")).toMatchObject({
      value: 0x4000000000n,
      expression: "PAGE_OFFSET & HYP_PAGE_OFFSET_MASK",
    });
    expect(byName.get("HCR_RW")).toMatchObject({ value: 0x80000000n, field: "HCR_EL2.RW" });
    expect(byName.get("HCR_RW")).not.toHaveProperty("expression");
    expect(byName.get("ESR_EL2_EC_SHIFT")?.value).toBe(26n);
  });

  test("has its groups' transfers in order, the ordered group's through via", () => {
    const group = new Map(model.worldSwitch.groups.map((g) => [g.name, g]));
    const sysregs = group.get("sysregs");
    expect(sysregs?.temporaries).toEqual(Array.from({ length: 26 }, (_, i) => i + 4));
    expect(sysregs?.transfers.map(({ register }) => register)).toEqual(
      model.sysregOrder.slots.map(({ name }) => name),
    );
    expect(sysregs?.transfers[0]).toMatchObject({
      register: "MPIDR_EL1",
      kind: "sysreg",
      sysreg: { name: "VMPIDR_EL2" },
    });
    expect(sysregs?.transfers[0]?.place).toMatchObject({
      path: "sys_regs[MPIDR_EL1]",
      offsetBytes: 872,
      widthBytes: 8,
    });
    expect(sysregs?.transfers[0]?.at.file).toBe("schema/kvm-arm64-v3/sysreg-order.json");
    const fpsimd = group.get("fpsimd");
    expect(fpsimd).toMatchObject({ base: "scratch", pairs: true, advanceAt: "Q30" });
    expect(fpsimd?.transfers.at(-1)).toMatchObject({
      register: "FPCR",
      place: { offsetBytes: 852, widthBytes: 4 },
    });
    expect(group.get("el1_banked")).toMatchObject({ base: "context", pairs: false });
    expect(group.get("el1_banked")?.transfers[2]?.place.offsetBytes).toBe(288);
  });

  test("sums the symbols of an index macro and leaves no rest", () => {
    expect(
      model.offsetMacros.map(({ macro, symbols, restBytes, elementBytes }) => [
        macro,
        symbols,
        restBytes,
        elementBytes,
      ]),
    ).toEqual([
      ["CPU_XREG_OFFSET", ["CPU_GP_REGS", "CPU_USER_PT_REGS"], 0, 8],
      ["CPU_SPSR_OFFSET", ["CPU_GP_REGS", "CPU_SPSR"], 0, 8],
      ["CPU_SYSREG_OFFSET", ["CPU_SYSREGS"], 0, 8],
    ]);
  });

  test("keeps its three waivers beside what they are about", () => {
    const { fault, abort } = model.worldSwitch;
    expect(fault.map(({ waivers }) => waivers.map(({ code }) => code))).toEqual([["WS303"], [], []]);
    expect(abort.failed.waivers.map(({ code }) => code)).toEqual(["WS304"]);
    expect(abort.clobbers[0]?.waivers.map(({ code }) => code)).toEqual(["WS305"]);
  });

  test("is found under schema/, and architecture folders are not", () => {
    expect(findLayouts("schema")).toContain("kvm-arm64-v3");
    expect(findLayouts("schema")).not.toContain("arm64");
    expect(findLayouts("no/such/folder")).toEqual([]);
  });

  test("loads the same from a folder written with a slash", () => {
    const again = loadModel("schema/kvm-arm64-v3/");
    expect(again.ok && again.value.documents).toEqual(model.documents);
    expect(again.ok && again.value.worldSwitch.vm.at.file).toBe("schema/kvm-arm64-v3/world-switch.json");
  });
});

describe("a register added to the order", () => {
  const model = modelOf([
    "sysreg-order.json",
    '    { "name": "CNTKCTL_EL1", "groups": ["sysregs"] }',
    '    { "name": "CNTKCTL_EL1", "groups": ["sysregs"] },\n    { "name": "PAR_EL1", "groups": ["sysregs"] }',
  ]);

  test("has the next index, slot and transfer, and the count follows", () => {
    expect(model.sysregOrder.slots.at(-1)).toMatchObject({ name: "PAR_EL1", index: 21, offsetBytes: 1032 });
    expect(model.worldSwitch.groups.find(({ name }) => name === "sysregs")?.transfers.at(-1)?.register).toBe(
      "PAR_EL1",
    );
    expect(model.constants.find(({ name }) => name === "NR_SYS_REGS")?.value).toBe(22n);
    expect(model.structs.find(({ name }) => name === "kvm_cpu_context")).toMatchObject({
      sizeBytes: 1040,
      holes: [],
    });
  });
});

describe("a mistake in the order", () => {
  test.each([
    ['"name": "SCTLR_EL1"', '"name": "SCTRL_EL1"', "9 WS205 no system register is called SCTRL_EL1"],
    ['"name": "ACTLR_EL1"', '"name": "SCTLR_EL1"', "10 WS104 SCTLR_EL1 is listed twice"],
    [
      '"name": "ACTLR_EL1", "groups": ["sysregs"]',
      '"name": "ACTLR_EL1", "groups": ["sysreg"]',
      "10 WS233 no group of world-switch.json is called sysreg",
    ],
    [
      '"name": "ACTLR_EL1", "groups": ["sysregs"]',
      '"name": "ACTLR_EL1", "groups": ["fpsimd"]',
      "10 WS234 group fpsimd lists its registers itself, and would not move ACTLR_EL1",
    ],
    ['"member": "sys_regs"', '"member": "sysregs"', "3 WS221 struct kvm_cpu_context has no member sysregs"],
    [
      '"struct": "kvm_cpu_context"',
      '"struct": "kvm_regs"',
      "3 WS230 the registers are kept in struct kvm_regs, but the layout's context is struct kvm_cpu_context",
    ],
  ])("%s written as %s is reported at its line", (text, by, expected) => {
    expect(found(["sysreg-order.json", text, by])).toContain(`sysreg-order.json:${expected}`);
  });

  test("in the storage's count has both counts", () => {
    expect(found(["vcpu-context.json", '"count": "NR_SYS_REGS"', '"count": 30'])).toEqual([
      'sysreg-order.json:3 WS231 kvm_cpu_context.sys_regs is u64 [30] with index "sysreg", but the registers need u64 [21] with index "sysreg"',
    ]);
  });
});

describe("a mistake in the constants", () => {
  test("that makes a circle names it once", () => {
    expect(
      found(
        ["constants.json", '"value": "12"', '"value": "VA_BITS"'],
        ["constants.json", '"value": "39"', '"value": "PAGE_SHIFT + 0"'],
      ),
    ).toEqual(["constants.json:4 WS204 constants depend on each other: PAGE_SHIFT -> VA_BITS -> PAGE_SHIFT"]);
  });

  test("that takes the slot count's name is reported", () => {
    expect(found(["constants.json", '"KVM_NR_MEM_OBJS"', '"NR_SYS_REGS"'])).toContain(
      "constants.json:33 WS214 NR_SYS_REGS is defined twice: sysreg-order.json counts its slots by that name",
    );
  });

  test("may refer forward: the order of lines is only that of output", () => {
    const model = modelOf(["constants.json", '"value": "12"', '"value": "ESR_EL2_S1PTW_SHIFT + 5"']);
    expect(model.constants[0]).toMatchObject({
      name: "PAGE_SHIFT",
      value: 12n,
      expression: "ESR_EL2_S1PTW_SHIFT + 5",
    });
  });

  test("in a long chain does not overflow the stack", () => {
    const chain = Array.from(
      { length: 5000 },
      (_, i) => `{ "name": "C${i}", "value": "C${i + 1} + 1" },`,
    ).join("\n");
    const model = modelOf([
      "constants.json",
      '"constants": [',
      `"constants": [\n${chain}\n{ "name": "C5000", "value": "1" },`,
    ]);
    expect(model.constants[0]?.value).toBe(5001n);
  });
});

describe("a mistake in the structs", () => {
  test.each([
    [
      '"type": "struct user_pt_regs"',
      '"type": "struct user_pt_reg"',
      "27 WS210 no struct is called user_pt_reg",
      "did you mean user_pt_regs?",
    ],
    [
      '"type": "struct user_pt_regs"',
      '"type": "struct kvm_arch"',
      "27 WS212 struct kvm_arch is used before it is declared",
      "move struct kvm_arch before struct kvm_regs",
    ],
    [
      '"type": "struct user_pt_regs"',
      '"type": "struct kvm_vcpu"',
      "27 WS212 struct kvm_regs holds itself: kvm_regs -> kvm_vcpu -> kvm_vcpu_arch -> kvm_cpu_context -> kvm_regs",
      "one of them can hold a pointer instead",
    ],
    [
      '"type": "struct user_pt_regs"',
      '"type": "struct kvm_regs"',
      "27 WS212 struct kvm_regs holds itself: kvm_regs -> kvm_regs",
      "one of them can hold a pointer instead",
    ],
    [
      '"count": "KVM_NR_SPSR"',
      '"count": "KVM_NR_SPSRS"',
      "30 WS201 no constant is called KVM_NR_SPSRS",
      "did you mean KVM_NR_SPSR?",
    ],
    [
      '"count": "KVM_NR_SPSR"',
      '"count": "KVM_SPSR_EL1"',
      "30 WS211 KVM_SPSR_EL1 is 0, expected 1 to 16777216",
      undefined,
    ],
    [
      '"count": 31, "index": "gpr"',
      '"count": 32, "index": "gpr"',
      '8 WS211 count is 32, expected 1 to 31 with index "gpr"',
      undefined,
    ],
    [
      '"count": "VGIC_NR_IRQS"',
      '"count": 16777216',
      "56 WS213 vgic_cpu.pending_percpu ends at byte 16777224, beyond the limit of 16777216",
      undefined,
    ],
    [
      '"size": 64, "align": 8',
      '"size": 60, "align": 8',
      "75 WS215 size 60 is no multiple of the alignment 8, as every C type's is",
      undefined,
    ],
  ])("%s written as %s is the only report", (text, by, expected, hint) => {
    expect(found(["vcpu-context.json", text, by])).toEqual([`vcpu-context.json:${expected}`]);
    expect(hints(["vcpu-context.json", text, by])).toEqual([hint]);
  });
});

describe("a mistake in a member path", () => {
  const path = '"member": "gp_regs.regs.regs[19]"';
  test.each([
    ["gp_regs.regs.reg[19]", "10 WS221 struct user_pt_regs has no member reg"],
    ["gp_regs.regs.regs[31]", "10 WS222 index 31 is outside user_pt_regs.regs, whose elements are 0 to 30"],
    [
      "gp_regs.regs.regs[VA_BITS]",
      "10 WS222 index VA_BITS, which is 39, is outside user_pt_regs.regs, whose elements are 0 to 30",
    ],
    ["gp_regs.regs.regs[X31]", "10 WS224 no constant or register is called X31"],
    ["gp_regs.regs.regs[019]", "10 WS224 no constant or register is called 019"],
    ["gp_regs.sp_el1[0]", "10 WS223 kvm_regs.sp_el1 is no array"],
    ["gp_regs.spsr.x", "10 WS223 kvm_regs.spsr is no struct"],
    ["gp_regs.regs.regs", "10 WS241 X19 needs a slot of 8 bytes, but gp_regs.regs.regs has 248"],
    ["gp_regs.fp_regs.vregs[0]", "10 WS241 X19 needs a slot of 8 bytes, but gp_regs.fp_regs.vregs[0] has 16"],
    ["gp_regs.fp_regs.fpsr", "10 WS241 X19 needs a slot of 8 bytes, but gp_regs.fp_regs.fpsr has 4"],
  ])("%s is reported where it is", (member, expected) => {
    expect(found(["world-switch.json", path, `"member": "${member}"`])).toEqual([
      `world-switch.json:${expected}`,
    ]);
  });

  test.each([
    "gp_regs.regs.regs[X19]",
    "sys_regs[TTBR0_EL1]",
    "gp_regs.spsr[KVM_SPSR_EL1]",
  ])("%s is none", (member) => {
    const model = modelOf(["world-switch.json", path, `"member": "${member}"`]);
    const offset = { gp_regs: member.includes("X19") ? 152 : 288, sys_regs: 912 }[
      member.split(/[.[]/)[0] ?? ""
    ];
    expect(model.worldSwitch.groups[0]?.transfers[0]?.place.offsetBytes).toBe(offset);
  });

  test("through an array without an index is told to write one", () => {
    const edit: Edit = [
      "vcpu-context.json",
      '"name": "mmio_decode", "type": "struct kvm_decode"',
      '"name": "mmio_decode", "type": "struct kvm_decode", "count": 2',
    ];
    const symbol: Edit = [
      "asm-offsets.json",
      '"member": "arch.irq_lines"',
      '"member": "arch.mmio_decode.rt"',
    ];
    const result = found(edit, symbol);
    expect(result).toContain(
      "asm-offsets.json:16 WS223 kvm_vcpu_arch.mmio_decode is an array of 2: an index is missing",
    );
  });
});

describe("a mistake in the world switch", () => {
  test.each([
    ['"alignLog2": "PAGE_SHIFT"', '"alignLog2": "40"', "3 WS263 section.alignLog2 is 40, expected 0 to 16"],
    ['"scratch": "x3"', '"scratch": "x2"', "4 WS264 x2 has two roles, context and scratch"],
    ['"register": "X19"', '"register": "X31"', "10 WS205 no register is called X31"],
    [
      '"temporaries": "x19-x21",\n',
      "\n",
      "26 WS242 group exception_return moves SP_EL0, a system register, and has no temporaries for it",
    ],
    ['"temporaries": "x19-x21"', '"temporaries": "x21-x19"', "27 WS242 temporaries x21-x19 descend"],
    [
      '"temporaries": "x4-x7"',
      '"temporaries": "x4-x6"',
      "112 WS242 group guest_stacked needs 4 temporaries, one for each register, and has 3",
    ],
    ['"advanceAt": "Q30"', '"advanceAt": "Q3O"', "50 WS244 group fpsimd has no register Q3O to advance at"],
    [
      '{ "anchor": "callee_saved" }',
      '{ "anchor": "callee_save" }',
      "132 WS250 no group is called callee_save",
    ],
    [
      '{ "call": "save_common_regs" }',
      '{ "call": "save_host_regs" }',
      "153 WS251 routine save_host_regs calls itself",
    ],
    [
      '{ "call": "save_common_regs" }',
      '{ "call": "save_sysregs" }',
      "153 WS251 routine save_sysregs is called before it is defined",
    ],
    ['"routine": "save_sysregs"', '"routine": "save_sysreg"', "221 WS250 no routine is called save_sysreg"],
    [
      '{ "procedure": "__save_fpsimd" }',
      '{ "procedure": "__save_fp" }',
      "230 WS250 no procedure is called __save_fp",
    ],
    [
      '"guest": "arch.ctxt"',
      '"guest": "arch.fault"',
      "252 WS260 arch.fault is struct kvm_vcpu_fault_info, expected struct kvm_cpu_context",
    ],
    [
      '"host": "arch.host_cpu_context"',
      '"host": "kvm"',
      "252 WS260 kvm is a pointer to struct kvm, expected a pointer to struct kvm_cpu_context",
    ],
    [
      '"pointer": "kvm"',
      '"pointer": "arch.hcr_el2"',
      "259 WS261 arch.hcr_el2 is a u64, expected a pointer to a struct of vcpu-context.json",
    ],
    [
      '"members": ["arch.irq_lines", "arch.hcr_el2"]',
      '"members": ["arch.irq_lines", "arch.target"]',
      "254 WS241 a register is loaded from here, so arch.target needs 8 bytes; it has 4",
    ],
    ['"operation": "S1E1R"', '"operation": "S1E1"', "271 WS262 no AT operation is called S1E1"],
    ['"field": "F"', '"field": "FAIL"', "274 WS206 PAR_EL1 has no field FAIL"],
    [
      '"pstate": "PSR_F_BIT',
      '"pstate": "(1 << 32) | PSR_F_BIT',
      "289 WS263 panic.pstate is 4294968261, expected 0 to 4294967295",
    ],
    [
      '"from": "EL2h", "kind": "fiq"',
      '"from": "EL2h", "kind": "irq"',
      "298 WS265 vector irq from EL2h is listed twice",
    ],
    [
      '    { "from": "EL2h", "kind": "fiq", "handler": "panic" },\n',
      "",
      "297 WS265 vector fiq from EL2h is missing after irq from EL2h",
    ],
    [
      '    { "from": "EL2t", "kind": "sync", "handler": "panic" },\n',
      "",
      "291 WS265 vector sync from EL2t is missing",
    ],
  ])("%s written as %s is reported at its place", (text, by, expected) => {
    expect(found(["world-switch.json", text, by])).toContain(`world-switch.json:${expected}`);
  });

  test("that swaps two vectors is reported at both", () => {
    const result = found(
      ["world-switch.json", '"from": "EL2h", "kind": "sync"', '"from": "EL2h", "kind": "TMP"'],
      ["world-switch.json", '"from": "EL2h", "kind": "irq"', '"from": "EL2h", "kind": "sync"'],
      ["world-switch.json", '"kind": "TMP"', '"kind": "irq"'],
    );
    expect(result).toEqual([
      "world-switch.json:296 WS265 vector irq from EL2h stands where sync from EL2h belongs",
      "world-switch.json:297 WS265 vector sync from EL2h stands where irq from EL2h belongs",
    ]);
  });

  test("leaves an ordered group without registers reported", () => {
    const text = editedSources().documents["sysreg-order.json"].text;
    expect(found(["sysreg-order.json", text, text.replaceAll('["sysregs"]', "[]")])).toEqual([
      "world-switch.json:121 WS243 no register of sysreg-order.json is in group sysregs",
    ]);
  });
});

describe("a diagnostic underlines", () => {
  test.each<[string, Edit, string]>([
    ["a name in an expression", ["constants.json", "(1 << VA_BITS) - 1", "(1 << VA_BIT) - 1"], "VA_BIT"],
    [
      "what is too large in an expression",
      ["constants.json", "(1 << VA_BITS) - 1", "(1 << (VA_BITS * 2)) - 1"],
      "(VA_BITS * 2)",
    ],
    [
      "a field in an expression",
      ["constants.json", "mask(HCR_EL2.RW)", "mask(HCR_EL2.RWX)"],
      "mask(HCR_EL2.RWX)",
    ],
    ["a member on a path", ["world-switch.json", "gp_regs.regs.regs[19]", "gp_regs.reg.regs[19]"], "reg"],
    ["an index on a path", ["world-switch.json", "gp_regs.regs.regs[19]", "gp_regs.regs.regs[1900]"], "1900"],
    [
      "a whole path whose slot is too narrow",
      ["world-switch.json", "gp_regs.regs.regs[19]", "gp_regs.fp_regs.fpsr"],
      '"gp_regs.fp_regs.fpsr"',
    ],
    ["a register's name", ["sysreg-order.json", '"SCTLR_EL1"', '"SCTRL_EL1"'], '"SCTRL_EL1"'],
    ["a group's name", ["sysreg-order.json", '["sysregs"]', '["sysregs", "x"]'], '"x"'],
    ["a count", ["vcpu-context.json", '"count": 31', '"count": 99'], "99"],
    ["an unknown key", ["layout.json", '"title"', '"tilte"'], '"tilte"'],
    [
      "the end of what a missing property would follow",
      ["layout.json", /"title".*\n/.exec(editedSources().documents["layout.json"].text)?.[0] ?? "", ""],
      '"',
    ],
  ])("%s", (_, edit, expected) => {
    expect(marked(edit)).toBe(expected);
  });
});

describe("several mistakes", () => {
  test("in several documents are all reported, sorted by place", () => {
    expect(
      found(
        ["world-switch.json", '"scratch": "x3"', '"scratch": "x2"'],
        [
          "asm-offsets.json",
          '"struct": "kvm_vcpu", "member": "arch.ctxt"',
          '"struct": "kvm_vcp", "member": "arch.ctxt"',
        ],
        ["constants.json", '"value": "39"', '"value": "39 +"'],
      ),
    ).toEqual([
      "asm-offsets.json:4 WS210 no struct is called kvm_vcp",
      "constants.json:5 WS202 expected a value but the expression ends",
      "world-switch.json:4 WS264 x2 has two roles, context and scratch",
    ]);
  });

  test("of syntax in one document do not hide another's", () => {
    const result = found(
      ["layout.json", '"name"', "name"],
      ["constants.json", '"value": "12"', '"valu": "12"'],
    );
    expect(result.map((line) => line.replace(/ .*/, ""))).toEqual(["constants.json:4", "layout.json:3"]);
  });
});

test("the same texts give the same model, and resolving leaves the sources alone", () => {
  const sources = editedSources();
  const before = JSON.stringify(sources.documents);
  const [first, second] = [resolveModel(sources), resolveModel(sources)];
  expect(first).toEqual(second);
  expect(JSON.stringify(sources.documents)).toBe(before);
});

test("a layout resolves in a few milliseconds once the architecture is compiled", () => {
  const sources = editedSources();
  resolveModel(sources);
  const start = performance.now();
  for (let i = 0; i < 50; i++) resolveModel(sources);
  expect((performance.now() - start) / 50).toBeLessThan(40);
});

test("a schema folder that is missing gives diagnostics at its folders", () => {
  const result = loadModel("schema/kvm-arm64-v3", { schemaFolder: "no/such" });
  expect(lines(result.diagnostics)).toEqual([
    "a64:1:1 WS001 cannot read the folder: there is none",
    "sysregs:1:1 WS001 cannot read the folder: there is none",
  ]);
});
