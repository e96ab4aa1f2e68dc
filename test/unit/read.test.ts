import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import type { Diagnostic } from "../../src/core/diagnostic.js";
import { DEPTH_LIMIT, parseJson } from "../../src/read/json.js";
import { locate, placeInString, placeOf, plainValueOf, stringAt } from "../../src/read/json-node.js";
import { readLayoutFolder } from "../../src/read/layout-folder.js";
import { LAYOUT_DOCUMENTS } from "../../src/read/sources.js";
import fc from "../seeded-check.js";

function parse(text: string) {
  const result = parseJson("x.json", text);
  if (!result.ok) throw new Error(show(result.diagnostics).join("; "));
  return result.value;
}

/** `line:column code message` of each diagnostic. */
function show(diagnostics: readonly Diagnostic[]): string[] {
  return diagnostics.map(({ at, code, message }) => `${at.line}:${at.column} ${code} ${message}`);
}

function problems(text: string): string[] {
  return show(parseJson("x.json", text).diagnostics);
}

describe("a JSON text", () => {
  test("has the value that JSON.parse gives, for any value with integers", () => {
    const integers = fc.integer({ min: -(2 ** 53) + 1, max: 2 ** 53 - 1 });
    const leaf = fc.oneof(integers, fc.string({ unit: "grapheme" }), fc.boolean(), fc.constant(null));
    const value = fc.letrec((tie) => ({
      node: fc.oneof(
        { maxDepth: 5 },
        leaf,
        fc.array(tie("node")),
        fc.dictionary(fc.string(), tie("node"), { noNullPrototype: true }),
      ),
    })).node;
    fc.assert(
      fc.property(value, fc.constantFrom(0, 2, "\t"), (json, indent) => {
        const text = JSON.stringify(json, null, indent);
        expect(JSON.stringify(plainValueOf(parse(text)))).toBe(JSON.stringify(JSON.parse(text)));
      }),
      { numRuns: 500 },
    );
  });

  test("is refused exactly when JSON.parse refuses it, but for integers and duplicate keys, under any edit", () => {
    const base = '{ "a": [1, 2, { "b": "x\\u0041\\n" }], "c": true, "d": null, "e": -10 }';
    const token = fc.constantFrom(
      "{",
      "}",
      "[",
      "]",
      ",",
      ":",
      '"',
      "\\",
      "0",
      "1",
      "-",
      "t",
      " ",
      "\n",
      "é",
      "null",
      "[]",
    );
    fc.assert(
      fc.property(fc.nat(base.length), fc.nat(3), token, (at, remove, insert) => {
        const text = base.slice(0, at) + insert + base.slice(at + remove);
        const ours = parseJson("x.json", text);
        const beyondJson = ours.diagnostics.some(({ code }) => ["WS011", "WS013"].includes(code));
        let accepted = true;
        try {
          JSON.parse(text);
        } catch {
          accepted = false;
        }
        expect(ours.ok || beyondJson).toBe(accepted || beyondJson);
      }),
      { numRuns: 5000 },
    );
  });

  test("with a __proto__ key keeps it as a key and leaves Object.prototype alone", () => {
    const value = plainValueOf(parse('{ "__proto__": { "polluted": 1 }, "constructor": 2 }'));
    expect(Object.keys(value as object)).toEqual(["__proto__", "constructor"]);
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
  });

  test.each([
    ["", "1:1 WS010 the document is empty; expected a value"],
    ['{ "a": 1, }', '1:9 WS010 comma before "}"'],
    ["[1 2]", '1:4 WS010 expected "," or "]" but found "2"'],
    ['[\n  "a"\n  "b"\n]', '2:5 WS010 expected "," or "]" after this'],
    ['{ "a": 1 } x', '1:12 WS012 "x" after the end of the document'],
    ['{ "a": 1,\n  "a": 2 }', '2:3 WS011 key "a" is written twice in one object'],
    ["[9007199254740993]", "1:2 WS013 9007199254740993 is beyond 2^53 and would lose digits"],
    ["[1.5]", "1:2 WS013 1.5 is not written as an integer"],
    ["[1e3]", "1:2 WS013 1e3 is not written as an integer"],
    ["[0x10]", "1:2 WS010 0x10 is no number of JSON"],
    ["[01]", "1:2 WS010 01 is no number of JSON"],
    ["\ufeff{}", "1:1 WS014 byte order mark at the start of the text"],
    ['["\\q"]', "1:3 WS015 \\q is no escape of JSON"],
    ['["\\u12"]', "1:3 WS015 escape \\u needs four hexadecimal digits"],
    ['["\\ud800"]', "1:2 WS015 string holds half of a surrogate pair, which is no character"],
    ['["a\tb"]', "1:4 WS015 control character U+0009 in a string"],
    ['["abc\n"]', "1:2 WS010 string without an end on its line"],
    ["{ a: 1 }", '1:3 WS010 expected a key or "}" but found "a"'],
    ["[True]", '1:2 WS010 expected a value or "]" but found "True"'],
    ["{ // no\n}", "1:3 WS010 JSON has no comments"],
    ['{ "a": [1, 2 }', '1:14 WS010 expected "," or "]" but found "}"'],
    ['{ "a": 1', '1:8 WS010 expected "," or "}" but found the end of the text'],
  ])("%j is refused at its place", (text, expected) => {
    expect(problems(text)).toEqual([expected]);
  });

  test("with several independent problems has all of them reported", () => {
    expect(problems('{ "a": 1.5,\n  "b": "\\q",\n  "a": tru,\n}')).toEqual([
      "1:8 WS013 1.5 is not written as an integer",
      "2:9 WS015 \\q is no escape of JSON",
      '3:8 WS010 expected a value but found "tru"',
      '3:3 WS011 key "a" is written twice in one object',
      '3:11 WS010 comma before "}"',
    ]);
  });

  test("whose brackets do not match is refused where the indentation shows it first", () => {
    const text = '{\n  "a": {\n  "b": {\n    "c": 1\n  },\n  "d": 2\n}\n';
    const [found] = parseJson("x.json", text).diagnostics;
    expect(found?.at).toEqual({ file: "x.json", line: 3, column: 3, length: 1 });
    expect(found?.message).toBe("brackets do not match");
    expect(found?.related?.[0]?.at.line).toBe(7);
  });

  test("that is indented as a whole is held against the indentation of its first line", () => {
    const [found] = parseJson("x.json", '  {\n  "a": 1,\n    "b": [1\n  }\n').diagnostics;
    expect([found?.message, found?.at.line]).toEqual(["brackets do not match", 2]);
  });

  test("of many short lines has its problems on the lines where they are", () => {
    expect(problems(`[${"\n".repeat(5000)}tru,${"\n".repeat(300)}fals]`)).toEqual([
      '5001:1 WS010 expected a value or "]" but found "tru"',
      '5301:1 WS010 expected a value or "]" but found "fals"',
    ]);
  });

  test(`nested ${DEPTH_LIMIT} levels is read, one level more is refused, and 100,000 do not overflow the stack`, () => {
    const nested = (depth: number) => "[".repeat(depth) + "]".repeat(depth);
    expect(parseJson("x.json", nested(DEPTH_LIMIT)).ok).toBe(true);
    expect(problems(nested(DEPTH_LIMIT + 1))).toEqual([
      `1:201 WS016 nesting deeper than ${DEPTH_LIMIT} levels`,
    ]);
    expect(problems("[".repeat(100_000))).toHaveLength(1);
  });

  test("of 1 MB is read in well under a second", () => {
    const item = { name: "SCTLR_EL1", groups: ["sysregs"], doc: "control", index: 3 };
    const text = JSON.stringify(
      Array.from({ length: 12_000 }, () => item),
      null,
      2,
    );
    expect(text.length).toBeGreaterThan(1_000_000);
    parseJson("x.json", text);
    for (const written of [
      text,
      JSON.stringify(JSON.parse(text)),
      `${" ".repeat(500_000)}[${"[],".repeat(100_000)}1]`,
    ]) {
      const start = performance.now();
      parseJson("x.json", written);
      expect(performance.now() - start).toBeLessThan(500);
    }
  });
});

