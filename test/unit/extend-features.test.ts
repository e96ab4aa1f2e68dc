import { describe, expect, test } from "vitest";
import type { Diagnostic } from "../../src/core/diagnostic.js";
import { lint } from "../../src/lint/index.js";
import { evaluateCondition } from "../../src/model/extend/condition.js";
import type { FeatureSelection } from "../../src/model/extend/features.js";
import { sweep } from "../../src/model/extend/sweep.js";
import { resolveModel } from "../../src/model/resolve.js";
import type { Model } from "../../src/model/types.js";
import { parseJson } from "../../src/read/json.js";
import { type Bodies, extended, overlay, places } from "./extend-fixture.js";
import { layoutFolders } from "./extend-folders.js";

const features = (...names: string[]): string =>
  `"name": "top", "features": [${names.map((name) => `{ "name": "${name}", "doc": "d", "default": false }`).join(", ")}]`;

function resolved(bodies: Bodies, selection: FeatureSelection = {}) {
  return resolveModel(extended(overlay("top", bodies)), selection);
}

function model(bodies: Bodies, selection: FeatureSelection = {}): Model {
  const result = resolved(bodies, selection);
  if (!result.ok) throw new Error(places(result.diagnostics).join("\n"));
  return result.value;
}

describe("a condition", () => {
  const value = (text: string, states: Record<string, boolean>): boolean | undefined => {
    const parsed = parseJson("x.json", JSON.stringify(text));
    if (!parsed.ok || parsed.value.kind !== "string") throw new Error("no string");
    const found: Diagnostic[] = [];
    const result = evaluateCondition(parsed.value, new Map(Object.entries(states)), new Set(), found);
    expect(result === undefined).toBe(found.length > 0);
    return result;
  };

  /** JavaScript gives these operators the meaning and the precedence that C does. */
  test.each([
    "a",
    "!a",
    "a && b",
    "a || b",
    "a || b && !c",
    "(a || b) && c",
    "!(a && b) || c",
    "!!a&&!b||c",
    " a ",
  ])("%s has C's meaning for all values", (text) => {
    for (let bits = 0; bits < 8; bits++) {
      const states = { a: (bits & 1) !== 0, b: (bits & 2) !== 0, c: (bits & 4) !== 0 };
      const wanted = new Function("a", "b", "c", `return ${text}`)(states.a, states.b, states.c);
      expect(value(text, states), `${text} ${bits}`).toBe(wanted);
    }
  });

  test.each([
    "",
    "a &&",
    "a b",
    "&& a",
    "(a",
    "a)",
    "!",
    "a & b",
    "A",
    "a || unknown",
    "a && (b || )",
    "!".repeat(60),
  ])("%j is an error", (text) => expect(value(text, { a: true, b: true })).toBeUndefined());
});

