import type { SourceRef } from "../../core/source-ref.js";
import { operandsOf } from "../../model/a64/form.js";
import type { A64Form, A64Instruction, A64Table, Operand } from "../../model/a64/index.js";
import { isProblem, type Problem } from "../evaluate.js";
import type { RelocationType } from "../object/object-code.js";
import { type AssemblerCode, Report } from "../report.js";
import { type Expression, parseExpression } from "../text/expression.js";
import type { TokenReader } from "../text/token-reader.js";
import type { Token } from "../text/tokens.js";
import { isAbsolute, type Value } from "../value.js";

/** The encoding of a system register. read, write: false where MRS or MSR does not exist for it. */
export interface SysregEncoding {
  readonly op0: number;
  readonly op1: number;
  readonly CRn: number;
  readonly CRm: number;
  readonly op2: number;
  readonly read?: boolean;
  readonly write?: boolean;
}

/** System registers by lower-case name. Of two names with one encoding the first is the one that is printed. */
export type Sysregs = ReadonlyMap<string, SysregEncoding>;

/**
 * What operands may refer to. value: of an expression at the instruction's place; section, offset: that place.
 * isNumber: whether the expression was a number there already, and not only from a later `.set` on.
 */
export interface OperandScope {
  readonly table: A64Table;
  readonly sysregs: Sysregs;
  readonly registerAliases: ReadonlyMap<string, string>;
  readonly section: string;
  readonly offset: number;
  readonly value: (expression: Expression) => Value | Problem;
  readonly isNumber: (expression: Expression) => boolean;
}

/** A reference that the instruction leaves to the linker. */
export interface PendingRelocation {
  readonly type: RelocationType;
  readonly value: Value;
}

/** Why an operand does not fit the form. */
export interface Mismatch {
  readonly code: AssemblerCode;
  readonly at: SourceRef;
  readonly message: string;
  readonly hint?: string;
}

/** The state of reading an instruction's operands by one form: the fields so far. */
export class OperandReading {
  readonly fields: Record<string, number> = {};
  readonly expressions: Expression[] = [];
  /** What is doubtful of operands that fit. */
  warnings: Report | undefined;
  relocation: PendingRelocation | undefined;
  /** The first value that its operand cannot hold. */
  outOfRange: Mismatch | undefined;

  constructor(
    readonly scope: OperandScope,
    readonly instruction: A64Instruction,
    readonly form: A64Form,
    readonly reader: TokenReader,
  ) {}

  /** A field's width in bits. */
  widthOf(name: string): number {
    const field = this.instruction.fields.find((f) => f.name === name);
    if (field === undefined) throw new RangeError(`${this.instruction.name} has no field ${name}`);
    return field.msb - field.lsb + 1;
  }

  /** Gives a field its value; a mismatch when an earlier operand has given it another. */
  assign(name: string, value: number, token: Token): Mismatch | undefined {
    const before = this.fields[name];
    if (before !== undefined && before !== value) {
      return this.mismatch("WS602", token, `"${token.text}" does not go with the operands before it`);
    }
    this.fields[name] = value;
    return undefined;
  }

  /** Gives several fields, from the most significant down, the bits of one value. */
  assignJoined(names: readonly string[], value: number, token: Token): Mismatch | undefined {
    let rest = value;
    for (const name of names.toReversed()) {
      const size = 2 ** this.widthOf(name);
      const problem = this.assign(name, rest % size, token);
      if (problem !== undefined) return problem;
      rest = Math.floor(rest / size);
    }
    return undefined;
  }

  /** The width in bits of joined fields. */
  joinedWidth(names: readonly string[]): number {
    return names.reduce((sum, name) => sum + this.widthOf(name), 0);
  }

  /** 64 or 32, as the registers before have said by sf. */
  get dataBits(): 32 | 64 {
    return this.fields.sf === 0 ? 32 : 64;
  }

  mismatch(code: AssemblerCode, token: Token, message: string, hint?: string): Mismatch {
    return { code, at: token.at, message, ...(hint === undefined ? {} : { hint }) };
  }

