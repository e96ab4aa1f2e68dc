import { describe, expect, test } from "vitest";
import { compileArchitecture } from "../../src/model/architecture.js";
import type { ArchitectureSources, SourceText } from "../../src/read/sources.js";
import fc from "../seeded-check.js";
import { editedSources, lines } from "./layout-fixture.js";

const HEAD =
  '{ "$schema": "../../language/sysregs.schema.json", "group": "g", "title": "t", "registers": [\n';
const ENCODING =
  '"title": "t", "encoding": { "op0": 3, "op1": 0, "CRn": 1, "CRm": 0, "op2": 0 }, "width": 64, "since": "armv8-a"';

/** An architecture of registers, one a line, and without instructions. */
function architecture(...registers: readonly string[]): ArchitectureSources {
  const body = registers.map((register) => `{ ${register.replace("…", ENCODING)} }`).join(",\n");
  return { sysregs: [{ file: "r.json", text: `${HEAD}${body}\n] }\n` }], a64: [] };
}

function found(...registers: readonly string[]): string[] {
  return lines(compileArchitecture(architecture(...registers)).diagnostics).map((line) =>
    line.replace(/:(\d+):\d+ /, ":$1 "),
  );
}

describe("a register of the catalogue", () => {
  test("takes its fields from the register that it names, however far that is", () => {
    const result = compileArchitecture(
      architecture(
        '"name": "A_EL1", …, "sameFieldsAs": "B_EL1"',
        '"name": "B_EL1", …, "aliasOf": "C_EL1"',
        '"name": "C_EL1", …, "fields": [{ "name": "F", "bits": "63:1" }, { "reserved": "RES0", "bits": "0" }]',
      ),
    );
    const fields = [
      { name: "F", msb: 63, lsb: 1 },
      { reserved: "RES0", msb: 0, lsb: 0 },
    ];
    expect(result.ok && [...result.value.sysregs.values()].map((register) => register.fields)).toEqual([
      fields,
      fields,
      fields,
    ]);
  });

  test.each([
    [
      "leaves bit 0 out",
      '[{ "name": "F", "bits": "63:1" }]',
      "r.json:2 WS207 A_EL1 leaves bits 0:0 unclaimed",
    ],
    [
      "starts below its top bit",
      '[{ "name": "F", "bits": "62:0" }]',
      "r.json:2 WS207 A_EL1 has bits 62:0 here, expected bit 63 to come next",
    ],
    [
      "claims a bit twice",
      '[{ "name": "F", "bits": "63:8" }, { "name": "G", "bits": "8:0" }]',
      "r.json:2 WS207 A_EL1 has bits 8:0 here, expected bit 7 to come next",
    ],
    [
      "ascends",
      '[{ "name": "F", "bits": "0:63" }]',
      "r.json:2 WS207 A_EL1 has bits 0:63 here, expected bit 63 to come next",
    ],
  ])("that %s is reported", (_, fields, expected) => {
    expect(found(`"name": "A_EL1", …, "fields": ${fields}`)[0]).toBe(expected);
  });

  test("that takes fields in a circle, from nowhere, or stands twice is reported", () => {
    expect(
      found('"name": "A_EL1", …, "sameFieldsAs": "B_EL1"', '"name": "B_EL1", …, "sameFieldsAs": "A_EL1"'),
    ).toEqual([
      "r.json:3 WS208 fields are taken in a circle: A_EL1 -> B_EL1 -> A_EL1",
      "r.json:2 WS208 fields are taken in a circle: B_EL1 -> A_EL1 -> B_EL1",
    ]);
    expect(found('"name": "A_EL1", …, "sameFieldsAs": "B_EL1"')).toEqual([
      "r.json:2 WS205 no system register is called B_EL1",
    ]);
    expect(found('"name": "A_EL1", …', '"name": "A_EL1", …')).toEqual([
      "r.json:3 WS104 A_EL1 is listed twice",
    ]);
  });

  test("that stands in two documents is reported with the first place", () => {
    const [one] = architecture('"name": "A_EL1", …').sysregs;
    const second: SourceText = { file: "s.json", text: one?.text ?? "" };
    const result = compileArchitecture({
      sysregs: [...architecture('"name": "A_EL1", …').sysregs, second],
      a64: [],
    });
    expect(lines(result.diagnostics)).toEqual(["s.json:2:11 WS104 A_EL1 is listed twice"]);
    expect(result.diagnostics[0]?.related?.[0]?.at.file).toBe("r.json");
  });
});

describe("the architecture's documents", () => {
  const sources = editedSources().architecture;

  test("are compiled once for each object of sources", () => {
    expect(compileArchitecture(sources)).toBe(compileArchitecture(sources));
  });

  test("with any edit give a diagnostic inside the text or an architecture, and never throw", () => {
    const small: ArchitectureSources = {
      sysregs: sources.sysregs.filter(({ text }) => text.length < 20_000).slice(0, 2),
      a64: sources.a64.filter(({ file }) => /names|branches|system-operations/.test(file)),
    };
    const all = [...small.sysregs, ...small.a64];
    expect(all).toHaveLength(5);
    const token = fc.constantFrom(
      "{",
      "}",
      "[",
      "]",
      ",",
      '"',
      "0",
      "1",
      "true",
      "null",
      "{}",
      "[]",
      "-1",
      '"0x1"',
      ":",
      '"x": 1,',
    );
    let refused = 0;
    fc.assert(
      fc.property(
        fc.nat(all.length - 1),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.nat(12),
        token,
        (which, where, remove, insert) => {
          const edit = (source: SourceText): SourceText => {
            if (source !== all[which]) return source;
            const at = Math.floor(where * source.text.length);
            return {
              file: source.file,
              text: source.text.slice(0, at) + insert + source.text.slice(at + remove),
            };
          };
          const edited = { sysregs: small.sysregs.map(edit), a64: small.a64.map(edit) };
          const result = compileArchitecture(edited);
          if (result.ok) return;
          refused++;
          expect(result.diagnostics.length).toBeGreaterThan(0);
          for (const { at } of result.diagnostics) {
            const text = [...edited.sysregs, ...edited.a64].find(({ file }) => file === at.file)?.text;
            const line = text?.split("\n")[at.line - 1];
            expect(line).toBeDefined();
            expect(at.column).toBeLessThanOrEqual((line ?? "").length + 1);
          }
        },
      ),
      { numRuns: 1000 },
    );
    expect(refused).toBeGreaterThan(500);
  });
});
