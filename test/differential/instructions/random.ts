/** A reproducible source of random numbers. Fast, for it makes hundreds of them for each case. */
export interface RandomSource {
  /** A u32. */
  word(): number;
  /** 0 … limit - 1. */
  below(limit: number): number;
  /** True once in n times. */
  oneIn(n: number): boolean;
  /** A number of that many bits. */
  bits(count: number): bigint;
  pick<T>(items: readonly T[]): T;
}

/** Numbers that follow from two seeds (sfc32). */
export function randomSource(seed: number, stream: number): RandomSource {
  let [a, b, c, counter] = [seed >>> 0, stream >>> 0, 0x9e3779b9, 1];
  const word = (): number => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (c << 21) | (c >>> 11);
    c = (c + sum) | 0;
    return sum >>> 0;
  };
  for (let i = 0; i < 16; i++) word();
  const below = (limit: number): number => Math.floor((word() / 0x1_0000_0000) * limit);
  return {
    word,
    below,
    oneIn: (n) => below(n) === 0,
    bits: (count) => BigInt.asUintN(count, (BigInt(word()) << 32n) | BigInt(word())),
    pick: (items) => {
      const item = items[below(items.length)];
      if (item === undefined) throw new Error("nothing to pick from");
      return item;
    },
  };
}
