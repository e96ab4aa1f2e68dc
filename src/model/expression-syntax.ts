/** An expression as it was written. start, end: offsets in its text. */
export type Syntax =
  | { readonly kind: "number"; readonly value: bigint; readonly start: number; readonly end: number }
  | { readonly kind: "name"; readonly name: string; readonly start: number; readonly end: number }
  | {
      readonly kind: "field";
      readonly what: "mask" | "shift";
      readonly register: string;
      readonly field: string;
      readonly start: number;
      readonly end: number;
    }
  | {
      readonly kind: "unary";
      readonly operator: string;
      readonly operand: Syntax;
      readonly start: number;
      readonly end: number;
    }
  | {
      readonly kind: "binary";
      readonly operator: string;
      readonly left: Syntax;
      readonly right: Syntax;
      readonly start: number;
      readonly end: number;
    };

/** Why a text is no expression, and where. */
export interface SyntaxProblem {
  readonly start: number;
  readonly length: number;
  readonly message: string;
  readonly hint?: string;
}

/** Deepest nesting of parentheses and unary operators. */
const DEPTH_LIMIT = 64;
const TOKEN = /\s*(?:(?<number>\d\w*)|(?<name>[A-Za-z_]\w*)|(?<operator><<|>>|\S))/y;
/** C's binary operators by how tightly they bind. */
const PRECEDENCE: ReadonlyMap<string, number> = new Map([
  ["|", 1],
  ["^", 2],
  ["&", 3],
  ["<<", 4],
  [">>", 4],
  ["+", 5],
  ["-", 5],
  ["*", 6],
  ["/", 6],
  ["%", 6],
]);

interface Token {
  readonly kind: "number" | "name" | "operator" | "end";
  readonly text: string;
  readonly start: number;
}

/**
 * The expression in text, with C's precedence, or why there is none.
 * `1 << VA_BITS` -> binary; mask(HCR_EL2.RW), shift(ESR_EL2.EC) -> field.
 */
export function parseExpression(text: string): Syntax | SyntaxProblem {
  try {
    return new ExpressionParser(text).whole();
  } catch (error) {
    if (error instanceof Stop) return error.problem;
    throw error;
  }
}

/** Whether parseExpression found a problem. */
export function isProblem(parsed: Syntax | SyntaxProblem): parsed is SyntaxProblem {
  return "message" in parsed;
}

/** Names of constants in an expression, in the order of the text, each with its place in it. */
export function namesIn(syntax: Syntax): readonly { readonly name: string; readonly start: number }[] {
  switch (syntax.kind) {
    case "name":
      return [{ name: syntax.name, start: syntax.start }];
    case "unary":
      return namesIn(syntax.operand);
    case "binary":
      return [...namesIn(syntax.left), ...namesIn(syntax.right)];
    default:
      return [];
  }
}

class Stop extends Error {
  constructor(readonly problem: SyntaxProblem) {
    super(problem.message);
  }
}

class ExpressionParser {
  private next: Token;
  private depth = 0;

  constructor(private readonly text: string) {
    this.next = this.scan(0);
  }

  whole(): Syntax {
    const syntax = this.binary(1);
    if (this.next.kind !== "end")
      this.stop(this.next, `expected an operator but found ${JSON.stringify(this.next.text)}`);
    return syntax;
  }

  private binary(tightest: number): Syntax {
    let left = this.unary();
    for (;;) {
      const operator = this.next.text;
      const precedence = this.next.kind === "operator" ? PRECEDENCE.get(operator) : undefined;
      if (precedence === undefined || precedence < tightest) return left;
      this.take();
      const right = this.binary(precedence + 1);
      left = { kind: "binary", operator, left, right, start: left.start, end: right.end };
    }
  }

  private unary(): Syntax {
    const token = this.take();
    if (token.kind === "number") return this.number(token);
    if (token.kind === "name")
      return this.next.text === "("
        ? this.field(token)
        : { ...token, kind: "name", name: token.text, end: token.start + token.text.length };
    if (token.text === "(" || token.text === "-" || token.text === "~") return this.nested(token);
    if (token.kind === "end") this.stop(token, "expected a value but the expression ends");
    return this.stop(token, `expected a value but found ${JSON.stringify(token.text)}`);
  }

  private nested(token: Token): Syntax {
    if (++this.depth > DEPTH_LIMIT) this.stop(token, `nesting deeper than ${DEPTH_LIMIT} levels`);
    const operator = token.text;
    const operand = operator === "(" ? this.binary(1) : this.unary();
    this.depth--;
    if (operator !== "(") return { kind: "unary", operator, operand, start: token.start, end: operand.end };
    const close = this.expect(")");
    return { ...operand, start: token.start, end: close.start + 1 };
  }

  private number(token: Token): Syntax {
    const written = token.text;
    if (!/^(0|[1-9][0-9]*|0[xX][0-9a-fA-F]+)$/.test(written)) {
      const digits = /^(0[xX][0-9a-fA-F]+|[0-9]+)[uUlL]+$/.exec(written)?.[1];
      const hint =
        digits === undefined
          ? "numbers are decimal without leading zeros, or 0x and hexadecimal digits"
          : `values have 64 bits and no suffix: ${digits}`;
      this.stop(token, `${written} is no number`, hint);
    }
    return { kind: "number", value: BigInt(written), start: token.start, end: token.start + written.length };
  }

  private field(token: Token): Syntax {
    const what = token.text;
    if (what !== "mask" && what !== "shift")
      this.stop(
        token,
        `${what} is no function`,
        "the functions are mask(REGISTER.FIELD) and shift(REGISTER.FIELD)",
      );
    this.expect("(");
    const register = this.name("a register");
    this.expect(".");
    const field = this.name("a field");
    const close = this.expect(")");
    return { kind: "field", what, register, field, start: token.start, end: close.start + 1 };
  }

  private name(wanted: string): string {
    const token = this.take();
    if (token.kind !== "name")
      this.stop(
        token,
        `expected ${wanted} in ${JSON.stringify("REGISTER.FIELD")} but found ${this.found(token)}`,
      );
    return token.text;
  }

  private expect(operator: string): Token {
    const token = this.take();
    if (token.text !== operator) this.stop(token, `expected "${operator}" but found ${this.found(token)}`);
    return token;
  }

  private found(token: Token): string {
    return token.kind === "end" ? "the end of the expression" : JSON.stringify(token.text);
  }

  private take(): Token {
    const token = this.next;
    this.next = this.scan(token.start + token.text.length);
    return token;
  }

  private scan(from: number): Token {
    TOKEN.lastIndex = from;
    const groups = TOKEN.exec(this.text)?.groups;
    if (groups === undefined) return { kind: "end", text: "", start: this.text.length };
    const { number, name, operator = "" } = groups;
    const text = number ?? name ?? operator;
    const kind = number !== undefined ? "number" : name !== undefined ? "name" : "operator";
    return { kind, text, start: TOKEN.lastIndex - text.length };
  }

  private stop(token: Token, message: string, hint?: string): never {
    const start = Math.min(token.start, Math.max(0, this.text.length - 1));
    throw new Stop({
      start,
      length: Math.max(1, token.text.length),
      message,
      ...(hint === undefined ? {} : { hint }),
    });
  }
}
