import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { GLUE_CONSTANTS, GLUE_LABELS, GLUE_MACROS } from "../../src/lint/glue.js";

const template = readFileSync(new URL("../../templates/asm/hyp.S.hbs", import.meta.url), "utf8");
/** Without comments and what the layout fills in. */
const fixed = template
  .replace(/\/\*[\s\S]*?\*\//g, "")
  .replace(/\/\/.*/g, "")
  .replace(/\{\{.*?\}\}/g, "");

const matches = (pattern: RegExp): string[] =>
  [...new Set([...fixed.matchAll(pattern)].map((m) => m[1]!))].sort();

describe("what the rules know of the assembly's fixed part", () => {
  it("is every constant that it names", () => {
    expect(matches(/\b([A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+)\b/g)).toEqual(GLUE_CONSTANTS.map((c) => c.name).sort());
  });

  it("is every label that it defines", () => {
    expect(matches(/^(\w*[a-z_]\w*):/gm)).toEqual([...GLUE_LABELS].sort());
  });

  it("is every macro that it defines", () => {
    expect(matches(/^\.macro\s+(\w+)/gm)).toEqual([...GLUE_MACROS].sort());
  });
});
