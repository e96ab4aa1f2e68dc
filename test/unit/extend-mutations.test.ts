import { describe, expect, test } from "vitest";
import { loadSources } from "../../src/model/load.js";
import { resolveModel } from "../../src/model/resolve.js";

const loaded = loadSources("schema/kvm-arm64");
if (!loaded.ok) throw new Error("the mended layout cannot be read");
const sources = loaded.value;
const own = sources.overlays?.[0] ?? {};

const VALUES = ["null", "{}", "[]", '"x"', "3", '"remove"', '"change"', '"after"', '"when"', "true"];

/** The text with one character less, and with one value or key replaced, every few characters. */
function* mistakes(text: string, step: number): Generator<string> {
  for (let i = 0; i < text.length; i += step) {
    yield text.slice(0, i) + text.slice(i + 1);
    const token = /("[^"]*"|\d+|null)/.exec(text.slice(i));
    if (token === null) continue;
    const start = i + token.index;
    for (const value of VALUES) yield text.slice(0, start) + value + text.slice(start + token[0].length);
  }
}

describe("an overlay with one mistake", () => {
  test.each(Object.entries(own))("in %s gives a model, or a diagnostic with a place", (name, source) => {
    const step = Math.ceil(source.text.length / 25);
    let refused = 0;
    for (const text of mistakes(source.text, step)) {
      const result = resolveModel({ ...sources, overlays: [{ ...own, [name]: { ...source, text } }] });
      if (!result.ok) refused++;
      expect(result.ok || result.diagnostics.length > 0, text).toBe(true);
      for (const { at } of result.diagnostics) {
        expect(at.file, text).toMatch(/^schema\/kvm-arm64(-v3)?\/[a-z-]+\.json$/);
        expect(Math.min(at.line, at.column), text).toBeGreaterThanOrEqual(1);
      }
    }
    expect(refused).toBeGreaterThan(50);
  });
});
