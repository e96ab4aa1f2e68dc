/**
 * A64 words as JavaScript numbers in 0 … 2^32-1. The one place that knows that JavaScript's bit operators
 * give signed results: `(0xd53be040 & 0xfff00000) === 0xd5300000` is false.
 */

/** Whether the bits of word under mask equal match. */
export function matches(word: number, mask: number, match: number): boolean {
  return (word & mask) >>> 0 === match;
}

/** Bits [msb:lsb] of word, as an unsigned number. */
export function extract(word: number, msb: number, lsb: number): number {
  const width = msb - lsb + 1;
  const shifted = word >>> lsb;
  return width >= 32 ? shifted >>> 0 : shifted & ((1 << width) - 1);
}

/** word with bits [msb:lsb] replaced by value; value must fit. */
export function insert(word: number, msb: number, lsb: number, value: number): number {
  const mask = maskOf(msb, lsb);
  return ((word & ~mask) | ((value << lsb) & mask)) >>> 0;
}

/** A word with bits [msb:lsb] set. */
export function maskOf(msb: number, lsb: number): number {
  const width = msb - lsb + 1;
  const ones = width >= 32 ? 0xffffffff : (1 << width) - 1;
  return (ones << lsb) >>> 0;
}

/** a | b, unsigned. */
export function or(a: number, b: number): number {
  return (a | b) >>> 0;
}

/** a & b, unsigned. */
export function and(a: number, b: number): number {
  return (a & b) >>> 0;
}

/** Two's-complement value of the low widthBits bits of value. */
export function signExtend(value: number, widthBits: number): number {
  const shift = 32 - widthBits;
  return (value << shift) >> shift;
}

/** `0x` and eight digits, as objdump prints a word. */
export function hex32(word: number): string {
  return `0x${(word >>> 0).toString(16).padStart(8, "0")}`;
}
