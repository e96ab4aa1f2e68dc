import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type ObjectCode, readElf64 } from "../../src/assembler/index.js";
import type { Model } from "../../src/model/types.js";
import { type VerifyCode, type VerifyReport, verify } from "../../src/verify/index.js";
import { requireTool } from "../oracles/tools.js";
import { modelOf } from "../unit/layout-fixture.js";
import { mendedModel } from "../unit/verify-mended.js";
import { assembled, printedAssembly } from "../unit/verify-seed.js";

const gcc = requireTool("aarch64-linux-gnu-gcc");
const source = fileURLToPath(new URL("verify/switch.S", import.meta.url));
const variants = [...new Set(readFileSync(source, "utf8").match(/\b(RIGHT|WRONG)_[A-Z0-9_]+/g))];

/** What each wrong object must be found out by: a code, and the register where one is to be named. */
const WRONG: Readonly<Record<string, readonly [code: VerifyCode, register?: string]>> = {
  WRONG_ACTLR_FOR_SCTLR: ["WS802", "SCTLR_EL1"],
  WRONG_ADDRESS_UNMASKED: ["WS813", "HPFAR_EL2"],
  WRONG_AT_OF_EL0: ["WS814"],
  WRONG_AT_OF_THE_SYNDROME: ["WS814"],
  WRONG_CNTKCTL_SLOT: ["WS802", "CNTKCTL_EL1"],
  WRONG_CONTEXT_OF_THE_GUEST: ["WS815"],
  WRONG_CPTR_NOT_SET: ["WS810", "CPTR_EL2"],
  WRONG_ELR_AND_SPSR_SWAPPED: ["WS803", "ELR_EL2"],
  WRONG_ELR_FOR_FAR: ["WS813", "FAR_EL2"],
  WRONG_ELR_NOT_RESTORED: ["WS803", "ELR_EL2"],
  WRONG_ENDLESS: ["WS816"],
  WRONG_ESR_FORGOTTEN: ["WS813", "ESR_EL2"],
  WRONG_ESR_WIDE: ["WS809", "ESR_EL2"],
  WRONG_EXIT_CODE: ["WS812"],
  WRONG_EXIT_CODE_OF_IRQ: ["WS812"],
  WRONG_FAR_NARROW: ["WS813", "FAR_EL2"],
  WRONG_FPCR_NOT_RESTORED: ["WS803", "FPCR"],
  WRONG_FPCR_WIDE: ["WS809", "FPCR"],
  WRONG_FPSR_IN_THE_SLOT_OF_FPCR: ["WS802", "FPSR"],
  WRONG_FRAME_OF_THE_CALLER: ["WS808"],
  WRONG_GUEST_VALUES_NOT_CLEARED: ["WS805", "X14"],
  WRONG_GUEST_VALUE_FOR_THE_HOST: ["WS805", "X7"],
  WRONG_HCR_LEFT: ["WS810", "HCR_EL2"],
  WRONG_HOST_FP_FORGOTTEN: ["WS804", "Q0"],
  WRONG_HOST_SPECIAL_FORGOTTEN: ["WS804", "SP_EL0"],
  WRONG_HOST_SYSREGS_FORGOTTEN: ["WS804", "SCTLR_EL1"],
  WRONG_HOST_VALUE_FOR_THE_GUEST: ["WS803", "X3"],
  WRONG_HOST_VALUE_IN_MDSCR: ["WS807", "MDSCR_EL1"],
  WRONG_HOST_X28_LOST: ["WS804", "X28"],
  WRONG_HOST_X30_LOST: ["WS820"],
  WRONG_HSTR_LEFT_ON: ["WS810", "HSTR_EL2"],
  WRONG_HVC_ALWAYS_OF_THE_HOST: ["WS815"],
  WRONG_INSTRUCTION_ABORT_FORGOTTEN: ["WS814"],
  WRONG_IRQ_LINES_FORGOTTEN: ["WS810", "HCR_EL2"],
  WRONG_KERNEL_ADDRESS: ["WS808"],
  WRONG_LOAD_OF_ONE_REGISTER_TWICE: ["WS815"],
  WRONG_LOOP_ENDS_EARLY: ["WS802", "X10"],
  WRONG_MAIR_NOT_RESTORED: ["WS803", "MAIR_EL1"],
  WRONG_MDCR_UNMASKED: ["WS810", "MDCR_EL2"],
  WRONG_MPIDR_OF_THE_HARDWARE: ["WS802", "MPIDR_EL1"],
  WRONG_NEVER_TRANSLATED: ["WS814"],
  WRONG_NO_ISB: ["WS813", "HPFAR_EL2"],
  WRONG_OFFSET: ["WS802", "X23"],
  WRONG_PAIR_SWAPPED: ["WS802", "X21"],
  WRONG_PANIC_ARGUMENTS: ["WS817"],
  WRONG_PANIC_STATE: ["WS817"],
  WRONG_PANIC_TARGET: ["WS817"],
  WRONG_PAR_BIT: ["WS814"],
  WRONG_PAR_LOST: ["WS802", "PAR_EL1"],
  WRONG_Q31_HALVED: ["WS802", "Q31"],
  WRONG_Q31_NOT_RESTORED: ["WS803", "Q31"],
  WRONG_Q5_OVERWRITTEN: ["WS802", "Q5"],
  WRONG_RETRY_ON_SUCCESS: ["WS814"],
  WRONG_RETURN_WITHOUT_EXCEPTION: ["WS815"],
  WRONG_SPSR_NOT_SAVED: ["WS802", "SPSR_EL2"],
  WRONG_SP_EL0_FOR_EL1: ["WS802", "SP_EL1"],
  WRONG_SP_EL0_NOT_RESTORED: ["WS803", "SP_EL0"],
  WRONG_SP_MISALIGNED: ["WS811"],
  WRONG_STACK_LEFT: ["WS811", "SP"],
  WRONG_STACK_ORDER: ["WS802", "X10"],
  WRONG_STORE_ON_IRQ: ["WS808"],
  WRONG_TCR_NOT_SAVED: ["WS802", "TCR_EL1"],
  WRONG_THIRD_ARGUMENT: ["WS820"],
  WRONG_TLB_LEAVES_VM_ON: ["WS807", "VTTBR_EL2"],
  WRONG_TLB_NOT_BY_IPA: ["WS818"],
  WRONG_TLB_OF_ANOTHER_VM: ["WS818"],
  WRONG_TLB_UNORDERED: ["WS818"],
  WRONG_TPIDR: ["WS802", "TPIDR_EL1"],
  WRONG_TPIDR_SOMETIMES: ["WS815"],
  WRONG_TTBRS_SWAPPED: ["WS803", "TTBR0_EL1"],
  WRONG_VBAR_CHANGED: ["WS807", "VBAR_EL2"],
  WRONG_VBAR_NARROW: ["WS802", "VBAR_EL1"],
  WRONG_VECTOR: ["WS814"],
  WRONG_VM_LEFT_ON: ["WS810", "VTTBR_EL2"],
  WRONG_VM_SOMETIMES: ["WS810", "VTTBR_EL2"],
  WRONG_VTTBR_OF_THE_VCPU: ["WS810", "VTTBR_EL2"],
  WRONG_WALK_FAULT_TRANSLATED: ["WS814"],
  WRONG_X0_NOT_RESTORED: ["WS803", "X0"],
  WRONG_X17_NOT_RESTORED: ["WS803", "X17"],
  WRONG_X18_NOT_SAVED: ["WS802", "X18"],
  WRONG_X27_NOT_SAVED: ["WS802", "X27"],
  WRONG_X9_OVERWRITTEN: ["WS802", "X9"],
};

