/** What kind of instruction a word is, by the bits of DDI0487 C4; no names are asked for. Words are u32. */

/** Bits of a word, as in the manual's diagrams. */
export function bits(word: number, msb: number, lsb: number): number {
  return (word >>> lsb) & (2 ** (msb - lsb + 1) - 1);
}

/** word with bits msb:lsb replaced. */
export function withBits(word: number, msb: number, lsb: number, value: number): number {
  const mask = (2 ** (msb - lsb + 1) - 1) * 2 ** lsb;
  return ((word & ~mask) | ((value * 2 ** lsb) & mask)) >>> 0;
}

/** DDI0487 C4.1: op0 x1x0, loads and stores. */
export function isLoadOrStore(word: number): boolean {
  return (word & 0x0a000000) === 0x08000000;
}

/** Loads and stores of the group "exclusive", with the bits that tell them apart. */
export function isExclusive(word: number): boolean {
  return (word & 0x3f800000) === 0x08000000;
}

/** MRS, MSR (register), SYS and SYSL: words with the encoding of a register or an operation. */
export function isSystem(word: number): boolean {
  return (word & 0xffc00000) >>> 0 === 0xd5000000 && bits(word, 20, 19) !== 0;
}

/** MSR (immediate). */
export function isPstateWrite(word: number): boolean {
  return (word & 0xfff8f01f) >>> 0 === 0xd500401f;
}

/** A load of a pair of registers that are the same one. */
export function loadsPairIntoOne(word: number): boolean {
  const pair = (word & 0x3a400000) === 0x28400000 || (isExclusive(word) && bits(word, 22, 21) === 3);
  return pair && bits(word, 4, 0) === bits(word, 14, 10);
}

/** A load or store whose write-back goes to a register that it transfers. */
export function writesBackToTransferred(word: number): boolean {
  const [n, t, t2] = [bits(word, 9, 5), bits(word, 4, 0), bits(word, 14, 10)];
  const single = (word & 0x3f200400) === 0x38000400;
  const pair = (word & 0x3e800000) === 0x28800000;
  return n !== 31 && ((single && n === t) || (pair && (n === t || n === t2)));
}

/** A store-exclusive whose status goes to the base or to what it stores. */
export function statusOverlaps(word: number): boolean {
  const [s, t2, n, t] = [bits(word, 20, 16), bits(word, 14, 10), bits(word, 9, 5), bits(word, 4, 0)];
  return (
    isStoreExclusive(word) && ((s === n && n !== 31) || s === t || (bits(word, 21, 21) === 1 && s === t2))
  );
}

export function isStoreExclusive(word: number): boolean {
  return isExclusive(word) && bits(word, 22, 22) === 0;
}

/** PRFM and PRFUM but for the literal form, whose base may be any SP. */
export function isPrefetch(word: number): boolean {
  return (word & 0xfec00000) >>> 0 === 0xf8800000;
}

export function isLoadExclusive(word: number): boolean {
  return (word & 0x3fc00000) === 0x08400000;
}

/** Advanced SIMD loads and stores of structures. */
export function isVectorStructures(word: number): boolean {
  return (word & 0xbe000000) >>> 0 === 0x0c000000;
}

/** DDI0487 C4.1: op0 x111, data processing of Advanced SIMD and floating-point. */
export function isSimd(word: number): boolean {
  return bits(word, 27, 25) === 7;
}

/** SYS of CRn 7: caches, but for DC ZVA, which writes. */
export function isCacheMaintenance(word: number): boolean {
  return (word & 0xfff8f000) >>> 0 === 0xd5087000 && (word & 0xffffffe0) >>> 0 !== 0xd50b7420;
}

/** Whether the manual calls the word's choice of registers CONSTRAINED UNPREDICTABLE. */
export function isUnpredictable(word: number): boolean {
  return loadsPairIntoOne(word) || writesBackToTransferred(word) || statusOverlaps(word);
}

export function isWaitForInterrupt(word: number): boolean {
  return word === 0xd503207f;
}
