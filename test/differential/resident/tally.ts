import type { FastEngineName } from "../engines/engine-machine.js";
import { EngineTally } from "../engines/engine-tally.js";
import type { Difference, Explanation } from "./differences.js";
import { differenceText } from "./differences.js";
import { type DiscardLimits, Discards } from "./discards.js";

interface Line {
  cases: number;
  explained: number;
  different: number;
  readonly outcomes: Map<string, number>;
}

/** Counts of a campaign, by class of case, and what it found. */
export class Tally<Scene> {
  readonly lines = new Map<string, Line>();
  readonly used = new Map<string, number>();
  /** One text for each case that differs without an explanation. */
  readonly failures: string[] = [];
  cases = 0;

  readonly discards: Discards;
  readonly engines: readonly EngineTally[];

  constructor(
    readonly explanations: readonly Explanation<Scene>[],
    limits: DiscardLimits,
    engines: readonly FastEngineName[],
  ) {
    this.discards = new Discards(limits);
    this.engines = engines.map((name) => new EngineTally(name));
  }

  /** Counts what the engines found, after the last case. */
  addEngines(log: (text: string) => void): void {
    for (const engine of this.engines) {
      for (const failure of engine.failures) log(failure);
      if (engine.differences > 0) this.failures.push(engine.text(), ...engine.failures);
      log(engine.text());
    }
  }

  /** Counts a case. describe: its text, asked for only when it fails. */
  add(
    kind: string,
    outcome: string,
    differences: readonly Difference[],
    scene: Scene,
    describe: () => string,
  ): boolean {
    const line = this.#line(kind);
    this.cases++;
    line.cases++;
    line.outcomes.set(outcome, (line.outcomes.get(outcome) ?? 0) + 1);
    if (differences.length === 0) return true;
    const names = new Set<string>();
    const open = differences.filter((difference) => {
      const explanation = this.explanations.find(({ explains }) => explains(scene, difference));
      if (explanation !== undefined) names.add(explanation.name);
      return explanation === undefined;
    });
    for (const name of names) this.used.set(name, (this.used.get(name) ?? 0) + 1);
    if (open.length === 0) {
      line.explained++;
      return true;
    }
    line.different++;
    this.failures.push(`${describe()}\n    ${open.map(differenceText).join("\n    ")}`);
    return false;
  }

  /** Names of explanations that no case needed. */
  unused(): readonly string[] {
    return this.explanations.map(({ name }) => name).filter((name) => !this.used.has(name));
  }

  #line(kind: string): Line {
    const known = this.lines.get(kind);
    if (known !== undefined) return known;
    const line: Line = { cases: 0, explained: 0, different: 0, outcomes: new Map() };
    this.lines.set(kind, line);
    return line;
  }
}
