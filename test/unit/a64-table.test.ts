import { describe, expect, it } from "vitest";
import { decisionTree, decode, find } from "../../src/model/a64/index.js";
import { a64Table } from "./a64-documents.js";

describe("the A64 table", () => {
  const table = a64Table();
  it("has the 196 lines of the Armv8.0-A base set and 118 of SIMD&FP transfers and moves", () => {
    const vectors = table.instructions.filter(({ section }) => section.startsWith("C7.2"));
    expect([table.instructions.length - vectors.length, vectors.length]).toEqual([196, 118]);
  });
  it("has a decision tree that agrees with asking each line in turn", () => {
    const tree = decisionTree(table.instructions);
    let seed = 1;
    for (let i = 0; i < 200_000; i++) {
      seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
      const word = (seed ^ (seed >>> 13)) >>> 0;
      const decoded = decode(table, word);
      const index = decoded === undefined ? -1 : table.instructions.indexOf(decoded.instruction);
      expect(find(tree, word)).toBe(index);
    }
  });
});