describe("a part with a condition", () => {
  const bodies: Bodies = {
    "layout.json": features("par"),
    "sysreg-order.json": '"registers": [{ "name": "PAR_EL1", "groups": ["sysregs"], "when": "par" }]',
    "constants.json":
      '"constants": [{ "name": "HAS_PAR", "value": "1", "when": "par" }, { "name": "NO_PAR", "value": "1", "when": "!par" }]',
    "asm-offsets.json":
      '"symbols": [{ "symbol": "VCPU_PAUSE", "struct": "kvm_vcpu", "member": "arch.pause", "when": "par" }]',
    "world-switch.json": '"abort": { "clobbers": [{ "change": "PAR_EL1", "when": "!par" }] }',
  };

  test("is there when it holds, and not when it does not; what follows moves", () => {
    const [off, on] = [model(bodies), model(bodies, { par: true })];
    const has = (m: Model) => ({
      registers: m.sysregOrder.slots.length,
      count: Number(m.constants.find(({ name }) => name === "NR_SYS_REGS")?.value),
      constants: m.constants.map(({ name }) => name).filter((name) => name.endsWith("PAR")),
      symbol: m.asmOffsets.some(({ symbol }) => symbol === "VCPU_PAUSE"),
      clobbers: m.worldSwitch.abort.clobbers.length,
      features: m.layout.features?.map(({ name, enabled }) => `${name} ${enabled}`),
    });
    expect(has(off)).toEqual({
      registers: 20,
      count: 21,
      constants: ["NO_PAR"],
      symbol: false,
      clobbers: 1,
      features: ["par false"],
    });
    expect(has(on)).toEqual({
      registers: 21,
      count: 22,
      constants: ["HAS_PAR"],
      symbol: true,
      clobbers: 0,
      features: ["par true"],
    });
  });

  test("may have an alternative of the same name", () => {
    const two =
      '"constants": [\n{ "remove": "VA_BITS" },\n{ "name": "VA_BITS", "value": "39", "when": "!par", "after": "PAGE_SHIFT" },\n{ "name": "VA_BITS", "value": "48", "when": "par", "after": "PAGE_SHIFT" }\n]';
    const documents = { ...bodies, "constants.json": two };
    const bits = (m: Model) => m.constants.find(({ name }) => name === "VA_BITS")?.value;
    expect([bits(model(documents)), bits(model(documents, { par: true }))]).toEqual([39n, 48n]);
    const overlap = { ...bodies, "constants.json": two.replace('"!par"', '"par || !par"') };
    expect(resolved(overlap).ok).toBe(true);
    expect(places(resolved(overlap, { par: true }).diagnostics)[0]).toMatch(/WS104 VA_BITS is listed twice/);
  });

  test("that is left out is held to the schema all the same", () => {
    const wrong = { ...bodies, "sysreg-order.json": '"registers": [{ "name": "PAR_EL1", "when": "par" }]' };
    expect(places(resolved(wrong).diagnostics)).toEqual([
      'top/sysreg-order.json:3:15 WS102 property "groups" is missing',
    ]);
  });

  test("cannot be changed where there are several of its name", () => {
    const two = overlay("middle", {
      ...bodies,
      "layout.json": features("par").replace("top", "middle"),
      "constants.json":
        '"constants": [{ "name": "P", "value": "1", "when": "par" }, { "name": "P", "value": "2", "when": "!par" }]',
    });
    const top = overlay("top", { "constants.json": '"constants": [{ "change": "P", "value": "3" }]' });
    expect(places(resolveModel(extended(two, top)).diagnostics)).toEqual([
      "top/constants.json:3:27 WS124 P is there several times, under different conditions",
      "  middle/constants.json:3 one of them",
      "  middle/constants.json:3 one of them",
    ]);
  });

  test("takes the steps and procedures along that name it", () => {
    const documents: Bodies = {
      "layout.json": features("fp"),
      "world-switch.json":
        '"groups": [{ "change": "fpsimd", "when": "fp" }],\n"routines": [{ "change": "save_fpsimd", "when": "fp" }, { "change": "restore_fpsimd", "when": "fp" }]',
    };
    const kinds = (m: Model) => m.worldSwitch.entry.concat(m.worldSwitch.exit).map(({ name }) => name);
    expect(kinds(model(documents, { fp: true })).filter((name) => name.endsWith("fpsimd"))).toHaveLength(4);
    const without = model(documents).worldSwitch;
    expect(without.procedures.map(({ symbol }) => symbol)).toEqual(["__save_sysregs", "__restore_sysregs"]);
    expect(kinds(model(documents))).not.toContain("__save_fpsimd");
    expect(without.entry).toHaveLength(8);
  });

  test("takes a group's name from the registers that are in others too", () => {
    const documents: Bodies = {
      "layout.json": features("debug"),
      "sysreg-order.json": '"registers": [{ "name": "MDSCR_EL1", "groups": ["sysregs", "debug"] }]',
      "world-switch.json":
        '"groups": [{ "name": "debug", "doc": "d", "temporaries": "x4-x5", "order": true, "when": "debug" }]',
    };
    const groups = (m: Model) => m.sysregOrder.slots.at(-1)?.groups;
    expect(groups(model(documents))).toEqual(["sysregs"]);
    expect(groups(model(documents, { debug: true }))).toEqual(["sysregs", "debug"]);
  });
});

