import type { JsonSource } from "./json-node.js";

/** One open bracket: the indentation of its line, and that of its items as far as one starts a line. */
export interface Level {
  readonly opener: number;
  items: number | undefined;
}

/**
 * Where the indentation of a text stops to agree with its brackets. When the brackets do not match, the grammar only
 * notices at the end; the person who wrote the text indented it by what they meant.
 */
export class Indentation {
  /** Offset of the first token that is not where its brackets say. */
  suspect: number | undefined;

  private readonly text: string;
  /** The last bracket that was opened, and the indentation of its line. */
  private opened = -1;
  private lineIndentation = 0;

  constructor(source: JsonSource) {
    this.text = source.text;
  }

  /** Where the line of an offset starts; undefined when it is the line of the last bracket. */
  private lineStart(offset: number): number | undefined {
    for (let at = offset - 1; at >= this.opened; at--) {
      if (at < 0) return 0;
      if (this.text[at] === "\n") return at + 1;
    }
    return undefined;
  }

  /** The indentation of a bracket's line. Brackets are opened in the order of the text, so that each line is looked at once. */
  open(offset: number): number {
    const start = this.lineStart(offset);
    if (start !== undefined) {
      let first = start;
      while (isBlank(this.text.charCodeAt(first))) first++;
      this.lineIndentation = first - start;
    }
    this.opened = offset;
    return this.lineIndentation;
  }

  /** An item that starts a line is deeper than its bracket's line, and as deep as its siblings. */
  item(level: Level, offset: number): void {
    const columns = this.columnsBefore(offset);
    if (columns === undefined) return;
    if (columns <= level.opener || (level.items !== undefined && columns !== level.items))
      this.suspect ??= offset;
    level.items ??= columns;
  }

  /** A closing bracket that starts a line is as deep as the line of the opening one. */
  close(level: Level, offset: number): void {
    const columns = this.columnsBefore(offset);
    if (columns !== undefined && columns !== level.opener) this.suspect ??= offset;
  }

  /** Columns before a token that starts its line, undefined for others. */
  private columnsBefore(offset: number): number | undefined {
    let at = offset - 1;
    while (isBlank(this.text.charCodeAt(at))) at--;
    return at >= 0 && this.text[at] === "\n" ? offset - at - 1 : undefined;
  }
}

function isBlank(unit: number): boolean {
  return unit === 0x20 || unit === 0x09;
}
