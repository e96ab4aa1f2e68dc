import { commentText } from "../core/comment-text.js";
import type { Constant, Model } from "../model/types.js";

/** `WORLDSWITCH_KVM_ARM64_V3_STRUCTS_H` for "structs.h" of kvm-arm64-v3. */
export function includeGuard(model: Model, file: string): string {
  const words = `${model.layout.name}_${file}`.replaceAll(/[^A-Za-z0-9]+/g, "_");
  return `WORLDSWITCH_${words.toUpperCase()}`;
}

/** A C block comment of one or more lines; empty lines separate paragraphs. indent: what each line starts with. */
export function cComment(lines: readonly string[], indent = ""): string {
  const safe = lines.map(commentText);
  if (safe.length === 1) return `${indent}/* ${safe[0]} */`;
  return [`${indent}/*`, ...safe.map((line) => `${indent} * ${line}`.trimEnd()), `${indent} */`].join("\n");
}

/**
 * The constants that constants.h defines: all but the count of system registers, which is an enumerator and so
 * belongs to sysregs.h.
 */
export function macroConstants(model: Model): Constant[] {
  return model.constants.filter((constant) => constant.name !== model.sysregOrder.countName);
}

/** The largest value that a plain C literal gives as an int. */
const INT_MAX = 0x7fff_ffffn;

/** Whether the value needs more than C's int, and is then an unsigned long. */
export function needsLong(value: bigint): boolean {
  return value > INT_MAX;
}
