import { expect, test } from "vitest";
import { ByteLines } from "../../src/core/byte-lines.js";
import fc from "../seeded-check.js";

const line = fc.array(fc.constantFrom("a", "\t", "é", "𝄞", "0", " "), { maxLength: 6 });
const lines = fc.array(line.map((parts) => parts.join("")));

test("lines are those of the text, whatever is before them and however many are asked for", () => {
  fc.assert(
    fc.property(line, lines, (head, list) => {
      const before = `${head.join("")}\n`;
      const bytes = Buffer.from(before + list.join("\n"));
      const read = new ByteLines(bytes, Buffer.byteLength(before), list.length);
      for (const [index, text] of list.entries()) {
        expect(read.line(index)).toBe(text);
        const [, ...rest] = text.split("\t");
        expect(read.behind(index, "\t")).toBe(rest.join("\t"));
      }
    }),
  );
});

test("a line behind the last one is empty, as one that is not there", () => {
  const read = new ByteLines(Buffer.from("head\none\ntwo"), 5, 2);
  expect([0, 1, 2, 7].map((index) => read.line(index))).toEqual(["one", "two", "", ""]);
});

test("bytes may be a part of others", () => {
  const whole = Buffer.from("xx\thead\na\tb\nc\n\ty");
  const read = new ByteLines(whole.subarray(3, 14), 5, 2);
  expect([read.line(0), read.behind(0, "\t"), read.line(1), read.behind(1, "\t")]).toEqual([
    "a\tb",
    "b",
    "c",
    "",
  ]);
});
