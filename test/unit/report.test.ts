import { describe, expect, test } from "vitest";
import type { Diagnostic } from "../../src/core/diagnostic.js";
import { renderGitHub } from "../../src/report/github.js";
import { renderJson } from "../../src/report/json.js";
import { renderSarif } from "../../src/report/sarif.js";
import { renderText, summarize } from "../../src/report/text.js";

const twice: Diagnostic = {
  code: "WS104",
  severity: "error",
  at: { file: "schema/x/sysreg-order.json", line: 2, column: 13, length: 11 },
  message: "SCTLR_EL1 is listed twice",
  related: [
    {
      at: { file: "schema/x/sysreg-order.json", line: 1, column: 13, length: 11 },
      message: "first listed here",
    },
  ],
  hint: "remove one; every later index moves down by 1",
};
const source = '  { "name": "SCTLR_EL1" },\n  { "name": "SCTLR_EL1" }\n';

function at(line: string, column: number, length: number): string[] {
  const diagnostic: Diagnostic = {
    code: "WS010",
    severity: "error",
    at: { file: "x", line: 1, column, length },
    message: "m",
  };
  return renderText([diagnostic], () => line)
    .split("\n")
    .slice(1, 3);
}

describe("a diagnostic as text", () => {
  test("has its place, code, source line, caret, related places and hint", () => {
    expect(renderText([twice], () => source)).toBe(
      [
        "schema/x/sysreg-order.json:2:13: error WS104: SCTLR_EL1 is listed twice",
        '  2 |   { "name": "SCTLR_EL1" }',
        "    |             ^^^^^^^^^^^",
        "  related: schema/x/sysreg-order.json:1:13: first listed here",
        "  hint: remove one; every later index moves down by 1",
        "",
      ].join("\n"),
    );
  });

  test("without its source has no source line", () => {
    expect(renderText([{ ...twice, related: [] }], () => undefined).split("\n")).toHaveLength(3);
  });

  test("has colours only when they are asked for, and the same text under them", () => {
    const coloured = renderText([twice], () => source, { colour: true });
    expect(coloured).toContain("\x1b[1;31merror WS104:\x1b[0m");
    // biome-ignore lint/suspicious/noControlCharactersInRegex: colours start with ESC
    expect(coloured.replace(/\x1b\[[\d;]*m/g, "")).toBe(renderText([twice], () => source));
  });

  test("keeps the caret under its text after tabs", () => {
    expect(at('\t\t"a": 1', 3, 3)).toEqual(['  1 |         "a": 1', "    |         ^^^"]);
  });

  test("cuts a long line around the mark", () => {
    const [text = "", caret = ""] = at(`${"x".repeat(300)}HERE${"y".repeat(300)}`, 301, 4);
    expect(text.length).toBeLessThan(130);
    expect(text.slice(caret.indexOf("^"), caret.lastIndexOf("^") + 1)).toBe("HERE");
    expect(text).toMatch(/…x+HEREy+…$/);
  });

  test("marks at least one column at and beyond the end of a line", () => {
    expect(at("ab", 3, 1)[1]).toBe("    |   ^");
    expect(at("ab", 9, 4)[1]).toBe("    |   ^");
    expect(at("", 1, 1)[1]).toBe("    | ^");
  });

  test("shows control characters of documents as U+FFFD, so that no document drives the terminal", () => {
    const evil: Diagnostic = { ...twice, message: "name is \x1b[2J", hint: "\u202e", related: [] };
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these must not be there
    expect(renderText([evil], () => "a\n\x1b[31m\r")).not.toMatch(/[\x00-\x09\x0b-\x1f\u202e]/);
  });

  test("is followed by a blank line and the next", () => {
    expect(renderText([twice, twice], () => undefined)).toMatch(/by 1\n\nschema/);
  });
});

test("a summary counts by severity", () => {
  expect(summarize([twice, twice, { ...twice, severity: "note" }])).toBe("2 errors, 1 note");
  expect(summarize([])).toBe("no findings");
});

test("diagnostics as JSON are the diagnostics", () => {
  expect(JSON.parse(renderJson([twice]))).toEqual({ diagnostics: [twice] });
});

test("diagnostics as SARIF have rule, level, region and related places", () => {
  const [run] = JSON.parse(renderSarif([twice])).runs;
  expect(run.tool.driver.rules).toEqual([{ id: "WS104" }]);
  const [result] = run.results;
  expect(result).toMatchObject({ ruleId: "WS104", ruleIndex: 0, level: "error" });
  expect(result.locations[0].physicalLocation).toEqual({
    artifactLocation: { uri: "schema/x/sysreg-order.json" },
    region: { startLine: 2, startColumn: 13, endColumn: 24 },
  });
  expect(result.relatedLocations[0].physicalLocation.region.startLine).toBe(1);
});

test("diagnostics as workflow commands escape what separates them", () => {
  const odd: Diagnostic = {
    ...twice,
    at: { file: "a,b:c", line: 1, column: 2 },
    message: "50%\nmore",
    related: [],
    severity: "note",
  };
  const { hint: _, ...plain } = odd;
  expect(renderGitHub([plain])).toBe("::notice file=a%2Cb%3Ac,line=1,col=2,title=WS104::50%25%0Amore\n");
});
