import { commentText } from "../core/comment-text.js";
import { success } from "../core/result.js";
import type { Constant, Model } from "../model/types.js";
import { printTemplate } from "../print/template.js";
import { includeGuard, macroConstants, needsLong } from "./c-names.js";
import { alignColumns } from "./columns.js";
import { cHeader } from "./header.js";
import { literal } from "./literal.js";
import type { Target } from "./target.js";

/**
 * c/constants.h: `#define HCR_RW WORLDSWITCH_UL(0x80000000)` per constant, for C and for assembly, and the proof
 * that each value is what its expression in the layout says.
 */
export const target: Target = {
  name: "c-constants",
  directory: "c",
  async emit(model) {
    const constants = macroConstants(model);
    const text = await printTemplate("c/constants.h", {
      header: cHeader(model, "The layout's constants, for C and for assembly."),
      guard: includeGuard(model, "constants.h"),
      countUsed: constants.some((constant) => mentions(constant, model.sysregOrder.countName)),
      count: model.sysregOrder.countName,
      defines: alignColumns(constants.map(define)),
      proofs: alignColumns(constants.map((constant) => proof(constant, model))),
    });
    return success([{ path: "c/constants.h", text }]);
  },
};

/** `#define NAME value`, with the expression and what it means behind it. */
function define(constant: Constant): string[] {
  const value = literal(constant);
  const about = [constant.expression, constant.doc].filter((text) => text !== undefined).join(": ");
  return [
    `#define ${constant.name}`,
    needsLong(constant.value) ? `WORLDSWITCH_UL(${value})` : value,
    about === "" ? "" : `/* ${commentText(about)} */`,
  ];
}

/** `_Static_assert(NAME == expression, "NAME");`, the expression over unsigned longs as the layout computes it. */
function proof(constant: Constant, model: Model): string[] {
  const expected =
    constant.expression === undefined
      ? `0x${constant.value.toString(16)}UL`
      : widen(constant.expression, model);
  return [`_Static_assert(${constant.name}`, `== ${expected},`, `"${constant.name}");`];
}

/** The expression with every number and every constant as an unsigned long: `1 << 39` is no int. */
function widen(expression: string, model: Model): string {
  const names = new Set(model.constants.map((constant) => constant.name));
  const wide = expression.replaceAll(/[A-Za-z_]\w*|0[xX][0-9a-fA-F]+|[0-9]+/g, (token) => {
    if (/^[0-9]/.test(token)) return `${token}UL`;
    return names.has(token) ? `(unsigned long)${token}` : token;
  });
  return `(${wide})`;
}

function mentions(constant: Constant, name: string): boolean {
  return new RegExp(`\\b${name}\\b`).test(constant.expression ?? "");
}
