import type { SourceRef } from "../../core/source-ref.js";
import type { Report } from "../report.js";
import type { TokenReader } from "./token-reader.js";

/** A binary operator, as GNU as and C spell it. */
export type BinaryOperator =
  | "*"
  | "/"
  | "%"
  | "<<"
  | ">>"
  | "|"
  | "&"
  | "^"
  | "!"
  | "+"
  | "-"
  | "=="
  | "!="
  | "<>"
  | "<"
  | ">"
  | "<="
  | ">="
  | "&&"
  | "||";

/** A parsed expression. here is `.`; label is a numeric label such as `1f`. */
export type Expression =
  | { readonly kind: "number"; readonly value: bigint; readonly at: SourceRef }
  | { readonly kind: "symbol"; readonly name: string; readonly at: SourceRef }
  | { readonly kind: "label"; readonly number: string; readonly forward: boolean; readonly at: SourceRef }
  | { readonly kind: "here"; readonly at: SourceRef }
  | {
      readonly kind: "unary";
      readonly operator: "-" | "~" | "!";
      readonly operand: Expression;
      readonly at: SourceRef;
    }
  | {
      readonly kind: "binary";
      readonly operator: BinaryOperator;
      readonly left: Expression;
      readonly right: Expression;
      /** Whether it was written in parentheses. */
      readonly grouped: boolean;
      readonly at: SourceRef;
    };

/** How tightly operators bind; a higher level binds tighter. */
export type Precedence = Readonly<Record<string, number>>;

/** GNU as: `<<` binds like `*`, and `|`, `&`, `^` and `!` (or-not) tighter than `+`. Source: the GNU as manual, Infix Operators. */
export const GNU_PRECEDENCE: Precedence = {
  "*": 5,
  "/": 5,
  "%": 5,
  "<<": 5,
  ">>": 5,
  "|": 4,
  "&": 4,
  "^": 4,
  "!": 4,
  "+": 3,
  "-": 3,
  "==": 2,
  "!=": 2,
  "<>": 2,
  "<": 2,
  ">": 2,
  "<=": 2,
  ">=": 2,
  "&&": 1,
  "||": 0,
};

/** C, for the preprocessor's `#if`. */
export const C_PRECEDENCE: Precedence = {
  "*": 10,
  "/": 10,
  "%": 10,
  "+": 9,
  "-": 9,
  "<<": 8,
  ">>": 8,
  "<": 7,
  ">": 7,
  "<=": 7,
  ">=": 7,
  "==": 6,
  "!=": 6,
  "&": 5,
  "^": 4,
  "|": 3,
  "&&": 2,
  "||": 1,
};

const DEEPEST = 200;
const MOST_OPERATORS = 1000;

/**
 * The expression at the reader's place, which moves past it; undefined after an error.
 * Errors: WS610 an operand is missing, a parenthesis is not closed; WS615 nesting past 200 or more than 1000 operators;
 * WS620 (warning) two operators that C would group the other way.
 */
export function parseExpression(
  reader: TokenReader,
  report: Report,
  precedence: Precedence = GNU_PRECEDENCE,
): Expression | undefined {
  return new ExpressionParser(reader, report, precedence).binary(0, 0);
}

class ExpressionParser {
  #operators = 0;

  constructor(
    readonly reader: TokenReader,
    readonly report: Report,
    readonly precedence: Precedence,
  ) {}

  binary(least: number, depth: number): Expression | undefined {
    let left = this.#unary(depth);
    while (left !== undefined) {
      const operator = this.reader.peek;
      const level = operator.kind === "mark" ? this.precedence[operator.text] : undefined;
      if (level === undefined || level < least) return left;
      this.reader.next();
      // GNU as reads !! between operands as ^.
      const isXor = operator.text === "!" && this.reader.accept("!");
      if (++this.#operators > MOST_OPERATORS) {
        const message = `this expression has more than ${MOST_OPERATORS} operators`;
        this.report.error("WS615", operator.at, message, this.reader.via);
        return undefined;
      }
      const right = this.binary(level + 1, depth + 1);
      if (right === undefined) return undefined;
      const joined: Expression = {
        kind: "binary",
        operator: isXor ? "^" : (operator.text as BinaryOperator),
        left,
        right,
        grouped: false,
        at: operator.at,
      };
      this.#warnIfCDiffers(joined);
      left = joined;
    }
    return undefined;
  }

  #unary(depth: number): Expression | undefined {
    const token = this.reader.next();
    if (depth > DEEPEST) {
      this.report.error("WS615", token.at, `this expression nests deeper than ${DEEPEST}`, this.reader.via);
      return undefined;
    }
    if (token.kind === "mark" && token.text === "(") return this.#parenthesised(depth);
    if (token.kind === "mark" && (token.text === "-" || token.text === "~" || token.text === "!")) {
      const operand = this.#unary(depth + 1);
      return operand === undefined
        ? undefined
        : { kind: "unary", operator: token.text, operand, at: token.at };
    }
    if (token.kind === "mark" && token.text === "+") return this.#unary(depth + 1);
    if (token.kind === "number") return { kind: "number", value: token.value, at: token.at };
    if (token.kind === "label") {
      return {
        kind: "label",
        number: token.text.slice(0, -1),
        forward: token.text.endsWith("f"),
        at: token.at,
      };
    }
    if (token.kind === "name") {
      return token.text === "."
        ? { kind: "here", at: token.at }
        : { kind: "symbol", name: token.text, at: token.at };
    }
    const what = token.kind === "end" ? "the end of the line" : JSON.stringify(token.text);
    this.report.error("WS610", token.at, `an operand is missing before ${what}`, this.reader.via);
    return undefined;
  }

  #parenthesised(depth: number): Expression | undefined {
    const inner = this.binary(0, depth + 1);
    if (inner === undefined) return undefined;
    const close = this.reader.next();
    if (close.kind === "mark" && close.text === ")")
      return inner.kind === "binary" ? { ...inner, grouped: true } : inner;
    this.report.error("WS610", close.at, "a ) is missing here", this.reader.via);
    return undefined;
  }

  #warnIfCDiffers(outer: Expression): void {
    if (this.precedence !== GNU_PRECEDENCE || outer.kind !== "binary") return;
    for (const [inner, isLeft] of [
      [outer.left, true],
      [outer.right, false],
    ] as const) {
      if (inner.kind !== "binary" || inner.grouped) continue;
      const inC = C_PRECEDENCE[inner.operator];
      const outerInC = C_PRECEDENCE[outer.operator];
      if (inC === undefined || outerInC === undefined) continue;
      if (isLeft ? inC >= outerInC : inC > outerInC) continue;
      const message = `"${inner.operator}" binds tighter than "${outer.operator}" here, and not in C`;
      this.report.warning("WS620", inner.at, message, this.reader.via, "write the parentheses");
    }
  }
}
