import type { Model, Sysreg, SysregSlot } from "../model/types.js";
import type { Rule } from "./rule.js";

/**
 * No two lines of the order move the same register under two names.
 * Behind it: duplicate encodings that were never found because only names were compared.
 */
export const rule: Rule = {
  code: "WS312",
  name: "same-encoding",
  severity: "error",
  why: "two slots hold one register: whichever is restored last wins",
  check(model) {
    const first = new Map<string, SysregSlot>();
    return model.sysregOrder.slots.flatMap((slot) => {
      const key = encodingText(storage(model, slot.via));
      const before = first.get(key);
      if (before === undefined) first.set(key, slot);
      if (before === undefined) return [];
      return [
        {
          at: slot.at,
          message: `${described(slot)} is the same register as ${described(before)} (${key})`,
          related: [{ at: before.at, message: `index ${before.index}` }],
          hint: `remove one; every later index moves down by 1`,
          waivers: slot.waivers,
        },
      ];
    });
  },
};

/** The register that keeps the value: an _EL12 name is a view of another. */
function storage(model: Model, sysreg: Sysreg): Sysreg {
  return (sysreg.aliasOf === undefined ? undefined : model.sysregs.get(sysreg.aliasOf)) ?? sysreg;
}

function described(slot: SysregSlot): string {
  return slot.via === slot.sysreg ? slot.name : `${slot.name} through ${slot.via.name}`;
}

function encodingText(sysreg: Sysreg): string {
  const { op0, op1, CRn, CRm, op2 } = sysreg.encoding;
  return `S${op0}_${op1}_C${CRn}_C${CRm}_${op2}`;
}
