import type { Related } from "../../core/diagnostic.js";
import type { SourceRef } from "../../core/source-ref.js";
import type { Origins } from "./origins.js";

/**
 * A logical line: text of which every character knows where it was written, through continuation lines,
 * comments and macro expansion. via: the expansions that produced it, innermost first.
 */
export class SourceLine {
  readonly file: string;
  readonly text: string;
  readonly via: readonly Related[];
  readonly #origins: Origins;

  constructor(file: string, text: string, origins: Origins, via: readonly Related[] = []) {
    this.file = file;
    this.text = text;
    this.via = via;
    this.#origins = origins;
  }

  /** The place of text[start … end). Past the end it is just after the last character. */
  at(start: number, end: number = start + 1): SourceRef {
    const origins = this.#origins;
    const origin = origins.at(start);
    if (origin === undefined) return { file: this.file, line: origins.end.line, column: origins.end.column };
    const last = origins.at(Math.max(start, end - 1));
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
    const origins = this.#origins;
    const here = origins.at(start) ?? origins.end;
    const text = this.text.slice(0, start) + by + this.text.slice(end);
    return new SourceLine(this.file, text, origins.replaced(start, end, by.length, here), this.via);
  }

  /** The line as the product of an expansion at a place, with what led to that place. */
  expandedFrom(call: Related, outer: readonly Related[]): SourceLine {
    return new SourceLine(this.file, this.text, this.#origins, [call, ...outer]);
  }
}
