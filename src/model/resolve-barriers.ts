import { memberValue, nodeAt, placeOf, stringAt } from "../read/json-node.js";
import type { ValidDocument } from "../validate/document.js";
import type { WorldSwitchDocument } from "../validate/generated/documents.js";
import { eachOf, findSysreg, present, type Scope } from "./scope.js";
import type { RequiredBarrier, WorldSwitch } from "./types.js";
import { resolveWaivers } from "./waivers.js";

/**
 * The barriers that a layout asks for, in document order; nothing to spread when it asks for none.
 * Errors: WS205 no such system register.
 */
export function resolveBarriers(
  { value, node }: ValidDocument<WorldSwitchDocument>,
  scope: Scope,
): Pick<WorldSwitch, "barriers"> {
  const list = memberValue(node, "barriers");
  if (value.barriers === undefined || list === undefined) return {};
  const barriers = eachOf(
    value.barriers,
    nodeAt(node, "barriers"),
    ({ barrier, because, ...names }, line): RequiredBarrier | undefined => {
      const after = findSysreg(scope, names.after, placeOf(stringAt(line, "after")));
      const before = findSysreg(scope, names.before, placeOf(stringAt(line, "before")));
      if (after === undefined || before === undefined) return undefined;
      const waivers = resolveWaivers(memberValue(line, "waive"));
      return { barrier, after, before, because, waivers, at: placeOf(stringAt(line, "barrier")) };
    },
  );
  return { barriers: present(barriers) };
}
