import type { SourceRef } from "../core/source-ref.js";
import type { Place } from "./symbols.js";
import type { Expression } from "./text/expression.js";
import type { TokenList } from "./text/tokens.js";
import type { Value } from "./value.js";

/** The sizes of literals: a W or S register's, an X or D register's, a Q register's. */
export type LiteralSize = 4 | 8 | 16;

/** A literal that waits for its pool. Its number is its place among the section's literals. */
export interface Literal {
  readonly number: number;
  readonly sizeBytes: LiteralSize;
  readonly expression: Expression;
  readonly place: Place;
  readonly at: SourceRef;
  readonly list: TokenList;
}

interface Waiting extends Literal {
  readonly key: string;
}

/** The literals of one section. Equal ones of a size share a place until the pool is written. */
export class LiteralPool {
  #waiting: Waiting[] = [];
  #count = 0;
  readonly #offsets = new Map<number, number>();

  /** The number of the literal with that value. known: its value as far as it is known, which says what is equal. */
  add(sizeBytes: LiteralSize, expression: Expression, place: Place, list: TokenList, known: Value): number {
    const key = `${sizeBytes} ${keyOf(expression, known)}`;
    const same = this.#waiting.find((literal) => literal.key === key);
    if (same !== undefined) return same.number;
    const number = this.#count++;
    this.#waiting.push({
      number,
      sizeBytes,
      expression,
      place,
      at: list.tokens[0]?.at ?? expression.at,
      list,
      key,
    });
    return number;
  }

  /** The waiting literals, small ones first, which is how GNU as writes them; they wait no longer. */
  flush(): Literal[] {
    const all = [4, 8, 16].flatMap((size) => this.#waiting.filter((literal) => literal.sizeBytes === size));
    this.#waiting = [];
    return all;
  }

  /** Says where a literal was put. */
  put(number: number, offset: number): void {
    this.#offsets.set(number, offset);
  }

  /** The offset of a literal in its section. */
  offset(number: number): number | undefined {
    return this.#offsets.get(number);
  }
}

/** GNU as takes -1 and 0xffffffffffffffff for different literals, and so do we: bytes are what counts. */
function keyOf(expression: Expression, known: Value): string {
  const negative = expression.kind === "unary" && expression.operator === "-";
  // `.` and numeric labels are another place each time; a symbol is the same one before and after its definition.
  const base = (b: Value["plus"]): string => {
    if (b === undefined) return "";
    if (b.name === ".") return `. ${b.section} ${b.offset}`;
    return /^[0-9]/.test(b.name) ? `${b.section} ${b.offset}` : b.name;
  };
  return `${negative ? "-" : ""}${known.addend} + ${base(known.plus)} - ${base(known.minus)}`;
}
