import { matches } from "../core/u32.js";
import type { Architecture } from "./architecture.js";

/** The name of the word's group in the manual's encoding index, such as "Advanced SIMD three same". word: u32. */
export function encodingGroup({ encodingGroups }: Architecture, word: number): string {
  return encodingGroups.find(({ mask, match }) => matches(word, mask, match))?.name ?? "unallocated";
}
