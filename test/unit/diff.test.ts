import { describe, expect, it } from "vitest";
import { ALL_BREAKS, breaksOf, type Change, diffLines, diffModels, SUBJECTS } from "../../src/diff/index.js";
import { type Edit, modelOf } from "./layout-fixture.js";

const seed = modelOf();

function changes(...edits: readonly Edit[]): readonly Change[] {
  return diffModels(seed, modelOf(...edits)).changes;
}

/** `subject name kind property before>after, … [reasons]` of each change. */
function told(found: readonly Change[]): string[] {
  return found.map(({ subject, name, kind, properties, breaks }) => {
    const what = properties.map((p) => `${p.property} ${p.before ?? ""}>${p.after ?? ""}`).join(", ");
    return `${subject} ${name} ${kind} ${what} [${breaks.map((reason) => reason.name).join(" ")}]`;
  });
}

const SCTLR = '    { "name": "SCTLR_EL1", "groups": ["sysregs"] },\n';
const ACTLR = '    { "name": "ACTLR_EL1", "groups": ["sysregs"] },\n';

describe("diffModels", () => {
  it("finds nothing between a layout and itself", () => {
    expect(diffModels(seed, modelOf()).changes).toEqual([]);
  });

  it("does not count how documents are written: comments, docs, order of constants, radix", () => {
    expect(
      changes(
        ["vcpu-context.json", '"doc": "syndrome"', '"doc": "why"'],
        [
          "constants.json",
          '"name": "VGIC_NR_IRQS", "value": "128"',
          '"name": "VGIC_NR_IRQS", "value": "0x80"',
        ],
      ),
    ).toEqual([]);
  });

  it("says that two neighbours in the order changed places, in index and slot, and nothing else", () => {
    const found = changes(["sysreg-order.json", SCTLR + ACTLR, ACTLR + SCTLR]);
    expect(told(found)).toEqual([
      "register ACTLR_EL1 changed index 4>3, offset 896>888 [index-renumbered slot-moved]",
      "register SCTLR_EL1 changed index 3>4, offset 888>896 [index-renumbered slot-moved]",
      expect.stringMatching(
        /^group sysregs changed registers .*SCTLR_EL1 ACTLR_EL1.*>.*ACTLR_EL1 SCTLR_EL1.* \[\]$/,
      ),
    ]);
  });

  it("follows a register that is gone through index, slot, group, array, and count", () => {
    const found = told(changes(["sysreg-order.json", ACTLR, ""]));
    expect(found).toContain(
      "register ACTLR_EL1 removed index 4>, offset 896>, groups sysregs> [register-removed]",
    );
    expect(found).toContain(
      "register CPACR_EL1 changed index 5>4, offset 904>896 [index-renumbered slot-moved]",
    );
    expect(found).toContain("constant NR_SYS_REGS changed value 21>20 [constant-changed]");
    expect(found).toContain(
      "member kvm_cpu_context.sys_regs changed size 168>160, count 21>20 [member-resized]",
    );
    expect(found).toContain("struct kvm_cpu_context changed size 1040>1024 [struct-resized]");
    expect(found.filter((line) => line.startsWith("register"))).toHaveLength(1 + 16);
  });

  it("says that a register at the end renumbers and moves no other", () => {
    const last = '    { "name": "CNTKCTL_EL1", "groups": ["sysregs"] }\n';
    const par =
      '    { "name": "CNTKCTL_EL1", "groups": ["sysregs"] },\n    { "name": "PAR_EL1", "groups": ["sysregs"] }\n';
    const found = changes(["sysreg-order.json", last, par]);
    expect(told(found)[0]).toBe("register PAR_EL1 added index >21, offset >1032, groups >sysregs []");
    expect(new Set(found.flatMap(({ breaks }) => breaks.map(({ name }) => name)))).toEqual(
      new Set(["member-resized", "constant-changed"]),
    );
  });

  it("says that a wider member moves what follows it, its structs and their symbols, and that a hole hides it", () => {
    const hidden = changes(["vcpu-context.json", '"type": "u32", "doc": "syndrome"', '"type": "u64"']);
    expect(told(hidden)).toEqual([
      "member kvm_vcpu_fault_info.esr_el2 changed size 4>8, type u32>u64 [member-resized member-retyped]",
    ]);
    const wider = told(
      changes([
        "vcpu-context.json",
        '        { "name": "elr_el1"',
        '        { "name": "disr_el1", "type": "u64" },\n        { "name": "elr_el1"',
      ]),
    );
    expect(wider[0]).toBe("register ELR_EL1 changed offset 280>288 [slot-moved]");
    expect(wider).toContain("member kvm_regs.elr_el1 changed offset 280>288 [member-moved]");
    expect(wider).toContain("symbol CPU_ELR_EL1 changed value 280>288 [symbol-changed]");
    expect(wider).toContain("register ELR_EL1 changed offset 280>288 [slot-moved]");
  });

  it("says that signed became unsigned at the same size", () => {
    const found = changes([
      "vcpu-context.json",
      '"name": "nr_lr", "type": "s32"',
      '"name": "nr_lr", "type": "u32"',
    ]);
    expect(told(found)).toEqual(["member vgic_cpu.nr_lr changed type s32>u32 [member-retyped]"]);
  });

  it("lists another pointer's target, trap, vector and symbol without a break", () => {
    const found = changes(
      ["vcpu-context.json", '"to": "struct kvm_irq_level"', '"to": "struct irq_level"'],
      [
        "world-switch.json",
        '{ "from": "EL2t", "kind": "fiq", "handler": "panic" }',
        '{ "from": "EL2t", "kind": "fiq", "handler": "irq" }',
      ],
      [
        "asm-offsets.json",
        '    { "symbol": "CPU_SP_EL1"',
        '    { "symbol": "CPU_STACK", "struct": "kvm_regs", "member": "sp_el1" },\n    { "symbol": "CPU_SP_EL1"',
      ],
    );
    expect(told(found)).toEqual([
      "vector fiq from EL2t changed handler panic>irq []",
      "member arch_timer_cpu.irq changed points struct kvm_irq_level>struct irq_level []",
      "symbol CPU_STACK added value >272, of >kvm_regs.sp_el1 []",
    ]);
  });

  it("lists what the switch does otherwise: the way of a register, temporaries, traps on either way, steps", () => {
    const found = changes(
      ["sysreg-order.json", '{ "name": "MPIDR_EL1", "via": "VMPIDR_EL2",', '{ "name": "MPIDR_EL1",'],
      ["world-switch.json", '"temporaries": "x22-x24"', '"temporaries": "x4-x6"'],
      ["world-switch.json", '"deactivate": { "value": "HCR_RW" }', '"deactivate": { "value": "0" }'],
      [
        "world-switch.json",
        '"register": "CPTR_EL2", "activate": { "value": "CPTR_EL2_TTA"',
        '"register": "CPTR_EL2", "activate": { "value": "CPTR_EL2_TTA | 1"',
      ],
      [
        "world-switch.json",
        '      { "traps": "activate" },\n      { "vm": "activate" },',
        '      { "vm": "activate" },\n      { "traps": "activate" },',
      ],
    );
    expect(told(found)).toEqual([
      "register MPIDR_EL1 changed via VMPIDR_EL2> []",
      expect.stringMatching(/^group \S+ changed temporaries x22 x23 x24>x4 x5 x6 \[\]$/),
      expect.stringMatching(
        /^switch entry changed steps .*traps activate, vm activate.*>.*vm activate, traps activate.* \[\]$/,
      ),
      "trap HCR_EL2 changed deactivate HCR_RW>0 []",
      "trap CPTR_EL2 changed activate CPTR_EL2_TTA>CPTR_EL2_TTA | 1 []",
    ]);
    expect(breaksOf({ changes: found })).toEqual([]);
  });

  it("is its own inverse: what is added one way is removed the other, with both values swapped", () => {
    const edited = modelOf(["sysreg-order.json", ACTLR, ""]);
    const there = diffModels(seed, edited).changes;
    const back = diffModels(edited, seed).changes;
    const swap = { added: "removed", removed: "added", changed: "changed" } as const;
    const key = (change: Change): string => `${change.subject} ${change.name}`;
    expect(back.map((c) => `${key(c)} ${c.kind}`).sort()).toEqual(
      there.map((c) => `${key(c)} ${swap[c.kind]}`).sort(),
    );
    for (const change of there.filter(({ kind }) => kind === "changed")) {
      const other = back.find((c) => key(c) === key(change));
      expect(other?.properties).toEqual(
        change.properties.map(({ property, before, after }) => ({ property, before: after, after: before })),
      );
    }
  });

  it("lists changes by subject and gives each a place in the layout's documents", () => {
    const found = changes(["sysreg-order.json", ACTLR, ""]);
    const order = found.map(({ subject }) => SUBJECTS.indexOf(subject));
    expect(order).toEqual([...order].sort((a, b) => a - b));
    for (const { at } of found) expect(at.file).toMatch(/^schema\/kvm-arm64-v3\/.*\.json$/);
  });
});

