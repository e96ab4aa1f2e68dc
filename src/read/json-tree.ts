import type { JsonSource } from "./json-node.js";
import { scanNumber } from "./json-number.js";
import { scanString } from "./json-string.js";
import { Plain } from "./plain.js";

/** What a row of a tree is. escaped: a string whose value is not what is written between its quotes. */
export const ROW = {
  object: 0,
  array: 1,
  key: 2,
  string: 3,
  escaped: 4,
  number: 5,
  true: 6,
  false: 7,
  null: 8,
} as const;

type Row = (typeof ROW)[keyof typeof ROW];

const CELLS = 4;
const [KIND, START, END, AFTER] = [0, 1, 2, 3];
/** Texts have less than a row for so many code units, unless they are written without spaces. */
const UNITS_PER_ROW = 12;

/**
 * The values of a JSON text, a row of four numbers for each, in the order of the text: what it is, where it starts and ends, and
 * the row after all that is in it; a key has the number of its name there. Nodes are made of rows when they are asked for: a tree of
 * objects takes ten times the room, all of which V8's collector copies while a layout is being read.
 */
export class JsonTree {
  readonly names: string[] = [];
  readonly #numbers = new Map<string, number>();
  #cells: Int32Array;
  #rows = 0;

  constructor(readonly source: JsonSource) {
    this.#cells = new Int32Array((Math.floor(source.text.length / UNITS_PER_ROW) + 4) * CELLS);
  }

  /** A row for what starts at an offset; it is whole when it has been closed. */
  open(kind: Row, start: number): number {
    const row = this.#rows++;
    const at = row * CELLS;
    if (at === this.#cells.length) this.#grow();
    this.#cells[at + KIND] = kind;
    this.#cells[at + START] = start;
    return row;
  }

  /** end: offset after the value, whose parts are the rows since it was opened. */
  close(row: number, end: number): number {
    const at = row * CELLS;
    this.#cells[at + END] = end;
    this.#cells[at + AFTER] = this.#rows;
    return row;
  }

  /** A row for a whole key. */
  key(start: number, end: number, name: string): number {
    const row = this.close(this.open(ROW.key, start), end);
    this.#cells[row * CELLS + AFTER] = this.#numbers.get(name) ?? this.#addName(name);
    return row;
  }

  #addName(name: string): number {
    // As the key of an object it is the one text of all that are equal, which are then the same without being compared.
    const [same = name] = Object.keys({ [name]: name });
    const number = this.names.push(same) - 1;
    this.#numbers.set(same, number);
    return number;
  }

  #grow(): void {
    const more = new Int32Array(this.#cells.length * 2);
    more.set(this.#cells);
    this.#cells = more;
  }

  start(row: number): number {
    return this.#cells[row * CELLS + START] ?? 0;
  }

  end(row: number): number {
    return this.#cells[row * CELLS + END] ?? 0;
  }

  /** The row after a value and all that is in it. */
  after(row: number): number {
    return this.#cells[row * CELLS + AFTER] ?? 0;
  }

  /** The name that a key's row has. */
  name(row: number): string {
    return this.names[this.after(row)] ?? "";
  }

  /** The row of an object's key, undefined when it has no such key or the row is no object's. */
  keyOf(row: number, name: string): number | undefined {
    if (this.kind(row) !== ROW.object) return undefined;
    const end = this.after(row);
    for (let key = row + 1; key < end; key = this.after(key + 1)) if (this.name(key) === name) return key;
    return undefined;
  }

  /** What a row is, as ROW has it. */
  kind(row: number): number | undefined {
    return this.#cells[row * CELLS + KIND];
  }

  /** The value of a string's row. */
  text(row: number): string {
    const { text } = this.source;
    const kind = this.kind(row);
    if (kind === ROW.key) return this.name(row);
    if (kind === ROW.escaped) return scanString(text, this.start(row)).value;
    return text.slice(this.start(row) + 1, this.end(row) - 1);
  }

  /** The value of a number's row. */
  number(row: number): number {
    return scanNumber(this.source.text, this.start(row))?.value ?? 0;
  }

  /** The plain value of a row, in objects that inherit nothing. */
  plain(row: number): unknown {
    switch (this.kind(row)) {
      case ROW.object: {
        const value = new Plain();
        const end = this.after(row);
        for (let key = row + 1; key < end; key = this.after(key + 1))
          value[this.name(key)] = this.plain(key + 1);
        return value;
      }
      case ROW.array: {
        const items: unknown[] = [];
        const end = this.after(row);
        for (let item = row + 1; item < end; item = this.after(item)) items.push(this.plain(item));
        return items;
      }
      case ROW.number:
        return this.number(row);
      case ROW.true:
        return true;
      case ROW.false:
        return false;
      case ROW.null:
        return null;
      default:
        return this.text(row);
    }
  }
}
