import type { RegisterDescription } from "../runtime/index.js";

/**
 * HCR_EL2 while a guest runs: what KVM sets, but for the trap of ACTLR_EL1, which the guest is to change here.
 * Fields by name, each with its lowest bit set.
 */
const FLAGS = ["VM", "SWIO", "FMO", "IMO", "AMO", "FB", "TSC", "TIDCP", "TSW", "RW"];

/** What goes into the members of the vcpu before the last one: interrupts for the guest, which has them masked. */
const LINES = ["VI", "VF"];

/**
 * What the members that make up a trap register hold, for count of them: each something of its own, so that every
 * one counts. A register that has none of the fields gets zeroes.
 */
export function guestMembers(register: RegisterDescription, count: number): bigint[] {
  return Array.from({ length: count }, (_, i) =>
    mask(register, i === count - 1 ? FLAGS : LINES.slice(i, i + 1)),
  );
}

/** As the members together, without what would make the machine need tables or take interrupts: for a trial of traps. */
export function guestTraps(register: RegisterDescription): bigint {
  return mask(
    register,
    FLAGS.filter((name) => name !== "VM"),
  );
}

function mask({ fields }: RegisterDescription, names: readonly string[]): bigint {
  return names.reduce(
    (sum, name) => sum | (fields[name] === undefined ? 0n : 1n << BigInt(fields[name][0])),
    0n,
  );
}
