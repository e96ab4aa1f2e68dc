import type { InstructionDescription } from "../architecture.js";
import { WordOperands } from "../operands.js";
import type { OperandDecoder, Operands, Semantics } from "../ops.js";
import { IrBuilder } from "./ir-builder.js";
import type { Ir, Node, OperandSource } from "./node.js";

/** Operands of which only the variant fields are known: the others become operand nodes. */
class VariantOperands implements Operands<Node> {
  readonly sources: OperandSource[] = [];

  constructor(
    readonly builder: IrBuilder,
    readonly instruction: InstructionDescription,
    readonly variantOf: (field: string) => number,
    readonly fixed: ReadonlyMap<string, number>,
  ) {}

  value(field: string): Node {
    if (this.instruction.variant.includes(field)) return this.builder.constant(BigInt(this.variantOf(field)));
    const fixed = this.fixed.get(field);
    if (fixed !== undefined) return this.builder.constant(BigInt(fixed));
    const range = this.instruction.fields[field];
    if (range === undefined) throw new Error(`${this.instruction.name} has no field ${field}`);
    return this.#operand({ fields: [field] }, range[1]);
  }

  variant(field: string): number {
    return this.variantOf(field);
  }

  decoded(decoder: OperandDecoder, ...fields: string[]): Node {
    const values = fields.map((field) => this.value(field));
    const constants = values.flatMap((node) => (node.kind === "constant" ? [node.value] : []));
    if (constants.length === values.length) return this.builder.constant(decoder.decode(...constants));
    return this.#operand({ decoder, fields }, 64);
  }

  #operand(source: OperandSource, widthBits: number): Node {
    const same = (known: OperandSource) =>
      known.decoder?.name === source.decoder?.name && known.fields.join() === source.fields.join();
    const known = this.sources.findIndex(same);
    const index = known < 0 ? this.sources.push(source) - 1 : known;
    return this.builder.nodes.operand(index, widthBits);
  }
}

/** Operands of a known word: constants. */
class ConstantOperands implements Operands<Node> {
  readonly #operands: WordOperands;

  constructor(
    readonly builder: IrBuilder,
    instruction: InstructionDescription,
    word: number,
  ) {
    this.#operands = new WordOperands(instruction, word);
  }

  value(field: string): Node {
    return this.builder.constant(this.#operands.value(field));
  }

  variant(field: string): number {
    return this.#operands.variant(field);
  }

  decoded(decoder: OperandDecoder, ...fields: string[]): Node {
    return this.builder.constant(this.#operands.decoded(decoder, ...fields));
  }
}

/** The IR of all words of an instruction whose variant fields, and perhaps some others (fixed), are as given. */
export function irOfVariant(
  semantics: Semantics,
  instruction: InstructionDescription,
  variantOf: (field: string) => number,
  fixed: ReadonlyMap<string, number> = new Map(),
): Ir {
  const builder = new IrBuilder();
  const operands = new VariantOperands(builder, instruction, variantOf, fixed);
  semantics(builder, operands);
  return { operands: operands.sources, conditions: builder.conditions, effects: builder.effects };
}

/** The IR of one word: nothing in it is left open but the state. */
export function irOfWord(semantics: Semantics, instruction: InstructionDescription, word: number): Ir {
  const builder = new IrBuilder();
  semantics(builder, new ConstantOperands(builder, instruction, word));
  return { operands: [], conditions: builder.conditions, effects: builder.effects };
}

/** The value of an operand of a word. */
export function operandValue(operands: WordOperands, { decoder, fields }: OperandSource): bigint {
  if (decoder !== undefined) return operands.decoded(decoder, ...fields);
  return operands.value(fields[0] ?? "");
}
