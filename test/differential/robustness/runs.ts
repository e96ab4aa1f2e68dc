import type { StepOutcome } from "../../../src/runtime/index.js";
import type { FastEngineName } from "../engines/engine-machine.js";
import type { EngineTally } from "../engines/engine-tally.js";
import { Bench, benchAddresses } from "./bench.js";
import { EngineSide } from "./engine-side.js";
import { Invariants, type Tally } from "./invariants.js";
import { type RunKind, runKinds } from "./kinds.js";
import { randomWords } from "./random-words.js";

/** Something that no architecture allows. run: with the seed, what repeats it. */
export interface Violation {
  readonly kind: string;
  readonly run: number;
  readonly step: number;
  readonly what: string;
}

/** What the runs of one kind came to. */
export interface KindResult extends Tally {
  readonly kind: RunKind;
  runs: number;
  repeated: number;
}

/** Every run of this many is made twice. */
const REPEATED_ONE_IN = 16;

/** Runs on one bench. A seed and a number say all of a run. */
export class RobustnessRuns {
  readonly bench = new Bench();
  readonly results: KindResult[] = [];
  readonly violations: Violation[] = [];
  readonly #invariants = new Invariants(this.bench);

  readonly #engines: readonly EngineSide[];

  /** engines: those that make the runs, too. */
  constructor(
    readonly seed: number,
    engines: readonly FastEngineName[] = [],
  ) {
    this.#engines = engines.map((name) => new EngineSide(name));
  }

  /** What the engines came to, to be asked after the last run. */
  engineTallies(): readonly EngineTally[] {
    return this.#engines.map((engine) => engine.finish());
  }

  /** Makes the runs from one number on. */
  make(first: number, count: number): void {
    for (let run = first; run < first + count; run++) this.#make(run);
  }

  #make(run: number): void {
    const kind = runKinds[run % runKinds.length];
    if (kind === undefined) return;
    const result = this.#resultOf(kind);
    result.runs++;
    const hash = this.#once(kind, run, result);
    if (Math.floor(run / runKinds.length) % REPEATED_ONE_IN !== 0) return;
    result.repeated++;
    const again = this.#once(kind, run, undefined);
    if (again !== hash) this.#violate(kind, run, 0, "the same run ended otherwise");
  }

  /** One run; its tally is added to result. The hash of what it leaves. */
  #once(kind: RunKind, run: number, result: KindResult | undefined): number {
    const { bench } = this;
    const invariants = this.#invariants;
    const random = randomWords(this.seed, run, benchAddresses);
    bench.reset();
    kind.prepare(bench, random);
    const number = Math.floor(run / runKinds.length);
    const engines = this.#engines.filter((engine) => result !== undefined && engine.makes(number));
    for (const engine of engines) engine.prepare(bench);
    const steps = 1 + random.below(1 << random.below(9));
    let step = 0;
    try {
      for (; step < steps && invariants.broken.length === 0; step++) {
        invariants.begin();
        const outcome: StepOutcome = bench.machine.step();
        invariants.end(outcome);
      }
    } catch (error) {
      this.#violate(
        kind,
        run,
        step,
        `threw ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
      );
    }
    for (const engine of engines) engine.run(step, bench, run);
    invariants.finish();
    for (const what of invariants.broken.splice(0)) this.#violate(kind, run, step, what);
    if (result !== undefined) add(result, invariants.tally);
    clear(invariants.tally);
    return bench.hash();
  }

  #resultOf(kind: RunKind): KindResult {
    const known = this.results.find((result) => result.kind === kind);
    if (known !== undefined) return known;
    const made = {
      kind,
      runs: 0,
      repeated: 0,
      steps: 0,
      interrupts: 0,
      waits: 0,
      returns: 0,
      classes: new Map(),
    };
    this.results.push(made);
    return made;
  }

  #violate(kind: RunKind, run: number, step: number, what: string): void {
    if (this.violations.length < 100) this.violations.push({ kind: kind.name, run, step, what });
  }
}

function add(result: KindResult, tally: Tally): void {
  for (const key of ["steps", "interrupts", "waits", "returns"] as const) result[key] += tally[key];
  for (const [ec, count] of tally.classes) result.classes.set(ec, (result.classes.get(ec) ?? 0) + count);
}

function clear(tally: Tally): void {
  Object.assign(tally, { steps: 0, interrupts: 0, waits: 0, returns: 0 });
  tally.classes.clear();
}
