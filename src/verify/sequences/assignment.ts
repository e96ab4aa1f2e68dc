import type { Values } from "../evaluate.js";

/** Bits of a symbol, and of a place in it. */
const SYMBOL_BITS = 64;
const PLACE_BITS = 6;

/**
 * Assignments that tell all bits of all symbols apart: the n-th gives each bit the n-th bit of its own number, and
 * each has its complement. What copies bits and only that is known for all values by what it does under these.
 * They are made one after the other, as many as the symbols need that the first ones were asked for; a symbol that is
 * first asked for after the last has no value.
 */
export function* tellingAssignments(): Generator<Values> {
  const numbers = new Map<string, number>();
  let complete = false;
  const numberOf = (symbol: string): number | undefined => {
    if (!complete && !numbers.has(symbol)) numbers.set(symbol, numbers.size);
    return numbers.get(symbol);
  };
  for (let bit = 0; bit < PLACE_BITS || 2 ** (bit - PLACE_BITS) < numbers.size; bit++) {
    for (const turned of [false, true]) {
      yield {
        get: (symbol) => {
          const number = numberOf(symbol);
          return number === undefined ? undefined : bitsOf(number, bit, turned);
        },
      };
    }
  }
  complete = true;
}

const ALL = 2n ** BigInt(SYMBOL_BITS) - 1n;
/** 0b…1010, 0b…1100, …: bit b of every bit's place in its symbol. */
const PLACES = Array.from({ length: PLACE_BITS }, (_, bit) => {
  let value = 0n;
  for (let place = 0; place < SYMBOL_BITS; place++)
    if ((place >> bit) % 2 === 1) value |= 1n << BigInt(place);
  return value;
});

const TURNED = PLACES.map((value) => ALL ^ value);

function bitsOf(number: number, bit: number, turned: boolean): bigint {
  const known = turned ? TURNED[bit] : PLACES[bit];
  return known ?? (((number >> (bit - PLACE_BITS)) % 2 === 1) !== turned ? ALL : 0n);
}
