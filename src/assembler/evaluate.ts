import type { SourceRef } from "../core/source-ref.js";
import type { AssemblerCode } from "./report.js";
import type { Assignment, Place, SymbolEntry, Symbols } from "./symbols.js";
import type { Expression } from "./text/expression.js";
import { absolute, binary, isAbsolute, unary, type Value } from "./value.js";

/** Why an expression has no value, and where. */
export interface Problem {
  readonly code: AssemblerCode;
  readonly at: SourceRef;
  readonly message: string;
}

/** Whether the outcome is a problem. */
export function isProblem(outcome: object): outcome is Problem {
  return "code" in outcome;
}

/**
 * The value of an expression at a place, as far as the symbols are known.
 * Problems: WS606 a numeric label that is not there; WS607 division by zero; WS610 a symbol defined by itself;
 * WS615 too many symbols in a row; WS618 an operation on places that gives no place.
 */
export function evaluate(expression: Expression, place: Place, symbols: Symbols): Value | Problem {
  if (expression.kind === "number") return absolute(expression.value);
  return new Evaluation(symbols).value(expression, place);
}

/** Whether an expression is of numbers and of symbols that had got theirs before the place. */
export function isNumberBefore(expression: Expression, place: Place, symbols: Symbols): boolean {
  if (expression.kind === "number") return true;
  if (expression.kind === "unary") return isNumberBefore(expression.operand, place, symbols);
  if (expression.kind === "binary") {
    return (
      isNumberBefore(expression.left, place, symbols) && isNumberBefore(expression.right, place, symbols)
    );
  }
  if (expression.kind !== "symbol") return false;
  const entry = symbols.find(expression.name);
  const assignment = entry === undefined ? undefined : symbols.assignment(entry, place.ordinal);
  if (assignment?.value === undefined || assignment.place.ordinal >= place.ordinal) return false;
  return isAbsolute(assignment.value);
}

const DEEPEST = 100;

class Evaluation {
  readonly #symbols: Symbols;
  readonly #open = new Set<Assignment>();
  readonly #known = new Map<Assignment, Value | Problem>();

  constructor(symbols: Symbols) {
    this.#symbols = symbols;
  }

  value(expression: Expression, place: Place): Value | Problem {
    const { at } = expression;
    switch (expression.kind) {
      case "number":
        return absolute(expression.value);
      case "here":
        return located(".", place.section, place.offset);
      case "label":
        return this.#numeric(expression, place);
      case "symbol":
        return this.#symbol(expression.name, at, place);
      case "unary": {
        const operand = this.value(expression.operand, place);
        return isProblem(operand) ? operand : checked(unary(expression.operator, operand), at);
      }
      case "binary": {
        const left = this.value(expression.left, place);
        if (isProblem(left)) return left;
        const right = this.value(expression.right, place);
        return isProblem(right) ? right : checked(binary(expression.operator, left, right), at);
      }
    }
  }

  #numeric(expression: Expression & { kind: "label" }, place: Place): Value | Problem {
    const { number, forward, at } = expression;
    const label = this.#symbols.numeric(number, forward, place.ordinal);
    if (label !== undefined) return located(`${number}${forward ? "f" : "b"}`, label.section, label.offset);
    const message = `there is no label ${number}: ${forward ? "after" : "before"} this`;
    return { code: "WS606", at, message };
  }

  #symbol(name: string, at: SourceRef, place: Place): Value | Problem {
    const entry = this.#symbols.find(name);
    if (entry?.label !== undefined) {
      const { section, offset } = entry.label;
      return {
        addend: 0n,
        plus: { name, section, offset: BigInt(offset), visible: entry.binding !== "local" },
      };
    }
    const assignment = entry === undefined ? undefined : this.#symbols.assignment(entry, place.ordinal);
    if (entry === undefined || assignment === undefined)
      return { addend: 0n, plus: { name, section: undefined, offset: 0n, visible: true } };
    const value = this.#assigned(assignment, name, at);
    return isProblem(value) ? value : seenFromOutside(entry, value);
  }

  #assigned(assignment: Assignment, name: string, at: SourceRef): Value | Problem {
    const known = assignment.value ?? this.#known.get(assignment);
    if (known !== undefined) return known;
    if (this.#open.has(assignment)) return { code: "WS610", at, message: `${name} is defined by itself` };
    if (this.#open.size >= DEEPEST)
      return { code: "WS615", at, message: `${name} goes through more than ${DEEPEST} symbols` };
    this.#open.add(assignment);
    const value = this.value(assignment.expression, assignment.place);
    this.#open.delete(assignment);
    this.#known.set(assignment, value);
    return value;
  }
}

/**
 * The value of a symbol to which `.set` gave a place: what refers to it goes by its own name when other objects may
 * replace it, and by the place when not, whatever the place was called.
 */
function seenFromOutside({ name, binding }: SymbolEntry, value: Value): Value {
  const { plus, minus, addend } = value;
  if (plus?.section === undefined || minus !== undefined) return value;
  if (binding === "local") return { addend, plus: { ...plus, visible: false } };
  const offset = BigInt.asUintN(64, plus.offset + addend);
  return { addend: 0n, plus: { name, section: plus.section, offset, visible: true } };
}

function located(name: string, section: string, offset: number): Value {
  return { addend: 0n, plus: { name, section, offset: BigInt(offset), visible: false } };
}

function checked(outcome: Value | string, at: SourceRef): Value | Problem {
  if (typeof outcome !== "string") return outcome;
  if (outcome === "division by zero") return { code: "WS607", at, message: outcome };
  return { code: "WS618", at, message: "this operation on places gives neither a place nor a number" };
}
