import { describe, expect, it } from "vitest";
import { applyReplacement, replacementFor } from "../../src/edit/mend.js";
import { findings } from "../../src/lint/index.js";
import { resolveModel } from "../../src/model/resolve.js";
import { parseJson } from "../../src/read/json.js";
import type { LayoutDocumentName, LayoutSources } from "../../src/read/sources.js";
import { type Edit, editedSources } from "./layout-fixture.js";

/** The documents after every certain mend, one after the other, and the codes that were mended. */
function mended(...edits: readonly Edit[]): { sources: LayoutSources; codes: string[] } {
  let sources = editedSources(...edits);
  const codes: string[] = [];
  for (let round = 0; round < 20; round++) {
    const model = resolveModel(sources);
    if (!model.ok) throw new Error(JSON.stringify(model.diagnostics));
    const found = findings(model.value).find(({ mend }) => mend !== undefined);
    if (found?.mend === undefined) return { sources, codes };
    const { at, code } = found.diagnostic;
    const name = at.file.replace(/.*\//, "") as LayoutDocumentName;
    const { file, text } = sources.documents[name];
    const parsed = parseJson(file, text);
    const replacement = parsed.ok ? replacementFor(parsed.value, at, found.mend) : undefined;
    if (replacement === undefined) throw new Error(`${code} cannot be mended`);
    const after = applyReplacement(text, replacement);
    sources = { ...sources, documents: { ...sources.documents, [name]: { file, text: after } } };
    codes.push(code);
  }
  throw new Error("mending does not end");
}

const text = (result: { sources: LayoutSources }, name: LayoutDocumentName = "world-switch.json"): string =>
  result.sources.documents[name].text;
const before = text({ sources: editedSources() });
const esr = `,
      "waive": [{ "code": "WS303", "because": "as posted: the store takes a hole of 4 bytes behind the u32 with it; mended later" }]`;
const bit = `,
      "waive": [{ "code": "WS304", "because": "as posted: the test looks at FST[0], and misses faults of level 0 and 2; mended later" }]`;

describe("a certain mend", () => {
  it("leaves a layout without findings as it is", () => {
    expect(text(mended())).toBe(before);
  });

  it("gives a syndrome's store its member's width", () => {
    const result = mended(["world-switch.json", esr, ""]);
    expect(result.codes).toEqual(["WS303"]);
    expect(text(result)).toBe(
      before.replace(esr, "").replace('esr_el2",\n      "width": 64', 'esr_el2",\n      "width": 32'),
    );
  });

  it("tests the field's bit", () => {
    const result = mended(["world-switch.json", bit, ""]);
    expect(result.codes).toEqual(["WS304"]);
    expect(text(result)).toBe(before.replace(bit, "").replace('"bit": 1', '"bit": 0'));
  });

  it("removes a waiver without effect with its list", () => {
    const result = mended([
      "world-switch.json",
      '"width": 64,\n      "waive"',
      '"width": 32,\n      "waive"',
    ]);
    expect(result.codes).toEqual(["WS901"]);
    expect(text(result)).toBe(before.replace(`"width": 64${esr}`, '"width": 32'));
  });

  it("removes one of several waivers, wherever it stands in the list", () => {
    const line = '{ "name": "ACTLR_EL1", "groups": [] }';
    const entry = (code: string): string => `{ "code": "${code}", "because": "kept by its driver" }`;
    for (const codes of [
      ["WS312", "WS311", "WS313"],
      ["WS311", "WS312", "WS313"],
      ["WS312", "WS313", "WS311"],
    ]) {
      const waived = line.replace("[] }", `[], "waive": [${codes.map(entry).join(", ")}] }`);
      const result = mended(["sysreg-order.json", '{ "name": "ACTLR_EL1", "groups": ["sysregs"] }', waived]);
      expect(result.codes).toEqual(["WS901", "WS901"]);
      expect(text(result, "sysreg-order.json")).toContain(
        line.replace("[] }", `[], "waive": [${entry("WS311")}] }`),
      );
    }
  });

  it("is none where the object has no such member, or nothing is at the place", () => {
    const parsed = parseJson("a.json", '[1, { "a": 2 }]');
    if (!parsed.ok) throw new Error("no JSON");
    const at = { file: "a.json", line: 1, column: 7 };
    const set = { kind: "set", key: "width", value: 3 } as const;
    expect(replacementFor(parsed.value, at, set)).toBeUndefined();
    expect(replacementFor(parsed.value, { ...at, column: 2 }, { kind: "remove" })).toBeUndefined();
    const replaced = replacementFor(parsed.value, at, { ...set, key: "a" });
    expect(replaced && applyReplacement(parsed.value.source.text, replaced)).toBe('[1, { "a": 3 }]');
  });
});
