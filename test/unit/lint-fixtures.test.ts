import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { hasErrors } from "../../src/core/diagnostic.js";
import { renderText } from "../../src/report/text.js";
import { check, type Edit, edited, generationFindings } from "../properties/layout-edits.js";

/**
 * A mistake in the layout. The file's name starts with the code that it is about, or with `several-`.
 * The text beside it is all that is reported. UPDATE=1 writes the texts anew: read the difference.
 */
interface Fixture {
  readonly about: string;
  readonly edits: readonly Edit[];
  /** Whether notes are asked for. */
  readonly notes?: boolean;
  /** Whether the mistake shows only when the output is made. */
  readonly generate?: boolean;
}

const folder = (name: string): string => fileURLToPath(new URL(name, import.meta.url));
const namesIn = (path: string): string[] =>
  readdirSync(path)
    .filter((name) => name.endsWith(".json"))
    .map((name) => name.slice(0, -".json".length))
    .sort();
const readFixture = (path: string): Fixture => JSON.parse(readFileSync(path, "utf8"));
const fail = folder("../documents/fail");
const pass = folder("../documents/pass");

describe("a layout with a mistake is reported in full, at its place", () => {
  it.each(namesIn(fail))("%s", async (name) => {
    const fixture = readFixture(`${fail}/${name}.json`);
    const outcome = check(edited(fixture.edits), fixture.notes);
    const late = fixture.generate === true && outcome.model !== undefined;
    const diagnostics = late ? await generationFindings(outcome.model) : outcome.diagnostics;
    const codes = diagnostics.map((d) => d.code);
    const text = renderText(diagnostics, outcome.readSource, { colour: false });
    if (process.env.UPDATE === "1") writeFileSync(`${fail}/${name}.txt`, text);
    if (!name.startsWith("several-")) expect(codes).toContain(name.slice(0, 5));
    expect(text).toBe(readFileSync(`${fail}/${name}.txt`, "utf8"));
  });

  it("there are at least 60, and no text is left without its fixture", () => {
    expect(namesIn(fail).length).toBeGreaterThanOrEqual(60);
    const texts = readdirSync(fail).filter((name) => name.endsWith(".txt"));
    expect(texts.map((name) => name.slice(0, -".txt".length)).sort()).toEqual(namesIn(fail));
  });
});

describe("an edit that is no mistake is accepted", () => {
  it.each(namesIn(pass))("%s", (name) => {
    const fixture = readFixture(`${pass}/${name}.json`);
    const outcome = check(edited(fixture.edits), fixture.notes);
    const text = renderText(outcome.diagnostics, outcome.readSource, { colour: false });
    if (process.env.UPDATE === "1") writeFileSync(`${pass}/${name}.txt`, text);
    expect(outcome.model).toBeDefined();
    expect(hasErrors(outcome.diagnostics)).toBe(false);
    expect(text).toBe(readFileSync(`${pass}/${name}.txt`, "utf8"));
  });
});
