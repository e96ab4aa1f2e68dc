import { describe, expect, test } from "vitest";
import { fastEngines } from "./engines/engine-machine.js";
import type { EngineTally } from "./engines/engine-tally.js";
import { runExceptions } from "./exceptions/campaign.js";
import { batchOf } from "./instructions/batch.js";
import { EngineSide } from "./instructions/engine-side.js";
import { CaseSource } from "./instructions/generator.js";
import { MachineSide } from "./instructions/machine-side.js";
import { cortexA57 } from "./instructions/processor.js";
import { residentTools } from "./resident/qemu-side.js";
import { RobustnessRuns } from "./robustness/runs.js";
import { runTranslations } from "./translations/campaign.js";

/** Samples of what `npm run differential` runs through the fast engines besides the reference machine. */

const SEED = 31;
const tools = residentTools();

/** Whether no case differs, and the engines executed no less than a share of the instructions themselves. */
function expectAgreement(tallies: readonly EngineTally[], share: number): void {
  expect(tallies.map(({ engine }) => engine)).toEqual(fastEngines);
  for (const { failures, cases, interpreted, translated, reference } of tallies) {
    expect(failures).toEqual([]);
    expect(cases).toBeGreaterThan(0);
    expect((interpreted + translated) / (interpreted + translated + reference)).toBeGreaterThan(share);
  }
  expect(tallies[1]!.translated).toBeGreaterThan(tallies[1]!.cases / 20);
}

function instructionTallies(architectureOfEngines: typeof cortexA57, cases: number): EngineTally[] {
  const engines = fastEngines.map((name) => new EngineSide(name, architectureOfEngines));
  new MachineSide(cortexA57, batchOf(new CaseSource(cortexA57, SEED, 0).make(cases)), engines).run();
  return engines.map((engine) => engine.finish());
}

describe("the fast engines, unwatched", () => {
  test("execute random instructions in random states as the reference machine does", () => {
    const tallies = instructionTallies(cortexA57, 4000);
    expectAgreement(tallies, 0.3);
    expect(tallies[0]!.cases).toBeGreaterThan(3900);
  });

  test("are found out where their operands are swapped", () => {
    const only = "SUBS_shifted_register";
    const instructions = cortexA57.instructions.map((line) =>
      line.name === only
        ? { ...line, fields: { ...line.fields, Rn: line.fields.Rm!, Rm: line.fields.Rn! } }
        : line,
    );
    for (const { failures } of instructionTallies({ ...cortexA57, instructions }, 2000)) {
      expect(failures.length).toBeGreaterThan(0);
      expect(failures[0]).toMatch(/is 0x[0-9a-f]+, not 0x/);
    }
  });

  test.skipIf(tools === undefined)("trap and route exceptions as the reference machine does", async () => {
    const { engines, failures } = await runExceptions(tools!, 2000, SEED, undefined, fastEngines);
    expect(failures).toEqual([]);
    expectAgreement(engines, 0.3);
  });

  test.skipIf(tools === undefined)(
    "translate through random tables as the reference machine does",
    async () => {
      const { engines, failures } = await runTranslations(tools!, 3000, SEED, undefined, fastEngines);
      expect(failures).toEqual([]);
      expectAgreement(engines, 0.15);
    },
  );

  test("come to the same as the reference machine on random code, tables and registers", () => {
    const runs = new RobustnessRuns(SEED, fastEngines);
    runs.make(0, 1500);
    expect(runs.violations).toEqual([]);
    expectAgreement(runs.engineTallies(), 0.1);
  });
});
