/** A reproducible source of random numbers, fast enough for millions of runs (xoshiro128**). */
export interface RandomWords {
  /** A u32. */
  word(): number;
  /** 0 … limit - 1. */
  below(limit: number): number;
  /** 64 bits, often near something: 0, all ones, an address of the board. */
  value(): bigint;
  pick<T>(items: readonly T[]): T;
}

/** Numbers that follow from a seed and the number of a run. addresses: what values are often near to. */
export function randomWords(seed: number, run: number, addresses: readonly bigint[]): RandomWords {
  const state = new Uint32Array(4);
  let z = (Math.imul(seed, 0x9e3779b1) ^ Math.imul(run + 1, 0x85ebca6b)) >>> 0;
  for (let i = 0; i < 4; i++) {
    z = (z + 0x9e3779b9) >>> 0;
    let mixed = Math.imul(z ^ (z >>> 16), 0x21f0aaad);
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
    state[i] = mixed ^ (mixed >>> 15);
  }
  const word = (): number => {
    const [a = 0, b = 0, c = 0, d = 0] = state;
    const times5 = Math.imul(b, 5);
    const result = Math.imul((times5 << 7) | (times5 >>> 25), 9) >>> 0;
    const x = c ^ a;
    const y = d ^ b;
    state[1] = b ^ x;
    state[0] = a ^ y;
    state[2] = x ^ (b << 9);
    state[3] = (y << 11) | (y >>> 21);
    return result;
  };
  const below = (limit: number): number => Math.floor((word() / 0x1_0000_0000) * limit);
  const pick = <T>(items: readonly T[]): T => {
    const item = items[below(items.length)];
    if (item === undefined) throw new Error("nothing to pick from");
    return item;
  };
  const value = (): bigint => {
    const kind = below(8);
    if (kind < 3) return (BigInt(word()) << 32n) | BigInt(word());
    if (kind === 3) return BigInt(word());
    if (kind === 4) return BigInt.asUintN(64, -BigInt(below(0x1_0000)));
    if (kind === 5) return 1n << BigInt(below(64));
    return BigInt.asUintN(64, pick(addresses) + BigInt(below(0x2000)) - 0x800n);
  };
  return { word, below, value, pick };
}
