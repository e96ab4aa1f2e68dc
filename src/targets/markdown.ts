import { longText } from "../core/long-text.js";
import { oncePerText } from "../core/once-per-text.js";

/**
 * Text for a cell or a paragraph of Markdown: nothing in it is taken for a table's bar, a tag or emphasis. An
 * underscore inside of a word is none, so that SCTLR_EL1 stays readable in the source.
 */
export const markdownText: (text: string) => string = oncePerText((text) =>
  text
    .replaceAll(/\s+/g, " ")
    .replaceAll(/[\\`*[\]|]|(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])/g, (sign) => `\\${sign}`)
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;"),
);

/** Code for a cell: a name, or text without backquotes. */
export const code: (text: string) => string = oncePerText(
  (text) => `\`${text.replaceAll(/\s+/g, " ").replaceAll("`", "'").replaceAll("|", "\\|")}\``,
);

/** A table; columns whose heading starts with `>` are aligned to the right. No rows, no table. */
export function table(headings: readonly string[], rows: readonly (readonly string[])[]): string {
  return rows.length === 0 ? "" : longText(tableLines(headings, rows));
}

function* tableLines(headings: readonly string[], rows: readonly (readonly string[])[]): Generator<string> {
  yield line(headings.map((heading) => heading.replace(/^>/, "")));
  yield `\n${line(headings.map((heading) => (heading.startsWith(">") ? "---:" : "---")))}`;
  for (const row of rows) yield `\n${line(row)}`;
}

function line(cells: readonly string[]): string {
  return `|${cells.map((cell) => (cell === "" ? " " : ` ${cell} `)).join("|")}|`;
}
