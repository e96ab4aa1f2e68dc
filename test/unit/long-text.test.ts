import { describe, expect, it } from "vitest";
import { longText } from "../../src/core/long-text.js";
import fc from "../seeded-check.js";

describe("longText", () => {
  it("is its parts one after the other, however long they are", () => {
    const part = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.integer({ min: 0, max: 20_000 }).map((n) => "ab".repeat(n)),
    );
    fc.assert(
      fc.property(fc.array(part), (parts) => {
        expect(longText(parts)).toBe(parts.join(""));
      }),
    );
  });

  it("asks for the parts in turn, each once", () => {
    let asked = 0;
    function* parts(): Generator<string> {
      for (; asked < 3000; asked++) yield `${asked} `;
    }
    expect(longText(parts())).toBe(Array.from({ length: 3000 }, (_, i) => `${i} `).join(""));
    expect(asked).toBe(3000);
  });
});
