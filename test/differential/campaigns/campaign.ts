import type { FastEngineName } from "../engines/engine-machine.js";

/** What the command line asks of a campaign. only: the part of it that is wanted, in the campaign's own terms. */
export interface CampaignOptions {
  readonly cases: number;
  readonly seed: number;
  readonly only?: string;
  /** The fast engines that execute the cases besides the reference machine. */
  readonly engines: readonly FastEngineName[];
  /** How the page of a campaign says that it was made. */
  readonly command: string;
  /** Progress and findings, for people. */
  readonly log: (text: string) => void;
}

/**
 * What a campaign leaves behind.
 * page: Markdown for the file. complete: whether the run was a whole one, whose page may replace the file.
 */
export interface CampaignOutcome {
  readonly differences: number;
  readonly page: string;
  readonly complete: boolean;
}

/**
 * A comparison of the reference machine with QEMU over very many random cases: a file of this folder exports one as
 * `campaign`, and `npm run differential -- NAME` runs the file of that name.
 * page: the file that it writes, from the repository's root. run: undefined where an oracle is missing and not required.
 */
export interface Campaign {
  readonly title: string;
  readonly page: string;
  readonly defaultCases: number;
  readonly run: (options: CampaignOptions) => Promise<CampaignOutcome | undefined>;
}
