import type { Model } from "../model/types.js";
import { GLUE_FAULTS } from "./glue.js";
import type { Finding, Rule } from "./rule.js";

/**
 * The host learns why the guest was trapped: the syndrome, the address and the intermediate physical address, each once
 * and in a member of its own.
 */
export const rule: Rule = {
  code: "WS324",
  name: "fault-registers",
  severity: "error",
  why: "the host handles a trap with the syndrome or the address of an earlier one",
  check: (model) => [...missing(model), ...doubled(model)],
};

function missing(model: Model): Finding[] {
  const { fault, vm } = model.worldSwitch;
  return GLUE_FAULTS.flatMap((name, i) => {
    if (fault.some((f) => f.register.name === name)) return [];
    const next = fault.find((f) => GLUE_FAULTS.indexOf(f.register.name) > i) ?? fault.at(-1);
    return [
      {
        at: next?.at ?? vm.at,
        message: `a trap does not hand ${name} to the host`,
        hint: `add { "register": "${name}", "member": "…", "width": … } to "fault"`,
      },
    ];
  });
}

function doubled(model: Model): Finding[] {
  const { fault } = model.worldSwitch;
  return fault.flatMap((f, i) => {
    const before = fault.slice(0, i).find((g) => g.place.offsetBytes === f.place.offsetBytes);
    if (before === undefined) return [];
    return [
      {
        at: f.at,
        message: `${f.register.name} overwrites ${before.register.name} in ${f.place.path}`,
        related: [{ at: before.at, message: `${before.register.name} is stored here` }],
        hint: "give each a member of its own",
      },
    ];
  });
}
