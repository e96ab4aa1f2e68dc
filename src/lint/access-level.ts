import type { Model, Sysreg, Waiver } from "../model/types.js";
import type { Finding, Rule } from "./rule.js";
import { allTransfers } from "./switched.js";

/**
 * The switch runs at EL2: what it reads must have an MRS there, what it writes an MSR.
 * Behind it: MPIDR_EL1, which the guest reads and nobody writes; its value goes through VMPIDR_EL2.
 */
export const rule: Rule = {
  code: "WS313",
  name: "access-level",
  severity: "error",
  why: "the instruction is UNDEFINED at EL2: the first switch ends in a panic",
  check(model) {
    const { traps, vm, fault, abort, panic } = model.worldSwitch;
    const slots = new Map(model.sysregOrder.slots.map((slot) => [slot.name, slot]));
    return [
      ...allTransfers(model).flatMap(({ transfer }) =>
        transfer.sysreg === undefined
          ? []
          : both(model, transfer.sysreg, transfer.at, slots.get(transfer.register)?.waivers ?? []),
      ),
      ...traps.flatMap((trap) => written(model, trap.register, trap.at)),
      ...traps
        .filter((trap) => trap.activate.keep !== undefined || trap.deactivate.keep !== undefined)
        .flatMap((trap) => read(model, trap.register, trap.at)),
      ...written(model, vm.register, vm.at),
      ...read(model, vm.register, vm.at),
      ...fault.flatMap((f) => read(model, f.register, f.at)),
      ...read(model, abort.result, abort.at),
      ...panic.registers.flatMap((register) => read(model, register, panic.at)),
    ];
  },
};

function both(model: Model, sysreg: Sysreg, at: Finding["at"], waivers: readonly Waiver[]): Finding[] {
  return [...read(model, sysreg, at), ...written(model, sysreg, at)].map((f) => ({ ...f, waivers }));
}

function read(model: Model, sysreg: Sysreg, at: Finding["at"]): Finding[] {
  return atEl2(sysreg.readEl) ? [] : [finding(model, sysreg, at, "read", sysreg.readEl)];
}

function written(model: Model, sysreg: Sysreg, at: Finding["at"]): Finding[] {
  return atEl2(sysreg.writeEl) ? [] : [finding(model, sysreg, at, "written", sysreg.writeEl)];
}

function atEl2(el: number | undefined): boolean {
  return el !== undefined && el <= 2;
}

function finding(
  model: Model,
  sysreg: Sysreg,
  at: Finding["at"],
  verb: string,
  el: number | undefined,
): Finding {
  const virtual = `V${sysreg.name.replace(/_EL[01]$/, "_EL2")}`;
  return {
    at,
    message: `${sysreg.name} cannot be ${verb} at EL2: ${el === undefined ? "there is no such access" : `only at EL${el}`}`,
    ...(model.sysregs.has(virtual) ? { hint: `move it through ${virtual}: "via": "${virtual}"` } : {}),
  };
}
