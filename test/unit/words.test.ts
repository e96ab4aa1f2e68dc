import { describe, expect, it } from "vitest";
import { Uint64Elements, Uint128Elements } from "../../src/runtime/scalar-arrays.js";
import { wordsOf } from "../../src/runtime/words.js";

const noise = () => new Uint8Array(96).map((_, i) => (i * 151 + 89) & 0xff);

describe("the words of a view", () => {
  it.each([0, 8, 40])("are its bytes and no more at base %i", (base) => {
    const { buffer } = noise();
    const view = new DataView(buffer, base, 36);
    const words = wordsOf(view);
    expect([...words]).toEqual([0, 8, 16, 24].map((offset) => view.getBigUint64(offset, true)));
    words[3] = 5n;
    expect(view.getBigUint64(24, true)).toBe(5n);
  });

  it.each([1, 2, 4, 7, 12])("are none at base %i", (base) => {
    expect(wordsOf(new DataView(noise().buffer, base, 32)).length).toBe(0);
  });

  it("are none where an offset can have more than 32 bits", () => {
    const large = { buffer: new ArrayBuffer(0), byteOffset: 0, byteLength: 2 ** 32 + 64 } as DataView;
    expect(wordsOf(large).length).toBe(0);
    expect(() => wordsOf({ ...large, byteLength: 2 ** 32 - 8 })).toThrow(RangeError);
  });

  it("are those of memory that is shared, too", () => {
    const view = new DataView(new SharedArrayBuffer(64), 8, 16);
    view.setBigUint64(8, 7n, true);
    expect([...wordsOf(view)]).toEqual([0n, 7n]);
  });
});

/** A buffer of ECMAScript 2024. */
type Resizable = ArrayBuffer & { resize(byteLength: number): void };

/** What can happen to a buffer while there are views of it: both leave nothing of what a view had. */
const LOST = {
  "is detached": (buffer: Resizable) => structuredClone(buffer, { transfer: [buffer] }),
  shrinks: (buffer: Resizable) => buffer.resize(24),
};

describe.each(Object.entries(LOST))("arrays over a buffer that %s", (_, lose) => {
  const arrays = () => {
    const buffer: Resizable = Reflect.construct(ArrayBuffer, [64, { maxByteLength: 64 }]);
    return {
      buffer,
      u64: new Uint64Elements(buffer, 32, 2, "regs"),
      u128: new Uint128Elements(buffer, 32, 2, "vregs"),
    };
  };

  it("are read and written before", () => {
    const { u64, u128 } = arrays();
    u64.set(1, 3n);
    expect([u64.get(1), u128.get(0)]).toEqual([3n, 3n << 64n]);
  });

  it("throw at a read and at a write, as a DataView does", () => {
    const { buffer, u64, u128 } = arrays();
    lose(buffer);
    expect(() => u64.get(1)).toThrow(TypeError);
    expect(() => u64.set(1, 1n)).toThrow(TypeError);
    expect(() => u128.get(0)).toThrow(TypeError);
    expect(() => u128.set(0, 1n)).toThrow(TypeError);
  });
});
