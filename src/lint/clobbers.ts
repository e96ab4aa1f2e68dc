import type { Finding, Rule } from "./rule.js";
import { keptRegisters } from "./switched.js";

/**
 * What the switch itself overwrites must be among what it saves and restores for the guest.
 * Behind it: AT on the exit path of KVM/arm64 overwrote the guest's PAR_EL1, which nobody saved.
 */
export const rule: Rule = {
  code: "WS305",
  name: "clobbers",
  severity: "error",
  why: "the guest finds a register changed that it never wrote",
  check(model) {
    const { abort } = model.worldSwitch;
    const kept = keptRegisters(model, "guest");
    const found: Finding[] = abort.clobbers
      .filter((clobber) => !kept.has(clobber.register.name))
      .map((clobber) => ({
        at: clobber.at,
        message: `AT ${abort.operation} overwrites the guest's ${clobber.register.name}, which is not both saved and restored`,
        hint: `add ${clobber.register.name} to sysreg-order.json, in a group that is switched for the guest`,
        waivers: clobber.waivers,
      }));
    if (abort.clobbers.some((clobber) => clobber.register.name === abort.result.name)) return found;
    return [
      ...found,
      {
        at: abort.at,
        message: `AT ${abort.operation} writes its result to ${abort.result.name}, but "clobbers" does not list it`,
        hint: `add { "register": "${abort.result.name}" } to "clobbers"`,
      },
    ];
  },
};
