import { describe, expect, test } from "vitest";
import type { Diagnostic } from "../../src/core/diagnostic.js";
import { evaluateExpression } from "../../src/model/expression.js";
import type { Sysreg } from "../../src/model/types.js";
import { parseJson } from "../../src/read/json.js";
import fc from "../seeded-check.js";
import { lines } from "./layout-fixture.js";

const AT = { file: "catalogue.json", line: 1, column: 1 };
const HCR: Sysreg = {
  name: "HCR_EL2",
  title: "Hypervisor Configuration Register",
  group: "hypervisor",
  encoding: { op0: 3, op1: 4, CRn: 1, CRm: 1, op2: 0 },
  widthBits: 64,
  since: "armv8-a",
  effects: [],
  fields: [
    { reserved: "RES0", msb: 63, lsb: 32 },
    { name: "RW", msb: 31, lsb: 31 },
    { name: "BSU", msb: 11, lsb: 10 },
    { name: "ALL", msb: 63, lsb: 0 },
  ],
  at: AT,
};
const CONSTANTS = new Map<string, bigint | "broken">([
  ["VA_BITS", 39n],
  ["BROKEN", "broken"],
]);

function evaluate(text: string) {
  const parsed = parseJson("x.json", JSON.stringify(text));
  if (!parsed.ok || parsed.value.kind !== "string") throw new Error("no text");
  const found: Diagnostic[] = [];
  const scope = {
    sysregs: new Map([[HCR.name, HCR]]),
    constant: (name: string) => CONSTANTS.get(name),
    constantNames: () => CONSTANTS.keys(),
  };
  return { result: evaluateExpression(parsed.value, scope, found), found };
}

