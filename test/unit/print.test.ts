import { IndentationText, Project } from "ts-morph";
import { describe, expect, it } from "vitest";
import { compileTemplate } from "../../src/print/template.js";
import { type KeyedStatements, printTypeScript } from "../../src/print/typescript.js";
import fc from "../seeded-check.js";

const print = async (template: string, view: Parameters<Awaited<ReturnType<typeof compileTemplate>>>[0]) =>
  (await compileTemplate(template))(view);

describe("printTemplate", () => {
  it("prints names, lists and flags", async () => {
    const view = { name: "x", rows: [{ a: 1 }, { a: 2 }], flag: false };
    expect(await print("{{name}}{{#each rows}} {{a}}{{/each}}{{#if flag}}!{{/if}}", view)).toBe("x 1 2");
  });

  it("repeats lists that are made while they are printed, within each other", async () => {
    function* rows() {
      for (const a of [1, 2]) yield { a, cells: new Set(["x", "y"]) };
    }
    const template = "{{#each rows}}{{a}}:{{#each cells}} {{this}}{{/each}};{{/each}}";
    expect(await print(template, { rows: rows() })).toBe("1: x y;2: x y;");
    expect(await print(template, { rows: [] })).toBe("");
  });

  it("escapes nothing", async () => {
    expect(await print("{{text}}", { text: `<a & "b">` })).toBe(`<a & "b">`);
  });

  it("throws for a name that the view lacks", async () => {
    await expect(print("{{missing}}", {})).rejects.toThrow(/missing/);
  });

  it.each([
    "{{#with a}}{{/with}}",
    "{{#unless a}}{{/unless}}",
    "{{lookup a b}}",
    "{{log a}}",
    "{{#each b}}{{@index}}{{/each}}",
  ])("refuses %s", async (template) => {
    await expect(print(template, { a: { b: 1 }, b: "b" })).rejects.toThrow();
  });
});

describe("printTypeScript", () => {
  it("prints texts and structures below the header", async () => {
    const text = await printTypeScript(["one", "", "two"], [interfaceA("a"), "export const a = 1;"]);
    expect(text).toBe("// one\n//\n// two\n\nexport interface A {\n  a: number;\n}\n\nexport const a = 1;\n");
  });

  it.each([
    [["const a = 1;", "const b = 2;"]],
    [["const a = 1;\n", "", "\n/** b */\nconst b = {\n  c: [\n    1,\n  ],\n};\n", "const d = 4;"]],
    [['import { x } from "y";\n', "\nfunction f() {\n  return `a\n  b`;\n}\n"]],
  ])("prints statements that are text as ts-morph does: %j", async (statements) => {
    const project = new Project({
      useInMemoryFileSystem: true,
      manipulationSettings: { indentationText: IndentationText.TwoSpaces },
    });
    const file = project.createSourceFile("a.ts", { statements: [...statements] });
    expect(await printTypeScript(["h"], statements)).toBe(`// h\n\n${file.getFullText()}`);
  });

  it("prints what has a known key as the first time, and asks for the statements of a new one", async () => {
    const first = await printTypeScript(["h"], ["const a = 1;", interfaceA("again"), "const b = 2;"]);
    expect(first).toContain("const a = 1;\n\nexport interface A {\n  again: number;\n}\n\nconst b = 2;\n");
    const known: KeyedStatements = { key: interfaceA("again").key, statements: () => expect.fail("known") };
    expect(await printTypeScript(["h"], ["const a = 1;", known, "const b = 2;"])).toBe(first);
    expect(await printTypeScript(["h"], [interfaceA("other")])).toContain("  other: number;");
  });

  it("puts statements on lines of their own, with one empty line where there are more, and none at either end", async () => {
    const statement = fc.array(fc.constantFrom("a", "b;", "\n", "\n\n", "\n\n\n", " "), { maxLength: 6 });
    const statements = fc.array(
      statement.map((parts) => parts.join("")),
      { maxLength: 6 },
    );
    await fc.assert(
      fc.asyncProperty(statements, async (list) => {
        const lines = list.map((text) => (text.endsWith("\n") ? text : `${text}\n`)).join("");
        const expected = lines
          .replace(/^\n+/, "")
          .replace(/\n+$/, "\n")
          .replaceAll(/\n{3,}/g, "\n\n");
        expect(await printTypeScript(["head"], list)).toBe(`// head\n\n${expected}`);
      }),
      { numRuns: 2000 },
    );
  });
});

function interfaceA(property: string): KeyedStatements {
  return {
    key: `print.test ${property}`,
    statements: (kinds) => [
      {
        kind: kinds.Interface,
        isExported: true,
        name: "A",
        properties: [{ name: property, type: "number" }],
      },
    ],
  };
}
