import type { SystemOperation } from "../model/a64/index.js";
import type { SystemOperationDescription } from "../runtime/index.js";

/** An operation of SYS as the runtime is told of it. */
export function describeSystemOperation(operation: SystemOperation): SystemOperationDescription {
  const { class: kind, name, encoding, minimumEl, does } = operation;
  return { class: kind, name, ...encoding, minimumEl, does } as SystemOperationDescription;
}
