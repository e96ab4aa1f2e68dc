import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import type { ObjectCode } from "../../src/assembler/index.js";
import type { Model } from "../../src/model/types.js";
import { type VerifyReport, verify } from "../../src/verify/index.js";
import { check, type Edit, edited } from "../properties/layout-edits.js";
import { assembled, printedAssembly } from "./verify-seed.js";

const { edits }: { edits: readonly Edit[] } = JSON.parse(
  readFileSync("test/documents/pass/barrier-held.json", "utf8"),
);
const NOP = 0xd503201f;
const ISB = 0xd5033fdf;
const DSB_SY = 0xd5033f9f;
const BECAUSE = "a speculative AT must not walk the guest's tables with the host's stage 2";

describe("a barrier that the layout asks for", () => {
  let model: Model;
  let files: ReadonlyMap<string, string>;
  let object: ObjectCode;

  beforeAll(async () => {
    const outcome = check(edited(edits));
    if (outcome.model === undefined) throw new Error("no model");
    model = outcome.model;
    files = await printedAssembly(model);
    object = assembled(model, files);
  });

  const reportOf = (code: ObjectCode, of: Model = model): VerifyReport => {
    const result = verify(of, code);
    if (!result.ok) throw new Error(JSON.stringify(result.diagnostics));
    return result.value;
  };
  /** The ISBs of the entry and of the exit, which follow the writes of VTTBR_EL2, as other words. */
  const withBarriers = (word: number): ObjectCode => ({
    ...object,
    sections: object.sections.map((section) => {
      const bytes = section.bytes.slice();
      const view = new DataView(bytes.buffer);
      for (const { start, end } of functions())
        for (let at = start; at < end && at + 4 <= bytes.length; at += 4)
          if (view.getUint32(at, true) === ISB) view.setUint32(at, word, true);
      return { ...section, bytes };
    }),
  });
  const functions = (): { start: number; end: number }[] => {
    const at = (name: string): number => Number(object.symbols.find((s) => s.name === name)!.value);
    return [{ start: at("__kvm_vcpu_run"), end: at("__kvm_tlb_flush_vmid_ipa") }];
  };

  it("is printed where the step is", () => {
    expect(files.get("hyp.S")).toMatch(/activate_vm\n\tisb\n/);
    expect(files.get("hyp.S")).toMatch(/deactivate_vm\n\tisb\n/);
  });

  it("is found in the code on every way", () => {
    const { proved, findings } = reportOf(object);
    expect(findings.filter(({ code }) => code === "WS824")).toEqual([]);
    expect(proved).toBe(true);
  });

  it.each([
    ["is not there", NOP],
    ["is of another kind", DSB_SY],
  ])("is missed where it %s, at the layout's line", (_, word) => {
    const { proved, findings } = reportOf(withBarriers(word));
    const missed = findings.filter(({ code }) => code === "WS824");
    expect(proved).toBe(false);
    expect(missed[0]?.message).toBe(`SCTLR_EL1 is written without ISB since VTTBR_EL2 was: ${BECAUSE}`);
    expect(missed[0]?.at).toEqual(model.worldSwitch.barriers?.[0]?.at);
    expect(missed[0]?.instruction?.text).toMatch(/^msr sctlr_el1, x\d+$/);
  });

  it("may be waived as the rule WS334", () => {
    const [required] = model.worldSwitch.barriers ?? [];
    const waiver = { code: "WS334", because: "for the test", at: required!.at };
    const barriers = [{ ...required!, waivers: [waiver] }];
    const waived = { ...model, worldSwitch: { ...model.worldSwitch, barriers } };
    expect(reportOf(withBarriers(NOP), waived).proved).toBe(true);
  });
});
