import { robustnessReport } from "../robustness/report.js";
import { RobustnessRuns } from "../robustness/runs.js";
import type { Campaign, CampaignOptions, CampaignOutcome } from "./campaign.js";

const SLICE = 8000;
const WHOLE_CAMPAIGN = 1_000_000;
const MOST_VIOLATIONS = 20;

/** Random code, page tables and registers. only: the number of one run, to repeat it. */
export const campaign: Campaign = {
  title: "random code, page tables and registers",
  page: "docs/reference/fidelity-robustness.md",
  defaultCases: WHOLE_CAMPAIGN,
  run: async ({ cases, seed, only, command, log }: CampaignOptions): Promise<CampaignOutcome> => {
    const runs = new RobustnessRuns(seed);
    if (only !== undefined) runs.make(Number(only), 1);
    else {
      for (let first = 0; first < cases; first += SLICE) {
        runs.make(first, Math.min(SLICE, cases - first));
        log(`${Math.min(first + SLICE, cases)} runs, ${runs.violations.length} violations`);
      }
    }
    for (const { kind, run, step, what } of runs.violations.slice(0, MOST_VIOLATIONS)) {
      log(
        `${kind}, step ${step}: ${what}\n  again: npm run differential -- robustness --seed ${seed} --only ${run}`,
      );
    }
    const page = robustnessReport({
      seed,
      command,
      results: runs.results,
      violations: runs.violations.length,
    });
    return {
      differences: runs.violations.length,
      page,
      complete: only === undefined && cases >= WHOLE_CAMPAIGN,
    };
  },
};
