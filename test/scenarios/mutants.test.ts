import { describe, expect, test } from "vitest";
import { architecture } from "../unit/runtime-architecture.js";
import { layoutModel, printed } from "./hypervisor.js";
import { firstFailure, type Mutant, mutants, mutated, outcome } from "./mutation.js";

const model = layoutModel();
const files = await printed(model);
const text = files.get("hyp.S")!;

/** Lines that the scenarios may lose without noticing, and why nobody could tell on this machine. */
const equivalent: readonly (readonly [kind: Mutant["kind"], line: RegExp, because: string])[] = [
  ["drop", /^ret$/, "a save that falls into the restore of what it has just saved, and returns after it"],
  ["drop", /^clrex$/, "the ERET that follows clears the monitor too"],
  ["drop", /^(isb|dsb\tsy)\b/, "one PE that executes in order, and looks at its context at each access"],
  ["drop", /^ic\tialluis$/, "there are no caches"],
  ["drop", /^invalid_vector\tel1_(sync|irq)_invalid$/, "no vector leads there"],
  ["drop", /^b\.ne\tel1_trap$/, "the host traps with HVC only, and a guest's VTTBR_EL2 is not zero"],
  ["drop", /^ventry\t.*32-bit EL1$/, "there is no AArch32 guest"],
];

function reasonFor({ kind, before }: Mutant): string | undefined {
  return equivalent.find(([k, line]) => k === kind && line.test(before.trim()))?.[2];
}

describe("a change of one line of hyp.S makes a scenario fail", () => {
  const all = mutants(text);

  test.each(["drop", "swap", "offset"] as const)("%s", { timeout: 600_000 }, (kind) => {
    const some = all.filter((mutant) => mutant.kind === kind);
    const outcomes = some.map((mutant) => ({
      mutant,
      outcome: outcome({ model, architecture }, files, mutated(text, mutant)),
    }));
    const survivors = outcomes.filter((o) => o.outcome === "passed").map((o) => o.mutant);
    const unexplained = survivors.filter((mutant) => reasonFor(mutant) === undefined);
    expect(unexplained.map(({ line, before }) => `hyp.S:${line}: ${before.trim()}`)).toEqual([]);
    const unused = equivalent.filter(
      ([excused, line]) => excused === kind && !survivors.some((mutant) => line.test(mutant.before.trim())),
    );
    expect(unused).toEqual([]);
    expect(survivors.length).toBeLessThanOrEqual(kind === "drop" ? 20 : 0);
    expect(some.length).toBeGreaterThan(kind === "drop" ? 300 : 80);
  });
});

/** What is broken, the text that goes, what comes instead, what the failed check says, and the line that it names. */
type Broken = readonly [what: string, from: string, to: string, check: RegExp, where: RegExp, line?: RegExp];

