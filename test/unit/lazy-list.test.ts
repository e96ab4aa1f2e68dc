import { describe, expect, it } from "vitest";
import { lazyList } from "../../src/core/lazy-list.js";

describe("lazyList", () => {
  const made: number[] = [];
  const squares = lazyList(5, (index) => {
    made.push(index);
    return { square: index * index };
  });

  it("makes an item when it is asked for, once", () => {
    expect(squares).toHaveLength(5);
    expect(made).toEqual([]);
    expect(squares[3]).toEqual({ square: 9 });
    expect(squares.at(-2)).toBe(squares[3]);
    expect(made).toEqual([3]);
  });

  it("is gone through without having been asked for before", () => {
    expect(lazyList(3, (index) => index + 1).map((item) => item * 2)).toEqual([2, 4, 6]);
  });

  it("reads as any other list", () => {
    const plain = [0, 1, 4, 9, 16].map((square) => ({ square }));
    expect([...squares]).toEqual(plain);
    expect(squares.map(({ square }) => square)).toEqual([0, 1, 4, 9, 16]);
    expect([...squares.entries()]).toEqual([...plain.entries()]);
    expect(squares.findIndex(({ square }) => square === 16)).toBe(4);
    expect(Array.isArray(squares)).toBe(true);
    expect(made.toSorted()).toEqual([0, 1, 2, 3, 4]);
  });

  it.each(["5", "-1", "1.5", "01", "1e0", "", "item"])("has nothing at %j", (key) => {
    expect(Reflect.get(squares, key)).toBeUndefined();
    expect(Reflect.has(squares, key)).toBe(false);
  });
});