describe("the place", () => {
  const root = parse('{\n  "a/b": [10, { "c~d": "x" }],\n\t"e": "\\u0041\\nb"\n}');

  test("of a value is found by its JSON pointer, of its key on request", () => {
    expect(locate(root, "/a~1b/1/c~0d")).toEqual({ file: "x.json", line: 2, column: 24, length: 3 });
    expect(locate(root, "/a~1b/1/c~0d", { key: true })).toEqual({
      file: "x.json",
      line: 2,
      column: 17,
      length: 5,
    });
    expect(locate(root, "/a~1b/0")).toEqual({ file: "x.json", line: 2, column: 11, length: 2 });
  });

  test("of what does not exist is the deepest place on the way", () => {
    expect(locate(root, "/a~1b/7")).toEqual(locate(root, "/a~1b"));
    expect(locate(root, "/x/y")).toEqual(placeOf(root));
  });

  test("of an object on several lines is its brace", () => {
    expect(placeOf(root)).toEqual({ file: "x.json", line: 1, column: 1, length: 1 });
  });

  test("inside a string counts escapes as they are written", () => {
    const node = stringAt(root, "e");
    expect(node.value).toBe("A\nb");
    expect(placeInString(node, 0, 1)).toEqual({ file: "x.json", line: 3, column: 8, length: 6 });
    expect(placeInString(node, 1, 2)).toEqual({ file: "x.json", line: 3, column: 14, length: 3 });
  });
});