const broken: readonly Broken[] = [
  [
    "the host's X21 and X22 are not saved",
    "\tstp\tx21, x22, [x3, #16]\n",
    "\n",
    /^the host's X21$/,
    /gp_regs\.regs\.regs\[21\] at the host's kvm_cpu_context\+168: nothing stored there/,
  ],
  [
    "X27 and X28 are restored the wrong way round",
    "\tldp\tx27, x28, [x3, #64]\n",
    "\tldp\tx28, x27, [x3, #64]\n",
    /^the guest's X27$/,
    /regs\[27\] at kvm_vcpu\+472: loaded by hyp\.S:\d+, __kvm_vcpu_run\+0x/,
    /ldp\tx28, x27/,
  ],
  [
    "TPIDR_EL1 is not read",
    "\tmrs\tx21, tpidr_el1\n",
    "\n",
    /TPIDR_EL1$/,
    /sys_regs\[\w+\].*: stored by hyp\.S:\d+, __save_sysregs\+0x/,
  ],
  [
    "VBAR_EL1 is not written",
    "\tmsr\tvbar_el1, x17\n",
    "\n",
    /^the guest's VBAR_EL1$/,
    /nothing wrote VBAR_EL1/,
  ],
  [
    "TTBR0_EL1 and TTBR1_EL1 change places in the restore",
    "\tldp\tx8, x9, [x3, #32]\n\tldp\tx10, x11, [x3, #48]\n\tldp\tx12, x13, [x3, #64]\n\tldp\tx14, x15, [x3, #80]\n\tldp\tx16, x17, [x3, #96]\n\tldp\tx18",
    "\tldp\tx8, x10, [x3, #32]\n\tldp\tx9, x11, [x3, #48]\n\tldp\tx12, x13, [x3, #64]\n\tldp\tx14, x15, [x3, #80]\n\tldp\tx16, x17, [x3, #96]\n\tldp\tx18",
    /^the guest's TTBR0_EL1$/,
    /TTBR0_EL1 written at hyp\.S:\d+, __restore_sysregs/,
  ],
  [
    "the guest's Q8 and Q9 go to Q6's slot",
    "\tstp\tq8, q9, [x3, #128]\n",
    "\tstp\tq8, q9, [x3, #96]\n",
    /^the guest's Q6$|^the host's Q6$/,
    /fp_regs\.vregs\[6\]/,
  ],
  ["FPCR is not restored", "\tmsr\tfpcr, x4\n", "\n", /^the guest's FPCR$/, /nothing wrote FPCR/],
  [
    "the guest's X0 to X3 are popped the wrong way round",
    "\tpop\tx6, x7\n\tpop\tx4, x5\n\tadd",
    "\tpop\tx4, x5\n\tpop\tx6, x7\n\tadd",
    /^the guest's X0$/,
    /regs\[0\] at kvm_vcpu\+256/,
  ],
  [
    "ELR_EL1 is not restored",
    "\tmsr\telr_el1, x23\n",
    "\n",
    /^the guest's ELR_EL1$/,
    /nothing wrote ELR_EL1/,
  ],
  [
    "SP_EL0 is stored behind its slot",
    "\tstp\tx19, x20, [x3, #96]\n",
    "\tstp\tx19, x20, [x3, #104]\n",
    /^the host's SP_EL0$/,
    /gp_regs\.regs\.sp at/,
  ],
  [
    "the guest's PC is not saved",
    "\tmrs\tx20, elr_el2\t\t// EL1 PC\n",
    "\n",
    /^the guest's PC \(ELR_EL2\)$/,
    /gp_regs\.regs\.pc at kvm_vcpu\+512: stored by hyp\.S:\d+/,
    /stp\tx19, x20/,
  ],
  ["traps stay on for the host", "\tmsr\tcptr_el2, xzr\n", "\n", /^CPTR_EL2$/, /^$/],
  ["VTTBR_EL2 stays the guest's", "\tdeactivate_vm\n", "\n", /^VTTBR_EL2$/, /^$/],
  [
    "the FAR goes behind its member",
    "#VCPU_FAR_EL2]",
    "#VCPU_FAR_EL2 + 24]",
    /^\d+ stores$/,
    /the first: 8 bytes \(0x[0-9a-f]+\) to kvm_vcpu\.arch\.vgic_cpu\.irq_lr_map\[0\] \(kvm_vcpu\+1336\) by hyp\.S:/,
    /str\tx2, \[x0, #VCPU_FAR_EL2 \+ 24\]/,
  ],
];

describe("a failed scenario names the register and the line", () => {
  test.each(broken.map((row) => [row[0], row] as const))("%s", (_, [, from, to, check, where, line]) => {
    expect(text.split(from)).toHaveLength(2);
    const changed = text.replace(from, to);
    const report = firstFailure({ model, architecture }, files, changed);
    const failed = report?.checks.filter((c) => !c.passed) ?? [];
    const named = failed.find((c) => check.test(c.what));
    expect(named, JSON.stringify(failed.slice(0, 5), null, 1)).toBeDefined();
    expect(named!.expected).not.toBe(named!.actual);
    expect(named!.where ?? "").toMatch(where);
    const at = Number(/hyp\.S:(\d+)/.exec(named!.where ?? "")?.[1] ?? 0);
    if (line !== undefined) expect(changed.split("\n")[at - 1]).toMatch(line);
  });
});
