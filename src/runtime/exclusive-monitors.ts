import type { CpuState } from "./cpu-state.js";

/** Bytes that a mark covers, whatever the size of the load that made it: CTR_EL0.ERG of 4 says 16 words. */
const GRANULE_BYTES = 64;

/**
 * The exclusive monitors of the PEs that share a memory. A mark is kept in the PE's own state; a store of another PE into
 * the marked granule clears it, which is an event for the PE that had it.
 * Source: DDI0487, The Exclusives monitors (B2); Mechanisms for entering a low-power state, WFE wake-up events (D1).
 */
export class ExclusiveMonitors {
  readonly #states: CpuState[] = [];

  /** Makes a PE's mark known. */
  join(state: CpuState): void {
    this.#states.push(state);
  }

  /** A PE has written sizeBytes at a physical address. */
  stored(by: CpuState, address: number, sizeBytes: number): void {
    if (this.#states.length < 2) return;
    const last = granuleOf(address + sizeBytes - 1);
    for (const state of this.#states) {
      const mark = state === by ? undefined : state.exclusive;
      if (mark === undefined) continue;
      const marked = granuleOf(Number(mark.pa));
      if (marked < granuleOf(address) || marked > last) continue;
      state.exclusive = undefined;
      state.eventRegister = true;
    }
  }
}

function granuleOf(address: number): number {
  return Math.floor(address / GRANULE_BYTES);
}
