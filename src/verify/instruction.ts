import type { Decoded } from "../model/a64/index.js";
import type { Sysreg } from "../model/types.js";
import type { OperandDecoder, Operands, Semantics } from "../runtime/ops.js";
import { LastTime } from "./recorder.js";
import type { Term, Terms } from "./term.js";
import { unpredictable } from "./unpredictable.js";

/** The instruction at an address: a decoded word with what it means and its operands as constant terms. */
export class Instruction implements Operands<Term> {
  /** Why it is CONSTRAINED UNPREDICTABLE; undefined when it is not. */
  readonly doubt: string | undefined;
  /** The address behind it. */
  readonly next: bigint;
  readonly last = new LastTime();
  /** The system register that it reads or writes, once that is known to be allowed: MRS and MSR name one. */
  register: Sysreg | undefined;
  /** What is executed after it, as far as that is known: as a rule the instruction behind it. */
  successor: Instruction | undefined;
  /** What was decoded last: an instruction has one immediate at most that is not a field as it stands. */
  #decoder: OperandDecoder | undefined;
  #decoded: Term | undefined;

  constructor(
    readonly pc: bigint,
    readonly word: Decoded,
    readonly meaning: Semantics,
    readonly terms: Terms,
  ) {
    this.doubt = unpredictable(word);
    this.next = pc + 4n;
  }

  value(field: string): Term {
    return this.terms.number(this.variant(field));
  }

  variant(field: string): number {
    const value = this.word.fields[field];
    if (value === undefined) throw new Error(`${this.word.instruction.name} has no field ${field}`);
    return value;
  }

  decoded(decoder: OperandDecoder, ...fields: string[]): Term {
    if (this.#decoded !== undefined && this.#decoder === decoder) return this.#decoded;
    const made = this.terms.constant(decoder.decode(...fields.map((field) => BigInt(this.variant(field)))));
    this.#decoder = decoder;
    this.#decoded = made;
    return made;
  }
}
