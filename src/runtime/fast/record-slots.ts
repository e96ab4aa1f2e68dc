import { operandValue } from "../ir/instruction-ir.js";
import type { Ir } from "../ir/node.js";
import type { WordOperands } from "../operands.js";
import { keptBits, type Register } from "../register-file.js";
import { RECORD_BYTES } from "./engine-layout.js";
import { sysregOffset } from "./packed-key.js";

/** How an operand is kept: a register's offset in its file, a u16, or an i64. */
type OperandKind = "x" | "vector" | "narrow" | "wide";
/** What is kept of a system register: its offset, its place in the table of permits, and what it keeps of a value. */
type SystemKind = "sysreg" | "permit" | "keptMask" | "keptOnes";

interface Slot {
  readonly offset: number;
  readonly kind: OperandKind | SystemKind;
  readonly operand: number;
}

const FIRST_NARROW = 2;
const FIRST_WIDE = 16;
const ALL_ONES = 0xffff_ffff_ffff_ffffn;

/** What a word has besides its operands. */
export interface WordFacts {
  readonly ir: Ir;
  readonly operands: WordOperands;
  readonly register: Register | undefined;
  readonly direction: "read" | "write";
  readonly near: { readonly operand: number; readonly distance: number } | undefined;
}

/** The places of a shape's operands in its records, given out as the code asks for them. */
export class RecordSlots {
  readonly #slots: Slot[] = [];
  #narrow = FIRST_NARROW;
  #wide = FIRST_WIDE;

  /** Whether all of them fit a record. */
  get fit(): boolean {
    return this.#narrow <= FIRST_WIDE && this.#wide <= RECORD_BYTES;
  }

  /** The offset of an operand in the record. */
  slotOf(operand: number, kind: OperandKind): number {
    return this.#slot(kind, operand);
  }

  /** The offset of a fact about the system register. */
  slotOfSystem(kind: SystemKind): number {
    return this.#slot(kind, -1);
  }

  /** Writes the operands of a word into its record. */
  write(view: DataView, record: number, facts: WordFacts): void {
    for (const { offset, kind, operand } of this.#slots) {
      if (kind === "wide" || kind === "keptMask" || kind === "keptOnes") {
        view.setBigUint64(record + offset, wideValue(kind, operand, facts), true);
      } else view.setUint16(record + offset, narrowValue(kind, operand, facts), true);
    }
  }

  #slot(kind: OperandKind | SystemKind, operand: number): number {
    const known = this.#slots.find((slot) => slot.kind === kind && slot.operand === operand);
    if (known !== undefined) return known.offset;
    const isWide = kind === "wide" || kind === "keptMask" || kind === "keptOnes";
    const offset = isWide ? this.#wide : this.#narrow;
    if (isWide) this.#wide += 8;
    else this.#narrow += 2;
    this.#slots.push({ offset, kind, operand });
    return offset;
  }
}

function wideValue(kind: Slot["kind"], operand: number, facts: WordFacts): bigint {
  if (kind === "wide") {
    if (facts.near?.operand === operand) return BigInt.asUintN(64, BigInt(facts.near.distance));
    return operandOf(operand, facts);
  }
  const { register } = facts;
  if (register === undefined) throw new Error("a record without its system register");
  const ones = keptBits(register.description, 0n);
  return kind === "keptOnes" ? ones : keptBits(register.description, ALL_ONES);
}

function narrowValue(kind: Slot["kind"], operand: number, facts: WordFacts): number {
  if (kind === "sysreg") return sysregOffset(facts.register?.index ?? 0);
  if (kind === "permit") return 2 * (facts.register?.index ?? 0) + (facts.direction === "write" ? 1 : 0);
  const value = Number(operandOf(operand, facts));
  if (kind === "x") return value * 8;
  return kind === "vector" ? value * 16 : value;
}

function operandOf(operand: number, { ir, operands }: WordFacts): bigint {
  const source = ir.operands[operand];
  if (source === undefined) throw new Error("a slot of no operand");
  return operandValue(operands, source);
}
