import { describe, expect, it } from "vitest";
import { type ExitStatus, exitStatus, worse } from "../../src/cli/exit-status.js";
import { statusOf } from "../../src/cli/findings.js";
import { styleFor, wantsColour } from "../../src/cli/style.js";
import type { Diagnostic, Severity } from "../../src/core/diagnostic.js";

const terminal = { isTTY: true };
const pipe = { isTTY: false };

describe("wantsColour", () => {
  it.each([
    { stream: terminal, env: {}, colour: true },
    { stream: terminal, env: { TERM: "dumb" }, colour: false },
    { stream: terminal, env: { NO_COLOR: "1" }, colour: false },
    { stream: terminal, env: { NO_COLOR: "" }, colour: true },
    { stream: terminal, env: { FORCE_COLOR: "0" }, colour: false },
    { stream: pipe, env: {}, colour: false },
    { stream: pipe, env: { FORCE_COLOR: "" }, colour: false },
    { stream: pipe, env: { FORCE_COLOR: "1", NO_COLOR: "1" }, colour: true },
  ])("is $colour for $stream with $env", ({ stream, env, colour }) => {
    expect(wantsColour(stream, env)).toBe(colour);
  });
});

describe("styleFor", () => {
  it("paints with colour and leaves text alone without", () => {
    expect(styleFor(true).red("x")).toBe("\u001b[31mx\u001b[39m");
    expect(styleFor(false).red("x")).toBe("x");
  });
});

describe("the exit status", () => {
  const finding = (code: string, severity: Severity): Diagnostic => ({
    code,
    severity,
    at: { file: "f", line: 1, column: 1 },
    message: "m",
  });

  it.each([
    { found: [], status: exitStatus.ok },
    { found: [finding("WS901", "warning"), finding("WS315", "note")], status: exitStatus.ok },
    { found: [finding("WS901", "warning"), finding("WS205", "error")], status: exitStatus.findings },
    { found: [finding("WS010", "error")], status: exitStatus.findings },
    { found: [finding("WS205", "error"), finding("WS001", "error")], status: exitStatus.usage },
    { found: [finding("WS640", "error")], status: exitStatus.usage },
  ])("of $found is $status", ({ found, status }) => {
    expect(statusOf(found)).toBe(status);
  });

  it("of several is the worst", () => {
    const all: ExitStatus[] = [exitStatus.ok, exitStatus.usage, exitStatus.findings];
    expect(all.reduce(worse)).toBe(exitStatus.usage);
  });
});
