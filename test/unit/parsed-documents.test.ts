import { expect, it } from "vitest";
import { oncePerText } from "../../src/core/once-per-text.js";
import { parseDocument } from "../../src/read/parsed-documents.js";
import { validateDocument } from "../../src/validate/document.js";

const constants = (value: string) => `{ "constants": [{ "name": "A", "value": ${value} }] }`;

it("a document is what it was while its text is, and another one when it is edited", () => {
  const first = parseDocument("constants.json", constants("1"));
  expect(parseDocument("constants.json", constants("1"))).toBe(first);
  const edited = parseDocument("constants.json", constants("2"));
  expect(edited).not.toEqual(first);
  expect(parseDocument("other/constants.json", constants("2"))).not.toBe(edited);
  expect(parseDocument("constants.json", constants("1"))).toEqual(first);
});

it("mistakes of a text are told each time, at the file's own name", () => {
  for (const file of ["a.json", "a.json", "b.json"]) {
    const { diagnostics } = parseDocument(file, "{ ]");
    expect(diagnostics.map(({ at }) => at.file)).toEqual([file]);
  }
});

it("a document is checked as each kind that it is asked of, with the same findings each time", () => {
  const parsed = parseDocument("constants.json", constants('"x"'));
  if (!parsed.ok) throw new Error("the text is JSON");
  const first = validateDocument("constants", parsed.value).diagnostics;
  expect(first).not.toEqual([]);
  expect(validateDocument("constants", parsed.value).diagnostics).toEqual(first);
  const other = validateDocument("layout", parsed.value).diagnostics;
  expect(other).not.toEqual([]);
  expect(other).not.toEqual(first);
});

it("what is made of a text is made once, and again when there were too many others", () => {
  let made = 0;
  const length = oncePerText((text) => {
    made++;
    return text.length;
  });
  expect([length("ab"), length("ab"), length("abc")]).toEqual([2, 2, 3]);
  expect(made).toBe(2);
  for (let i = 0; i < 10_000; i++) length(`other ${i}`);
  expect(length("ab")).toBe(2);
  expect(made).toBe(10_003);
});
