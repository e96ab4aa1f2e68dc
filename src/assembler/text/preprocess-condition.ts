import type { Related } from "../../core/diagnostic.js";
import { wrap } from "../../core/u64.js";
import type { Report } from "../report.js";
import type { Expression } from "./expression.js";
import { applyBinary, applyUnary } from "./operators.js";

const COMPARISONS: readonly string[] = ["==", "!=", "<", ">", "<=", ">="];

/**
 * The value of an `#if` condition; names that are left stand for 0, as in C. 0 after an error.
 * Errors: WS607 division by zero; WS610 a label or `.`, which have no value yet.
 */
export function evaluateCondition(expression: Expression, report: Report, via: readonly Related[]): bigint {
  const value = (inner: Expression): bigint => evaluateCondition(inner, report, via);
  switch (expression.kind) {
    case "number":
      return expression.value;
    case "symbol":
      return 0n;
    case "label":
    case "here":
      report.error("WS610", expression.at, "places are not known to #if", via);
      return 0n;
    case "unary":
      return applyUnary(expression.operator, value(expression.operand));
    case "binary": {
      const result = applyBinary(expression.operator, value(expression.left), value(expression.right));
      if (result === undefined) {
        report.error("WS607", expression.at, "division by zero", via);
        return 0n;
      }
      // A comparison that holds is 1 in C and -1 in GNU as.
      return COMPARISONS.includes(expression.operator) && result !== 0n ? 1n : wrap(result);
    }
  }
}
