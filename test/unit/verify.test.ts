import { describe, expect, it } from "vitest";
import type { ObjectCode } from "../../src/assembler/index.js";
import type { Model } from "../../src/model/types.js";
import { printMarkdown, printSvg, printText, type VerifyReport, verify } from "../../src/verify/index.js";
import { type Edit, modelOf } from "./layout-fixture.js";
import { mendedModel } from "./verify-mended.js";
import { assembled, printedAssembly } from "./verify-seed.js";

function reportOf(model: Model, object: ObjectCode): VerifyReport {
  const result = verify(model, object);
  if (!result.ok) throw new Error(JSON.stringify(result.diagnostics));
  return result.value;
}

async function proofOf(model: Model): Promise<VerifyReport> {
  return reportOf(model, assembled(model, await printedAssembly(model)));
}

const shiftWaiver = `,
    "waive": [{ "code": "WS333", "because": "as posted: the address goes to TLBI where the page's number belongs; mended later" }]`;

let seed: Promise<VerifyReport> | undefined;

function seedProof(): Promise<VerifyReport> {
  seed ??= proofOf(modelOf());
  return seed;
}

const place = ({ file, line }: { file: string; line: number }): string =>
  `${file.replace(/.*\//, "")}:${line}`;

describe("verify of the seed's layout", () => {
  it("finds PAR_EL1 clobbered, the wide store and the flush by the address, all waived, and nothing else", async () => {
    const { findings, proved } = await seedProof();
    expect(findings.map(({ code, register, waiver }) => [code, register, waiver?.code])).toEqual([
      ["WS809", "ESR_EL2", "WS303"],
      ["WS807", "PAR_EL1", "WS305"],
      ["WS830", undefined, "WS333"],
    ]);
    expect(proved).toBe(true);
  });

  it("shows how each came about, with lines of assembly and schema", async () => {
    const { findings } = await seedProof();
    const [wide, clobbered] = findings;
    expect(wide?.trace.map(({ text, what }) => [text, what])).toEqual([
      ["mrs x1, esr_el2", "X1 = guest ESR_EL2"],
      ["str x1, [x0, #1304]", "vcpu+0x518 = guest ESR_EL2"],
    ]);
    expect(clobbered?.trace.map(({ text }) => text)).toEqual(["mrs x3, far_el2", "at s1e1r, x3"]);
    for (const { at, trace } of findings) {
      expect(place(at)).toMatch(/^world-switch\.json:\d+$/);
      for (const line of trace) expect(line.at?.file).toBe("hyp.S");
    }
  });

  it("finds that TLBI by IPA gets no page number", async () => {
    const { findings } = await seedProof();
    const found = findings.find(({ code }) => code === "WS830");
    expect(found?.instruction?.text).toBe("tlbi ipas2e1is, x1");
  });

  it("counts a flush by the address that nobody waives", async () => {
    const { proved, findings } = await proofOf(modelOf(["world-switch.json", shiftWaiver, ""]));
    expect(proved).toBe(false);
    expect(findings.filter(({ waiver }) => waiver === undefined).map(({ code }) => code)).toEqual(["WS830"]);
  });

  it("takes no waiver of the layout for a shift by another number", async () => {
    const shifted: Edit = ["world-switch.json", '"ipaShift": 0', '"ipaShift": 16'];
    const { findings } = await proofOf(modelOf(shifted));
    expect(findings.filter(({ waiver }) => waiver === undefined).map(({ code }) => code)).toEqual(["WS818"]);
  });

  it("follows every way out of the vectors", async () => {
    const { paths } = await seedProof();
    const outcomes = new Map<string, number>();
    for (const { outcome } of paths) outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
    expect(Object.fromEntries(outcomes)).toEqual({
      "into the guest": 1,
      "back to the guest": 2,
      "back to the host": 13,
      "to the host's panic": 1,
    });
  });

  it("counts a defect that is not waived", async () => {
    const waiver = `,
        "waive": [{ "code": "WS305", "because": "as posted: AT overwrites the guest's PAR_EL1; it is saved and restored in later kernels" }]`;
    const { proved, matrix } = await proofOf(modelOf(["world-switch.json", waiver, ""]));
    expect(proved).toBe(false);
    expect(matrix.find(({ register }) => register === "PAR_EL1")?.verdicts.host).toBe("violation");
  });
});

describe("verify of the mended layout", () => {
  it("finds nothing", async () => {
    const { findings, proved, matrix } = await proofOf(mendedModel());
    expect(findings).toEqual([]);
    expect(proved).toBe(true);
    const verdicts = new Set(matrix.flatMap((row) => Object.values(row.verdicts)));
    expect([...verdicts].sort()).toEqual(["not-applicable", "ok"]);
  });
});