const asText = (_: string, value: unknown): unknown => (typeof value === "bigint" ? String(value) : value);

describe.runIf(gcc)("objects that GNU as made of a switch written by hand", () => {
  const folder = mkdtempSync(join(tmpdir(), "worldswitch-verify-"));
  let model: Model;
  let plain = "";
  beforeAll(() => {
    model = mendedModel();
    plain = bytesOf(objectOf("plain", []));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  function objectOf(name: string, defines: readonly string[]): ObjectCode {
    const file = join(folder, `${name}.o`);
    execFileSync(gcc ?? "", ["-c", source, "-o", file, ...defines.map((define) => `-D${define}`)]);
    const object = readElf64(readFileSync(file), `${name}.o`);
    if (!object.ok) throw new Error(JSON.stringify(object.diagnostics));
    return object.value;
  }

  /** The object's code, constants and references, for telling objects apart. */
  const bytesOf = ({ sections, relocations }: ObjectCode): string =>
    [
      ...sections.map(({ bytes }) => Buffer.from(bytes).toString("hex")),
      JSON.stringify(relocations, asText),
    ].join(" ");

  function reportOf(name: string, defines: readonly string[]): VerifyReport {
    const object = objectOf(name, defines);
    // A variant that the source does not know would be proved for the plain one.
    if (defines.length > 0) expect(bytesOf(object)).not.toBe(plain);
    const report = verify(model, object, { name });
    if (!report.ok) throw new Error(JSON.stringify(report.diagnostics));
    return report.value;
  }

  const text = ({ findings }: VerifyReport): string[] =>
    findings.map(({ code, message }) => `${code} ${message}`);

  const right = variants.filter((variant) => variant.startsWith("RIGHT_"));
  it.each([
    ["the plain one", []],
    ...right.map((variant) => [variant, [variant]] as const),
  ] as const)("are proved when they are right: %s", (name, defines) => {
    const report = reportOf(name.replaceAll(" ", "-"), defines);
    expect(text(report)).toEqual([]);
    expect(report.proved).toBe(true);
  });

  it.each(Object.entries(WRONG))("are found out when they are wrong: %s", (variant, [code, register]) => {
    const report = reportOf(variant, [variant]);
    expect(report.proved).toBe(false);
    expect(report.findings.map((finding) => finding.code)).toContain(code);
    // What is wrong with an instruction itself has a trace that comes to it.
    for (const { code: own, instruction, trace } of report.findings)
      if (own === "WS811" && instruction !== undefined)
        expect(trace.map((line) => line.pc)).toContain(instruction.pc);
    if (register !== undefined) {
      const named = report.findings.filter((finding) => finding.register === register);
      expect(
        named.map((finding) => finding.code),
        text(report).join("\n"),
      ).toContain(code);
    }
  });

  it("of the seed's assembly have the findings that our own assembler's object has", async () => {
    const seed = modelOf();
    const files = await printedAssembly(seed);
    for (const [name, content] of files) writeFileSync(join(folder, name), content);
    execFileSync(gcc ?? "", ["-c", "hyp.S", "-o", "hyp.o"], { cwd: folder });
    const object = readElf64(readFileSync(join(folder, "hyp.o")));
    if (!object.ok) throw new Error(JSON.stringify(object.diagnostics));
    const [theirs, ours] = [object.value, assembled(seed, files)].map((o) => verify(seed, o));
    if (theirs?.ok !== true || ours?.ok !== true) throw new Error("no report");
    expect(text(theirs.value)).toEqual(text(ours.value));
    expect(theirs.value.matrix).toEqual(ours.value.matrix);
    expect(theirs.value.proved).toBe(true);
  });

  it("are all listed", () => {
    expect(variants.filter((variant) => variant.startsWith("WRONG_")).sort()).toEqual(
      Object.keys(WRONG).sort(),
    );
    // The plain one is right, too.
    expect(right.length + 1).toBe(43);
    expect(Object.keys(WRONG).length).toBe(82);
  });
});