describe("breaksOf", () => {
  const diff = diffModels(seed, modelOf(["sysreg-order.json", ACTLR, ""]));
  const reasons = (...allowed: string[]): string[] =>
    breaksOf(diff, new Set(allowed)).map(({ reason, changes: broken }) => `${reason.name} ${broken.length}`);

  it("groups by reason in the order of the codes", () => {
    expect(reasons()).toEqual([
      "register-removed 1",
      "index-renumbered 16",
      "slot-moved 16",
      expect.stringMatching(/^struct-resized \d+$/),
      expect.stringMatching(/^member-moved \d+$/),
      expect.stringMatching(/^member-resized \d+$/),
      expect.stringMatching(/^symbol-changed \d+$/),
      "constant-changed 1",
    ]);
  });

  it("accepts a code, a reason's name and the name of a thing, each for itself only", () => {
    const all = reasons();
    expect(reasons("WS352")).toEqual(all.filter((line) => line !== "index-renumbered 16"));
    expect(reasons("slot-moved")).toEqual(all.filter((line) => line !== "slot-moved 16"));
    expect(reasons("CPACR_EL1")).toContain("slot-moved 15");
    expect(reasons("CPACR_EL1")).toContain("index-renumbered 15");
    expect(reasons(...ALL_BREAKS.map(({ code }) => code))).toEqual([]);
  });

  it("has codes and names that differ and are sorted", () => {
    const codes = ALL_BREAKS.map(({ code }) => code);
    expect(codes).toEqual([...new Set(codes)].sort());
    expect(new Set(ALL_BREAKS.map(({ name }) => name)).size).toBe(codes.length);
  });
});

