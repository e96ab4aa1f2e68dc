import type { Report } from "../report.js";
import { SourceLine } from "./source-line.js";

/**
 * The logical lines of a file: comments (`//` and C's) become one blank, a backslash at the end joins lines,
 * strings are kept whole.
 * Errors: WS612 a comment or a string without its end.
 */
export function splitLines(file: string, text: string, report: Report): SourceLine[] {
  return new LineSplitter(file, text, report).split();
}

class LineSplitter {
  readonly #file: string;
  readonly #text: string;
  readonly #report: Report;
  readonly #lines: SourceLine[] = [];
  #at = 0;
  #line = 1;
  #column = 1;
  #chars = "";
  #origins: { line: number; column: number }[] = [];

  constructor(file: string, text: string, report: Report) {
    this.#file = file;
    this.#text = text.replace(/\r\n?/g, "\n");
    this.#report = report;
  }

  split(): SourceLine[] {
    while (this.#at < this.#text.length) {
      const rest = this.#text.slice(this.#at, this.#at + 2);
      if (rest[0] === "\n") this.#endLine();
      else if (rest === "\\\n") this.#skip(2);
      else if (rest === "//") this.#skipTo("\n");
      else if (rest === "/*") this.#comment();
      else if (rest[0] === '"') this.#string();
      else if (rest[0] === "'") this.#character();
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
      this.#origins.push(this.#here());
      this.#advance();
    }
  }

  #comment(): void {
    const start = this.#here();
    const end = this.#text.indexOf("*/", this.#at + 2);
    this.#chars += " ";
    this.#origins.push(start);
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
    this.#lines.push(new SourceLine(this.#file, this.#chars, this.#origins));
    this.#chars = "";
    this.#origins = [];
    if (this.#at < this.#text.length) this.#advance();
  }
}