describe("verify of a layout that forgets something", () => {
  const cases: readonly (readonly [name: string, edit: Edit, code: string, register: string])[] = [
    [
      "to save a group of the guest",
      ["world-switch.json", `{ "save": "el1_banked" }`, `{ "anchor": "el1_banked" }`],
      "WS802",
      "SP_EL1",
    ],
    [
      "to restore a group of the guest",
      ["world-switch.json", `{ "restore": "el1_banked" },`, ""],
      "WS803",
      "SP_EL1",
    ],
    ["to deactivate traps", ["world-switch.json", `{ "traps": "deactivate" },`, ""], "WS810", "HCR_EL2"],
    [
      "to switch FP for the host",
      [
        "world-switch.json",
        `{ "context": "host" },
      { "procedure": "__restore_sysregs" },
      { "procedure": "__restore_fpsimd" },`,
        `{ "context": "host" },
      { "procedure": "__restore_sysregs" },`,
      ],
      "WS804",
      "Q8",
    ],
  ];
  it.each(cases)("%s: %#", async (_name, edit, code, register) => {
    const { findings, proved } = await proofOf(modelOf(edit));
    expect(proved).toBe(false);
    const named = findings.filter((finding) => finding.register === register);
    expect(named.map((finding) => finding.code)).toContain(code);
  });
});

describe("verify of an object", () => {
  it("against another layout finds the slots that differ", async () => {
    const seed = modelOf();
    const object = assembled(seed, await printedAssembly(seed));
    const swapped = modelOf(
      ["sysreg-order.json", `"TTBR0_EL1"`, `"TEMPORARY"`],
      ["sysreg-order.json", `"TTBR1_EL1"`, `"TTBR0_EL1"`],
      ["sysreg-order.json", `"TEMPORARY"`, `"TTBR1_EL1"`],
    );
    const { findings } = reportOf(swapped, object);
    const saves = findings.filter(({ code }) => code === "WS802").map(({ register }) => register);
    expect(saves.sort()).toEqual(["TTBR0_EL1", "TTBR1_EL1"]);
  });

  it("without the entry's symbol says which is missing", async () => {
    const model = modelOf();
    const object = assembled(model, await printedAssembly(model));
    const result = verify(model, object, { entries: { run: "__guest_enter" } });
    expect(result.ok).toBe(false);
    expect(result.diagnostics.map(({ code, message }) => `${code} ${message}`)).toEqual([
      "WS801 the object defines no symbol __guest_enter",
    ]);
  });

  it("that never ends says so", async () => {
    const model = modelOf();
    const files = await printedAssembly(model);
    const text = files.get("hyp.S") ?? "";
    const endless = text.replace("\tclrex\n\teret\n", "9:\tadd x0, x0, #1\n\tb 9b\n");
    const { findings, proved } = reportOf(model, assembled(model, new Map([...files, ["hyp.S", endless]])));
    expect(proved).toBe(false);
    expect(findings.map(({ code }) => code)).toContain("WS816");
  });
});

describe("the report", () => {
  it("as text has the matrix, the waived findings and the verdict", async () => {
    const text = printText(await seedProof());
    expect(text).toMatch(/^X19 … X30 +ok +ok +ok +· +ok +gp_regs\.regs\.regs\[19\] …$/m);
    expect(text).toMatch(/^PAR_EL1 +· +· +· +· +waived$/m);
    expect(text).toContain(
      "waived WS809: ESR_EL2 is stored with 8 bytes into arch.fault.esr_el2, which has 4",
    );
    expect(text).toMatch(/: proved \(3 waived with a reason; 17 paths, \d+ instructions\)$/);
  });

  it("as Markdown has a row for each register or range and ends in a newline", async () => {
    const text = printMarkdown(await seedProof());
    expect(text).toContain("| SCTLR_EL1 | ok | ok | ok | – | ok | `sys_regs[SCTLR_EL1]` |");
    expect(text.endsWith("\n")).toBe(true);
  });

  it("as SVG has a cell for each verdict of each row", async () => {
    const report = await seedProof();
    const text = printSvg(report);
    const waived = text.match(/>waived</g) ?? [];
    expect(waived.length).toBe(2);
    expect(text.match(/>NO</g)).toBeNull();
    expect(text).toContain(">X19 … X30</text>");
    expect(text.endsWith("</svg>\n")).toBe(true);
  });

  it("is plain data", async () => {
    const report = await seedProof();
    expect(JSON.parse(JSON.stringify(report))).toEqual(report);
  });
});
