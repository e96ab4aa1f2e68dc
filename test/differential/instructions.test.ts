import { afterAll, describe, expect, test } from "vitest";
import type { Architecture } from "../../src/runtime/index.js";
import { type CampaignResult, runCampaign } from "./instructions/campaign.js";
import { disassemble } from "./instructions/disassembly.js";
import { harnessTools } from "./instructions/harness-image.js";
import { harnessDisagreements } from "./instructions/harness-run.js";
import { listing } from "./instructions/listing.js";
import { Minimiser } from "./instructions/minimiser.js";
import { cortexA57 } from "./instructions/processor.js";
import { QemuSide } from "./instructions/qemu-side.js";

/** A sample of the campaign of `npm run differential -- instructions`. */

const SAMPLE = 40_000;
const SEED = 20;
const tools = harnessTools();
const qemu = tools && new QemuSide(tools, cortexA57, 60_000);

/** The first failing cases as programs. */
async function programs(architecture: Architecture, { failures }: CampaignResult, most: number) {
  const minimiser = new Minimiser(architecture, qemu!);
  const shown: string[] = [];
  for (const { number, one, verdict } of failures.slice(0, most)) {
    const minimal = (await minimiser.minimise(one)) ?? { one, verdict };
    shown.push(listing(`${one.name}, seed ${SEED}, case ${number}`, minimal, disassemble));
  }
  return shown;
}

describe.skipIf(tools === undefined)("machine", () => {
  afterAll(() => qemu?.dispose());

  test("executes random instructions in random states as QEMU does", async () => {
    const result = await runCampaign(cortexA57, { cases: SAMPLE, seed: SEED }, qemu!);
    const failing = await programs(cortexA57, result, 5);
    expect(failing, `${result.failures.length} differences`).toEqual([]);
    expect(result.cases).toBeGreaterThan(SAMPLE * 0.95);
    const untried = cortexA57.instructions.filter(({ name }) => !result.tallies.has(name));
    expect(untried.map(({ name }) => name)).toEqual([]);
  });

  test("whose operands are swapped is found, and shown by a program of at most ten lines", async () => {
    const only = "SUBS_shifted_register";
    const swapped: Architecture = {
      ...cortexA57,
      instructions: cortexA57.instructions.map((line) =>
        line.name === only
          ? { ...line, fields: { ...line.fields, Rn: line.fields.Rm!, Rm: line.fields.Rn! } }
          : line,
      ),
    };
    const result = await runCampaign(swapped, { cases: 200, seed: SEED, only }, qemu!);
    expect(result.failures.length).toBeGreaterThan(100);
    const [program] = await programs(swapped, result, 1);
    expect(program).toMatch(/^ {4}\.inst 0x[67e][0-9a-f]{7} {2}\/\/ (subs|cmp|negs)/m);
    expect(program).toContain("ours");
    expect(program!.split("\n").length).toBeLessThanOrEqual(10);
  });

  test("runs the harness of QEMU's side to the same results", () => {
    expect(harnessDisagreements(tools!, cortexA57, { cases: 200, seed: SEED })).toEqual([]);
  });
});
