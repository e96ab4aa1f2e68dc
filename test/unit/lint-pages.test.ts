import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { RULES } from "../../src/lint/index.js";

const folder = "docs/reference/rules";
const fail = "test/documents/fail";
const fixtures = readdirSync(fail).filter((name) => name.endsWith(".txt"));

describe("the pages of the rules", () => {
  it("are one for each rule, and an index with a line for each", () => {
    const pages = readdirSync(folder).filter((name) => name !== "README.md");
    expect(pages.sort()).toEqual(RULES.map(({ code }) => `${code}.md`));
    const index = readFileSync(`${folder}/README.md`, "utf8");
    for (const { code, name, severity, why } of RULES)
      expect(index).toContain(`| [${code}](${code}.md) | ${name} | ${severity} | ${why} |`);
  });

  it.each(RULES)("$code says why, which bug is behind it, what is bad and what is good", ({
    code,
    name,
    why,
  }) => {
    const page = readFileSync(`${folder}/${code}.md`, "utf8");
    expect(page.startsWith(`# ${code} ${name}: `)).toBe(true);
    expect(page).toContain(`**Why:** ${why}.`);
    expect(page).toMatch(/\*\*The bug behind it:\*\* \S.{30,}/);
    expect(page).toMatch(/## Good\n\n```jsonc\n\S[\s\S]+\n```\n\n\*\*Do:\*\* \S/);
    const source = /The rule is `(src\/lint\/[\w-]+\.ts)`/.exec(page)?.[1];
    expect(source && readFileSync(source, "utf8")).toContain(`code: "${code}"`);
  });

  it.each(RULES)("$code shows a finding as it is printed", ({ code }) => {
    const page = readFileSync(`${folder}/${code}.md`, "utf8");
    const shown = /```text\n([\s\S]*?)\n```/.exec(page.slice(page.indexOf("## Bad")))?.[1];
    expect(shown).toContain(` ${code}: `);
    const printed = fixtures.filter((name) => name.startsWith(`${code}-`));
    expect(printed.some((name) => readFileSync(`${fail}/${name}`, "utf8").includes(shown!))).toBe(true);
  });
});
