import { describe, expect, it } from "vitest";
import { lint, RULES } from "../../src/lint/index.js";
import { loadModel } from "../../src/model/load.js";
import type { Model } from "../../src/model/types.js";
import { check, edited } from "../properties/layout-edits.js";

const loaded = loadModel("schema/kvm-arm64-v3");
if (!loaded.ok) throw new Error("the layout cannot be read");
const model: Model = loaded.value;

/** The faithful model without the waivers of one of its places. */
function without(change: (worldSwitch: Model["worldSwitch"]) => Partial<Model["worldSwitch"]>): Model {
  return { ...model, worldSwitch: { ...model.worldSwitch, ...change(model.worldSwitch) } };
}

const codesOf = (found: readonly { code: string }[]): string[] => found.map((d) => d.code);

describe("the layout as posted", () => {
  it("has no finding, by its three waivers alone", () => {
    expect(lint(model)).toEqual([]);
    expect(
      codesOf(lint(without(({ fault }) => ({ fault: fault.map((f) => ({ ...f, waivers: [] })) })))),
    ).toEqual(["WS303"]);
    const failed = without(({ abort }) => ({
      abort: { ...abort, failed: { ...abort.failed, waivers: [] } },
    }));
    expect(codesOf(lint(failed))).toEqual(["WS304"]);
    const clobbers = without(({ abort }) => ({
      abort: { ...abort, clobbers: abort.clobbers.map((c) => ({ ...c, waivers: [] })) },
    }));
    expect(codesOf(lint(clobbers))).toEqual(["WS305"]);
  });

  it("has notes when they are asked for, and only then", () => {
    const notes = lint(model, { notes: true });
    expect(notes.length).toBeGreaterThan(0);
    expect(new Set(codesOf(notes))).toEqual(new Set(["WS315"]));
    expect(new Set(notes.map((d) => d.severity))).toEqual(new Set(["note"]));
  });

  it("is linted alike every time, and left as it is", () => {
    const before = structuredClone(model.worldSwitch);
    expect(lint(model, { notes: true })).toEqual(lint(model, { notes: true }));
    expect(model.worldSwitch).toEqual(before);
  });
});

describe("a waiver", () => {
  const order = "sysreg-order.json";
  const actlr = '{ "name": "ACTLR_EL1", "groups": ["sysregs"] }';
  const waived = (code: string, groups: string): string =>
    `{ "name": "ACTLR_EL1", "groups": ${groups}, "waive": [{ "code": "${code}", "because": "kept by the CPU's driver" }] }`;
  const withLine = (line: string) =>
    check(edited([{ document: order, replace: [[actlr, line]] }])).diagnostics;

  it("accepts findings of its code about the thing that it stands beside", () => {
    expect(codesOf(withLine('{ "name": "ACTLR_EL1", "groups": [] }'))).toEqual(["WS311"]);
    expect(withLine(waived("WS311", "[]"))).toEqual([]);
  });

  it("accepts no finding of another code", () => {
    expect(codesOf(withLine(waived("WS312", "[]")))).toEqual(["WS311", "WS901"]);
  });

  it("accepts no finding about another thing", () => {
    const cpacr = '{ "name": "CPACR_EL1", "groups": ["sysregs"] }';
    const edits = [
      {
        document: order,
        replace: [
          [actlr, waived("WS311", '["sysregs"]')],
          [cpacr, '{ "name": "CPACR_EL1", "groups": [] }'],
        ],
      },
    ] as const;
    const found = check(edited(edits)).diagnostics;
    expect(codesOf(found)).toEqual(["WS901", "WS311"]);
    expect(found.map((d) => d.severity)).toEqual(["warning", "error"]);
  });

  it("of what is no rule's is an error: names and values cannot be waived", () => {
    for (const code of ["WS104", "WS399", "WS901"]) {
      expect(codesOf(withLine(waived(code, '["sysregs"]')))).toEqual(["WS902"]);
    }
  });

  it("beside a group, a routine or a trap counts as well", () => {
    const name = '      "name": "sysregs",\n';
    const waive = '      "waive": [{ "code": "WS307", "because": "x3 is saved by hand" }],\n';
    const wide = ['"temporaries": "x4-x29"', '"temporaries": "x3-x29"'] as const;
    const found = (group: string) =>
      check(edited([{ document: "world-switch.json", replace: [[name, group], wide] }])).diagnostics;
    expect(codesOf(found(name))).toEqual(["WS307"]);
    expect(found(name + waive)).toEqual([]);
  });
});

describe("every rule", () => {
  it("has a code of its own among WS301 to WS399", () => {
    for (const { code } of RULES) expect(code).toMatch(/^WS3\d\d$/);
  });
});
