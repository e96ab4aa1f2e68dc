import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { RULES } from "../../src/lint/index.js";

const root = fileURLToPath(new URL("../../", import.meta.url));
const reference = readFileSync(`${root}docs/reference/diagnostics.md`, "utf8");
const fail = `${root}test/documents/fail`;

/** Codes that no edit of a document in memory brings up, and why. */
const WITHOUT_FIXTURE: readonly { readonly codes: RegExp; readonly because: string }[] = [
  { codes: /^WS00\d$/, because: "they are about files on disk" },
  { codes: /^WS1[23]\d$/, because: "they are about layouts that extend others: see extend.test.ts" },
  { codes: /^WS143$/, because: "it is about a sweep: see extend-features.test.ts" },
  { codes: /^WS34\d$/, because: "they are about what a compiler made" },
  { codes: /^WS3[56]\d$/, because: "they are about two layouts" },
  {
    codes: /^WS40[134]$/,
    because: "a rule refuses such a layout before it is generated: WS316, WS310, WS242",
  },
  { codes: /^WS502$/, because: "the schema's pattern of a bit diagram refuses it before: WS105" },
  { codes: /^WS6\d\d$/, because: "they are about assembly and object files" },
  { codes: /^WS70\d$/, because: "they are about the output on disk" },
  { codes: /^WS8\d\d$/, because: "they are about assembled code" },
  { codes: /^WS90[45]$/, because: "they are about a baseline file" },
];

const sources = readdirSync(`${root}src`, { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".ts"))
  .map((name) => readFileSync(`${root}src/${name}`, "utf8"));
/** Codes as values and as keys of a table; comments speak of others' codes too. */
const emitted = [
  ...new Set(sources.flatMap((text) => text.match(/(?<=")WS\d{3}(?=")|(?<=^ +)WS\d{3}(?=: ")/gm) ?? [])),
].sort();
const documented = [...reference.matchAll(/^(?:### |\| )(WS\d{3})/gm)].map((match) => match[1]!);
const fixtures = readdirSync(fail).filter((name) => name.endsWith(".txt"));
const textOf = (name: string): string => readFileSync(`${fail}/${name}`, "utf8");

describe("the reference of diagnostics", () => {
  it("has every code that the source emits, once, in order, and no other", () => {
    expect(documented).toEqual(emitted);
  });

  it("shows each example as it is printed", () => {
    const examples = [...reference.matchAll(/```text\n(schema\/[\s\S]*?)\n```/g)].map((match) => match[1]!);
    expect(examples.length).toBeGreaterThan(70);
    const printed = fixtures.map(textOf);
    for (const example of examples)
      expect(
        printed.some((text) => text.includes(example)),
        example,
      ).toBe(true);
  });

  it("has a fixture for every code, or says why not", () => {
    const shown = new Set(fixtures.flatMap((name) => textOf(name).match(/(?<= )WS\d{3}(?=:)/g) ?? []));
    const exempt = (code: string): boolean => WITHOUT_FIXTURE.some(({ codes }) => codes.test(code));
    expect(emitted.filter((code) => !shown.has(code) && !exempt(code))).toEqual([]);
    expect(emitted.filter((code) => shown.has(code) && exempt(code))).toEqual([]);
    for (const { codes } of WITHOUT_FIXTURE) expect(emitted.some((code) => codes.test(code))).toBe(true);
  });
});

describe("the list of rules", () => {
  it("is in the order of its codes, which differ, as do the names", () => {
    const codes = RULES.map((rule) => rule.code);
    expect(codes).toEqual([...new Set(codes)].sort());
    expect(new Set(RULES.map((rule) => rule.name)).size).toBe(RULES.length);
    for (const { why } of RULES) expect(why).toMatch(/^\S.*[^.]$/);
  });
});
