import { wrap } from "../core/u64.js";
import type { BinaryOperator } from "./text/expression.js";
import { applyBinary, applyUnary } from "./text/operators.js";

/** A place that a value counts from. section: undefined for a symbol that is not defined here. */
export interface Base {
  readonly name: string;
  readonly section: string | undefined;
  readonly offset: bigint;
  /** Other objects may see or replace the symbol, so that references go by its name. */
  readonly visible: boolean;
}

/** addend + plus - minus, modulo 2^64. Absolute when it has neither. */
export interface Value {
  readonly addend: bigint;
  readonly plus?: Base;
  readonly minus?: Base;
}

/** The value of a number. */
export function absolute(addend: bigint): Value {
  return { addend: wrap(addend) };
}

/** Whether the value is a number. */
export function isAbsolute(value: Value): boolean {
  return value.plus === undefined && value.minus === undefined;
}

function make(addend: bigint, plus: Base | undefined, minus: Base | undefined): Value {
  if (plus !== undefined && minus !== undefined) {
    if (plus.section !== undefined && plus.section === minus.section) {
      return absolute(addend + plus.offset - minus.offset);
    }
    if (plus.section === undefined && minus.section === undefined && plus.name === minus.name)
      return absolute(addend);
  }
  return {
    addend: wrap(addend),
    ...(plus === undefined ? {} : { plus }),
    ...(minus === undefined ? {} : { minus }),
  };
}

/** Why an operation has no value. */
export type ValueProblem = "division by zero" | "not expressible";

/** -value, ~value or !value; only a difference of places can be negated. */
export function unary(operator: "-" | "~" | "!", value: Value): Value | ValueProblem {
  if (isAbsolute(value)) return absolute(applyUnary(operator, value.addend));
  return operator === "-" ? make(-value.addend, value.minus, value.plus) : "not expressible";
}

/** left operator right. Places can be added to numbers and subtracted from each other; places of one section compared. */
export function binary(operator: BinaryOperator, left: Value, right: Value): Value | ValueProblem {
  if (isAbsolute(left) && isAbsolute(right)) {
    const result = applyBinary(operator, left.addend, right.addend);
    return result === undefined ? "division by zero" : absolute(result);
  }
  if (operator === "+") return sum(left, right);
  if (operator === "-") {
    const negative: Value = make(-right.addend, right.minus, right.plus);
    return sum(left, negative);
  }
  const compared = operator === "==" || operator === "!=" || operator === "<>" || /^[<>]=?$/.test(operator);
  if (compared && left.plus?.section !== undefined && left.plus.section === right.plus?.section) {
    const leftOffset = left.addend + left.plus.offset;
    const result = applyBinary(operator, leftOffset, right.addend + right.plus.offset);
    return result === undefined ? "not expressible" : absolute(result);
  }
  return "not expressible";
}

function sum(left: Value, right: Value): Value | ValueProblem {
  const addend = left.addend + right.addend;
  const plus = [left.plus, right.plus].filter((b) => b !== undefined);
  const minus = [left.minus, right.minus].filter((b) => b !== undefined);
  while (plus.length > 1 || minus.length > 1) {
    const pair = cancelling(plus, minus);
    if (pair === undefined) return "not expressible";
    plus.splice(plus.indexOf(pair.p), 1);
    minus.splice(minus.indexOf(pair.m), 1);
    const rest = sum(make(addend, pair.p, pair.m), absolute(0n));
    if (typeof rest === "string" || !isAbsolute(rest)) return "not expressible";
    return sum(make(rest.addend, plus[0], undefined), make(0n, undefined, minus[0]));
  }
  return make(addend, plus[0], minus[0]);
}

function cancelling(plus: readonly Base[], minus: readonly Base[]): { p: Base; m: Base } | undefined {
  for (const p of plus) {
    for (const m of minus) if (isAbsolute(make(0n, p, m))) return { p, m };
  }
  return undefined;
}
