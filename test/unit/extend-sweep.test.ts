import { describe, expect, it } from "vitest";
import type { Diagnostic } from "../../src/core/diagnostic.js";
import { evaluateCondition } from "../../src/model/extend/condition.js";
import type { FeatureSelection } from "../../src/model/extend/features.js";
import { shortestCondition } from "../../src/model/extend/shortest-condition.js";
import { sweep } from "../../src/model/extend/sweep.js";
import type { Model } from "../../src/model/types.js";
import { parseJson } from "../../src/read/json.js";
import { renderGitHub } from "../../src/report/github.js";
import { renderSarif } from "../../src/report/sarif.js";
import { renderText } from "../../src/report/text.js";
import fc from "../seeded-check.js";
import { layoutFolders } from "./extend-folders.js";

const NAMES = ["a", "b", "c", "d"];
const ALL: readonly FeatureSelection[] = Array.from({ length: 16 }, (_, bits) =>
  Object.fromEntries(NAMES.map((name, i) => [name, (bits >> i) % 2 === 1])),
);

function holds(condition: string, selection: FeatureSelection): boolean | undefined {
  const parsed = parseJson("x.json", JSON.stringify(condition));
  if (!parsed.ok || parsed.value.kind !== "string") throw new Error("no string");
  return evaluateCondition(parsed.value, new Map(Object.entries(selection)), new Set(), []);
}

describe("the condition of a set of combinations", () => {
  it("holds under these and under no other that was looked at, in the language of layouts", () => {
    const kinds = fc.array(fc.constantFrom("on", "off", "unseen"), { minLength: 16, maxLength: 16 });
    fc.assert(
      fc.property(kinds, (kind) => {
        const [on, off] = ["on", "off"].map((wanted) => ALL.filter((_, i) => kind[i] === wanted));
        fc.pre(on!.length > 0 && off!.length > 0);
        const condition = shortestCondition(on!, off!);
        for (const selection of on!) expect(holds(condition, selection), condition).toBe(true);
        for (const selection of off!) expect(holds(condition, selection), condition).toBe(false);
      }),
      { numRuns: 300 },
    );
  });

  it.each([
    [({ a }: FeatureSelection) => a === true, "a"],
    [({ b }: FeatureSelection) => b === false, "!b"],
    [({ a, c }: FeatureSelection) => a === true && c === false, "a && !c"],
    [() => true, ""],
  ] as const)("names no feature that does not matter: %#", (is, condition) => {
    const on = ALL.filter((selection) => is(selection));
    const off = ALL.filter((selection) => !is(selection));
    expect(shortestCondition(on, off)).toBe(condition);
  });
});

describe("a sweep", () => {
  const folder = (): string =>
    layoutFolders({
      top: {
        "layout.json": `"name": "top", "features": [${NAMES.map((name) => `{ "name": "${name}", "doc": "d", "default": false }`).join(", ")}]`,
        "sysreg-order.json": '"registers": [{ "name": "PAR_EL1", "groups": ["sysregs"], "when": "a || b" }]',
        "constants.json": '"constants": [{ "name": "C", "value": "1", "when": "c && d" }]',
      },
    });
  const at = { file: "x.json", line: 1, column: 1 };
  const check = (model: Model): Diagnostic[] => [
    { code: "WS399", severity: "warning", at, message: "always" },
    ...(model.sysregOrder.slots.length === 21
      ? [{ code: "WS399", severity: "error", at, message: "with PAR_EL1" } as const]
      : []),
  ];

  it("asks once for combinations that make the same of the layout", () => {
    let asked = 0;
    const result = sweep(`${folder()}/top`, (model) => {
      asked += 1;
      return check(model);
    });
    expect(result.ok && [result.value.checked, result.value.variants, asked]).toEqual([16, 4, 4]);
    expect(result.ok && result.value.failures.length).toBe(12);
  });

  it("reports each finding once, with the condition under which it is there", () => {
    const result = sweep(`${folder()}/top`, check);
    if (!result.ok) throw new Error("no sweep");
    const { diagnostics } = result.value;
    expect(diagnostics.map(({ message, when }) => [message, when])).toEqual([
      ["always", undefined],
      ["with PAR_EL1", { condition: "a || b", combinations: 12, of: 16 }],
    ]);
    const line = "when: a || b (12 of 16 combinations)";
    expect(renderText(diagnostics, () => undefined)).toContain(`\n  ${line}\n`);
    expect(renderGitHub(diagnostics)).toContain(`::with PAR_EL1%0A${line}\n`);
    const [, second] = JSON.parse(renderSarif(diagnostics)).runs[0].results;
    expect(second.message.text).toBe(`with PAR_EL1\n${line}`);
    expect(second.properties.when).toEqual({ condition: "a || b", combinations: 12, of: 16 });
  });
});