describe("the text of a diff", () => {
  const same = (text: string): string => text;
  const plain = { bold: same, green: same, red: same, yellow: same, dim: same };

  it("has a line for each change and each broken reason", () => {
    const diff = diffModels(seed, modelOf(["sysreg-order.json", SCTLR + ACTLR, ACTLR + SCTLR]));
    expect(diffLines(diff, new Set(), plain)).toEqual([
      "registers",
      "  ~ ACTLR_EL1  index 4 -> 3; offset 896 -> 888    [index-renumbered, slot-moved]",
      "  ~ SCTLR_EL1  index 3 -> 4; offset 888 -> 896    [index-renumbered, slot-moved]",
      "",
      "groups",
      "  ~ sysregs  registers in another order",
      "",
      "breaks compiled consumers and migrated guests",
      "  WS352 index-renumbered (2): ACTLR_EL1, SCTLR_EL1",
      "    the old index now names another register, in compiled code and in saved guests",
      "  WS353 slot-moved (2): ACTLR_EL1, SCTLR_EL1",
      "    a context copied as bytes puts the value where another register is now",
    ]);
  });

  it("does not list what is allowed among the breaks", () => {
    const diff = diffModels(seed, modelOf(["sysreg-order.json", SCTLR + ACTLR, ACTLR + SCTLR]));
    const text = diffLines(diff, new Set(["slot-moved", "index-renumbered"]), plain).join("\n");
    expect(text).not.toContain("breaks");
    expect(text).toContain("[index-renumbered, slot-moved]");
  });
});
