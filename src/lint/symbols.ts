import type { SourceRef } from "../core/source-ref.js";
import { offsetText } from "../model/plan/offset-text.js";
import type { Model, Place } from "../model/types.js";
import { allTransfers } from "./switched.js";

/** A member that the switch addresses from the vcpu or the VM, and the place in the documents that asks for it. */
export interface Need {
  readonly place: Place;
  readonly what: string;
  readonly at: SourceRef;
}

/** All members that the assembly outside the save and restore sequences addresses, in the order of the switch. */
export function neededMembers(model: Model): Need[] {
  const { contexts, traps, vm, fault, entry } = model.worldSwitch;
  const contextStep = (side: string): SourceRef =>
    entry.find((step) => step.kind === "context" && step.name === side)?.at ?? model.layout.at;
  return [
    { place: contexts.host, what: "the address of the host's context", at: contextStep("host") },
    { place: contexts.guest, what: "the guest's context", at: contextStep("guest") },
    ...traps.flatMap((trap) =>
      [...trap.activate.members, ...trap.deactivate.members].map((place) => ({
        place,
        what: `the guest's ${trap.register.name}`,
        at: trap.at,
      })),
    ),
    { place: vm.pointer, what: "the address of the VM", at: vm.at },
    { place: vm.place, what: `the VM's ${vm.register.name}`, at: vm.at },
    ...fault.map((f) => ({ place: f.place, what: f.register.name, at: f.at })),
  ];
}

/** The symbols that the assembly names, directly or through an offset macro. */
export function usedSymbols(model: Model): ReadonlySet<string> {
  const places = [
    ...neededMembers(model).map((n) => n.place),
    ...allTransfers(model).map((t) => t.transfer.place),
  ];
  const words = new Set(places.flatMap((place) => offsetText(model, place).match(/\w+/g) ?? []));
  for (const macro of model.offsetMacros) {
    if (words.has(macro.macro)) for (const symbol of macro.symbols) words.add(symbol);
  }
  return words;
}
