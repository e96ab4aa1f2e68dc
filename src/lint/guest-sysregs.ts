import type { Model } from "../model/types.js";
import { GUEST_SYSTEM_REGISTERS } from "./guest-state.js";
import type { Finding, Rule } from "./rule.js";
import { switchedRegisters } from "./switched.js";

/**
 * The system registers that Armv8.0-A always gives to EL1 and EL0 are in the order. A warning: a layout may switch some of
 * them elsewhere. Registers that the abort handling overwrites are WS305's.
 * Behind it: registers that were forgotten altogether, as PAR_EL1 was in KVM/arm64.
 */
export const rule: Rule = {
  code: "WS326",
  name: "guest-sysregs",
  severity: "warning",
  why: "one guest sees what another, or the host, left in the register",
  check(model) {
    const { clobbers } = model.worldSwitch.abort;
    const known = new Set([
      ...switchedRegisters(model, "guest"),
      ...clobbers.map((clobber) => clobber.register.name),
      ...model.sysregOrder.slots.map((slot) => slot.name),
    ]);
    return missingRuns(known).map((run) => finding(model, run));
  },
};

/** Neighbours in the list that are all unknown, as indices from start up to end, which is known. */
interface MissingRun {
  readonly start: number;
  readonly end: number;
}

function missingRuns(known: ReadonlySet<string>): MissingRun[] {
  const runs: MissingRun[] = [];
  for (let start = 0; start < GUEST_SYSTEM_REGISTERS.length; start++) {
    let end = start;
    while (end < GUEST_SYSTEM_REGISTERS.length && !known.has(GUEST_SYSTEM_REGISTERS[end] ?? "")) end += 1;
    if (end > start) runs.push({ start, end });
    start = end;
  }
  return runs;
}

/** At the register that would come after, else before. */
function finding(model: Model, { start, end }: MissingRun): Finding {
  const { slots, at } = model.sysregOrder;
  const slotOf = (index: number) => slots.find((slot) => slot.name === GUEST_SYSTEM_REGISTERS[index]);
  const names = GUEST_SYSTEM_REGISTERS.slice(start, end);
  const them = names.length === 1 ? "it" : "them";
  return {
    at: (slotOf(end) ?? slotOf(start - 1))?.at ?? at,
    message: `a guest can change ${names.join(", ")}, and the switch neither saves nor restores ${them}`,
    hint: `add ${them} to "registers", unless other code switches ${them}`,
  };
}
