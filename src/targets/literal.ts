import type { Constant } from "../model/types.js";

/** The value in the constant's own radix: `12`, `0x16`. */
export function literal({ value, radix }: Constant): string {
  return radix === 10 ? value.toString() : `0x${value.toString(16)}`;
}

/** A string literal of TypeScript. */
export function quoted(text: string): string {
  return JSON.stringify(text).replaceAll("\u2028", "\\u2028").replaceAll("\u2029", "\\u2029");
}
