/** Why our machine's result of a case is not compared. */
export type Discard =
  | "waits for ever"
  | "does not come to EL2"
  | "executes an unknown word"
  | "touches the harness or a device"
  | "writes code or its own tables"
  | "EL2 cannot fetch the harness";

/** What a campaign does not compare, by reason, and the greatest share of all that it tries which may be so. */
export type DiscardLimits = Readonly<Record<string, number>>;

/**
 * The cases that a campaign tries and does not compare. A discard may hide a difference, for mostly our machine alone
 * decides on it: above the limit of its reason the campaign fails.
 */
export class Discards {
  readonly counts: Map<string, number>;
  /** How many cases are tried and not discarded. */
  kept = 0;
  readonly #first = new Map<string, string>();

  constructor(readonly limits: DiscardLimits) {
    this.counts = new Map(Object.keys(limits).map((reason) => [reason, 0]));
  }

  /** Counts a case. describe: its text, asked for at the first of a reason. */
  add(reason: string, describe: () => string): void {
    if (!this.#first.has(reason)) this.#first.set(reason, describe());
    this.counts.set(reason, (this.counts.get(reason) ?? 0) + 1);
  }

  /** How many cases are tried. */
  get tried(): number {
    return [...this.counts.values()].reduce((sum, count) => sum + count, this.kept);
  }

  /** `reason: number` of each reason, with commas. */
  text(): string {
    return [...this.counts].map(([reason, count]) => `${reason}: ${count}`).join(", ");
  }

  /** One text for each reason that is above its limit. */
  excesses(): readonly string[] {
    const { tried } = this;
    return [...this.counts].flatMap(([reason, count]) => {
      const limit = this.limits[reason] ?? 0;
      if (count <= limit * tried) return [];
      const first = this.#first.get(reason) ?? "";
      return [
        `${count} of ${tried} cases are not compared: "${reason}"; the limit is ${limit}; first ${first}`,
      ];
    });
  }
}
