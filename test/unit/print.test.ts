import { describe, expect, it } from "vitest";
import { compileTemplate } from "../../src/print/template.js";
import { printTypeScript } from "../../src/print/typescript.js";
import fc from "../seeded-check.js";

const print = async (template: string, view: Parameters<Awaited<ReturnType<typeof compileTemplate>>>[0]) =>
  (await compileTemplate(template))(view);

describe("printTemplate", () => {
  it("prints names, lists and flags", async () => {
    const view = { name: "x", rows: [{ a: 1 }, { a: 2 }], flag: false };
    expect(await print("{{name}}{{#each rows}} {{a}}{{/each}}{{#if flag}}!{{/if}}", view)).toBe("x 1 2");
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
  ])("refuses the helper of %s", async (template) => {
    await expect(print(template, { a: { b: 1 }, b: "b" })).rejects.toThrow();
  });
});

describe("printTypeScript", () => {
  it("prints the header and the whole file from one structure", async () => {
    const text = await printTypeScript(["one", "", "two"], (kinds) => ({
      statements: [
        {
          kind: kinds.Interface,
          isExported: true,
          name: "A",
          properties: [{ name: "a", type: "number" }],
        },
        "export const a = 1;",
      ],
    }));
    expect(text).toBe("// one\n//\n// two\n\nexport interface A {\n  a: number;\n}\n\nexport const a = 1;\n");
  });

  it.each([
    [["const a = 1;", "const b = 2;"]],
    [["const a = 1;\n", "", "\n/** b */\nconst b = {\n  c: [\n    1,\n  ],\n};\n", "const d = 4;"]],
    [['import { x } from "y";\n', "\nfunction f() {\n  return `a\n  b`;\n}\n"]],
  ])("prints statements that are text as ts-morph does: %j", async (statements) => {
    const byItself = await printTypeScript(["h"], { statements });
    const empty = { statements: [...statements], leadingTrivia: "" };
    expect(byItself).toBe(await printTypeScript(["h"], empty));
  });

  it("prints a structure again as the first time", async () => {
    const print = () =>
      printTypeScript(["h"], (kinds) => ({
        statements: ["const a = 1;", { kind: kinds.Class, name: "A", docs: ["An A."] }, "const b = 2;"],
      }));
    const first = await print();
    expect(first).toContain("const a = 1;\n\n/** An A. */\nclass A {\n}\n\nconst b = 2;\n");
    expect(await print()).toBe(first);
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
        expect(await printTypeScript(["head"], { statements: list })).toBe(`// head\n\n${expected}`);
      }),
      { numRuns: 2000 },
    );
  });
});
