import { matches } from "../core/u32.js";
import type { Architecture } from "./architecture.js";
import type { UndefinedEvent } from "./observer.js";

/** The name of the word's group in the manual's encoding index, such as "Advanced SIMD three same". word: u32. */
export function encodingGroup({ encodingGroups }: Architecture, word: number): string {
  return encodingGroups.find(({ mask, match }) => matches(word, mask, match))?.name ?? "unallocated";
}

/** `UNDEFINED here: Advanced SIMD three same`, or `UNDEFINED here: HVC (Exception generation)` for an instruction. */
export function undefinedText({ group, instruction }: UndefinedEvent): string {
  return `UNDEFINED here: ${instruction === undefined ? group : `${instruction} (${group})`}`;
}
