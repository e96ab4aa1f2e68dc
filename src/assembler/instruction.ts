import type { Related } from "../core/diagnostic.js";
import { holds, withDetermined } from "../model/a64/condition.js";
import { fieldsOf } from "../model/a64/form.js";
import {
  type A64Form,
  type A64Instruction,
  type A64Table,
  encode,
  type FormItem,
  isInstruction,
} from "../model/a64/index.js";
import {
  type Mismatch,
  OperandReading,
  type OperandScope,
  type PendingRelocation,
} from "./operands/codec.js";
import { operandCodecs } from "./operands/index.js";
import { nearest, readSuffix } from "./operands/names.js";
import type { Report } from "./report.js";
import type { Expression } from "./text/expression.js";
import { TokenReader } from "./text/token-reader.js";
import { Token, type TokenList } from "./text/tokens.js";

/** A word with what the linker has still to do to it. */
export interface EncodedInstruction {
  readonly word: number;
  readonly relocation: PendingRelocation | undefined;
  readonly expressions: readonly Expression[];
}

interface Candidate {
  readonly instruction: A64Instruction;
  readonly form: A64Form;
}

/** The forms of a table by mnemonic, aliases first among those of one instruction's spelling, in document order. */
export class FormIndex {
  readonly #forms = new Map<string, Candidate[]>();
  /** Those that something follows after a dot, as in `b.eq`, by what is before it. */
  readonly #suffixed = new Map<string, Candidate[]>();
  readonly #mnemonics = new Set<string>();
  readonly #table: A64Table;

  constructor(table: A64Table) {
    this.#table = table;
    for (const instruction of table.instructions) {
      for (const form of instruction.forms) this.#add({ instruction, form });
    }
    for (const alias of table.aliases) {
      const instruction = table.instructions[alias.of];
      if (instruction !== undefined) this.#add({ instruction, form: alias.form });
    }
  }

  #add(candidate: Candidate): void {
    const { mnemonic, suffix } = candidate.form.syntax;
    this.#mnemonics.add(mnemonic);
    const forms = suffix === undefined ? this.#forms : this.#suffixed;
    const known = forms.get(mnemonic);
    if (known === undefined) forms.set(mnemonic, [candidate]);
    else known.push(candidate);
  }

  /** Every mnemonic, for hints. */
  get mnemonics(): Iterable<string> {
    return this.#mnemonics;
  }

  /** Whether some form starts with this word. */
  knows(word: string): boolean {
    return this.#candidates(word.toLowerCase()).length > 0;
  }

  #candidates(word: string): readonly Candidate[] {
    const dot = word.indexOf(".");
    return (dot < 0 ? this.#forms.get(word) : this.#suffixed.get(word.slice(0, dot))) ?? [];
  }

  /**
   * The word of an instruction; undefined after an error.
   * Errors: WS601 unknown mnemonic; WS602, WS603, WS604, WS610, WS611, WS618, WS621 from the form that reads furthest.
   */
  encode(list: TokenList, scope: OperandScope, report: Report): EncodedInstruction | undefined {
    const [first] = list.tokens;
    if (first === undefined) return undefined;
    const word = first.text.toLowerCase();
    const candidates = this.#candidates(word);
    if (candidates.length === 0) {
      report.error(
        "WS601",
        first.at,
        `there is no instruction "${first.text}"`,
        list.via,
        nearest(word, this.mnemonics),
      );
      return undefined;
    }
    let furthest: { mismatch: Mismatch; position: number } | undefined;
    for (const candidate of candidates) {
      const outcome = tryForm(candidate, list, scope);
      if ("word" in outcome) {
        if (outcome.warnings !== undefined) report.addWarnings(outcome.warnings, list.via);
        return outcome;
      }
      if (furthest === undefined || outcome.position > furthest.position) furthest = outcome;
    }
    if (furthest !== undefined) reportMismatch(furthest.mismatch, list.via, report);
    return undefined;
  }

  get table(): A64Table {
    return this.#table;
  }
}

function reportMismatch(mismatch: Mismatch, via: readonly Related[], report: Report): void {
  report.error(mismatch.code, mismatch.at, mismatch.message, via, mismatch.hint);
}

