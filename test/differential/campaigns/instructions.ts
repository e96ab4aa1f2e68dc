import { type CampaignResult, type Failure, runCampaign } from "../instructions/campaign.js";
import { disassemble } from "../instructions/disassembly.js";
import { explanations } from "../instructions/explanations.js";
import { harnessTools } from "../instructions/harness-image.js";
import { listing } from "../instructions/listing.js";
import { Minimiser } from "../instructions/minimiser.js";
import { cortexA57 } from "../instructions/processor.js";
import { QemuSide } from "../instructions/qemu-side.js";
import { fidelityPage } from "../instructions/report.js";
import type { Campaign, CampaignOptions } from "./campaign.js";

/** A batch takes a second or two; on a busy computer QEMU takes up to ten. A case on which QEMU spins costs this fourteen times. */
const BATCH_TIMEOUT_MS = 15_000;
const MOST_LISTINGS = 20;
const WHOLE_CAMPAIGN = 2_000_000;

export const campaign: Campaign = {
  title: "random instructions in random states",
  page: "docs/reference/fidelity-instructions.md",
  defaultCases: 2_100_000,
  run: async (options) => {
    const tools = harnessTools();
    if (tools === undefined) return undefined;
    const qemu = new QemuSide(tools, cortexA57, BATCH_TIMEOUT_MS);
    try {
      const result = await runCampaign(cortexA57, planOf(options), qemu);
      const complete = options.only === undefined && result.cases >= WHOLE_CAMPAIGN;
      await report(result, complete, qemu, options);
      const differences = [...result.tallies.values(), ...result.engines].reduce(
        (sum, tally) => sum + tally.differences,
        0,
      );
      return { differences, page: fidelityPage(cortexA57, result, options.command), complete };
    } finally {
      qemu.dispose();
    }
  },
};

function planOf({ cases, seed, engines, only, log }: CampaignOptions) {
  return {
    cases,
    seed,
    engines,
    ...(only === undefined ? {} : { only }),
    onProgress: (done: number, differences: number) => log(`${done} cases, ${differences} differences`),
  };
}

/** Prints failures as programs, and in a whole campaign the explanations that nothing needed. */
async function report(
  result: CampaignResult,
  complete: boolean,
  qemu: QemuSide,
  { log, seed }: CampaignOptions,
): Promise<void> {
  const minimiser = new Minimiser(cortexA57, qemu);
  for (const failure of result.failures.slice(0, MOST_LISTINGS))
    log(`\n${await program(failure, minimiser, seed)}`);
  const left = result.failures.length - MOST_LISTINGS;
  if (left > 0) log(`\nand ${left} more failing cases`);
  for (const tally of result.engines) {
    for (const failure of tally.failures) log(failure);
    log(tally.text());
  }
  if (!complete) return;
  for (const known of explanations.filter((one) => !result.explained.has(one))) {
    log(`explains nothing any more: ${known.name}`);
  }
}

async function program(
  { number, one, verdict }: Failure,
  minimiser: Minimiser,
  seed: number,
): Promise<string> {
  // Each attempt would wait until its time is over.
  const hangs = verdict.trouble === "does not come back";
  const minimal = hangs ? undefined : await minimiser.minimise(one);
  const where = minimal === undefined ? ", only in its own place" : "";
  return listing(
    `${one.name}, seed ${seed}, case ${number}${where}`,
    minimal ?? { one, verdict },
    disassemble,
  );
}
