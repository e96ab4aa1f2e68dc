import { describe, expect, it } from "vitest";
import { commentText } from "../../src/core/comment-text.js";
import { loadSources } from "../../src/model/load.js";
import { resolveModel } from "../../src/model/resolve.js";
import { target as hyp } from "../../src/targets/asm-hyp.js";

describe("text in comments", () => {
  it.each([
    ["ends a block", "a */ b", "a * / b"],
    ["opens a block", "a /* b", "a / * b"],
    ["ends a line of C", "a\r\n#define B", "a #define B"],
    ["ends a line of JavaScript", "a\u2028b\u2029c", "a b c"],
    ["holds characters that are none", "a\u0000\u000b\u0085b", "a b"],
    ["would take the next line with it", "a \\", "a \\."],
    ["would do so after blanks", "a\\ \t", "a\\."],
    ["would do so as a trigraph", "a ??/", "a ??/."],
    ["has a backslash within", "a \\ b", "a \\ b"],
  ])("stays one comment when it %s", (_what, text, expected) => {
    expect(commentText(text)).toBe(expected);
  });

  it.each([
    ["EL1 PSTATE \\\\"],
    ["EL1 PSTATE\\n\\tnop"],
  ])("leaves the instructions of hyp.S alone: %s", async (doc) => {
    const sources = loadSources("schema/kvm-arm64-v3");
    if (!sources.ok) throw new Error(JSON.stringify(sources.diagnostics));
    const emit = async (text: string): Promise<string[]> => {
      const document = { ...sources.value.documents["world-switch.json"], text };
      const documents = { ...sources.value.documents, "world-switch.json": document };
      const model = resolveModel({ ...sources.value, documents });
      if (!model.ok) throw new Error(JSON.stringify(model.diagnostics));
      const emitted = await hyp.emit(model.value);
      if (!emitted.ok) throw new Error(JSON.stringify(emitted.diagnostics));
      const lines = (emitted.value[0]?.text ?? "").split("\n").filter((line) => !line.includes("sha256"));
      expect(lines.filter((line) => line.endsWith("\\"))).toEqual([]);
      return lines.map((line) => line.replace(/\t\t\/\/ EL1 PSTATE.*/, ""));
    };
    const { text } = sources.value.documents["world-switch.json"];
    expect(text).toContain('"EL1 PSTATE"');
    const changed = text.replace('"EL1 PSTATE"', `"${doc}"`);
    const lines = await emit(changed);
    expect(lines.slice(12)).toEqual((await emit(text)).slice(12));
  });
});
