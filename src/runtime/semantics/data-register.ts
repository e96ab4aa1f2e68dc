import type { Operands, Ops, Semantics } from "../ops.js";
import {
  addWithCarry,
  atWidth,
  complement,
  extended,
  logicalFlags,
  read,
  readOrSP,
  shifted,
  shiftTypeOf,
  type Width,
  widthOf,
  write,
  writeOrSP,
} from "./integer.js";

function shiftedRm<V>(ops: Ops<V>, f: Operands<V>, width: Width): V {
  return shifted(ops, read(ops, f.value("Rm"), width), shiftTypeOf(f), f.value("imm6"), width);
}

type Combine = <V>(ops: Ops<V>, x: V, y: V) => V;
const and: Combine = (ops, x, y) => ops.and(x, y);
const or: Combine = (ops, x, y) => ops.or(x, y);
const exclusiveOr: Combine = (ops, x, y) => ops.exclusiveOr(x, y);

function logical(combine: Combine, complements: boolean, setsFlags: boolean): Semantics {
  return (ops, f) => {
    const width = widthOf(f);
    const operand = shiftedRm(ops, f, width);
    const y = complements ? complement(ops, operand, width) : operand;
    const result = combine(ops, read(ops, f.value("Rn"), width), y);
    if (setsFlags) ops.writeFlags(logicalFlags(ops, result, width));
    write(ops, f.value("Rd"), result, width);
  };
}

/** AND (shifted register). */
export const AND_shifted_register: Semantics = logical(and, false, false);
/** BIC (shifted register). */
export const BIC_shifted_register: Semantics = logical(and, true, false);
/** ORR (shifted register), MOV (register). */
export const ORR_shifted_register: Semantics = logical(or, false, false);
/** ORN (shifted register), MVN. */
export const ORN_shifted_register: Semantics = logical(or, true, false);
/** EOR (shifted register). */
export const EOR_shifted_register: Semantics = logical(exclusiveOr, false, false);
/** EON (shifted register). */
export const EON_shifted_register: Semantics = logical(exclusiveOr, true, false);
/** ANDS (shifted register), TST. */
export const ANDS_shifted_register: Semantics = logical(and, false, true);
/** BICS (shifted register). */
export const BICS_shifted_register: Semantics = logical(and, true, true);

/** x + y or x - y into Rd, which is SP only for the extended-register forms that set no flags. */
function sumInto<V>(
  ops: Ops<V>,
  f: Operands<V>,
  x: V,
  y: V,
  how: { subtract: boolean; setsFlags: boolean; toSP: boolean },
): void {
  const width = widthOf(f);
  const addend = how.subtract ? complement(ops, y, width) : y;
  const { result, flags } = addWithCarry(ops, x, addend, ops.constant(how.subtract ? 1n : 0n), width);
  if (how.setsFlags) ops.writeFlags(flags);
  if (how.toSP) writeOrSP(ops, f.value("Rd"), result, width);
  else write(ops, f.value("Rd"), result, width);
}

function arithmeticShifted(subtract: boolean, setsFlags: boolean): Semantics {
  return (ops, f) => {
    const width = widthOf(f);
    const x = read(ops, f.value("Rn"), width);
    sumInto(ops, f, x, shiftedRm(ops, f, width), { subtract, setsFlags, toSP: false });
  };
}

/** ADD (shifted register). */
export const ADD_shifted_register: Semantics = arithmeticShifted(false, false);
/** ADDS (shifted register), CMN. */
export const ADDS_shifted_register: Semantics = arithmeticShifted(false, true);
/** SUB (shifted register), NEG. */
export const SUB_shifted_register: Semantics = arithmeticShifted(true, false);
/** SUBS (shifted register), CMP, NEGS. */
export const SUBS_shifted_register: Semantics = arithmeticShifted(true, true);

function arithmeticExtended(subtract: boolean, setsFlags: boolean): Semantics {
  return (ops, f) => {
    const width = widthOf(f);
    const x = readOrSP(ops, f.value("Rn"), width);
    const y = extended(ops, ops.readX(f.value("Rm")), f.variant("option"), f.value("imm3"), width);
    sumInto(ops, f, x, y, { subtract, setsFlags, toSP: !setsFlags });
  };
}

