import { expect, test } from "vitest";
import { loadArchitecture } from "../../src/cli/architecture.js";
import { boardCpu } from "../../src/cli/board-cpu.js";
import { packBoard, unpackBoard } from "../../src/description/packed-board.js";
import { decisionTree } from "../../src/model/a64/index.js";
import { RegisterFile } from "../../src/runtime/index.js";
import { registerIndexOf } from "../../src/runtime/register-index.js";
import fc from "../seeded-check.js";

const model = loadArchitecture();
const cpu = boardCpu(model);
const builtFrom = "a64/branches.json 100\nsysregs/traps.json 200";
const packed = Buffer.from(packBoard(cpu, decisionTree(model.a64.instructions), builtFrom));

test("a board's CPU is the same after packing, its decoder included", () => {
  const unpacked = unpackBoard(packed);
  const { decode: theirs, ...described } = cpu.architecture;
  const { decode: ours, ...kept } = unpacked.architecture;
  const whole = <T extends object>(thing: T) => {
    const read: Partial<T> = {};
    for (const key in thing) read[key] = thing[key];
    return read;
  };
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
  const { registers } = unpackBoard(packed).architecture;
  for (const register of registers) expect(register.fields).toBe(register.fields);
});

test("fields are found without the rest of the register, by their whole names", () => {
  const { rangeOf } = registerIndexOf(unpackBoard(packed).architecture.registers);
  for (const [index, { fields, name }] of cpu.architecture.registers.entries()) {
    for (const field of Object.keys(fields)) {
      expect(rangeOf?.(index, field)).toEqual(fields[field]);
      for (const part of [field.slice(1), field.slice(0, -1), ""])
        expect(rangeOf?.(index, part), `${name}.${part}`).toEqual(fields[part]);
    }
    for (const no of ["name", name, "op0"]) expect(rangeOf?.(index, no)).toEqual(fields[no]);
  }
});

test("registers are found where the description has them", () => {
  const described = new RegisterFile(cpu.architecture);
  const unpacked = new RegisterFile(unpackBoard(packed).architecture);
  const names = (file: RegisterFile) =>
    [...file.all()].map(({ description, value }) => [description.name, value]);
  expect(names(unpacked)).toEqual(names(described));
  expect(unpacked.selected().map(({ index }) => index)).toEqual(
    described.selected().map(({ index }) => index),
  );
  for (const { name } of cpu.architecture.registers)
    expect(unpacked.named(name).index).toBe(described.named(name).index);
  for (let key = 0; key < 0x1_0000; key++) {
    const encoding = {
      op0: key >> 14,
      op1: (key >> 11) & 7,
      CRn: (key >> 7) & 15,
      CRm: (key >> 3) & 15,
      op2: key & 7,
    };
    for (const direction of ["read", "write"] as const)
      expect(unpacked.encoded(encoding, direction)?.index).toBe(
        described.encoded(encoding, direction)?.index,
      );
  }
  for (const name of ["constructor", "toString", "__proto__", ""])
    expect(unpacked.find(name)).toBeUndefined();
});
