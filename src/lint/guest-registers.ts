import { GUEST_REGISTERS } from "./guest-state.js";
import type { Rule } from "./rule.js";
import { gapOf, runsOf, runText } from "./runs.js";
import { switchedRegisters } from "./switched.js";

/**
 * What the guest can change at any time must be switched for it, or it sees the host's value, or another guest's.
 * Behind it: registers that were added to one list and forgotten in another (TCR2_EL1, PIR_EL1 and PIRE0_EL1 in KVM/arm64).
 */
export const rule: Rule = {
  code: "WS301",
  name: "guest-registers",
  severity: "error",
  why: "a register that the guest can change and the switch leaves alone leaks between guest and host",
  check(model) {
    const switched = switchedRegisters(model, "guest");
    const missing = GUEST_REGISTERS.filter((name) => !switched.has(name));
    return runsOf(missing).map((run) => {
      const { at, neighbour, group } = gapOf(model, run);
      const where = neighbour === undefined ? "" : ` beside ${neighbour.register}`;
      return {
        at,
        message: `no group that is switched for the guest has ${runText(run)}`,
        hint: `add ${runText(run)} to a group${where} that is restored on entry and saved on exit`,
        waivers: group?.waivers,
      };
    });
  },
};
