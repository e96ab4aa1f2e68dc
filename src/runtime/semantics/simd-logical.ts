import type { OperandDecoder, Operands, Ops, Semantics, VectorValue } from "../ops.js";
import { byteAboveOnes, byteMask, floatElements, shiftedByte } from "../vector-operand-decoders.js";
import { cut, inHalves, vectorBytesOf } from "./lanes.js";

/** One half of a bitwise operation: d is the destination before, n and m are the sources. */
type Bitwise = <V>(ops: Ops<V>, d: V, n: V, m: V) => V;

function write<V>(ops: Ops<V>, f: Operands<V>, value: VectorValue<V>): void {
  ops.writeVector(f.value("Rd"), cut(ops, value, vectorBytesOf(f)));
}

function bitwise(operation: Bitwise): Semantics {
  return (ops, f) => {
    ops.requireVectors();
    const d = ops.readVector(f.value("Rd"));
    const n = ops.readVector(f.value("Rn"));
    const m = ops.readVector(f.value("Rm"));
    const low = operation(ops, d.low, n.low, m.low);
    write(ops, f, { low, high: operation(ops, d.high, n.high, m.high) });
  };
}

/** b where the mask's bits are 1, a where they are 0. */
function chosen<V>(ops: Ops<V>, mask: V, a: V, b: V): V {
  return ops.or(ops.and(a, ops.not(mask)), ops.and(b, mask));
}

/** AND (vector). */
export const AND_vector_register: Semantics = bitwise((ops, _d, n, m) => ops.and(n, m));
/** BIC (vector, register). */
export const BIC_vector_register: Semantics = bitwise((ops, _d, n, m) => ops.and(n, ops.not(m)));
/** ORR (vector, register), MOV (vector). */
export const ORR_vector_register: Semantics = bitwise((ops, _d, n, m) => ops.or(n, m));
/** ORN (vector). */
export const ORN_vector_register: Semantics = bitwise((ops, _d, n, m) => ops.or(n, ops.not(m)));
/** EOR (vector). */
export const EOR_vector_register: Semantics = bitwise((ops, _d, n, m) => ops.exclusiveOr(n, m));
/** BSL: the destination chooses. */
export const BSL_vector_register: Semantics = bitwise((ops, d, n, m) => chosen(ops, d, m, n));
/** BIT: bits of Vn where Vm is 1. */
export const BIT_vector_register: Semantics = bitwise((ops, d, n, m) => chosen(ops, m, d, n));
/** BIF: bits of Vn where Vm is 0. */
export const BIF_vector_register: Semantics = bitwise((ops, d, n, m) => chosen(ops, m, n, d));

/** The immediate of a line in each half: how it is decoded, and the field of its shift. */
type Immediate = <V>(f: Operands<V>) => V;

function immediate(decoder: OperandDecoder, ...shift: string[]): Immediate {
  return (f) => f.decoded(decoder, "abc", "defgh", ...shift);
}

const words = immediate(shiftedByte(32), "cmode21");
const halfwords = immediate(shiftedByte(16), "cmode1");
const wordsOverOnes = immediate(byteAboveOnes, "cmode0");

function moved(value: Immediate, inverted = false): Semantics {
  return (ops, f) => {
    ops.requireVectors();
    const half = inverted ? ops.not(value(f)) : value(f);
    ops.writeVector(f.value("Rd"), inHalves(ops, half, vectorBytesOf(f)));
  };
}

type Combine = <V>(ops: Ops<V>, x: V, y: V) => V;
const or: Combine = (ops, x, y) => ops.or(x, y);
const andNot: Combine = (ops, x, y) => ops.and(x, ops.not(y));

function combined(combine: Combine, value: Immediate): Semantics {
  return (ops, f) => {
    ops.requireVectors();
    const { low, high } = ops.readVector(f.value("Rd"));
    write(ops, f, { low: combine(ops, low, value(f)), high: combine(ops, high, value(f)) });
  };
}

/** MOVI, 32-bit shifted immediate. */
export const MOVI_32: Semantics = moved(words);
/** MOVI, 16-bit shifted immediate. */
export const MOVI_16: Semantics = moved(halfwords);
/** MOVI, 32-bit shifting ones. */
export const MOVI_32_ones: Semantics = moved(wordsOverOnes);
/** MOVI, 8-bit. */
export const MOVI_8: Semantics = moved(immediate(shiftedByte(8)));
/** MOVI, 64-bit scalar and vector. */
export const MOVI_64: Semantics = moved(immediate(byteMask));
/** MVNI, 32-bit shifted immediate. */
export const MVNI_32: Semantics = moved(words, true);
/** MVNI, 16-bit shifted immediate. */
export const MVNI_16: Semantics = moved(halfwords, true);
/** MVNI, 32-bit shifting ones. */
export const MVNI_32_ones: Semantics = moved(wordsOverOnes, true);
/** ORR (vector, immediate), 32-bit. */
export const ORR_vector_immediate_32: Semantics = combined(or, words);
/** ORR (vector, immediate), 16-bit. */
export const ORR_vector_immediate_16: Semantics = combined(or, halfwords);
/** BIC (vector, immediate), 32-bit. */
export const BIC_vector_immediate_32: Semantics = combined(andNot, words);
/** BIC (vector, immediate), 16-bit. */
export const BIC_vector_immediate_16: Semantics = combined(andNot, halfwords);
/** FMOV (vector, immediate), single precision. */
export const FMOV_vector_immediate_single: Semantics = moved(immediate(floatElements(32)));
/** FMOV (vector, immediate), double precision. */
export const FMOV_vector_immediate_double: Semantics = moved(immediate(floatElements(64)));
