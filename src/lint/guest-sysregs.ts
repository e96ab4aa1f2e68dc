import { GUEST_SYSTEM_REGISTERS } from "./guest-state.js";
import type { Rule } from "./rule.js";
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
    const elsewhere = new Set([
      ...switchedRegisters(model, "guest"),
      ...clobbers.map((c) => c.register.name),
    ]);
    const listed = new Set(model.sysregOrder.slots.map((slot) => slot.name));
    const missing = GUEST_SYSTEM_REGISTERS.filter((name) => !elsewhere.has(name) && !listed.has(name));
    if (missing.length === 0) return [];
    const them = missing.length === 1 ? "it" : "them";
    return [
      {
        at: model.sysregOrder.at,
        message: `a guest can change ${missing.join(", ")}, and the switch neither saves nor restores ${them}`,
        hint: `add ${them} to "registers", unless other code switches ${them}`,
      },
    ];
  },
};
