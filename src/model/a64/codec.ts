import { or } from "../../core/u32.js";
import type { FieldValues } from "./condition.js";
import { fieldOf, isIn, withField } from "./pattern.js";
import type { A64Instruction, A64Table } from "./types.js";

/** A decoded word: the line it belongs to and the values of its fields. */
export interface Decoded {
  readonly instruction: A64Instruction;
  readonly fields: FieldValues;
}

/**
 * The word of an instruction with these field values; should-be bits are as they should.
 * Throws RangeError for a field without a value or with one that does not fit: a bug of the caller.
 */
export function encode(instruction: A64Instruction, values: FieldValues): number {
  let word = or(instruction.match, instruction.should.match);
  for (const field of instruction.fields) {
    const value = values[field.name];
    if (value === undefined || value < 0 || value >= 2 ** (field.msb - field.lsb + 1)) {
      throw new RangeError(`${instruction.name}.${field.name} cannot be ${value}`);
    }
    word = withField(word, field, value);
  }
  return word;
}

/** Whether the word is the instruction's: its fixed bits fit and it is not unallocated. */
export function isInstruction(word: number, instruction: A64Instruction): boolean {
  return isIn(word, instruction) && !instruction.unallocated.some((out) => isIn(word, out));
}

/** The instruction and the fields of a word; undefined for an unallocated word. */
export function decode(table: A64Table, word: number): Decoded | undefined {
  const instruction = table.instructions.find((i) => isInstruction(word, i));
  return instruction === undefined ? undefined : { instruction, fields: fieldsOfWord(instruction, word) };
}

/** The value of each of the instruction's fields in the word. */
export function fieldsOfWord(instruction: A64Instruction, word: number): FieldValues {
  return Object.fromEntries(instruction.fields.map((field) => [field.name, fieldOf(word, field)]));
}
