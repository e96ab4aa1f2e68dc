import { describe, expect, test } from "vitest";
import { loadArchitecture } from "../../src/cli/architecture.js";
import { readCpuModel } from "../../src/description/cpu-model.js";

const { sysregs } = loadArchitecture();

function read(parts: object) {
  const document = { $schema: "", cpu: "some", title: "Some", features: [], registers: [], ...parts };
  return readCpuModel({ file: "some.json", text: JSON.stringify(document, undefined, 1) }, sysregs);
}

describe("a CPU model", () => {
  test("has reset values, and values that another register selects", () => {
    const model = read({
      registers: [
        { register: "MIDR_EL1", reset: "0x411fd070" },
        { register: "CCSIDR_EL1", selected: { by: "CSSELR_EL1", values: ["0x701fe00a", "0x201fe012"] } },
      ],
    });
    expect(model.ok && [...model.value.resets]).toEqual([["MIDR_EL1", 0x411fd070n]]);
    expect(model.ok && [...model.value.selections]).toEqual([
      ["CCSIDR_EL1", { by: "CSSELR_EL1", values: [0x701fe00an, 0x201fe012n] }],
    ]);
  });

  test.each([
    ["a register", { registers: [{ register: "MIDR_EL9", reset: "0x0" }] }, "MIDR_EL9"],
    [
      "the register that selects",
      { registers: [{ register: "CCSIDR_EL1", selected: { by: "CSSELR", values: ["0x0"] } }] },
      "CSSELR",
    ],
    ["an absent register", { absent: [{ registers: ["DLR"], because: "so" }] }, "DLR"],
  ])("names %s that the catalogue lacks", (_, parts, name) => {
    const model = read(parts);
    expect(!model.ok && model.diagnostics.map(({ code, message }) => [code, message])).toEqual([
      ["WS205", `no system register is called ${name}`],
    ]);
  });

  test("says something of each register that it lists", () => {
    const model = read({ registers: [{ register: "MIDR_EL1" }] });
    expect(!model.ok && model.diagnostics[0]?.at.line).toBe(7);
  });
});
