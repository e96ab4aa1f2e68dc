import { printable } from "./printable.js";

const TAB_COLUMNS = 4;
const WIDTH = 110;
/** Columns kept before the marked part of a line that is cut. */
const BEFORE = 30;

/** A source line as shown, and the line with the caret under it. */
export interface Excerpt {
  readonly text: string;
  readonly caret: string;
}

/**
 * A source line with length code units from column (counting from 1) marked.
 * Tabs become 4 columns; a line over 110 columns is cut to the part around the mark, with … where it is cut.
 */
export function excerpt(line: string, column: number, length: number): Excerpt {
  const clean = line.replace(/\r$/, "");
  const start = Math.min(column - 1, clean.length);
  const before = expand(clean.slice(0, start));
  const marked = expand(clean.slice(start, start + length));
  const after = expand(clean.slice(start + length));
  const whole = before + marked + after;
  const width = Math.max(1, marked.length);
  if (whole.length <= WIDTH) return { text: whole, caret: " ".repeat(before.length) + "^".repeat(width) };
  const from =
    before.length <= WIDTH - BEFORE && before.length + width <= WIDTH
      ? 0
      : Math.max(0, before.length - BEFORE);
  const left = from > 0 ? "…" : "";
  const shown = whole.slice(from, from + WIDTH - 2);
  const right = from + shown.length < whole.length ? "…" : "";
  const indent = left.length + before.length - from;
  const visible = Math.max(1, Math.min(width, left.length + shown.length - indent));
  return { text: left + shown + right, caret: " ".repeat(indent) + "^".repeat(visible) };
}

function expand(text: string): string {
  return printable(text.replaceAll("\t", " ".repeat(TAB_COLUMNS)));
}
