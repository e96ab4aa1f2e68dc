import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { Ajv } from "ajv";
import { describe, expect, it } from "vitest";
import { lint } from "../../src/lint/index.js";
import { renderSarif } from "../../src/report/sarif.js";
import { modelOf } from "./layout-fixture.js";

/** The published schema (2.1.0 RTM 5), which is of a draft that ajv reads once its two draft-04 keywords are gone. */
function publishedSchema(): object {
  const path = createRequire(import.meta.url).resolve(
    "@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json",
  );
  const { $schema, id, ...schema } = JSON.parse(readFileSync(path, "utf8"));
  expect(`${$schema} ${id}`).toMatch(/draft-04.* .*sarif-2\.1\.0-rtm\.5\.json$/);
  return schema;
}

const validate = new Ajv({
  strict: false,
  validateFormats: false,
  unicodeRegExp: false,
  allErrors: true,
}).compile(publishedSchema());
const log = (model: Parameters<typeof lint>[0]) => JSON.parse(renderSarif(lint(model, { notes: true })));
const broken = modelOf(
  ["sysreg-order.json", '"ACTLR_EL1", "groups": ["sysregs"]', '"ACTLR_EL1", "groups": []'],
  ["world-switch.json", '"bit": 1', '"bit": 0'],
  [
    "world-switch.json",
    '        { "save": "sysregs" }',
    '        { "save": "sysregs" },\n        { "save": "sysregs" }',
  ],
);

describe("lint's SARIF log", () => {
  it("is one of SARIF 2.1.0, with findings of each severity and without", () => {
    const found = log(broken);
    const results: { level: string; relatedLocations?: unknown }[] = found.runs[0].results;
    expect(new Set(results.map(({ level }) => level))).toEqual(new Set(["error", "warning", "note"]));
    expect(results.some((result) => result.relatedLocations !== undefined)).toBe(true);
    expect(validate(found), JSON.stringify(validate.errors)).toBe(true);
    expect(validate(JSON.parse(renderSarif([])))).toBe(true);
  });

  it.each([
    ["a level that is none", (text: string) => text.replace('"level": "error"', '"level": "fatal"')],
    ["another version", (text: string) => text.replace('"version": "2.1.0"', '"version": "2.0.0"')],
    ["a line before the first", (text: string) => text.replace(/"startLine": \d+/, '"startLine": 0')],
    ["a result without message", (text: string) => text.replace('"message": {', '"msg": {')],
    ["a driver without name", (text: string) => text.replace('"name": "worldswitch",', "")],
    ["a rule index below -1", (text: string) => text.replace(/"ruleIndex": \d+/, '"ruleIndex": -2')],
  ])("with %s would be none", (_, change) => {
    const text = renderSarif(lint(broken, { notes: true }));
    expect(change(text)).not.toBe(text);
    expect(validate(JSON.parse(change(text)))).toBe(false);
  });

  it("has each rule once, where the results point to", () => {
    const { rules } = log(broken).runs[0].tool.driver;
    expect(new Set(rules.map(({ id }: { id: string }) => id)).size).toBe(rules.length);
    for (const { ruleId, ruleIndex } of log(broken).runs[0].results) expect(rules[ruleIndex].id).toBe(ruleId);
  });
});
