import type { Related } from "../../core/diagnostic.js";
import type { Token, TokenList } from "./tokens.js";

/** A place in a statement's tokens that can be moved back. */
export class TokenReader {
  readonly #list: TokenList;
  position: number;

  constructor(list: TokenList, position = 0) {
    this.#list = list;
    this.position = position;
  }

  get via(): readonly Related[] {
    return this.#list.via;
  }

  /** The token here; the "end" token after the last. */
  get peek(): Token {
    return this.#list.tokens[this.position] ?? this.#list.end;
  }

  /** The token that many places on. */
  peekAt(distance: number): Token {
    return this.#list.tokens[this.position + distance] ?? this.#list.end;
  }

  get atEnd(): boolean {
    return this.peek.kind === "end";
  }

  /** The token here; moves past it. */
  next(): Token {
    const token = this.peek;
    if (token.kind !== "end") this.position++;
    return token;
  }

  /** Whether the token here is this mark; moves past it when it is. */
  accept(mark: string): boolean {
    if (!this.isMark(mark)) return false;
    this.position++;
    return true;
  }

  /** Whether the token here is this mark. */
  isMark(mark: string): boolean {
    return this.peek.kind === "mark" && this.peek.text === mark;
  }
}
