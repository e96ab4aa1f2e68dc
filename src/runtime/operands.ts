import type { InstructionDescription } from "./architecture.js";
import type { OperandDecoder, Operands } from "./ops.js";

/** The operands of a word as bigints. Asking for a field that the line lacks throws: line and function disagree. */
export class WordOperands implements Operands<bigint> {
  constructor(
    readonly instruction: InstructionDescription,
    readonly word: number,
  ) {}

  value(field: string): bigint {
    return BigInt(this.#number(field));
  }

  variant(field: string): number {
    if (!this.instruction.variant.includes(field)) {
      throw new Error(`${this.instruction.name} does not list ${field} among its variant fields`);
    }
    return this.#number(field);
  }

  decoded(decoder: OperandDecoder, ...fields: string[]): bigint {
    return decoder.decode(...fields.map((field) => this.value(field)));
  }

  #number(field: string): number {
    const range = this.instruction.fields[field];
    if (range === undefined) throw new Error(`${this.instruction.name} has no field ${field}`);
    const [lsb, widthBits] = range;
    return Number((BigInt(this.word) >> BigInt(lsb)) & ((1n << BigInt(widthBits)) - 1n));
  }
}
