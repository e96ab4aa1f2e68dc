import type { SourceRef } from "../core/source-ref.js";
import type { Report } from "./report.js";
import type { SourceLine } from "./text/source-line.js";

const DEEPEST = 128;

/** The most statements that macros and repetitions may make. */
export const MOST_STATEMENTS = 500_000;

interface Frame {
  readonly lines: readonly SourceLine[];
  next: number;
}

/** The block directives with what closes them. */
const CLOSERS: Readonly<Record<string, string>> = {
  ".macro": ".endm",
  ".rept": ".endr",
  ".irp": ".endr",
  ".irpc": ".endr",
};

/** The statements of a text, one after the other, with what macros and repetitions put in. */
export class StatementSource {
  readonly #frames: Frame[];
  readonly #report: Report;
  #count = 0;

  constructor(lines: readonly SourceLine[], report: Report) {
    this.#frames = [{ lines: lines.flatMap(splitStatements), next: 0 }];
    this.#report = report;
  }

  /** The next statement, with no blank ends trimmed; undefined at the end. */
  next(): SourceLine | undefined {
    for (;;) {
      const frame = this.#frames.at(-1);
      if (frame === undefined) return undefined;
      const line = frame.lines[frame.next];
      if (line !== undefined) {
        frame.next++;
        return line;
      }
      this.#frames.pop();
    }
  }

  /**
   * Puts lines before the statements that are left.
   * Errors: WS615 expansions nested too deep, or too many statements in all.
   */
  insert(lines: readonly SourceLine[], at: SourceRef): void {
    this.#count += lines.length;
    if (this.#frames.length >= DEEPEST || this.#count > MOST_STATEMENTS) {
      const limit = this.#frames.length >= DEEPEST ? `${DEEPEST} levels` : `${MOST_STATEMENTS} statements`;
      this.#report.error("WS615", at, `this expansion goes past ${limit}`, lines[0]?.via.slice(1, 4) ?? []);
      // Nothing after a runaway expansion means anything.
      this.#frames.length = 0;
      return;
    }
    this.#frames.push({ lines: lines.flatMap(splitStatements), next: 0 });
  }

  /** The lines up to the directive that closes a block; undefined, at the end of the text, when it is missing. */
  takeBlock(opener: string): SourceLine[] | undefined {
    const open = [opener];
    const body: SourceLine[] = [];
    for (let line = this.#nextOfFrame(); line !== undefined; line = this.#nextOfFrame()) {
      const word = /^\s*(?:[A-Za-z_.$][\w.$]*:\s*)*(\.[a-z]+)\b/i.exec(line.text)?.[1]?.toLowerCase() ?? "";
      if (word === CLOSERS[open.at(-1) ?? ""]) {
        open.pop();
        if (open.length === 0) return body;
      } else if (Object.hasOwn(CLOSERS, word)) open.push(word);
      body.push(line);
    }
    return undefined;
  }

  /** A block ends in the expansion that it starts in. */
  #nextOfFrame(): SourceLine | undefined {
    const frame = this.#frames.at(-1);
    const line = frame?.lines[frame.next];
    if (frame !== undefined && line !== undefined) frame.next++;
    return line;
  }
}

/** The statements of a line, which semicolons separate. */
function splitStatements(line: SourceLine): SourceLine[] {
  if (!line.text.includes(";")) return [line];
  const parts: SourceLine[] = [];
  let start = 0;
  for (const { 0: piece, index } of line.text.matchAll(/"(?:\\.|[^"\\])*"?|'\\?.'?|[\s\S]/gy)) {
    if (piece !== ";") continue;
    parts.push(line.slice(start, index));
    start = index + 1;
  }
  parts.push(line.slice(start));
  return parts;
}
