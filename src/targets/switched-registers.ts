import { oncePer } from "../core/once-per.js";
import type { Model, Sysreg } from "../model/types.js";

/**
 * Every system register that a layout's world switch names, each once: the order's first, with what they are moved
 * through, then the others in the order in which groups, traps, VM, abort and panic name them.
 */
export const switchedRegisters: (model: Model) => readonly Sysreg[] = oncePer((model) => {
  const { groups, traps, vm, fault, abort, panic } = model.worldSwitch;
  const named = [
    ...model.sysregOrder.slots.flatMap((slot) => [slot.sysreg, slot.via]),
    ...groups.flatMap((group) =>
      group.transfers.flatMap((transfer) => [model.sysregs.get(transfer.register), transfer.sysreg]),
    ),
    ...traps.map((trap) => trap.register),
    vm.register,
    ...fault.map((transfer) => transfer.register),
    abort.result,
    ...abort.clobbers.map((clobber) => clobber.register),
    ...panic.registers,
  ];
  const unique = new Map(
    named.flatMap((register) => (register === undefined ? [] : [[register.name, register]])),
  );
  return [...unique.values()];
});
