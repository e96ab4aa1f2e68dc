import type { Report } from "../report.js";
import { Origins, OriginsBuilder } from "./origins.js";
import { SourceLine } from "./source-line.js";

/**
 * The logical lines of a file: comments (`//` and C's) become one blank, a backslash at the end joins lines,
 * strings are kept whole.
 * Errors: WS612 a comment or a string without its end.
 */
export function splitLines(file: string, text: string, report: Report): SourceLine[] {
  return new LineSplitter(file, text, report).split();
}

/** What may be more than a character of its line. */
const SPECIAL = /[\n\\/"']/g;

class LineSplitter {
  readonly #file: string;
  readonly #text: string;
  readonly #report: Report;
  readonly #lines: SourceLine[] = [];
  #at = 0;
  #line = 1;
  #column = 1;
  #chars = "";
  readonly #origins = new OriginsBuilder();

  constructor(file: string, text: string, report: Report) {
    this.#file = file;
    this.#text = text.replace(/\r\n?/g, "\n");
    this.#report = report;
  }

  split(): SourceLine[] {
    const text = this.#text;
    while (this.#at < text.length) {
      this.#takeUpTo(SPECIAL);
      const char = text[this.#at];
      if (char === "\n") this.#endLine();
      else if (text.startsWith("\\\n", this.#at)) this.#skip(2);
      else if (text.startsWith("//", this.#at)) this.#skipTo("\n");
      else if (text.startsWith("/*", this.#at)) this.#comment();
      else if (char === '"') this.#string();
      else if (char === "'") this.#character();
      else this.#take(1);
    }
    if (this.#chars !== "") this.#endLine();
    return this.#lines;
  }

  #here(): { line: number; column: number } {
    return { line: this.#line, column: this.#column };
  }

  #advance(): void {
    if (this.#text[this.#at] === "\n") {
      this.#line++;
      this.#column = 1;
    } else this.#column++;
    this.#at++;
  }

  #skip(count: number): void {
    for (let i = 0; i < count && this.#at < this.#text.length; i++) this.#advance();
  }

  #skipTo(mark: string): void {
    while (this.#at < this.#text.length && this.#text[this.#at] !== mark) {
      // A backslash at the end of the line joins lines inside a comment too.
      if (this.#text.startsWith("\\\n", this.#at)) this.#skip(2);
      else this.#advance();
    }
  }

  #take(count: number): void {
    for (let i = 0; i < count && this.#at < this.#text.length; i++) {
      this.#chars += this.#text[this.#at];
      this.#origins.add(1, this.#line, this.#column, 1);
      this.#advance();
    }
  }

  /** Takes what stands before the next match, which is on the same line or is its end. */
  #takeUpTo(pattern: RegExp): void {
    pattern.lastIndex = this.#at;
    const end = pattern.test(this.#text) ? pattern.lastIndex - 1 : this.#text.length;
    const count = end - this.#at;
    this.#chars += this.#text.slice(this.#at, end);
    this.#origins.add(count, this.#line, this.#column, 1);
    this.#column += count;
    this.#at = end;
  }

  #comment(): void {
    const start = this.#here();
    const end = this.#text.indexOf("*/", this.#at + 2);
    this.#chars += " ";
    this.#origins.add(1, start.line, start.column, 1);
    if (end >= 0) this.#skip(end + 2 - this.#at);
    else {
      this.#report.error("WS612", { file: this.#file, ...start, length: 2 }, "this comment has no end");
      this.#skip(this.#text.length - this.#at);
    }
  }

  #string(): void {
    const start = this.#here();
    this.#take(1);
    while (this.#at < this.#text.length && this.#text[this.#at] !== "\n") {
      const char = this.#text[this.#at];
      this.#take(char === "\\" && this.#text[this.#at + 1] !== "\n" ? 2 : 1);
      if (char === '"') return;
    }
    this.#report.error("WS612", { file: this.#file, ...start }, "this string has no end on its line");
  }

  /** `'x'` and `'x`: the character after the mark starts no comment and no string. */
  #character(): void {
    const escaped = this.#text[this.#at + 1] === "\\";
    if (this.#text[this.#at + 1] === "\n") this.#take(1);
    else this.#take(escaped ? 3 : 2);
    if (this.#text[this.#at] === "'") this.#take(1);
  }

  #endLine(): void {
    // A line's end has a place too: the column after its last character.
    const origins = this.#chars === "" ? Origins.none(this.#here()) : this.#origins.take();
    this.#lines.push(new SourceLine(this.#file, this.#chars, origins));
    this.#chars = "";
    if (this.#at < this.#text.length) this.#advance();
  }
}
