import type { Constant } from "../model/types.js";

/** Small plain numbers in decimal, as counts and shifts are written; masks and addresses in hexadecimal. */
export function literal(constant: Constant): string {
  const decimal = constant.value < 10n || (constant.expression === undefined && constant.value < 256n);
  return decimal ? constant.value.toString() : `0x${constant.value.toString(16)}`;
}

/** A string literal of TypeScript. */
export function quoted(text: string): string {
  return JSON.stringify(text).replaceAll("\u2028", "\\u2028").replaceAll("\u2029", "\\u2029");
}
