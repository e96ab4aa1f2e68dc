import { expect, test } from "vitest";
import { play, scenarios, tellStory } from "../../src/scenarios/index.js";
import { architecture } from "../unit/runtime-architecture.js";
import { assembled, layoutModel, placed, printed } from "./hypervisor.js";

const model = layoutModel();
const hypervisor = placed(model, assembled(model, await printed(model)));

test.each(
  scenarios.map((scenario) => [scenario.name, scenario] as const),
)("scenario %s passes on the seed's hyp.S from our assembler", (_, scenario) => {
  const report = play(scenario, { model, architecture, hypervisor });
  if (!report.passed || process.env.STORY) console.log(tellStory(report, { colour: false }));
  expect(report.checks.filter((check) => !check.passed)).toEqual([]);
  expect(report.passed).toBe(true);
});