describe("a layout folder", () => {
  const folder = mkdtempSync(join(tmpdir(), "worldswitch-read-"));
  afterAll(() => rmSync(folder, { recursive: true }));
  const make = (name: string): string => {
    const path = join(folder, name);
    mkdirSync(path);
    for (const document of Object.keys(LAYOUT_DOCUMENTS)) writeFileSync(join(path, document), "{}\n");
    return path;
  };

  test("is read as the texts of its six documents, named by the folder as given", () => {
    const path = make("whole");
    const result = readLayoutFolder(`${path}`);
    expect(result.ok && result.value["layout.json"]).toEqual({ file: `${path}/layout.json`, text: "{}\n" });
  });

  test("that is missing gives one diagnostic", () => {
    expect(show(readLayoutFolder("no/such/folder").diagnostics)).toEqual([
      "1:1 WS001 cannot read the folder: there is none",
    ]);
  });

  test("gives a diagnostic for each document that is missing, a folder, not UTF-8 or a link that leads out", () => {
    const path = make("broken");
    rmSync(join(path, "layout.json"));
    rmSync(join(path, "constants.json"));
    mkdirSync(join(path, "constants.json"));
    writeFileSync(join(path, "vcpu-context.json"), Buffer.from([0x7b, 0x0a, 0x22, 0xc3, 0xa9, 0xff, 0x22]));
    rmSync(join(path, "sysreg-order.json"));
    writeFileSync(join(folder, "outside.json"), "{}");
    symlinkSync("../outside.json", join(path, "sysreg-order.json"));
    expect(
      readLayoutFolder(path).diagnostics.map(({ at, code }) => [at.file, at.line, at.column, code]),
    ).toEqual([
      [`${path}/layout.json`, 1, 1, "WS001"],
      [`${path}/constants.json`, 1, 1, "WS002"],
      [`${path}/vcpu-context.json`, 2, 3, "WS004"],
      [`${path}/sysreg-order.json`, 1, 1, "WS003"],
    ]);
  });

  test("may hold a symbolic link to a file inside itself", () => {
    const path = make("linked");
    rmSync(join(path, "constants.json"));
    symlinkSync("layout.json", join(path, "constants.json"));
    expect(readLayoutFolder(path).ok).toBe(true);
  });
});
