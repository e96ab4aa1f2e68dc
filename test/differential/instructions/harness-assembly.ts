import type { SystemEncoding } from "../../../src/runtime/index.js";
import { ALIAS_DISTANCE } from "./layout.js";

/** Pieces of GNU assembly. */

export const hex = (value: bigint | number): string => `0x${value.toString(16)}`;
/** The address at which EL2 finds a physical address. */
export const aliased = (address: bigint): string => hex(address + ALIAS_DISTANCE);

/** The generic name of a system register, which GNU as takes for every one. */
export function genericName({ op0, op1, CRn, CRm, op2 }: SystemEncoding): string {
  return `s${op0}_${op1}_c${CRn}_c${CRm}_${op2}`;
}

/** Lines of code. */
export function lines(texts: readonly string[]): string {
  return texts.map((text) => `    ${text}`).join("\n");
}

/** Loads or stores Q0 … Q31. */
export function vectorPairs(verb: "ldp" | "stp", base: string, offset: number): string {
  return lines(
    Array.from({ length: 16 }, (_, i) => `${verb} q${2 * i}, q${2 * i + 1}, [${base}, #${offset + 32 * i}]`),
  );
}

/** Moves a system register from or to a doubleword of a record. */
export function transfer(
  verb: "mrs" | "msr",
  register: string,
  slot: number,
  base: string,
  through: string,
): string {
  const memory = `[${base}, #${slot * 8}]`;
  return verb === "mrs"
    ? `mrs ${through}, ${register}; str ${through}, ${memory}`
    : `ldr ${through}, ${memory}; msr ${register}, ${through}`;
}