function tryForm(
  { instruction, form }: Candidate,
  list: TokenList,
  scope: OperandScope,
): (EncodedInstruction & { warnings: Report | undefined }) | { mismatch: Mismatch; position: number } {
  const reader = new TokenReader(list, 1);
  const reading = new OperandReading(scope, instruction, form, reader);
  const mismatch =
    readMnemonicSuffix(reading, list) ?? readItems(reading, form.syntax.items) ?? readEnd(reading);
  if (mismatch !== undefined) return { mismatch, position: reader.position };
  const { outOfRange } = reading;
  if (outOfRange !== undefined) return { mismatch: outOfRange, position: Number.POSITIVE_INFINITY };
  const fields = withDetermined(form.when, reading.fields);
  const problem = findInvalid(reading, fields);
  if (problem !== undefined) return { mismatch: problem, position: reader.position };
  return {
    word: encode(instruction, fields),
    relocation: reading.relocation,
    expressions: reading.expressions,
    warnings: reading.warnings,
  };
}

function readMnemonicSuffix(reading: OperandReading, list: TokenList): Mismatch | undefined {
  const { suffix } = reading.form.syntax;
  const first = list.tokens[0];
  if (suffix === undefined || first === undefined) return undefined;
  const text = first.text.split(".").slice(1).join(".");
  const name = new Token(first.line, first.kind, text, first.start, first.end);
  const own = new TokenReader({ ...list, tokens: [name] });
  const sub = new OperandReading(reading.scope, reading.instruction, reading.form, own);
  const mismatch = readSuffix(sub, suffix);
  Object.assign(reading.fields, sub.fields);
  return mismatch;
}

function readItems(reading: OperandReading, items: readonly FormItem[]): Mismatch | undefined {
  for (const item of items) {
    const mismatch = readItem(reading, item);
    if (mismatch === undefined) continue;
    // A value out of range has been read; whether the rest fits says which form was meant.
    if (mismatch.code !== "WS603" && mismatch.code !== "WS604") return mismatch;
    reading.outOfRange ??= mismatch;
  }
  return undefined;
}

function readItem(reading: OperandReading, item: FormItem): Mismatch | undefined {
  switch (item.kind) {
    case "operand":
      return operandCodecs[item.operand.kind].read(reading, item.operand);
    case "punctuation": {
      const token = reading.reader.peek;
      if (reading.reader.accept(item.text)) return undefined;
      const said = token.kind === "end" ? "the end of the line" : `"${token.text}"`;
      return reading.mismatch("WS602", token, `"${item.text}" is needed before ${said}`);
    }
    case "optional": {
      const [first] = item.items;
      const present = first?.kind === "punctuation" && reading.reader.isMark(first.text);
      return present ? readItems(reading, item.items) : leaveOut(reading, item.items);
    }
  }
}

function leaveOut(reading: OperandReading, items: readonly FormItem[]): Mismatch | undefined {
  for (const item of items) {
    if (item.kind !== "operand") continue;
    for (const name of fieldsOf(item.operand)) {
      const mismatch = reading.assign(name, 0, reading.reader.peek);
      if (mismatch !== undefined) return mismatch;
    }
  }
  return undefined;
}

function readEnd(reading: OperandReading): Mismatch | undefined {
  const token = reading.reader.peek;
  if (reading.reader.atEnd) return undefined;
  return reading.mismatch("WS602", token, `nothing more is expected before "${token.text}"`);
}

/** What keeps complete fields from being this form of this instruction. */
function findInvalid(
  reading: OperandReading,
  fields: Readonly<Record<string, number>>,
): Mismatch | undefined {
  const { instruction, form, reader } = reading;
  const end = reader.peek;
  for (const field of instruction.fields) {
    const value = fields[field.name];
    if (value === undefined || value >= 2 ** (field.msb - field.lsb + 1)) {
      return reading.mismatch("WS603", end, `these operands give ${field.name} no value that it can have`);
    }
  }
  if (!holds(form.when, fields)) return reading.mismatch("WS602", end, "these operands do not go together");
  if (isInstruction(encode(instruction, fields), instruction)) return undefined;
  return reading.mismatch("WS602", end, `${form.syntax.mnemonic} is unallocated with these operands`);
}
