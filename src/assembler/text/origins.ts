/** One character's place: line and column count from 1. */
export interface Origin {
  readonly line: number;
  readonly column: number;
}

/** Numbers of a run: its first character's index in the text, that character's line and column, columns from each to the next. */
const RUN = 4;
type Step = 0 | 1;

/**
 * Where each character of a text was written. Most lines are as they were written, one run; comments, joined lines and expansions
 * begin another, so that a character takes no memory of its own.
 */
export class Origins {
  readonly length: number;
  /** One at least, so that a text without characters has a place too. */
  readonly #runs: readonly number[];

  /** For OriginsBuilder. */
  constructor(runs: readonly number[], length: number) {
    this.#runs = runs;
    this.length = length;
  }

  /** Those of a text without characters that is somewhere. */
  static none(place: Origin): Origins {
    return new Origins([0, place.line, place.column, 1], 0);
  }

  /** Just after the last character; of no characters, where they would be. */
  get end(): Origin {
    const run = this.#runs.length - RUN;
    const column = this.length === 0 ? this.#number(run + 2) : this.#columnAt(run, this.length - 1) + 1;
    return { line: this.#number(run + 1), column };
  }

  /** The place of a character; undefined before the first and after the last. */
  at(index: number): Origin | undefined {
    if (index < 0 || index >= this.length) return undefined;
    const run = this.#runOf(index);
    return { line: this.#number(run + 1), column: this.#columnAt(run, index) };
  }

  /** The places of the characters [start … end). */
  slice(start: number, end: number): Origins {
    const made = new OriginsBuilder();
    this.#copy(start, end, made);
    return made.length === 0 ? Origins.none(this.at(start) ?? this.end) : made.take();
  }

  /** With [start … end) taken out and so many characters put in, all of them written at one place. */
  replaced(start: number, end: number, count: number, here: Origin): Origins {
    const made = new OriginsBuilder();
    this.#copy(0, start, made);
    made.add(count, here.line, here.column, 0);
    this.#copy(end, this.length, made);
    return made.length === 0 ? Origins.none(here) : made.take();
  }

  #copy(from: number, to: number, made: OriginsBuilder): void {
    const start = Math.max(from, 0);
    const end = Math.min(to, this.length);
    if (start >= end) return;
    let at = start;
    for (let run = this.#runOf(start); at < end; run += RUN) {
      const next = Math.min(this.#runs[run + RUN] ?? this.length, end);
      made.add(next - at, this.#number(run + 1), this.#columnAt(run, at), this.#number(run + 3) as Step);
      at = next;
    }
  }

  /** Where the run begins that a character is in. */
  #runOf(index: number): number {
    let run = this.#runs.length - RUN;
    while (run > 0 && this.#number(run) > index) run -= RUN;
    return run;
  }

  #columnAt(run: number, index: number): number {
    return this.#number(run + 2) + (index - this.#number(run)) * this.#number(run + 3);
  }

  #number(at: number): number {
    return this.#runs[at] ?? 0;
  }
}

/** Puts origins together, from the first character on. */
export class OriginsBuilder {
  #runs: number[] = [];
  #length = 0;
  /** What would carry on the last run. */
  #line = 0;
  #column = 0;
  #step: Step = 1;

  /** Adds so many characters: the first one's place, and whether each next one stands a column further or at the same place. */
  add(count: number, line: number, column: number, step: Step): void {
    if (count <= 0) return;
    const carriesOn = line === this.#line && column === this.#column && step === this.#step;
    if (!carriesOn || this.#length === 0) this.#runs.push(this.#length, line, column, step);
    this.#length += count;
    this.#line = line;
    this.#column = column + count * step;
    this.#step = step;
  }

  get length(): number {
    return this.#length;
  }

  /** The origins of the characters so far, of which there must be some; the builder begins anew. */
  take(): Origins {
    const made = new Origins(this.#runs, this.#length);
    this.#runs = [];
    this.#length = 0;
    return made;
  }
}
