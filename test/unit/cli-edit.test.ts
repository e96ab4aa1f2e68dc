import { describe, expect, it } from "vitest";
import { addRegister } from "../../src/edit/add-register.js";
import { diffLines } from "../../src/edit/line-diff.js";
import { applyInsertion } from "../../src/edit/text-edit.js";
import { parseJson } from "../../src/read/json.js";
import fc from "../seeded-check.js";

function added(text: string, name: string, more: { after?: string; via?: string } = {}): string | undefined {
  const parsed = parseJson("sysreg-order.json", text);
  if (!parsed.ok) throw new Error("the test's text is no JSON");
  const register = more.via === undefined ? { name } : { name, via: more.via };
  const insertion = addRegister(parsed.value, register, more.after);
  return insertion === undefined ? undefined : applyInsertion(text, insertion);
}

const lines = `{
  "registers": [
    { "name": "A", "via": "B", "groups": ["g"] },
    { "name": "C", "groups": ["g", "h"] }
  ]
}
`;

describe("addRegister", () => {
  it("adds a line after the last, with its neighbour's groups", () => {
    expect(added(lines, "NEW")).toBe(
      lines.replace('"h"] }\n', '"h"] },\n    { "name": "NEW", "groups": ["g", "h"] }\n'),
    );
  });

  it("adds a line after a given register, without its neighbour's via", () => {
    expect(added(lines, "NEW", { after: "A" })).toBe(
      lines.replace('    { "name": "C"', '    { "name": "NEW", "groups": ["g"] },\n    { "name": "C"'),
    );
  });

  it("writes via where it is given", () => {
    expect(added(lines, "NEW", { via: "OTHER" })).toContain(
      '{ "name": "NEW", "via": "OTHER", "groups": ["g", "h"] }',
    );
  });

  it("spaces the entry like a neighbour that goes over several lines, or over none", () => {
    const spread = '{"registers":[\n\t{\n\t\t"name" : "A",\n\t\t"groups" : ["g"]\n\t}\n]}';
    expect(added(spread, "NEW")).toBe(
      '{"registers":[\n\t{\n\t\t"name" : "A",\n\t\t"groups" : ["g"]\n\t},\n\t{\n\t\t"name" : "NEW",\n\t\t"groups" : ["g"]\n\t}\n]}',
    );
    const dense = '{"registers":[{"name":"A","groups":["g"]},{"name":"C","groups":["g"]}]}';
    expect(added(dense, "NEW", { after: "A" })).toBe(
      '{"registers":[{"name":"A","groups":["g"]},{"name":"NEW","groups":["g"]},{"name":"C","groups":["g"]}]}',
    );
  });

  it("keeps CRLF line ends", () => {
    expect(added(lines.replaceAll("\n", "\r\n"), "NEW")).toContain('"h"] },\r\n    { "name": "NEW"');
  });

  it("finds no place after a register that is not listed", () => {
    expect(added(lines, "NEW", { after: "X" })).toBeUndefined();
  });

  it("only inserts: the list has the new register in its place and all others as they were", () => {
    const names = fc.uniqueArray(fc.stringMatching(/^[A-Z][A-Z0-9_]{0,8}$/), { minLength: 1, maxLength: 8 });
    const space = fc.constantFrom("", " ", "\n  ", "\t");
    fc.assert(
      fc.property(names, space, space, fc.nat(), (all, before, between, pick) => {
        const entries = all.map(
          (name) => `{${between}"name":${before}"${name}",${between}"groups": ["g"]${between}}`,
        );
        const text = `{ "count": "N", "registers": [${before}${entries.join(`,${between}`)}${before}] }\n`;
        const position = pick % all.length;
        const after = all[position] ?? "";
        const edited = added(text, "new_register", { after });
        const expected = all
          .toSpliced(position + 1, 0, "new_register")
          .map((name) => ({ name, groups: ["g"] }));
        expect(JSON.parse(edited ?? "null")).toEqual({
          count: "N",
          registers: expected,
        });
      }),
    );
  });
});

describe("diffLines", () => {
  it("is empty for equal texts", () => {
    expect(diffLines("a\nb\n", "a\nb\n", 3)).toEqual([]);
  });

  it("numbers removed lines as they were and added ones as they are", () => {
    expect(diffLines("a\nb\nc\nd", "a\nx\ny\nc\nd", 1)).toEqual([
      { kind: "same", line: 1, text: "a" },
      { kind: "removed", line: 2, text: "b" },
      { kind: "added", line: 2, text: "x" },
      { kind: "added", line: 3, text: "y" },
      { kind: "same", line: 4, text: "c" },
    ]);
  });

  it("does not take a repeated line for two", () => {
    expect(diffLines("a\na", "a\na\na", 0)).toEqual([{ kind: "added", line: 3, text: "a" }]);
    expect(diffLines("a\na\na", "a", 0).map(({ kind }) => kind)).toEqual(["removed", "removed"]);
  });

  it("gives the old text and the new one back", () => {
    const text = fc.array(fc.constantFrom("a", "b", "")).map((parts) => parts.join("\n"));
    fc.assert(
      fc.property(text, text, (before, after) => {
        const all = diffLines(before, after, Number.POSITIVE_INFINITY);
        if (before === after) return;
        const without = (kind: string): string =>
          all
            .filter((line) => line.kind !== kind)
            .map((line) => line.text)
            .join("\n");
        expect(without("added")).toBe(before);
        expect(without("removed")).toBe(after);
      }),
    );
  });
});
