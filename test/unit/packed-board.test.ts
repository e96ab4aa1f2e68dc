import { expect, test } from "vitest";
import { loadArchitecture } from "../../src/cli/architecture.js";
import { boardCpu } from "../../src/cli/board-cpu.js";
import { packBoard, unpackBoard } from "../../src/description/packed-board.js";
import { decisionTree } from "../../src/model/a64/index.js";
import fc from "../seeded-check.js";

const model = loadArchitecture();
const cpu = boardCpu(model);
const builtFrom = [
  ["a64/branches.json", 100],
  ["sysregs/traps.json", 200],
] as const;
const text = packBoard(cpu, decisionTree(model.a64.instructions), builtFrom);

test("a board's CPU is the same after packing, its decoder included", () => {
  const unpacked = unpackBoard(text);
  const { decode: theirs, ...described } = cpu.architecture;
  const { decode: ours, ...kept } = unpacked.architecture;
  const whole = <T extends { readonly fields: unknown }>(thing: T) => ({ ...thing, fields: thing.fields });
  expect({
    ...kept,
    registers: kept.registers.map(whole),
    instructions: kept.instructions.map(whole),
  }).toEqual(described);
  expect(unpacked.flags).toEqual(cpu.flags);
  expect(unpacked.builtFrom).toEqual(builtFrom);
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 0xffff_ffff }), (word) => {
      expect(ours(word)).toBe(theirs(word));
    }),
  );
  for (const { match } of described.instructions) expect(ours(match)).toBe(theirs(match));
});

test("fields are the same ones each time", () => {
  const { registers } = unpackBoard(text).architecture;
  for (const register of registers) expect(register.fields).toBe(register.fields);
});
