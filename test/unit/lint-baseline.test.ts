import { describe, expect, it } from "vitest";
import { applyBaseline, printBaseline, readBaseline } from "../../src/lint/baseline.js";
import { lint } from "../../src/lint/index.js";
import { lines, modelOf } from "./layout-fixture.js";

const broken = lint(
  modelOf(
    ["sysreg-order.json", '"ACTLR_EL1", "groups": ["sysregs"]', '"ACTLR_EL1", "groups": []'],
    ["sysreg-order.json", '"VBAR_EL1", "groups": ["sysregs"]', '"VBAR_EL1", "groups": []'],
  ),
);

function known(text: string) {
  const read = readBaseline("lint-baseline.json", text);
  if (!read.ok) throw new Error(lines(read.diagnostics).join("\n"));
  return read.value;
}

describe("a baseline", () => {
  it("accepts what it was written from, and that alone", () => {
    expect(broken.map((d) => d.code)).toEqual(["WS311", "WS311"]);
    const baseline = known(printBaseline(broken));
    expect(applyBaseline(broken, baseline)).toEqual([]);
    expect(applyBaseline(broken, known(printBaseline(broken.slice(1))))).toEqual([broken[0]]);
  });

  it("outlives lines that move", () => {
    const moved = broken.map((d) => ({ ...d, at: { ...d.at, line: d.at.line + 7 } }));
    expect(applyBaseline(moved, known(printBaseline(broken)))).toEqual([]);
  });

  it("accepts as many equal findings as it has entries", () => {
    const [first] = broken;
    const twice = [first!, { ...first!, at: { ...first!.at, line: 99 } }];
    expect(applyBaseline(twice, known(printBaseline([first!])))).toEqual([twice[1]]);
  });

  it("reports entries that accept nothing, at their line", () => {
    expect(lines(applyBaseline([], known(printBaseline(broken))))).toEqual([
      expect.stringContaining("lint-baseline.json:3:5 WS905 the baseline knows a finding of WS311"),
      expect.stringContaining("lint-baseline.json:4:5 WS905"),
    ]);
  });

  it("covers no mistake of a document", () => {
    const mistake = { ...broken[0]!, code: "WS205" };
    expect(printBaseline([mistake])).toBe('{\n  "findings": []\n}\n');
    const pretending = printBaseline(broken).replaceAll("WS311", "WS205");
    expect(applyBaseline([mistake], known(pretending))).toContain(mistake);
  });

  it.each([
    ["{}", "1:1 WS904"],
    ["[]", "1:1 WS904"],
    ['{ "findings": [{ "code": "WS311" }] }', "1:16 WS904"],
    ['{ "findings": [', "WS010"],
  ])("is not made of %s", (text, place) => {
    const read = readBaseline("b.json", text);
    expect(read.ok).toBe(false);
    expect(lines(read.diagnostics)[0]).toContain(place);
  });
});
