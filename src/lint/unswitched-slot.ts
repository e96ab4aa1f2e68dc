import type { Rule } from "./rule.js";
import { savedGroups } from "./switched.js";

/**
 * A register of the order is in a group that is switched for the guest.
 * Behind it: registers that got an index and a slot, and that no sequence ever filled.
 */
export const rule: Rule = {
  code: "WS311",
  name: "unswitched-slot",
  severity: "error",
  why: "the register has an index and a slot that userspace can read, but the guest's value never gets there",
  check(model) {
    const saved = savedGroups(model, "guest");
    return model.sysregOrder.slots
      .filter((slot) => !slot.groups.some((name) => saved.has(name)))
      .map((slot) => ({
        at: slot.at,
        message:
          slot.groups.length === 0
            ? `${slot.name} has index ${slot.index}, but is in no group`
            : `${slot.name} has index ${slot.index}, but ${slot.groups.join(" and ")} is not saved for the guest`,
        hint: "name a group that is switched, or waive this with the reason why the slot is filled elsewhere",
        waivers: slot.waivers,
      }));
  },
};
