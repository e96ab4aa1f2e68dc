import { wrap } from "../core/u64.js";

const OFFSET = 0xcbf2_9ce4_8422_2325n;
const PRIME = 0x0000_0100_0000_01b3n;

/**
 * A 64-bit value that belongs to a text: the same text gives the same value, other texts give others. It looks
 * random, so that a value that turns up in a wrong place can be told from the right one by every byte.
 * Source: FNV-1a over the UTF-16 code units, finished with the mixer of SplitMix64.
 */
export function distinctValue(text: string): bigint {
  let hash = OFFSET;
  for (let i = 0; i < text.length; i++) hash = wrap((hash ^ BigInt(text.charCodeAt(i))) * PRIME);
  hash = wrap((hash ^ (hash >> 30n)) * 0xbf58_476d_1ce4_e5b9n);
  hash = wrap((hash ^ (hash >> 27n)) * 0x94d0_49bb_1331_11ebn);
  return hash ^ (hash >> 31n);
}
