import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, it } from "vitest";

const SCHEMA = fileURLToPath(new URL("../../schema/", import.meta.url));
const json = (path: string): unknown => JSON.parse(readFileSync(SCHEMA + path, "utf8"));
const ajv = new Ajv2020({ strict: true, allErrors: true, strictTypes: "log" });
const isA64 = ajv.compile(json("language/a64.schema.json") as object);
const others = new Map(
  ["system-operations", "encoding-groups"].map((kind) => [
    `${kind}.json`,
    ajv.compile(json(`language/${kind}.schema.json`) as object),
  ]),
);

describe("the A64 documents", () => {
  const files = readdirSync(`${SCHEMA}arm64/a64`).sort();
  it.each(files)("%s fits its schema", (file) => {
    const validate = others.get(file) ?? isA64;
    validate(json(`arm64/a64/${file}`));
    expect(validate.errors ?? []).toEqual([]);
  });

  const line = { name: "NOTHING", bits: "0".repeat(32), asm: "nothing", section: "C6.2 NOTHING" };
  const document = (changed: object): object => ({
    $schema: "x",
    family: "f",
    title: "t",
    instructions: [{ ...line, ...changed }],
  });
  it.each([
    ["a key that nobody knows", { colour: 1 }],
    ["a name in lower case", { name: "nothing" }],
    ["a bit diagram with other characters", { bits: "0*1" }],
    ["an unallocated entry without bits", { unallocated: ["sf"] }],
    ["a syntax without a mnemonic", { asm: "R(Rd)" }],
    ["an empty variant", { variant: [] }],
  ])("do not fit it with %s", (_what, changed) => {
    expect(isA64(document({}))).toBe(true);
    expect(isA64(document(changed))).toBe(false);
  });
});
