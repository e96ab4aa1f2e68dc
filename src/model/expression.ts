import type { Diagnostic } from "../core/diagnostic.js";
import { hex, wrap } from "../core/u64.js";
import { type JsonString, placeInString } from "../read/json-node.js";
import { listNames } from "../validate/name-list.js";
import { nearestHint } from "../validate/nearest.js";
import { isProblem, parseExpression, type Syntax } from "./expression-syntax.js";
import type { Sysreg, SysregField } from "./types.js";

/** What an expression may name. constant: undefined for a name that is none; "broken" when its own line is wrong. */
export interface ExpressionScope {
  readonly sysregs: ReadonlyMap<string, Sysreg>;
  readonly constant: (name: string) => bigint | "broken" | undefined;
  readonly constantNames: () => Iterable<string>;
}

/** text: in C's syntax, mask() and shift() replaced by their values. field: when it is nothing but one of them. */
export interface EvaluatedExpression {
  readonly value: bigint;
  readonly text: string;
  readonly field?: string;
  /** Whether it is no more than a number. */
  readonly literal: boolean;
}

const ALL = 0xffff_ffff_ffff_ffffn;
const LEAST = -(1n << 63n);

/**
 * The value of an expression that stands in a document's string, 0 … 2^64-1.
 * Undefined with a diagnostic in found: WS201 unknown constant; WS202 syntax; WS203 value out of 64 bits, division
 * by zero or shift count above 63; WS205 unknown register; WS206 unknown field. Without one when a constant that
 * it names is broken itself.
 */
export function evaluateExpression(
  node: JsonString,
  scope: ExpressionScope,
  found: Diagnostic[],
): EvaluatedExpression | undefined {
  const parsed = parseExpression(node.value);
  if (isProblem(parsed)) {
    const { start, length, message, hint } = parsed;
    const at = placeInString(node, start, length);
    found.push({ code: "WS202", severity: "error", at, message, ...(hint === undefined ? {} : { hint }) });
    return undefined;
  }
  return evaluateSyntax(node, parsed, scope, found);
}

/** As evaluateExpression, for a text that is parsed already. */
export function evaluateSyntax(
  node: JsonString,
  syntax: Syntax,
  scope: ExpressionScope,
  found: Diagnostic[],
): EvaluatedExpression | undefined {
  const evaluation = new Evaluation(node, scope, found);
  const value = evaluation.value(syntax);
  if (value === undefined) return undefined;
  if (value < 0n) {
    evaluation.report(
      "WS203",
      syntax,
      `${value} is below 0; values are 0 to 2^64-1`,
      `as 64 bits it is ${hex(wrap(value))}`,
    );
    return undefined;
  }
  const field = syntax.kind === "field" ? { field: `${syntax.register}.${syntax.field}` } : {};
  const literal = syntax.kind === "number" || syntax.kind === "field";
  return { value, text: evaluation.text().trim().replace(/\s+/g, " "), literal, ...field };
}

class Evaluation {
  private readonly replaced: { start: number; end: number; text: string }[] = [];

  constructor(
    private readonly node: JsonString,
    private readonly scope: ExpressionScope,
    private readonly found: Diagnostic[],
  ) {}

  /** Between -2^63 and 2^64-1, so that `-1 + 2` works; undefined after a report. */
  value(syntax: Syntax): bigint | undefined {
    const value = this.exact(syntax);
    if (value === undefined || (value <= ALL && value >= LEAST)) return value;
    const bits = value < 0n ? "is below -2^63" : "does not fit 64 bits";
    this.report("WS203", syntax, `the value ${value < 0n ? value : hex(value)} ${bits}`);
    return undefined;
  }

  /** The text with mask() and shift() replaced. */
  text(): string {
    let text = "";
    let from = 0;
    for (const { start, end, text: value } of this.replaced) {
      text += this.node.value.slice(from, start) + value;
      from = end;
    }
    return text + this.node.value.slice(from);
  }

