import type { Model, SysregSlot } from "../model/types.js";
import { GLUE_REGISTERS } from "./glue.js";
import type { Rule } from "./rule.js";

/**
 * The order holds registers of host and guest, not those that the switch itself works with: its traps, the VM's
 * tables, the syndrome of the exit, its own pointer to the vcpu, and PSTATE, which goes by SPSR_EL2.
 */
export const rule: Rule = {
  code: "WS332",
  name: "own-registers",
  severity: "error",
  why: "a restore in the middle of the switch takes from it what it works with",
  check(model) {
    const uses = usesOf(model);
    return model.sysregOrder.slots.flatMap((slot) => {
      const use = pstateUse(slot) ?? uses.get(slot.via.name);
      if (use === undefined) return [];
      return [
        {
          at: slot.at,
          message: `${slot.via.name} is in the order, and it is ${use}`,
          hint: "take it out of the order",
          waivers: slot.waivers,
        },
      ];
    });
  },
};

function pstateUse({ via }: SysregSlot): string | undefined {
  return via.effects.includes("pstate") ? "a view of PSTATE, which is switched in SPSR_EL2" : undefined;
}

/** What the switch does with each register that it works with, by name. */
function usesOf({ worldSwitch: { traps, vm, fault } }: Model): ReadonlyMap<string, string> {
  return new Map([
    ...GLUE_REGISTERS.map(({ name, use }) => [name, use] as const),
    ...fault.map(({ register }) => [register.name, "what says why the guest was left"] as const),
    ...traps.map(({ register }) => [register.name, "set by the traps of the switch"] as const),
    [vm.register.name, "what the switch activates a VM by"] as const,
  ]);
}
