import { describe, expect, test } from "vitest";
import { runCampaign } from "./instructions/campaign.js";
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

describe("machine", () => {
  const tools = harnessTools();
  test.skipIf(tools === undefined)("executes random instructions in random states as QEMU does", async () => {
    const qemu = new QemuSide(tools!, cortexA57, 60_000);
    try {
      const result = await runCampaign(cortexA57, { cases: SAMPLE, seed: SEED }, qemu);
      const minimiser = new Minimiser(cortexA57, qemu);
      const programs: string[] = [];
      for (const { number, one, verdict } of result.failures.slice(0, 5)) {
        const minimal = (await minimiser.minimise(one)) ?? { one, verdict };
        programs.push(listing(`${one.name}, seed ${SEED}, case ${number}`, minimal, disassemble));
      }
      expect(programs, `${result.failures.length} differences`).toEqual([]);
      expect(result.cases).toBeGreaterThan(SAMPLE * 0.95);
      const untried = cortexA57.instructions.filter(({ name }) => !result.tallies.has(name));
      expect(untried.map(({ name }) => name)).toEqual([]);
    } finally {
      qemu.dispose();
    }
  });

  test.skipIf(tools === undefined)("runs the harness of QEMU's side to the same results", () => {
    expect(harnessDisagreements(tools!, cortexA57, { cases: 300, seed: SEED })).toEqual([]);
  });
});
