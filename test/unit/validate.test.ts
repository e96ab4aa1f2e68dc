import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parseJson } from "../../src/read/json.js";
import { type DocumentKind, validateDocument } from "../../src/validate/document.js";
import { nearest } from "../../src/validate/nearest.js";
import { lines } from "./layout-fixture.js";

const SCHEMA_FOLDER = "schema/language";
const SCHEMAS = readdirSync(SCHEMA_FOLDER)
  .filter((name) => name.endsWith(".schema.json"))
  .sort();

function check(kind: DocumentKind, text: string) {
  const parsed = parseJson("x.json", text);
  if (!parsed.ok) throw new Error("the test's text is no JSON");
  return validateDocument(kind, parsed.value);
}

function found(kind: DocumentKind, text: string): string[] {
  return lines(check(kind, text).diagnostics);
}

const head = (kind: string) => `"$schema": "../language/${kind}.schema.json"`;
const layout = (rest: string) =>
  `{ ${head("layout")}, "name": "x", "title": "t", "doc": "d", "vcpu": "v", "context": "c"${rest} }`;
const member = (text: string) =>
  `{ ${head("structs")},\n"structs": [{ "name": "s", "members": [\n${text}\n] }] }`;
const step = (text: string) =>
  JSON.parse(readFileSync("schema/kvm-arm64-v3/world-switch.json", "utf8"), (key, value) =>
    key === "routines" ? [{ name: "r", doc: "d", steps: [JSON.parse(text)] }] : value,
  );

describe("a document", () => {
  test("that its schema accepts has its value and no diagnostics", () => {
    const result = check("layout", layout(""));
    expect(result.ok && result.value.value).toMatchObject({ vcpu: "v" });
    expect(result.diagnostics).toEqual([]);
  });

  test("with a misspelt property has that key reported, with the nearest name that is free", () => {
    const result = check("layout", layout(', "sourse": "u"'));
    expect(lines(result.diagnostics)).toEqual(['x.json:1:116 WS101 unknown property "sourse"']);
    expect(result.diagnostics[0]?.hint).toBe("did you mean source?");
    expect(result.diagnostics[0]?.at.length).toBe('"sourse"'.length);
  });

  test("with a key that is Object.prototype's has it reported like any other", () => {
    expect(found("layout", layout(', "__proto__": {}, "constructor": 1'))).toEqual([
      'x.json:1:116 WS101 unknown property "__proto__"',
      'x.json:1:133 WS101 unknown property "constructor"',
    ]);
  });

  test("on one line without a required property is reported at its brace", () => {
    expect(
      found("layout", `{ ${head("layout")}, "name": "x", "title": "t", "vcpu": "v", "context": "c" }`),
    ).toEqual(['x.json:1:1 WS102 property "doc" is missing']);
  });

  test("on several lines without a required property is reported where the property would stand", () => {
    expect(
      found("layout", `{ ${head("layout")},\n"name": "x",\n"vcpu": "v",\n"context": "c",\n"doc": "d"\n}`),
    ).toEqual(['x.json:2:11 WS102 property "title" is missing after "name"']);
  });

  test("of the wrong type has one diagnostic", () => {
    expect(found("layout", "[]")).toEqual(["x.json:1:1 WS103 the document is an array, expected an object"]);
    expect(found("layout", "3")).toEqual(["x.json:1:1 WS103 the document is 3, expected an object"]);
  });

  test("with another kind's $schema has both named", () => {
    const text = layout("").replace("layout.schema", "structs.schema");
    expect(found("layout", text)).toEqual([
      'x.json:1:14 WS110 "$schema" is "../language/structs.schema.json", expected the path of layout.schema.json, such as "../language/layout.schema.json"',
    ]);
  });

  test("with a name listed twice has the second reported, with the place of the first", () => {
    const result = check(
      "constants",
      `{ ${head("constants")}, "constants": [\n{ "name": "A", "value": "1" },\n{ "name": "A", "value": "2" }] }`,
    );
    expect(lines(result.diagnostics)).toEqual(["x.json:3:11 WS104 A is listed twice"]);
    expect(result.diagnostics[0]?.related).toEqual([
      { at: { file: "x.json", line: 2, column: 11, length: 3 }, message: "first listed here, at position 1" },
    ]);
  });

  test("with a name listed twice in one of several lists has the places of that one", () => {
    const members = (names: string) =>
      [...names].map((name) => `{ "name": "${name}", "type": "u8" }`).join(",\n");
    const structs = ["ab", "bab", "ba"].map(
      (names, i) => `{ "name": "s${i}", "members": [\n${members(names)}\n] }`,
    );
    const result = check("structs", `{ ${head("structs")}, "structs": [\n${structs.join(",\n")} ] }`);
    expect(lines(result.diagnostics)).toEqual(["x.json:9:11 WS104 b is listed twice"]);
    expect(result.diagnostics[0]?.related?.map(({ at }) => at.line)).toEqual([7]);
  });
});

