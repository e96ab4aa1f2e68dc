import { wrap } from "../../core/u64.js";
import type { BinaryOperator } from "./expression.js";

/** A unary operator on 64-bit values; `!` gives 1 or 0. */
export function applyUnary(operator: "-" | "~" | "!", value: bigint): bigint {
  if (operator === "-") return wrap(-value);
  return operator === "~" ? wrap(~value) : wrap(value) === 0n ? 1n : 0n;
}

const signed = (value: bigint): bigint => BigInt.asIntN(64, value);
const truth = (holds: boolean): bigint => (holds ? wrap(-1n) : 0n);

/**
 * A binary operator on 64-bit values; undefined for a division by zero. Comparison, division and remainder
 * are signed, `>>` is not; a comparison that holds gives -1, `&&` and `||` give 1.
 * Source: the GNU as manual, Infix Operators.
 */
export function applyBinary(operator: BinaryOperator, left: bigint, right: bigint): bigint | undefined {
  switch (operator) {
    case "*":
      return wrap(left * right);
    case "/":
      return wrap(right) === 0n ? undefined : wrap(signed(left) / signed(right));
    case "%":
      return wrap(right) === 0n ? undefined : wrap(signed(left) % signed(right));
    case "<<":
      return wrap(right) > 63n ? 0n : wrap(left << wrap(right));
    case ">>":
      return wrap(right) > 63n ? 0n : wrap(left) >> wrap(right);
    case "|":
      return wrap(left | right);
    case "&":
      return wrap(left & right);
    case "^":
      return wrap(left ^ right);
    case "!":
      return wrap(left | ~right);
    case "+":
      return wrap(left + right);
    case "-":
      return wrap(left - right);
    case "==":
      return truth(wrap(left) === wrap(right));
    case "!=":
    case "<>":
      return truth(wrap(left) !== wrap(right));
    case "<":
      return truth(signed(left) < signed(right));
    case ">":
      return truth(signed(left) > signed(right));
    case "<=":
      return truth(signed(left) <= signed(right));
    case ">=":
      return truth(signed(left) >= signed(right));
    case "&&":
      return left !== 0n && right !== 0n ? 1n : 0n;
    case "||":
      return left !== 0n || right !== 0n ? 1n : 0n;
  }
}
