import type { Related } from "../../core/diagnostic.js";
import type { SourceRef } from "../../core/source-ref.js";

/** One character's place: line and column count from 1. */
interface Origin {
  readonly line: number;
  readonly column: number;
}

/**
 * A logical line: text of which every character knows where it was written, through continuation lines,
 * comments and macro expansion. via: the expansions that produced it, innermost first.
 */
export class SourceLine {
  readonly file: string;
  readonly text: string;
  readonly via: readonly Related[];
  readonly #origins: readonly Origin[];

  constructor(file: string, text: string, origins: readonly Origin[], via: readonly Related[] = []) {
    this.file = file;
    this.text = text;
    this.via = via;
    this.#origins = origins;
  }

  /** The place of text[start … end). Past the end it is just after the last character. */
  at(start: number, end: number = start + 1): SourceRef {
    const origin = this.#origins[start];
    if (origin === undefined) {
      const last = this.#origins.at(-1) ?? { line: 1, column: 0 };
      return { file: this.file, line: last.line, column: last.column + 1 };
    }
    const last = this.#origins[Math.max(start, end - 1)];
    const same = last !== undefined && last.line === origin.line && last.column >= origin.column;
    const length = same ? last.column - origin.column + 1 : 1;
    return { file: this.file, line: origin.line, column: origin.column, length };
  }

  /** text[start … end) as a line of its own. */
  slice(start: number, end: number = this.text.length): SourceLine {
    return new SourceLine(this.file, this.text.slice(start, end), this.#origins.slice(start, end), this.via);
  }

  /** The line with text[start … end) replaced; the new characters all count as written at start. */
  replaced(start: number, end: number, by: string): SourceLine {
    const here = this.#origins[start] ?? this.#origins.at(-1) ?? { line: 1, column: 1 };
    const text = this.text.slice(0, start) + by + this.text.slice(end);
    const origins = [
      ...this.#origins.slice(0, start),
      ...Array<Origin>(by.length).fill(here),
      ...this.#origins.slice(end),
    ];
    return new SourceLine(this.file, text, origins, this.via);
  }

  /** The line as the product of an expansion at a place, with what led to that place. */
  expandedFrom(call: Related, outer: readonly Related[]): SourceLine {
    return new SourceLine(this.file, this.text, this.#origins, [call, ...outer]);
  }
}
