import type { Model, Place, Transfer } from "../model/types.js";
import type { Finding, Rule } from "./rule.js";
import { allTransfers } from "./switched.js";

/**
 * A load or store takes as many bytes as the member has.
 * Behind it: KVM/arm64 stored the u32 esr_el2 with an 8-byte STR until a hole behind it was used for something else.
 */
export const rule: Rule = {
  code: "WS303",
  name: "access-width",
  severity: "error",
  why: "a store that is wider than its member overwrites the next one; a narrower one leaves half of the old value",
  check: (model) => [...faults(model), ...trapMembers(model), ...vm(model), ...transfers(model)],
};

function faults(model: Model): Finding[] {
  return model.worldSwitch.fault
    .filter((fault) => fault.widthBits !== 8 * fault.place.widthBytes)
    .map((fault) => ({
      at: fault.at,
      message: `${fault.register.name} is stored with ${fault.widthBits} bits, but ${fault.place.path} has ${8 * fault.place.widthBytes}`,
      related: [memberOf(fault.place)],
      hint: `make one of the two ${Math.max(fault.widthBits, 8 * fault.place.widthBytes)} bits wide`,
      waivers: fault.waivers,
    }));
}

/** Trap settings load whole X registers from their members. */
function trapMembers(model: Model): Finding[] {
  return model.worldSwitch.traps.flatMap((trap) =>
    [...trap.activate.members, ...trap.deactivate.members]
      .filter((place) => place.widthBytes !== 8)
      .map((place) => wholeRegister(trap.register.name, trap.at, place)),
  );
}

function vm(model: Model): Finding[] {
  const { register, pointer, place, at } = model.worldSwitch.vm;
  const { guest, host } = model.worldSwitch.contexts;
  const found = place.widthBytes === 8 ? [] : [wholeRegister(register.name, at, place)];
  for (const [what, address] of [
    ["the VM", pointer],
    ["the host's context", host],
  ] as const) {
    if (address.member.type.kind !== "pointer" || address.widthBytes !== 8) {
      found.push({
        at: what === "the VM" ? at : address.member.at,
        message: `the address of ${what} is loaded from ${address.path}, which is no pointer but ${address.widthBytes} bytes of ${typeText(address)}`,
        related: [memberOf(address)],
      });
    }
  }
  if (guest.member.type.kind !== "struct" || guest.member.type.struct !== model.layout.context) {
    found.push({
      at: guest.member.at,
      message: `the guest's context ${guest.path} is ${typeText(guest)}, but the layout's context is struct ${model.layout.context}`,
    });
  }
  return found;
}

function transfers(model: Model): Finding[] {
  return allTransfers(model)
    .filter(({ transfer }) => !widthsOf(transfer).includes(transfer.place.widthBytes))
    .map(({ transfer }) => ({
      at: transfer.at,
      message: `${transfer.register} is moved with ${widthsOf(transfer).join(" or ")} bytes, but ${transfer.place.path} has ${transfer.place.widthBytes}`,
      related: [memberOf(transfer.place)],
    }));
}

/** Bytes that a slot may have: a register of 32 bits may go as a W register. */
function widthsOf(transfer: Transfer): number[] {
  return transfer.kind === "q" ? [16] : transfer.kind === "x" ? [8] : [4, 8];
}

function wholeRegister(register: string, at: Finding["at"], place: Place): Finding {
  return {
    at,
    message: `${register} is loaded with 64 bits, but ${place.path} has ${8 * place.widthBytes}`,
    related: [memberOf(place)],
    hint: "a member that an X register is loaded from must be 8 bytes wide",
  };
}

function memberOf(place: Place): { at: Finding["at"]; message: string } {
  return { at: place.member.at, message: `${place.path} is declared here` };
}

function typeText(place: Place): string {
  const { type } = place.member;
  return type.kind === "scalar" ? type.scalar : type.kind === "struct" ? `struct ${type.struct}` : type.kind;
}
