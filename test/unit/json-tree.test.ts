import { describe, expect, test } from "vitest";
import { parseJson } from "../../src/read/json.js";
import {
  hasKey,
  type JsonNode,
  memberOf,
  memberValue,
  nodeAt,
  plainValueOf,
  withItems,
  withMembers,
} from "../../src/read/json-node.js";
import fc from "../seeded-check.js";

function parse(text: string): JsonNode {
  const result = parseJson("x.json", text);
  if (!result.ok) throw new Error(result.diagnostics.map(({ message }) => message).join("; "));
  return result.value;
}

const leaf = fc.oneof(fc.integer(), fc.string({ unit: "grapheme" }), fc.boolean(), fc.constant(null));
const anyJson = fc.letrec((tie) => ({
  node: fc.oneof(
    { maxDepth: 4 },
    leaf,
    fc.array(tie("node"), { maxLength: 20 }),
    fc.dictionary(
      fc.oneof(fc.constantFrom("when", 'a"b', "__proto__", "length", "0"), fc.string()),
      tie("node"),
      {
        maxKeys: 20,
        noNullPrototype: true,
      },
    ),
  ),
})).node;

/** What a node says of itself, and all nodes in it: its text is that of its value. */
function expectWhole(node: JsonNode, text: string): void {
  const own = text.slice(node.start, node.end);
  expect(JSON.stringify(plainValueOf(node))).toBe(JSON.stringify(JSON.parse(own)));
  expect(node.source.text).toBe(text);
  if (node.kind === "object") {
    for (const { key, value } of node.members) {
      expect(JSON.parse(text.slice(key.start, key.end))).toBe(key.value);
      const found = memberOf(node, key.value);
      expect([found?.key.start, found?.value.start]).toEqual([key.start, value.start]);
      expect(memberValue(node, key.value)?.start).toBe(value.start);
      expectWhole(value, text);
    }
    expect(memberOf(node, "no such key")).toBeUndefined();
  } else if (node.kind === "array") for (const item of node.items) expectWhole(item, text);
  else if (node.kind !== "null") expect(node.value).toBe(JSON.parse(own));
}

/** Whether an object in a value has a key. */
function has(value: unknown, key: string): boolean {
  if (typeof value !== "object" || value === null) return false;
  return Object.entries(value).some(
    ([name, inner]) => (!Array.isArray(value) && name === key) || has(inner, key),
  );
}

describe("the nodes of a document", () => {
  test("stand where their values are written, at any depth, however it is written", () => {
    fc.assert(
      fc.property(anyJson, fc.constantFrom(0, 2, "\t"), (json, indent) => {
        const text = ` ${JSON.stringify(json, null, indent)}\n`;
        expectWhole(parse(text), text);
      }),
      { numRuns: 300 },
    );
  });

  test("have a key at some depth when an object in them has it, the document as well as each part", () => {
    fc.assert(
      fc.property(anyJson, fc.constantFrom("when", "__proto__", "length", "0"), (json, key) => {
        const document = parse(JSON.stringify(json));
        const value = JSON.parse(JSON.stringify(json)) as unknown;
        expect(hasKey(document, key)).toBe(has(value, key));
        if (document.kind === "array" && Array.isArray(value))
          for (const [i, item] of document.items.entries())
            expect(hasKey(item, key)).toBe(has(value[i], key));
      }),
      { numRuns: 300 },
    );
  });

  test("of a text without spaces are all there, though it has more of them than its length tells", () => {
    const items = "[],".repeat(5000);
    const document = parse(`[${items}7]`);
    expect(document.kind === "array" && document.items.length).toBe(5001);
    expect(nodeAt(document, 5000)).toMatchObject({ kind: "number", value: 7 });
  });

  test("are told by key when they have many, one written twice is found among them", () => {
    const members = Array.from({ length: 40 }, (_, i) => `"key${i}": ${i}`);
    const document = parse(`{ ${members.join(", ")} }`);
    expect(memberValue(document, "key39")).toMatchObject({ value: 39 });
    for (const again of [0, 11, 12, 39]) {
      const result = parseJson("x.json", `{ ${members.join(", ")}, "key${again}": 0 }`);
      const [found] = result.diagnostics;
      expect([found?.code, found?.message]).toEqual([
        "WS011",
        `key "key${again}" is written twice in one object`,
      ]);
      expect(found?.related?.[0]?.at.column).toBe(`{ ${members.join(", ")}`.indexOf(`"key${again}":`) + 1);
    }
  });

  test("with other contents keep their place and the places of what they are made of", () => {
    const document = parse('{ "a": [1, 2, 3], "b": "x" }');
    if (document.kind !== "object") throw new Error("no object");
    const list = memberValue(document, "a");
    if (list?.kind !== "array") throw new Error("no list");
    const fewer = withItems(list, list.items.slice(1));
    const changed = withMembers(document, [
      ...document.members.slice(1),
      ...document.members.slice(0, 1).map((member) => ({ ...member, value: fewer })),
    ]);
    expect(JSON.stringify(plainValueOf(changed))).toBe('{"b":"x","a":[2,3]}');
    expect([changed.start, changed.end, fewer.start, fewer.items[0]?.start]).toEqual([0, 28, 7, 11]);
    expect(memberValue(changed, "a")).toBe(fewer);
    expect([hasKey(changed, "b"), hasKey(changed, "c")]).toEqual([true, false]);
  });
});
