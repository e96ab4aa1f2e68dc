import { robustnessReport } from "../robustness/report.js";
import { RobustnessRuns, type Violation } from "../robustness/runs.js";
import type { Campaign, CampaignOptions, CampaignOutcome } from "./campaign.js";

const SLICE = 8000;
const WHOLE_CAMPAIGN = 1_000_000;
const MOST_VIOLATIONS = 20;

/** Random code, page tables and registers. only: the number of one run, to repeat it. */
export const campaign: Campaign = {
  title: "random code, page tables and registers",
  page: "docs/reference/fidelity-robustness.md",
  defaultCases: WHOLE_CAMPAIGN,
  run: async (options: CampaignOptions): Promise<CampaignOutcome> => {
    const { cases, seed, only, command, engines: names, log } = options;
    const runs = new RobustnessRuns(seed, names);
    if (only === undefined) makeAll(runs, options);
    else {
      runs.make(Number(only), 1);
      for (const violation of runs.violations) options.log(textOf(violation));
    }
    const { results, violations } = runs;
    const engines = runs.engineTallies();
    for (const { failures } of engines) for (const failure of failures) log(failure);
    for (const engine of engines) log(engine.text());
    return {
      differences: engines.reduce((sum, { differences }) => sum + differences, violations.length),
      page: robustnessReport({ seed, command, results, violations: violations.length, engines }),
      complete: only === undefined && cases >= WHOLE_CAMPAIGN,
    };
  },
};

function makeAll(runs: RobustnessRuns, { cases, log }: CampaignOptions): void {
  let told = 0;
  for (let first = 0; first < cases; first += SLICE) {
    runs.make(first, Math.min(SLICE, cases - first));
    log(`${Math.min(first + SLICE, cases)} runs, ${runs.violations.length} violations`);
    const news = runs.violations.slice(told, MOST_VIOLATIONS);
    for (const violation of news) log(textOf(violation));
    told += news.length;
  }
}

function textOf({ kind, run, step, what }: Violation): string {
  return `run ${run} (${kind}), step ${step}: ${what}; --only ${run} makes it again`;
}