describe("an expression", () => {
  test.each([
    ["0", 0n],
    ["0xFFFFFFFFFFFFFFFF", 2n ** 64n - 1n],
    ["1 + 2 * 3", 7n],
    ["(1 + 2) * 3", 9n],
    ["10 - 3 - 2", 5n],
    ["1 << 2 + 1", 8n],
    ["1 | 6 & 3 ^ 1", 3n],
    ["7 / 2 * 2 + 7 % 4", 9n],
    ["~0", 2n ** 64n - 1n],
    ["~0 >> 60", 15n],
    ["-1 + 2", 1n],
    ["-4096 & 0xffff", 0xf000n],
    ["(1 << VA_BITS) - 1", 0x7fffffffffn],
    ["mask(HCR_EL2.RW)", 0x80000000n],
    ["mask(HCR_EL2.BSU) >> shift(HCR_EL2.BSU)", 3n],
    ["mask(HCR_EL2.ALL)", 2n ** 64n - 1n],
    ["((((((1))))))", 1n],
  ])("%s is %s", (text, expected) => {
    const { result, found } = evaluate(text);
    expect(lines(found)).toEqual([]);
    expect(result?.value).toBe(expected);
  });

  test("has C's precedence and associativity: JavaScript's bigints give the same", () => {
    const leaf = fc.bigInt({ min: 0n, max: 255n }).map(String);
    const tree = fc.letrec<{ node: string }>((tie) => ({
      node: fc.oneof(
        { maxDepth: 6 },
        leaf,
        fc
          .tuple(tie("node"), fc.constantFrom("+", "*", "&", "|", "^"), tie("node"))
          .map((parts) => parts.join(" ")),
        fc.tuple(tie("node"), fc.constantFrom("<<", ">>"), fc.nat(3)).map((parts) => parts.join(" ")),
        tie("node").map((inner) => `(${inner})`),
      ),
    })).node;
    let evaluated = 0;
    fc.assert(
      fc.property(tree, (text) => {
        const { result, found } = evaluate(text);
        if (result === undefined) {
          // Out of 64 bits on the way: JavaScript's answer can be larger than memory.
          expect(new Set(found.map(({ code }) => code))).toEqual(new Set(["WS203"]));
          return;
        }
        // JavaScript's bit operators have the order of C's.
        const expected: bigint = new Function(`return ${text.replace(/\d+/g, "$&n")}`)();
        expect(result.value).toBe(expected);
        evaluated++;
      }),
      { numRuns: 2000 },
    );
    expect(evaluated).toBeGreaterThan(1500);
  });

  test("keeps its text, with fields replaced by their values and white space by blanks", () => {
    expect(evaluate(" mask(HCR_EL2.RW)\n| shift( HCR_EL2 . BSU ) | VA_BITS").result).toEqual({
      value: 0x80000000n | 10n | 39n,
      text: "0x80000000 | 10 | VA_BITS",
      literal: false,
    });
  });

  test("that is one field says which, and is no more than a literal", () => {
    expect(evaluate("mask(HCR_EL2.RW)").result).toEqual({
      value: 0x80000000n,
      text: "0x80000000",
      field: "HCR_EL2.RW",
      literal: true,
    });
  });

  test.each([
    ["", "1:2 WS202 expected a value but the expression ends"],
    ["1 +", "1:4 WS202 expected a value but the expression ends"],
    ["1 2", '1:4 WS202 expected an operator but found "2"'],
    ["(1", '1:3 WS202 expected ")" but found the end of the expression'],
    ["1 && 2", '1:5 WS202 expected a value but found "&"'],
    ["010", "1:2 WS202 010 is no number"],
    ["0x10UL", "1:2 WS202 0x10UL is no number"],
    ["sizeof(x)", "1:2 WS202 sizeof is no function"],
    ["1; system(2)", '1:3 WS202 expected an operator but found ";"'],
    ["1 + VA_BIT", "1:6 WS201 no constant is called VA_BIT"],
    ["mask(HCR_EL3.RW)", "1:2 WS205 no system register is called HCR_EL3"],
    ["1 | mask(HCR_EL2.RWX)", "1:6 WS206 HCR_EL2 has no field RWX"],
    ["1 << 64", "1:7 WS203 shift by 64; values have 64 bits, so at most 63"],
    ["1 / 0", "1:6 WS203 division by zero"],
    ["4 % (2 - 2)", "1:6 WS203 division by zero"],
    ["0xffffffffffffffff + 1", "1:2 WS203 the value 0x10000000000000000 does not fit 64 bits"],
    ["(0xffffffffffffffff << 1) >> 1", "1:2 WS203 the value 0x1fffffffffffffffe does not fit 64 bits"],
    ["1 - 2", "1:2 WS203 -1 is below 0; values are 0 to 2^64-1"],
  ])("%j is refused at its place", (text, expected) => {
    const { result, found } = evaluate(text);
    expect(result).toBeUndefined();
    expect(lines(found)).toEqual([`x.json:${expected}`]);
  });

  test("that names a broken constant is broken too, without a second report", () => {
    expect(evaluate("BROKEN + 1")).toEqual({ result: undefined, found: [] });
  });

  test("with two unknown names has both reported", () => {
    expect(evaluate("A1 | B2").found).toHaveLength(2);
  });

  test("of any text gives a value or a diagnostic inside the text, and never throws", () => {
    const part = fc.constantFrom(
      "(",
      ")",
      "~",
      "-",
      "<<",
      ">>",
      "mask",
      "HCR_EL2",
      ".",
      "RW",
      "VA_BITS",
      "1",
      "0x",
      " ",
      "é",
      "\n",
      '"',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.array(part).map((parts) => parts.join("")),
          fc.string(),
        ),
        (text) => {
          const { result, found } = evaluate(text);
          expect(result === undefined).toBe(found.length > 0 || text.includes("BROKEN"));
          for (const { at } of found) expect(at.column).toBeLessThanOrEqual(JSON.stringify(text).length);
        },
      ),
      { numRuns: 3000 },
    );
    expect(evaluate("(".repeat(5000)).found[0]?.message).toBe("nesting deeper than 64 levels");
    expect(evaluate("-".repeat(5000)).found[0]?.message).toBe("nesting deeper than 64 levels");
  });
});
