import type { State } from "./state.js";
import type { Subject } from "./subject.js";
import { ALL, type Term } from "./term.js";

/** A register by the machine's name, and how many bytes it moves as a whole. */
export interface Owner {
  readonly register: string;
  readonly widthBytes: number;
}

/** Which register of a state has a value; of a vector register its low half. Constants belong to nobody. */
export function registersByValue({ model, terms }: Subject, state: State): Map<Term, Owner> {
  const owners = new Map<Term, Owner>();
  const add = (value: Term, register: string, widthBytes: number): void => {
    if (value.kind !== "constant" && !owners.has(value)) owners.set(value, { register, widthBytes });
  };
  for (const register of model.sysregs.values()) {
    if (register.aliasOf !== undefined) continue;
    const value = state.sysreg(register);
    add(value, register.name, 8);
    add(terms.bits(value, 0, 0xffff_ffffn), register.name, 4);
  }
  for (const [n, value] of state.x.entries()) add(value, `X${n}`, 8);
  for (const [n, { low }] of state.v.entries()) add(low, `Q${n}`, 16);
  return owners;
}

/**
 * Where in a region a value was loaded from, when it is what memory held at the start, cut to the bits that its register
 * has; else undefined. widthBytes: 4 for half a doubleword, also where a register has no more bits than that.
 */
export function loadedFrom(
  { memory }: Subject,
  base: Term,
  value: Term,
): { readonly offset: bigint; readonly widthBytes: number } | undefined {
  const { base: symbol, shift, mask } = value.kind === "bits" ? value : { base: value, shift: 0, mask: ALL };
  const name = `${memory.name(base)}+0x`;
  if (symbol.kind !== "symbol" || !symbol.name.startsWith(name)) return undefined;
  const lowest = (mask & (mask + 1n)) === 0n;
  if (!lowest || (shift !== 0 && shift !== -32)) return undefined;
  const cell = BigInt(`0x${symbol.name.slice(name.length)}`);
  return { offset: cell - BigInt(shift / 8), widthBytes: mask >> 32n === 0n ? 4 : 8 };
}
