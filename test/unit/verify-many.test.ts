import { describe, expect, it } from "vitest";
import type { Model } from "../../src/model/types.js";
import { verify } from "../../src/verify/index.js";
import { modelOf } from "./layout-fixture.js";
import { mendedModel, mendingEdits } from "./verify-mended.js";
import { assembled, printedAssembly } from "./verify-seed.js";

const LAST = `{ "name": "PAR_EL1", "groups": ["sysregs"] }`;

/** The mended layout with so many more registers of Armv8.0 that EL1 can write, in catalogue order. */
function withMore(count: number): Model {
  const mended = mendedModel();
  const known = new Set([
    ...mended.sysregOrder.slots.flatMap(({ name, via }) => [name, via.name]),
    ...mended.worldSwitch.groups.flatMap((group) => group.transfers.map((t) => t.register)),
  ]);
  const more = [...mended.sysregs.values()]
    .filter((r) => r.since === "armv8-a" && r.readEl === 1 && r.writeEl === 1 && r.aliasOf === undefined)
    .filter((r) => !known.has(r.name) && !r.effects.includes("pstate"))
    .slice(0, count)
    .map(({ name }) => `{ "name": "${name}", "groups": ["sysregs"] }`);
  if (more.length < count) throw new Error(`the catalogue has ${more.length} more registers only`);
  return modelOf(...mendingEdits, ["sysreg-order.json", LAST, [LAST, ...more].join(",\n    ")]);
}

describe("verify of layouts with more registers", () => {
  it.each([1, 7, 40])("proves what the generator makes of %i more", async (count) => {
    const model = withMore(count);
    const result = verify(model, assembled(model, await printedAssembly(model)));
    if (!result.ok) throw new Error(JSON.stringify(result.diagnostics));
    expect(result.value.findings.map(({ code, message }) => `${code} ${message}`)).toEqual([]);
    expect(result.value.proved).toBe(true);
    const rows = result.value.matrix.filter((row) => row.member?.startsWith("sys_regs["));
    expect(rows.length).toBe(21 + count);
  });
});
