import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { lint, RULES } from "../../src/lint/index.js";
import type { Model, RuleSeverity } from "../../src/model/types.js";
import { check, type Edit, edited } from "../properties/layout-edits.js";

const fail = "test/documents/fail";
const fixturesOf = (code: string): string[] =>
  readdirSync(fail).filter((name) => name.startsWith(`${code}-`) && name.endsWith(".json"));

function modelOf(name: string): Model {
  const { edits }: { edits: readonly Edit[] } = JSON.parse(readFileSync(`${fail}/${name}`, "utf8"));
  const { model } = check(edited(edits));
  if (model === undefined) throw new Error(`${name} has no model`);
  return model;
}

function withSeverity(model: Model, code: string, severity: RuleSeverity["severity"]): Model {
  const entry = { code, severity, because: "for the test", at: model.layout.at };
  return { ...model, layout: { ...model.layout, lint: [entry] } };
}

describe.each(RULES)("$code, $name", (rule) => {
  const fixtures = fixturesOf(rule.code);

  it("has fixtures", () => {
    expect(fixtures.length).toBeGreaterThan(0);
  });

  it.each(fixtures)("without it, %s is another", (name) => {
    const model = modelOf(name);
    const all = lint(model, { notes: true });
    const without = lint(model, { notes: true, rules: RULES.filter((other) => other !== rule) });
    expect(all.some((d) => d.code === rule.code)).toBe(true);
    const ofRule = `the waiver of ${rule.code} `;
    expect(without).toEqual(all.filter((d) => d.code !== rule.code && !d.message.startsWith(ofRule)));
    expect(lint(withSeverity(model, rule.code, "off"), { notes: true })).toEqual(without);
  });

  it.each(fixtures.slice(0, 1))("counts as its layout says in %s", (name) => {
    for (const severity of ["note", "warning", "error"] as const) {
      const found = lint(withSeverity(modelOf(name), rule.code, severity), { notes: true });
      const own = found.filter((d) => d.code === rule.code);
      expect(own.length).toBeGreaterThan(0);
      expect(own.every((d) => d.severity === severity)).toBe(true);
    }
  });
});
