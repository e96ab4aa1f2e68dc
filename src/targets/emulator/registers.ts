import { oncePer } from "../../core/once-per.js";
import { describeRegister } from "../../description/registers.js";
import type { Model } from "../../model/types.js";
import { listLiteral } from "./literal.js";

/** `export const registers: readonly RegisterDescription[] = […];`, in the catalogue's order. */
export function registerStatements({ sysregs }: Model): string[] {
  return statementsOf(sysregs);
}

const statementsOf = oncePer((sysregs: Model["sysregs"]): string[] => [
  'import type { RegisterDescription } from "worldswitch/runtime";',
  `
/** Encoding, access, reset value, reserved bits, group and fields ([lowest bit, width]) by register. */
export const registers: readonly RegisterDescription[] = ${listLiteral([...sysregs.values()].map(describeRegister))};`,
]);