describe("a struct member", () => {
  test.each([
    [
      '{ "name": "a", "type": "u63" }',
      'x.json:3:24 WS105 "type" is "u63", expected a type: u8 u16 u32 u64 u128 s8 s16 s32 s64 bool pointer opaque or "struct NAME"',
    ],
    ['{ "name": "a", "type": "u8", "count": 0 }', 'x.json:3:39 WS107 "count" is 0, expected at least 1'],
    [
      '{ "name": "a", "type": "u8", "count": true }',
      'x.json:3:39 WS103 "count" is true, expected an integer or a text',
    ],
    [
      '{ "name": "a", "type": "u8", "count": 2, "index": "gpx" }',
      'x.json:3:51 WS106 "index" is "gpx", expected one of "gpr", "fpr", "sysreg"',
    ],
    [
      '{ "name": "a", "type": "u8", "size": 3 }',
      'x.json:3:30 WS109 "size" does not apply here: only an opaque member says its size: other types have one',
    ],
    [
      '{ "name": "a", "type": "u8", "to": "void" }',
      'x.json:3:30 WS109 "to" does not apply here: only a pointer points to something',
    ],
    ['{ "name": "a", "type": "opaque", "size": 8 }', 'x.json:3:1 WS102 property "align" is missing'],
    ['{ "name": "a", "type": "u64", "index": "gpr" }', 'x.json:3:1 WS102 property "count" is missing'],
  ])("%s is reported once, at its place", (text, expected) => {
    expect(found("structs", member(text))).toEqual([expected]);
  });
});

describe("a step", () => {
  test.each([
    [
      "{}",
      "nothing here, expected exactly one of anchor, save, restore, store, load, push, pop, unstack, call",
    ],
    [
      '{ "save": "a", "anchor": "a" }',
      '"save" and "anchor" here, expected exactly one of anchor, save, restore, store, load, push, pop, unstack, call',
    ],
    ['{ "sav": "a" }', 'unknown property "sav"'],
  ])("%s is reported once", (text, expected) => {
    const diagnostics = check("world-switch", JSON.stringify(step(text))).diagnostics;
    expect(diagnostics.map(({ message }) => message)).toEqual([expected]);
  });
});

describe("the nearest name", () => {
  test.each([
    ["SCTRL_EL1", "SCTLR_EL1"],
    ["sctlr_el1", "SCTLR_EL1"],
    ["TTBR0_EL3", "TTBR0_EL1"],
    ["SCTLRR_EL11", "SCTLR_EL1"],
    ["XYZ_EL1", undefined],
    ["A", undefined],
  ])("to %s is %s", (name, expected) => {
    expect(nearest(name, ["TTBR0_EL1", "TTBR1_EL1", "SCTLR_EL1", "B"])).toBe(expected);
  });
});

describe("the schema language", () => {
  test("is compiled into the validators that are committed", () => {
    expect(() =>
      execFileSync("node", ["scripts/build-validators.mjs", "--check"], { stdio: "pipe" }),
    ).not.toThrow();
  });

  test("is validated without ajv at run time", () => {
    const code = readFileSync("src/validate/generated/validators.ts", "utf8");
    expect(code.match(/^import .*$/gm)).toEqual([
      'import type { SchemaNode, ValidateFunction } from "../validate-function.js";',
    ]);
    expect(code).not.toMatch(/\brequire\(|\beval\(|new Function/);
  });

  test.each(SCHEMAS)("%s describes every property, and closes every object", (name) => {
    const missing: string[] = [];
    const visit = (node: unknown, path: string, isCondition: boolean): void => {
      if (typeof node !== "object" || node === null) return;
      const { properties, additionalProperties, type, $ref, description, ...rest } = node as Record<
        string,
        unknown
      >;
      if (type === "object" && additionalProperties === undefined) missing.push(`${path} is open`);
      for (const [key, value] of Object.entries((properties ?? {}) as Record<string, unknown>)) {
        const described =
          typeof value === "object" && value !== null && ("description" in value || "$ref" in value);
        if (!isCondition && !described) missing.push(`${path}/properties/${key} has no description`);
        visit(value, `${path}/properties/${key}`, isCondition);
      }
      for (const [key, value] of Object.entries(rest)) {
        const condition =
          isCondition || ["if", "then", "else", "allOf", "oneOf", "dependentSchemas", "not"].includes(key);
        visit(value, `${path}/${key}`, condition);
      }
    };
    const schema = JSON.parse(readFileSync(`${SCHEMA_FOLDER}/${name}`, "utf8"));
    visit(schema, "#", false);
    expect(missing).toEqual([]);
    expect(schema.$id).toBe(`https://worldswitch.dev/schema/language/${name}`);
    expect(schema.$schema).toBe("https://json-schema.org/draft/2020-12/schema");
  });
});
