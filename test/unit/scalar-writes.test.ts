import { describe, expect, it } from "vitest";
import { getInt64, getUint128, setInt64, setUint64, setUint128 } from "../../src/runtime/scalar-writes.js";
import { wordsOf } from "../../src/runtime/words.js";

/** By type: what writes it and what reads it again, and the ends of its range. */
const WIDE = {
  u64: {
    set: setUint64,
    get: (words: BigUint64Array, view: DataView) => words[1] ?? view.getBigUint64(8, true),
    least: 0n,
    most: (1n << 64n) - 1n,
  },
  s64: {
    set: setInt64,
    get: (words: BigUint64Array, view: DataView) => getInt64(words, view, 8),
    least: -(1n << 63n),
    most: (1n << 63n) - 1n,
  },
  u128: {
    set: setUint128,
    get: (words: BigUint64Array, view: DataView) => getUint128(words, view, 8),
    least: 0n,
    most: (1n << 128n) - 1n,
  },
};

/** With words and without: 32 bytes at an address that is a multiple of 8 and at one that is none. */
const BASES = { "aligned to 8": 16, "at any address": 19 };
const TYPES = Object.entries(BASES).flatMap(([where, base]) =>
  Object.entries(WIDE).map(([type, scalar]) => ({ type, where, base, ...scalar })),
);

/** A view at base of memory that is larger, with its words. */
function memoryAt(base: number) {
  const bytes = new Uint8Array(64);
  const view = new DataView(bytes.buffer, base, 32);
  return { bytes, view, words: wordsOf(view) };
}

describe.each(TYPES)("a write of $type $where", ({ base, set, get, least, most }) => {
  const wide = 1n << 200n;
  const taken = [least, least + 1n, 0n, 1n, 1n << 62n, most - 1n, most];
  const beyond = [least - 1n, most + 1n, least - wide, most + wide, wide, -wide];

  it.each(taken)("takes %d", (value) => {
    const { bytes, view, words } = memoryAt(base);
    set(words, view, 8, value, "struct.member");
    expect(get(words, view)).toBe(value);
    const pattern = BigInt.asUintN(128, value).toString(16).padStart(32, "0");
    const expected = most >> 64n === 0n ? pattern.slice(16) : pattern;
    const at = base + 8;
    const end = at + expected.length / 2;
    const hex = (from: Uint8Array) => Buffer.from(from.toReversed()).toString("hex");
    expect(hex(bytes.subarray(at, end))).toBe(expected);
    expect([bytes.subarray(0, at), bytes.subarray(end)].every((rest) => rest.every((b) => b === 0))).toBe(
      true,
    );
  });

  it.each(beyond)("rejects %d and writes nothing", (value) => {
    const { bytes, view, words } = memoryAt(base);
    expect(() => set(words, view, 8, value, "struct.member", 3)).toThrow(
      new RangeError(`struct.member[3]: ${value} is outside of ${least} … ${most}`),
    );
    expect(bytes.every((byte) => byte === 0)).toBe(true);
  });

  it.each([1, "1", undefined, null, true])("rejects %j, which is no bigint", (value) => {
    const { view, words } = memoryAt(base);
    expect(() => set(words, view, 8, value as never, "struct.member")).toThrow(
      new TypeError(`struct.member: ${String(value)} is no bigint`),
    );
  });
});

it.each(Object.entries(BASES))("a u128 of an upper half alone keeps its halves apart, %s", (_, base) => {
  const { view, words } = memoryAt(base);
  setUint128(words, view, 8, 0x0123_4567_89ab_cdefn << 64n, "q");
  expect([view.getBigUint64(8, true), view.getBigUint64(16, true)]).toEqual([0n, 0x0123_4567_89ab_cdefn]);
});
