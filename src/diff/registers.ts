import type { SourceRef } from "../core/source-ref.js";
import type { Model } from "../model/types.js";
import { BREAKS } from "./breaks.js";
import { type Change, compareNamed } from "./change.js";

/** A register of the switch as a consumer and a saved guest know it. */
interface SwitchedRegister {
  readonly name: string;
  readonly index?: number;
  /** Byte offsets in the context struct; several when groups keep it in several places. */
  readonly offsets: readonly number[];
  readonly widthBits?: number;
  readonly via?: string;
  readonly groups: readonly string[];
  readonly at: SourceRef;
}

/** Registers that are new, gone, or have another index, slot, width, way or groups. */
export function compareRegisters(before: Model, after: Model): Change[] {
  return compareNamed(registersOf(before), registersOf(after), {
    subject: "register",
    name: (register) => register.name,
    at: (register) => register.at,
    properties: ({ index, offsets, widthBits, via, groups }) => ({
      index: index === undefined ? "" : String(index),
      offset: offsets.join(", "),
      width: widthBits === undefined ? "" : `${widthBits} bits`,
      via: via ?? "",
      groups: groups.join(" "),
    }),
    summary: ["index", "offset", "via", "groups"],
    removed: BREAKS.registerRemoved,
    changed: {
      index: BREAKS.indexRenumbered,
      offset: BREAKS.slotMoved,
      width: BREAKS.memberResized,
    },
  });
}

/** The registers of the order, then those that only groups name, each once, in document order. */
function registersOf({ sysregOrder, worldSwitch }: Model): SwitchedRegister[] {
  const transfers = worldSwitch.groups.flatMap((group) =>
    group.transfers.map((transfer) => ({ group: group.name, transfer })),
  );
  const groupsOf = (name: string): string[] => [
    ...new Set(transfers.flatMap(({ group, transfer }) => (transfer.register === name ? [group] : []))),
  ];
  const ordered = sysregOrder.slots.map(
    (slot): SwitchedRegister => ({
      name: slot.name,
      index: slot.index,
      offsets: [slot.offsetBytes],
      widthBits: slot.sysreg.widthBits,
      ...(slot.via.name === slot.name ? {} : { via: slot.via.name }),
      groups: groupsOf(slot.name),
      at: slot.at,
    }),
  );
  const known = new Set(ordered.map(({ name }) => name));
  const others = new Map<string, SwitchedRegister>();
  for (const { transfer } of transfers) {
    const { register, place, at } = transfer;
    if (known.has(register)) continue;
    const first = others.get(register);
    const offsets = [...new Set([...(first?.offsets ?? []), place.offsetBytes])].sort((a, b) => a - b);
    others.set(register, {
      ...(first ?? { name: register, widthBits: place.widthBytes * 8, groups: groupsOf(register), at }),
      offsets,
    });
  }
  return [...ordered, ...others.values()];
}
