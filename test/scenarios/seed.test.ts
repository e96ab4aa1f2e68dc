import { expect, test } from "vitest";
import { play, scenarios, tellStory } from "../../src/scenarios/index.js";
import { architecture } from "../unit/runtime-architecture.js";
import { assembled, placed, printed, seedModel } from "./hypervisor.js";

const model = seedModel();
const hypervisor = placed(model, assembled(model, await printed(model)));

test.each(
  scenarios.map((scenario) => [scenario.name, scenario] as const),
)("scenario %s passes on the seed's hyp.S from our assembler", (_, scenario) => {
  const report = play(scenario, { model, architecture, hypervisor });
  if (!report.passed || process.env.STORY) console.log(tellStory(report, { colour: false }));
  expect(report.checks.filter((check) => !check.passed)).toEqual([]);
  expect(report.passed).toBe(true);
});
