import type { Architecture, InstructionDescription } from "../architecture.js";

/** An instruction line with values of its variant fields: all its words share one IR. */
export interface Variant {
  readonly instruction: InstructionDescription;
  /** The line's index in the architecture. */
  readonly line: number;
  readonly values: readonly number[];
}

/** A word's values of its line's variant fields. */
export function variantValues(instruction: InstructionDescription, word: number): number[] {
  return instruction.variant.map((field) => fieldOf(instruction, field, word));
}

/** A key for (line, values), different for different variants. */
export function variantKey(line: number, values: readonly number[]): string {
  return `${line}:${values.join()}`;
}

/**
 * All variants of an architecture's lines that some word has, in the lines' order. Constraints are the decoder's to
 * know: a combination of values is kept when one of a few words with it, the other fields all 0, all 1 or mixed,
 * decodes to the line.
 */
export function* variantsOf(architecture: Architecture): Generator<Variant> {
  for (const [line, instruction] of architecture.instructions.entries()) {
    const widths = instruction.variant.map((field) => instruction.fields[field]?.[1] ?? 0);
    const total = widths.reduce((bits, width) => bits + width, 0);
    for (let combination = 0; combination < 2 ** total; combination++) {
      let rest = combination;
      const values = widths.map((width) => {
        const value = rest & (2 ** width - 1);
        rest >>>= width;
        return value;
      });
      if (exists(architecture, line, values)) yield { instruction, line, values };
    }
  }
}

/** Fillings of the fields that are not fixed. */
const fillings = [0, 0xffff_ffff, 0x5555_5555, 0xaaaa_aaaa, 0x0318_c631, 0xf00f_3cc3];

function exists(architecture: Architecture, line: number, values: readonly number[]): boolean {
  const instruction = architecture.instructions[line];
  if (instruction === undefined) return false;
  let fixed = instruction.match;
  let mask = instruction.mask;
  for (const [i, field] of instruction.variant.entries()) {
    const [lsb, widthBits] = instruction.fields[field] ?? [0, 0];
    fixed |= (values[i] ?? 0) << lsb;
    mask |= (2 ** widthBits - 1) << lsb;
  }
  // A variant field may overlap fixed bits: then it must agree with them.
  if (((fixed ^ instruction.match) & instruction.mask) !== 0) return false;
  return fillings.some((filling) => architecture.decode((fixed | (filling & ~mask)) >>> 0) === line);
}

function fieldOf(instruction: InstructionDescription, field: string, word: number): number {
  const [lsb, widthBits] = instruction.fields[field] ?? [0, 0];
  return (word >>> lsb) & (2 ** widthBits - 1);
}
