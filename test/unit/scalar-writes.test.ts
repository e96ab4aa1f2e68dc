import { describe, expect, it } from "vitest";
import { getUint128, setInt64, setUint64, setUint128 } from "../../src/runtime/scalar-writes.js";

/** By type: what writes it and what reads it again, and the ends of its range. */
const WIDE = {
  u64: {
    set: setUint64,
    get: (view: DataView) => view.getBigUint64(8, true),
    least: 0n,
    most: (1n << 64n) - 1n,
  },
  s64: {
    set: setInt64,
    get: (view: DataView) => view.getBigInt64(8, true),
    least: -(1n << 63n),
    most: (1n << 63n) - 1n,
  },
  u128: {
    set: setUint128,
    get: (view: DataView) => getUint128(view, 8),
    least: 0n,
    most: (1n << 128n) - 1n,
  },
};

describe.each(Object.entries(WIDE))("a write of %s", (_, { set, get, least, most }) => {
  const wide = 1n << 200n;
  const taken = [least, least + 1n, 0n, 1n, 1n << 62n, most - 1n, most];
  const beyond = [least - 1n, most + 1n, least - wide, most + wide, wide, -wide];

  it.each(taken)("takes %d", (value) => {
    const view = new DataView(new ArrayBuffer(32));
    set(view, 8, value, "struct.member");
    expect(get(view)).toBe(value);
    expect([view.getBigUint64(0), view.getBigUint64(24)]).toEqual([0n, 0n]);
  });

  it.each(beyond)("rejects %d and writes nothing", (value) => {
    const view = new DataView(new ArrayBuffer(32));
    expect(() => set(view, 8, value, "struct.member", 3)).toThrow(
      new RangeError(`struct.member[3]: ${value} is outside of ${least} … ${most}`),
    );
    expect(new Uint8Array(view.buffer).every((byte) => byte === 0)).toBe(true);
  });

  it.each([1, "1", undefined, null, true])("rejects %j, which is no bigint", (value) => {
    const view = new DataView(new ArrayBuffer(32));
    expect(() => set(view, 8, value as never, "struct.member")).toThrow(
      new TypeError(`struct.member: ${String(value)} is no bigint`),
    );
  });
});

it("a u128 of an upper half alone keeps its halves apart", () => {
  const view = new DataView(new ArrayBuffer(32));
  setUint128(view, 8, 0x0123_4567_89ab_cdefn << 64n, "q");
  expect([view.getBigUint64(8, true), view.getBigUint64(16, true)]).toEqual([0n, 0x0123_4567_89ab_cdefn]);
});