  report(code: string, syntax: Syntax, message: string, hint?: string): void {
    const at = placeInString(this.node, syntax.start, syntax.end - syntax.start);
    this.found.push({ code, severity: "error", at, message, ...(hint === undefined ? {} : { hint }) });
  }

  private exact(syntax: Syntax): bigint | undefined {
    switch (syntax.kind) {
      case "number":
        return syntax.value;
      case "name":
        return this.constant(syntax);
      case "field":
        return this.field(syntax);
      case "unary": {
        const operand = this.value(syntax.operand);
        if (operand === undefined) return undefined;
        return syntax.operator === "-" ? -operand : ALL ^ wrap(operand);
      }
      case "binary":
        return this.binary(syntax);
    }
  }

  private constant(syntax: Extract<Syntax, { kind: "name" }>): bigint | undefined {
    const value = this.scope.constant(syntax.name);
    if (value === undefined)
      this.report(
        "WS201",
        syntax,
        `no constant is called ${syntax.name}`,
        nearestHint(syntax.name, this.scope.constantNames()),
      );
    return value === "broken" ? undefined : value;
  }

  private field(syntax: Extract<Syntax, { kind: "field" }>): bigint | undefined {
    const register = this.scope.sysregs.get(syntax.register);
    if (register === undefined) {
      const hint = nearestHint(syntax.register, this.scope.sysregs.keys());
      this.report("WS205", syntax, `no system register is called ${syntax.register}`, hint);
      return undefined;
    }
    const field = register.fields.find(({ name }) => name === syntax.field);
    if (field === undefined) {
      this.report(
        "WS206",
        syntax,
        `${register.name} has no field ${syntax.field}`,
        fieldHint(register, syntax.field),
      );
      return undefined;
    }
    const value = syntax.what === "mask" ? maskOfField(field) : BigInt(field.lsb);
    this.replaced.push({
      start: syntax.start,
      end: syntax.end,
      text: syntax.what === "mask" ? hex(value) : `${value}`,
    });
    return value;
  }

  private binary(syntax: Extract<Syntax, { kind: "binary" }>): bigint | undefined {
    const left = this.value(syntax.left);
    const right = this.value(syntax.right);
    if (left === undefined || right === undefined) return undefined;
    const isShift = syntax.operator === "<<" || syntax.operator === ">>";
    if (isShift && (right < 0n || right > 63n)) {
      this.report("WS203", syntax.right, `shift by ${right}; values have 64 bits, so at most 63`);
      return undefined;
    }
    if ((syntax.operator === "/" || syntax.operator === "%") && right === 0n) {
      this.report("WS203", syntax.right, "division by zero");
      return undefined;
    }
    return OPERATIONS.get(syntax.operator)?.(left, right);
  }
}

const OPERATIONS: ReadonlyMap<string, (a: bigint, b: bigint) => bigint> = new Map([
  ["|", (a, b) => wrap(a) | wrap(b)],
  ["^", (a, b) => wrap(a) ^ wrap(b)],
  ["&", (a, b) => wrap(a) & wrap(b)],
  ["<<", (a, b) => a << b],
  [">>", (a, b) => wrap(a) >> b],
  ["+", (a, b) => a + b],
  ["-", (a, b) => a - b],
  ["*", (a, b) => a * b],
  ["/", (a, b) => a / b],
  ["%", (a, b) => a % b],
]);

/** Ones at a field's bits. */
export function maskOfField(field: SysregField): bigint {
  return ((1n << BigInt(field.msb - field.lsb + 1)) - 1n) << BigInt(field.lsb);
}

/** The nearest field's name, or the names that there are. */
export function fieldHint(register: Sysreg, name: string): string {
  const names = register.fields.flatMap((field) => (field.name === undefined ? [] : [field.name]));
  if (names.length === 0) return `the catalogue does not know the fields of ${register.name}`;
  return nearestHint(name, names) ?? `its fields are ${listNames(names)}`;
}
