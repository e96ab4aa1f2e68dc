import type { A64Instruction } from "../model/a64/index.js";
import type { InstructionDescription } from "../runtime/index.js";

/** A line of the A64 table as the runtime is told of it. */
export function describeInstruction({
  name,
  mask,
  match,
  fields,
  variant,
}: A64Instruction): InstructionDescription {
  const ranges = fields.map((f) => [f.name, [f.lsb, f.msb - f.lsb + 1]] as const);
  return { name, mask, match, fields: Object.fromEntries(ranges), variant };
}
