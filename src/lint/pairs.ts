import type { Group, Model, Transfer } from "../model/types.js";
import type { Finding, Rule } from "./rule.js";

/**
 * Where a line says "pairWith", the other register is moved directly after it and its slot is directly behind.
 * Behind it: KVM/arm64 saves pointer authentication keys by STP from the LO symbol alone, so that an entry put between
 * LO and HI would have silently taken HI's place.
 */
export const rule: Rule = {
  code: "WS331",
  name: "pairs",
  severity: "error",
  why: "code that moves both halves by the first one's offset moves something else",
  check: (model) =>
    model.worldSwitch.groups.flatMap((group) =>
      group.transfers.flatMap((transfer, i) => inGroup(model, group, transfer, group.transfers[i + 1])),
    ),
};

function inGroup(model: Model, group: Group, transfer: Transfer, next: Transfer | undefined): Finding[] {
  if (transfer.constraints === undefined) return [];
  const slot = model.sysregOrder.slots.find(({ name }) => name === transfer.register);
  const waivers = [...(slot?.waivers ?? []), ...(group.waivers ?? [])];
  return transfer.constraints
    .filter(({ kind }) => kind === "pairWith")
    .flatMap(({ register, because, at }): Finding[] => {
      const pair = `${transfer.register} and ${register} are a pair (${because})`;
      const other = group.transfers.find((t) => t.register === register);
      if (other === undefined)
        return [{ at, message: `${pair}, but ${register} is not in group ${group.name}`, waivers }];
      const related = [{ at: other.at, message: `${register} is listed here` }];
      if (next !== other) {
        const what = next === undefined ? "nothing" : next.register;
        const message = `${pair}, but ${what} comes after ${transfer.register}`;
        return [{ at, message, related, hint: `put ${register} directly after it`, waivers }];
      }
      const end = transfer.place.offsetBytes + transfer.place.widthBytes;
      if (other.place.offsetBytes === end) return [];
      const message = `${pair}, but the slot of ${register} is at byte ${other.place.offsetBytes}, and that of ${transfer.register} ends at ${end}`;
      return [{ at, message, related, waivers }];
    });
}
