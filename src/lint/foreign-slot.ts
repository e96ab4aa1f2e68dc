import type { Model, Transfer } from "../model/types.js";
import type { Rule } from "./rule.js";
import { allTransfers } from "./switched.js";

/**
 * A register goes to the slot that bears its number: elements of an array indexed by register have names.
 * Behind it: save and restore that agree with each other, and disagree with the debugger's and userspace's view.
 */
export const rule: Rule = {
  code: "WS320",
  name: "foreign-slot",
  severity: "error",
  why: "userspace and the debugger read another register's value under this one's name",
  check: (model) =>
    allTransfers(model).flatMap(({ transfer }) => {
      const owner = ownerOf(model, transfer);
      if (owner === undefined || owner === transfer.register) return [];
      return [
        {
          at: transfer.at,
          message: `${transfer.register} goes to ${transfer.place.path}, which is ${owner}'s slot`,
          related: [{ at: transfer.place.member.at, message: "the slots are named here" }],
          hint: `use the slot of ${transfer.register}`,
        },
      ];
    }),
};

/** The register that the place's last index names, where its array has such names. */
function ownerOf(model: Model, { place, register }: Transfer): string | undefined {
  const index = /\[(\w+)\]$/.exec(place.path)?.[1];
  const { index: kind } = place.member;
  if (index === undefined || kind === undefined) return undefined;
  const number = /^\d+$/.test(index)
    ? Number(index)
    : Number(model.constants.find((c) => c.name === index)?.value ?? Number.NaN);
  const { slots, sentinel } = model.sysregOrder;
  if (Number.isNaN(number)) {
    if (index === register) return register;
    const name = index.toUpperCase();
    return slots.find((slot) => slot.name.toUpperCase() === name)?.name ?? name;
  }
  if (kind === "sysreg") return slots.find((slot) => slot.index === number)?.name ?? sentinel.name;
  return `${kind === "gpr" ? "X" : "Q"}${number}`;
}
