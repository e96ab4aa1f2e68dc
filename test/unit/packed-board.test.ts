import { expect, test } from "vitest";
import { loadArchitecture } from "../../src/cli/architecture.js";
import { boardCpu } from "../../src/cli/board-cpu.js";
import { packBoard, unpackBoard } from "../../src/description/packed-board.js";
import { decisionTree } from "../../src/model/a64/index.js";
import fc from "../seeded-check.js";

const model = loadArchitecture();
const cpu = boardCpu(model);
const sources = [
  ["a64/branches.json", 100],
  ["sysregs/traps.json", 200],
] as const;
const text = packBoard(cpu, decisionTree(model.a64.instructions), sources);

test("a board's CPU is the same after packing, its decoder included", () => {
  const unpacked = unpackBoard(text, sources);
  const { decode: theirs, ...described } = cpu.architecture;
  const { decode: ours, ...kept } = unpacked!.architecture;
  expect(kept).toEqual(described);
  expect(unpacked?.flags).toEqual(cpu.flags);
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 0xffff_ffff }), (word) => {
      expect(ours(word)).toBe(theirs(word));
    }),
  );
  for (const { match } of described.instructions) expect(ours(match)).toBe(theirs(match));
});

test.each([
  ["a document is longer", [sources[0], ["sysregs/traps.json", 201] as const]],
  ["a document is new", [...sources, ["sysregs/new.json", 1] as const]],
  ["a document is gone", [sources[0]]],
])("a packed board is not taken when %s", (_why, now) => {
  expect(unpackBoard(text, now)).toBeUndefined();
});
