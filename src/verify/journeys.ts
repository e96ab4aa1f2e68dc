import { oncePer } from "../core/once-per.js";
import type { Sysreg } from "../model/types.js";
import type { Flags } from "../runtime/ops.js";
import { Facts } from "./facts.js";
import { type Origin, State } from "./state.js";
import type { Subject } from "./subject.js";
import type { Term, Terms } from "./term.js";

/** Bytes from one vector to the next, and the vectors that exceptions from EL1 and EL0 come through. */
export const VECTOR_BYTES = 0x80n;
export const SYNC_64 = 8;
export const VECTORS_PER_SOURCE = 4;

/** Whose value a register holds while nobody has written it. */
export type Owner = "host" | "guest";

/** What sides left in system registers, as far as somebody has asked. */
const ownValues = oncePer((_terms: Terms) => ({
  host: new Map<Sysreg, Term>(),
  guest: new Map<Sysreg, Term>(),
}));

/** The symbol of what a side left in a register: `guest SCTLR_EL1`. */
export function ownValue(subject: Subject, owner: Owner, register: string | Sysreg): Term {
  const { terms, architecture } = subject;
  if (typeof register === "string") return terms.symbol(`${owner} ${register}`);
  const values = ownValues(terms)[owner];
  const known = values.get(register);
  if (known !== undefined) return known;
  const made = terms.symbol(`${owner} ${register.name}`, architecture.possible(register));
  values.set(register, made);
  return made;
}

/** The halves of a vector register as a side left it. */
export function ownVector(subject: Subject, owner: Owner, number: number): { low: Term; high: Term } {
  const { terms } = subject;
  return { low: terms.symbol(`${owner} Q${number}`), high: terms.symbol(`${owner} Q${number} (high)`) };
}

/** Address of vector 0 … 15. */
export function vectorAddress(subject: Subject, index: number): bigint {
  return subject.vectorAddress + VECTOR_BYTES * BigInt(index);
}

/**
 * The host has executed HVC with a function's kernel address in X0 and its arguments from X1 on, and no VM is active:
 * the first instruction of the vector is next.
 */
export function hostCalls(subject: Subject, functionAddress: bigint, args: readonly Term[]): State {
  const { terms, constants, architecture } = subject;
  const own = registersOf(subject, "host");
  own.x[0] = terms.constant(functionAddress | (~constants.mask & 0xffff_ffff_ffff_ffffn));
  for (const [i, argument] of args.entries()) own.x[i + 1] = argument;
  const state = new State(terms, {
    ...own,
    ...{ pc: vectorAddress(subject, SYNC_64), sp: subject.regions.stack, memory: subject.memory },
    ...{ sysregs: new Map([[architecture.vm.name, terms.constant(0n)]]), facts: new Facts(terms) },
    origin: (register) => ownValue(subject, "host", register),
  });
  const syndrome = ownValue(subject, "host", architecture.exceptionRegister("ESR_EL2"));
  state.facts.assume(terms.equal(terms.bits(syndrome, 0, EC_MASK), terms.constant(HVC64 << 26n)), true);
  state.facts.decisions.length = 0;
  return state;
}

/** EC of ESR_ELx, and the class of an HVC from AArch64. Source: DDI0487, ESR_ELx. */
export const EC_MASK = 0xfc00_0000n;
export const HVC64 = 0x16n;

/**
 * The guest has run since `entered`, which is where the switch's ERET left the machine, and took an exception to a vector:
 * whatever a guest can change may hold anything; EL2's own registers, memory and stack are as they were.
 */
export function guestExits(subject: Subject, entered: State, vector: number): State {
  const { terms, architecture } = subject;
  const changes = (register: Sysreg): boolean =>
    architecture.guestChanges(register) || architecture.exceptionWrites(register);
  const origin: Origin = (register) => ownValue(subject, changes(register) ? "guest" : "host", register);
  const kept = [...entered.sysregs].filter(([name]) => {
    const register = subject.model.sysregs.get(name);
    return register !== undefined && !changes(register);
  });
  const state = new State(terms, {
    ...entered,
    ...registersOf(subject, "guest"),
    ...{ sysregs: new Map(kept), origin, pc: vectorAddress(subject, vector), events: [], executed: 0 },
  });
  state.facts.assume(terms.equal(state.sysreg(architecture.vm), terms.constant(0n)), false);
  state.facts.decisions.length = 0;
  return state;
}

function registersOf(subject: Subject, owner: Owner): Pick<State, "x" | "v" | "flags"> {
  const flag = (name: string): Term => subject.terms.symbol(`${owner} ${name} flag`, 1n);
  const flags: Flags<Term> = { N: flag("N"), Z: flag("Z"), C: flag("C"), V: flag("V") };
  return {
    x: Array.from({ length: 31 }, (_, n) => ownValue(subject, owner, `X${n}`)),
    v: Array.from({ length: 32 }, (_, n) => ownVector(subject, owner, n)),
    flags,
  };
}