describe("a feature", () => {
  test("that a condition or a selection names must be one of the layout's", () => {
    const documents = {
      "layout.json": features("par"),
      "constants.json": '"constants": [{ "name": "P", "value": "1", "when": "par && pra" }]',
    };
    const result = resolved(documents, { prr: true });
    expect(places(result.diagnostics)).toEqual([
      "top/constants.json:3:60 WS141 no feature is called pra",
      "top/layout.json:3:9 WS141 no feature is called prr, which is asked to be on",
    ]);
    expect(result.diagnostics.map(({ hint }) => hint)).toEqual(["did you mean par?", "did you mean par?"]);
    expect(places(resolved({}, { sve: false }).diagnostics)).toEqual([
      "top/layout.json:3:9 WS141 no feature is called sve, which is asked to be off",
    ]);
  });

  test("that nothing depends on is a warning", () => {
    expect(places(resolved({ "layout.json": features("par") }).diagnostics)).toEqual([
      "top/layout.json:3:39 WS142 nothing depends on feature par",
    ]);
  });

  test("of what is extended keeps its meaning, and may have another default", () => {
    const middle = overlay("middle", {
      "layout.json": features("par").replace("top", "middle"),
      "sysreg-order.json": '"registers": [{ "name": "PAR_EL1", "groups": ["sysregs"], "when": "par" }]',
    });
    const top = overlay("top", {
      "layout.json": '"name": "top", "features": [{ "change": "par", "default": true }]',
    });
    const result = resolveModel(extended(middle, top));
    expect(result.ok && result.value.sysregOrder.slots.length).toBe(21);
  });
});

describe("the sweep", () => {
  const bodies = (order: string): Bodies => ({
    "layout.json": features("one", "two"),
    "sysreg-order.json": `"registers": [${order}]`,
    "constants.json": '"constants": [{ "name": "TWO", "value": "2", "when": "two" }]',
  });
  const fine = '{ "name": "PAR_EL1", "groups": ["sysregs"], "when": "one" }';
  /** Two registers of one name when both features are on. */
  const clash = `${fine}, { "name": "PAR_EL1", "groups": ["sysregs"], "when": "one && two" }`;

  test("finds the combinations that fail, and no others", () => {
    const folder = layoutFolders({ top: bodies(clash) });
    const result = sweep(`${folder}/top`, lint);
    expect(
      result.ok && { ...result.value, failures: result.value.failures.map((f) => f.features) },
    ).toMatchObject({
      features: ["one", "two"],
      combinations: 4,
      checked: 4,
      variants: 4,
      failures: [{ one: true, two: true }],
    });
    expect(result.ok && result.value.failures[0]?.diagnostics.map(({ code }) => code)).toContain("WS104");
    const all = sweep(`${layoutFolders({ top: bodies(fine) })}/top`, lint);
    expect(all.ok && all.value.failures).toEqual([]);
  });

  test("counts what the check says of a model", () => {
    const at = { file: "x", line: 1, column: 1 };
    const check = (m: Model): Diagnostic[] =>
      m.sysregOrder.slots.length === 21 ? [{ code: "WS399", severity: "error", at, message: "m" }] : [];
    const result = sweep(`${layoutFolders({ top: bodies(fine) })}/top`, check);
    expect(result.ok && result.value.failures.map((f) => f.features)).toEqual([
      { one: true, two: true },
      { one: true, two: false },
    ]);
  });

  test("says how many combinations the limit left out", () => {
    const names = Array.from({ length: 10 }, (_, i) => `f${i}`);
    const many: Bodies = {
      "layout.json": features(...names),
      "constants.json": `"constants": [${names.map((name) => `{ "name": "C_${name}", "value": "1", "when": "${name}" }`).join(", ")}]`,
    };
    const folder = layoutFolders({ top: many });
    const seen = new Set<string>();
    const result = sweep(
      `${folder}/top`,
      (m) => {
        seen.add(JSON.stringify(m.layout.features?.map(({ enabled }) => enabled)));
        return [];
      },
      { limit: 25 },
    );
    expect(result.ok && [result.value.combinations, result.value.checked]).toEqual([1024, 25]);
    expect(seen.size).toBe(25);
    for (const alone of names) {
      expect(seen).toContain(JSON.stringify(names.map((name) => name === alone)));
      expect(seen).toContain(JSON.stringify(names.map((name) => name !== alone)));
    }
    expect(places(result.diagnostics)).toEqual([
      "top/layout.json:3:39 WS143 10 features have 1024 combinations, of which 25 were checked",
    ]);
  });

  test("of a layout without features checks the layout", () => {
    const result = sweep("schema/kvm-arm64", lint);
    expect(result.ok && result.value).toEqual({
      ...{ features: [], combinations: 1, checked: 1, variants: 1 },
      ...{ diagnostics: [], failures: [] },
    });
  });
});
