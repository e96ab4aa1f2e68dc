import { record } from "./layout.js";

/** A bit of a case's record. */
interface Place {
  readonly slot: number;
  readonly bit: bigint;
}

/**
 * The record of a failing case with as few bits of its system registers set as still fail, or undefined when the case alone does
 * not fail. kept: for each register the bits that stay, for without them QEMU would not come back. fails: tells of several records which fail, each run from the same memory.
 */
export async function minimised(
  state: BigUint64Array,
  kept: readonly bigint[],
  fails: (states: readonly BigUint64Array[]) => Promise<readonly boolean[]>,
): Promise<BigUint64Array | undefined> {
  let [smallest, alone] = [state, await fails([state])];
  if (alone[0] !== true) return undefined;
  for (;;) {
    const places = setBits(smallest, kept);
    const candidates = places.map((place) => without(smallest, [place]));
    const needless = (await fails(candidates)).flatMap((still, i) => (still ? [places[i]!] : []));
    if (needless.length === 0) return smallest;
    const together = without(smallest, needless);
    [alone] = [await fails([together])];
    smallest = alone[0] === true ? together : without(smallest, needless.slice(0, 1));
  }
}

function setBits(state: BigUint64Array, kept: readonly bigint[]): Place[] {
  return kept.flatMap((stays, register) => {
    const slot = record.registers + register;
    const bits = Array.from({ length: 64 }, (_, i) => 1n << BigInt(i));
    return bits.filter((bit) => ((state[slot] ?? 0n) & ~stays & bit) !== 0n).map((bit) => ({ slot, bit }));
  });
}

function without(state: BigUint64Array, places: readonly Place[]): BigUint64Array {
  const smaller = state.slice();
  for (const { slot, bit } of places) smaller[slot] = (smaller[slot] ?? 0n) & ~bit;
  return smaller;
}
