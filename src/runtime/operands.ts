import type { InstructionDescription } from "./architecture.js";
import type { OperandDecoder, Operands } from "./ops.js";

/**
 * The operands of a word as bigints; each is worked out once, for a word is executed many times.
 * Asking for a field that the line lacks throws: line and function disagree.
 */
export class WordOperands implements Operands<bigint> {
  readonly #values = new Map<string, bigint>();
  readonly #variants = new Map<string, number>();
  readonly #decoded = new Map<
    OperandDecoder,
    { readonly fields: readonly string[]; readonly value: bigint }
  >();

  constructor(
    readonly instruction: InstructionDescription,
    readonly word: number,
  ) {}

  value(field: string): bigint {
    let value = this.#values.get(field);
    if (value === undefined) {
      value = BigInt(this.#number(field));
      this.#values.set(field, value);
    }
    return value;
  }

  variant(field: string): number {
    let value = this.#variants.get(field);
    if (value === undefined) {
      if (!this.instruction.variant.includes(field)) {
        throw new Error(`${this.instruction.name} does not list ${field} among its variant fields`);
      }
      value = this.#number(field);
      this.#variants.set(field, value);
    }
    return value;
  }

  decoded(decoder: OperandDecoder, ...fields: string[]): bigint {
    const known = this.#decoded.get(decoder);
    if (known !== undefined && isSame(known.fields, fields)) return known.value;
    const value = decoder.decode(...fields.map((field) => this.value(field)));
    this.#decoded.set(decoder, { fields, value });
    return value;
  }

  #number(field: string): number {
    const range = this.instruction.fields[field];
    if (range === undefined) throw new Error(`${this.instruction.name} has no field ${field}`);
    const [lsb, widthBits] = range;
    return (this.word >>> lsb) & (2 ** widthBits - 1);
  }
}

function isSame(a: readonly string[], b: readonly string[]): boolean {
  for (let i = 0; i < b.length; i++) if (a[i] !== b[i]) return false;
  return true;
}
