import { memberValue, nodeAt, placeOf, stringAt } from "../read/json-node.js";
import type { ValidDocument } from "../validate/document.js";
import type { WorldSwitchDocument } from "../validate/generated/documents.js";
import { listNames } from "../validate/name-list.js";
import { nearestHint } from "../validate/nearest.js";
import type { A64Table } from "./a64/index.js";
import { errorAt } from "./finding.js";
import type { Scope } from "./scope.js";
import type { WorldSwitch } from "./types.js";
import { resolveWaivers } from "./waivers.js";

/**
 * What invalidates one page of a VM, placed at its shift; undefined after a diagnostic.
 * Errors: WS267 no TLBI operation by IPA of that name.
 */
export function resolveFlush(
  { value, node }: ValidDocument<WorldSwitchDocument>,
  a64: A64Table,
  scope: Scope,
): WorldSwitch["flush"] | undefined {
  const { operation, ipaShift } = value.flush;
  const flushNode = nodeAt(node, "flush");
  const operations = a64.systemOperations
    .filter(({ class: kind, does }) => kind === "TLBI" && does.by === "ipa")
    .map(({ name }) => name);
  if (!operations.includes(operation)) {
    const hint = nearestHint(operation, operations) ?? `there are ${listNames(operations)}`;
    const message = `no TLBI operation by IPA is called ${operation}`;
    scope.found.push(errorAt("WS267", placeOf(stringAt(flushNode, "operation")), message, { hint }));
    return undefined;
  }
  const waivers = resolveWaivers(memberValue(flushNode, "waive"));
  return { operation, ipaShift, waivers, at: placeOf(nodeAt(flushNode, "ipaShift")) };
}