  /** Notes what is doubtful, for the case that all operands fit. */
  warn(code: AssemblerCode, at: SourceRef, message: string, hint?: string): void {
    this.warnings ??= new Report();
    this.warnings.warning(code, at, message, this.reader.via, hint);
  }

  /** The value of the expression here, after an optional "#". */
  readValue(): Value | Mismatch {
    this.reader.accept("#");
    const start = this.reader.peek;
    if (start.kind === "name" && isRegisterName(start.text)) {
      return this.mismatch("WS602", start, `"${start.text}" is a register, and a value is needed`);
    }
    const scratch = new Report();
    const expression = parseExpression(this.reader, scratch);
    for (const { severity, at, message, hint } of scratch.diagnostics)
      if (severity === "warning") this.warn("WS620", at, message, hint);
    if (expression === undefined) {
      const first = scratch.diagnostics.find((d) => d.severity === "error");
      return this.mismatch("WS610", start, first?.message ?? "a value is needed");
    }
    this.expressions.push(expression);
    const value = this.scope.value(expression);
    return isProblem(value) ? { code: value.code, at: value.at, message: value.message } : value;
  }

  /** The number here, after an optional "#". */
  readNumber(): bigint | Mismatch {
    const start = this.reader.peekAt(this.reader.isMark("#") ? 1 : 0);
    const value = this.readValue();
    if ("message" in value) return value;
    if (isAbsolute(value)) return value.addend;
    const name = value.plus?.name ?? value.minus?.name ?? "it";
    return this.mismatch("WS611", start, `a number is needed here, and ${name} is a place`);
  }
}

/** The state of writing an instruction's operands by one form. */
export interface OperandWriting {
  readonly table: A64Table;
  readonly instruction: A64Instruction;
  readonly form: A64Form;
  readonly fields: Readonly<Record<string, number>>;
  readonly address: bigint;
  /** The name of a system register for reading or writing. */
  readonly registerName: (encoding: number, access: string) => string | undefined;
  /** A target address as text. */
  readonly target: (address: bigint) => string;
}

/**
 * How an operand kind is read and written. read moves the reader past the operand and gives fields their values.
 * write: undefined where the fields' values have no text in this form.
 */
export interface OperandCodec {
  readonly read: (reading: OperandReading, operand: Operand) => Mismatch | undefined;
  readonly write: (writing: OperandWriting, operand: Operand) => string | undefined;
}

/** A field's value while writing. */
export function fieldValue(writing: OperandWriting, name: string | undefined): number {
  const value = name === undefined ? undefined : writing.fields[name];
  if (value === undefined) throw new RangeError(`${writing.instruction.name} has no field ${name}`);
  return value;
}

/** The value of joined fields while writing, from the most significant down. */
export function joinedValue(writing: OperandWriting, names: readonly string[] | undefined): number {
  return (names ?? []).reduce((sum, name) => {
    const field = writing.instruction.fields.find((f) => f.name === name);
    const width = field === undefined ? 0 : field.msb - field.lsb + 1;
    return sum * 2 ** width + fieldValue(writing, name);
  }, 0);
}

/** Bits that joined fields have. */
export function joinedBits(instruction: A64Instruction, names: readonly string[]): number {
  return instruction.fields
    .filter((f) => names.includes(f.name))
    .reduce((sum, f) => sum + f.msb - f.lsb + 1, 0);
}

/** The single field of an operand's parameter. */
export function fieldAt(operand: Operand, index: number): string {
  const name = operand.fields[index]?.[0];
  if (name === undefined) throw new RangeError(`${operand.kind} has no parameter ${index}`);
  return name;
}

/** Fields of the form that stand for a general register or the stack pointer. */
export function stackPointerFields(form: A64Form): string[] {
  const kinds = ["RSP", "WSP", "XSP"];
  return operandsOf(form.syntax)
    .filter((o) => kinds.includes(o.kind))
    .map((o) => fieldAt(o, 0));
}

/** Whether the word names a general register or the stack pointer, in whatever case; such a word is no symbol. */
export function isRegisterName(text: string): boolean {
  return /^(?:[wx](?:[0-9]|[12][0-9]|30)|w?sp|[wx]zr|lr|fp|ip[01])$/i.test(text);
}
