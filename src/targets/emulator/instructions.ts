import { oncePer } from "../../core/once-per.js";
import { hex32 } from "../../core/u32.js";
import { describeInstruction } from "../../description/instructions.js";
import type { A64Instruction } from "../../model/a64/index.js";
import type { Model } from "../../model/types.js";
import { literal } from "./literal.js";

/** `export const instructions: readonly InstructionDescription[] = […];`, in the table's order, grouped by family. */
export function instructionStatements({ a64 }: Model): string[] {
  return statementsOf(a64);
}

const statementsOf = oncePer(({ instructions }: Model["a64"]): string[] => {
  const lines = instructions.flatMap((instruction, i) => {
    const starts = instruction.family !== instructions[i - 1]?.family;
    return [...(starts ? [`  // ${instruction.family}`] : []), `  ${description(instruction)},`];
  });
  return [
    'import type { InstructionDescription } from "worldswitch/runtime";',
    `
/** Bits, fields ([lowest bit, width]) and the fields that select a variant, by instruction. */
export const instructions: readonly InstructionDescription[] = [\n${lines.join("\n")}\n];`,
  ];
});

function description(instruction: A64Instruction): string {
  const { name, mask, match, fields, variant } = describeInstruction(instruction);
  const bits = `mask: ${hex32(mask)}, match: ${hex32(match)}`;
  return `{ name: "${name}", ${bits}, fields: ${literal(fields)}, variant: ${literal(variant)} }`;
}
