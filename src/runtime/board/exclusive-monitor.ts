import type { ProcessingElement } from "./processing-element.js";

/**
 * Lets PEs see each other's stores to what they have marked for exclusive access: a store of one clears the marks of the
 * others that it touches.
 * Source: DDI0487, B2.9, the global monitor.
 */
export function connectExclusives(pes: readonly ProcessingElement[]): void {
  if (pes.length < 2) return;
  for (const pe of pes) {
    const others = pes.filter((other) => other !== pe).map(({ machine }) => machine.state);
    pe.machine.observe({
      memoryWrite({ pa, sizeBytes }) {
        for (const state of others) {
          const mark = state.exclusive;
          if (mark === undefined || pa >= mark.pa + BigInt(mark.sizeBytes)) continue;
          if (pa + BigInt(sizeBytes) > mark.pa) state.exclusive = undefined;
        }
      },
    });
  }
}
