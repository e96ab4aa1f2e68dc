import { describeRegister } from "../../description/registers.js";
import type { Model } from "../../model/types.js";
import { listLiteral } from "./literal.js";

/** `export const registers: readonly RegisterDescription[] = […];`, in the catalogue's order. */
export function registerStatements(model: Model): string[] {
  return [
    'import type { RegisterDescription } from "worldswitch/runtime";',
    `
/** Encoding, access, reset value, reserved bits, group and fields ([lowest bit, width]) by register. */
export const registers: readonly RegisterDescription[] = ${listLiteral([...model.sysregs.values()].map(describeRegister))};`,
  ];
}
