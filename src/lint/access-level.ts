import type { Sysreg, Waiver } from "../model/types.js";
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
          : both(transfer.sysreg, transfer.at, slots.get(transfer.register)?.waivers ?? []),
      ),
      ...traps.flatMap((trap) => written(trap.register, trap.at)),
      ...traps
        .filter((trap) => trap.activate.keep !== undefined || trap.deactivate.keep !== undefined)
        .flatMap((trap) => read(trap.register, trap.at)),
      ...written(vm.register, vm.at),
      ...read(vm.register, vm.at),
      ...fault.flatMap((f) => read(f.register, f.at)),
      ...read(abort.result, abort.at),
      ...panic.registers.flatMap((register) => read(register, panic.at)),
    ];
  },
};

function both(sysreg: Sysreg, at: Finding["at"], waivers: readonly Waiver[]): Finding[] {
  return [...read(sysreg, at), ...written(sysreg, at)].map((f) => ({ ...f, waivers }));
}

function read(sysreg: Sysreg, at: Finding["at"]): Finding[] {
  if (sysreg.aliasOf !== undefined) return [viewFinding(sysreg.name, sysreg.aliasOf, at)];
  return atEl2(sysreg.readEl) ? [] : [finding(sysreg, at, "read", sysreg.readEl)];
}

function written(sysreg: Sysreg, at: Finding["at"]): Finding[] {
  if (sysreg.aliasOf !== undefined) return [viewFinding(sysreg.name, sysreg.aliasOf, at)];
  return atEl2(sysreg.writeEl) ? [] : [finding(sysreg, at, "written", sysreg.writeEl)];
}

function atEl2(el: number | undefined): boolean {
  return el !== undefined && el <= 2;
}

function finding(sysreg: Sysreg, at: Finding["at"], verb: string, el: number | undefined): Finding {
  const via = sysreg.readsAtEl1;
  return {
    at,
    message: `${sysreg.name} cannot be ${verb} at EL2: ${el === undefined ? "there is no such access" : `only at EL${el}`}`,
    ...(via === undefined ? {} : { hint: `EL1 reads what ${via} holds: "via": "${via}"` }),
  };
}

/** _EL12 and _EL02 names are UNDEFINED unless HCR_EL2.E2H is set, and no layout sets it. DDI0487, FEAT_VHE. */
function viewFinding(name: string, register: string, at: Finding["at"]): Finding {
  return {
    at,
    message: `${name} is a name for ${register} with HCR_EL2.E2H set, and UNDEFINED without`,
    hint: `name ${register}`,
  };
}
