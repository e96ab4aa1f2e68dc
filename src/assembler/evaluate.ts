import type { SourceRef } from "../core/source-ref.js";
import type { AssemblerCode } from "./report.js";
import type { Place, SymbolEntry, Symbols } from "./symbols.js";
import type { Expression } from "./text/expression.js";
import { absolute, binary, unary, type Value } from "./value.js";

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
  return new Evaluation(symbols).value(expression, place);
}

const DEEPEST = 100;

class Evaluation {
  readonly #symbols: Symbols;
  readonly #open = new Set<SymbolEntry>();
  readonly #known = new Map<SymbolEntry, Value | Problem>();

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
    if (assignment.value !== undefined) return assignment.value;
    if (this.#open.has(entry)) return { code: "WS610", at, message: `${name} is defined by itself` };
    if (this.#open.size >= DEEPEST)
      return { code: "WS615", at, message: `${name} goes through more than ${DEEPEST} symbols` };
    // Later assignments take turns, so that only the last one can be asked twice.
    const isLast = assignment === entry.assignments.at(-1);
    const known = isLast ? this.#known.get(entry) : undefined;
    if (known !== undefined) return known;
    this.#open.add(entry);
    const value = this.value(assignment.expression, assignment.place);
    this.#open.delete(entry);
    if (isLast) this.#known.set(entry, value);
    return value;
  }
}

function located(name: string, section: string, offset: number): Value {
  return { addend: 0n, plus: { name, section, offset: BigInt(offset), visible: false } };
}

function checked(outcome: Value | string, at: SourceRef): Value | Problem {
  if (typeof outcome !== "string") return outcome;
  if (outcome === "division by zero") return { code: "WS607", at, message: outcome };
  return { code: "WS618", at, message: "this operation on places gives neither a place nor a number" };
}
