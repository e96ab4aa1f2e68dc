import { oncePer } from "../../core/once-per.js";
import { describeSystemOperation } from "../../description/system-operations.js";
import type { Model } from "../../model/types.js";
import { listLiteral } from "./literal.js";

/** `export const systemOperations: readonly SystemOperationDescription[] = […];`, in the table's order. */
export function systemOperationStatements({ a64 }: Model): string[] {
  return statementsOf(a64);
}

const statementsOf = oncePer((a64: Model["a64"]): string[] => {
  const descriptions = a64.systemOperations.map(describeSystemOperation);
  return [
    'import type { SystemOperationDescription } from "worldswitch/runtime";',
    `
/** Encoding, lowest exception level and effect by operation. */
export const systemOperations: readonly SystemOperationDescription[] = ${listLiteral(descriptions)};`,
  ];
});
