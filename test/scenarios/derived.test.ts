import { describe, expect, test } from "vitest";
import { play, scenarios, tellStory } from "../../src/scenarios/index.js";
import { architecture } from "../unit/runtime-architecture.js";
import { assembled, layoutModel, placed, printed } from "./hypervisor.js";
import { derivedModel, farSlots, forty, mended, wideAddresses, withRegisters } from "./layouts.js";

const layouts = [
  ["the mended layout, schema/kvm-arm64", layoutModel("kvm-arm64")],
  ["the seed with PAR_EL1", derivedModel(withRegisters(["PAR_EL1"]))],
  ["the seed with its four defects mended", derivedModel(mended)],
  ["60 registers", derivedModel(withRegisters(forty))],
  ["a host with 48-bit addresses", derivedModel(wideAddresses)],
  ["slots far from the start of the context", derivedModel(farSlots)],
] as const;

const prepared = await Promise.all(
  layouts.map(async ([name, model]) => {
    const hypervisor = placed(model, assembled(model, await printed(model)));
    return [name, { model, architecture, hypervisor }] as const;
  }),
);

describe.each(prepared)("scenarios on a layout derived from the seed: %s", (_, input) => {
  test.each(
    scenarios.map((scenario) => [scenario.name, scenario] as const),
  )("%s passes", (_name, scenario) => {
    const report = play(scenario, input);
    if (!report.passed) console.log(tellStory(report, { colour: false }));
    expect(report.checks.filter((check) => !check.passed)).toEqual([]);
    expect(report.passed).toBe(true);
  });
});