/** ADD (extended register). */
export const ADD_extended_register: Semantics = arithmeticExtended(false, false);
/** ADDS (extended register), CMN. */
export const ADDS_extended_register: Semantics = arithmeticExtended(false, true);
/** SUB (extended register). */
export const SUB_extended_register: Semantics = arithmeticExtended(true, false);
/** SUBS (extended register), CMP. */
export const SUBS_extended_register: Semantics = arithmeticExtended(true, true);

function arithmeticCarry(subtract: boolean, setsFlags: boolean): Semantics {
  return (ops, f) => {
    const width = widthOf(f);
    const x = read(ops, f.value("Rn"), width);
    const operand = read(ops, f.value("Rm"), width);
    const y = subtract ? complement(ops, operand, width) : operand;
    const { result, flags } = addWithCarry(ops, x, y, ops.readFlags().C, width);
    if (setsFlags) ops.writeFlags(flags);
    write(ops, f.value("Rd"), result, width);
  };
}

/** ADC. */
export const ADC: Semantics = arithmeticCarry(false, false);
/** ADCS. */
export const ADCS: Semantics = arithmeticCarry(false, true);
/** SBC, NGC. */
export const SBC: Semantics = arithmeticCarry(true, false);
/** SBCS, NGCS. */
export const SBCS: Semantics = arithmeticCarry(true, true);

function shiftVariable(type: 0 | 1 | 2 | 3): Semantics {
  return (ops, f) => {
    const width = widthOf(f);
    const amount = ops.and(ops.readX(f.value("Rm")), ops.constant(BigInt(width - 1)));
    write(ops, f.value("Rd"), shifted(ops, read(ops, f.value("Rn"), width), type, amount, width), width);
  };
}

/** LSLV. */
export const LSLV: Semantics = shiftVariable(0);
/** LSRV. */
export const LSRV: Semantics = shiftVariable(1);
/** ASRV. */
export const ASRV: Semantics = shiftVariable(2);
/** RORV. */
export const RORV: Semantics = shiftVariable(3);

/** Swaps neighbouring groups of groupBits bits. */
function swapGroups<V>(ops: Ops<V>, value: V, groupBits: number): V {
  let low = 0n;
  for (let lsb = 0; lsb < 64; lsb += 2 * groupBits) low |= ((1n << BigInt(groupBits)) - 1n) << BigInt(lsb);
  const mask = ops.constant(low);
  const amount = ops.constant(BigInt(groupBits));
  const up = ops.shiftLeft(ops.and(value, mask), amount);
  return ops.or(up, ops.and(ops.shiftRight(value, amount), mask));
}

/** The reversals: swap groups of each of the sizes that lie between the unit kept and the container reversed. */
function reversal(groupBits: (width: Width) => readonly number[]): Semantics {
  return (ops, f) => {
    const width = widthOf(f);
    let value = read(ops, f.value("Rn"), width);
    for (const bits of groupBits(width)) value = swapGroups(ops, value, bits);
    write(ops, f.value("Rd"), value, width);
  };
}

/** RBIT: bits reversed. */
export const RBIT: Semantics = reversal((width) => (width === 64 ? [1, 2, 4, 8, 16, 32] : [1, 2, 4, 8, 16]));
/** REV16: bytes reversed in each halfword. */
export const REV16: Semantics = reversal(() => [8]);
/** REV32: bytes reversed in each word of an X register. */
export const REV32: Semantics = (ops, f) => {
  const halfwords = swapGroups(ops, ops.readX(f.value("Rn")), 8);
  ops.writeX(f.value("Rd"), swapGroups(ops, halfwords, 16));
};
/** REV: bytes reversed. */
export const REV: Semantics = reversal((width) => (width === 64 ? [8, 16, 32] : [8, 16]));

/** CLZ: leading zeros. */
export const CLZ: Semantics = (ops, f) => {
  const width = widthOf(f);
  const zeros = ops.countLeadingZeros(read(ops, f.value("Rn"), width));
  write(ops, f.value("Rd"), ops.subtract(zeros, ops.constant(BigInt(64 - width))), width);
};

/** CLS: leading bits equal to the sign, the sign itself not counted. */
export const CLS: Semantics = (ops, f) => {
  const width = widthOf(f);
  const source = read(ops, f.value("Rn"), width);
  const shiftedSign = shifted(ops, source, 2, ops.constant(1n), width);
  const changes = atWidth(ops, ops.exclusiveOr(source, shiftedSign), width);
  const zeros = ops.countLeadingZeros(changes);
  write(ops, f.value("Rd"), ops.subtract(zeros, ops.constant(BigInt(65 - width))), width);
};
