import type { Access, Operands, Ops, Semantics, VectorValue } from "../ops.js";
import {
  type Addressing,
  finish,
  literal,
  pairOffset,
  pairPostIndexed,
  pairPreIndexed,
  plainAccess,
  postIndexed,
  preIndexed,
  registerOffset,
  scaledUnsigned,
  unscaled,
} from "./addressing.js";

/** Bytes of the register that size and opc<1> name: B, H, S, D or Q. */
function scalarBytes<V>(f: Operands<V>): number {
  return f.variant("opc") & 2 ? 16 : 1 << f.variant("size");
}

/** Bytes of each register of a pair or literal: opc 0 is S, 1 is D, 2 is Q. */
function bytesByOpc<V>(f: Operands<V>): number {
  return 4 << f.variant("opc");
}

/** registers vector registers of registerBytes each; a Q register travels as two doublewords, low half first. */
function vectorAccess<V>(registerBytes: number, registers: number): Access<V> {
  const sizeBytes = Math.min(registerBytes, 8);
  const count = registers * (registerBytes === 16 ? 2 : 1);
  return { ...plainAccess(sizeBytes), count, alignmentBytes: registerBytes };
}

function toElements<V>(ops: Ops<V>, value: VectorValue<V>, registerBytes: number): readonly V[] {
  if (registerBytes === 16) return [value.low, value.high];
  return [ops.zeroExtend(value.low, registerBytes * 8)];
}

type Bytes = <V>(f: Operands<V>) => number;

function storeVectors(addressing: Addressing, bytes: Bytes, fields: readonly string[]): Semantics {
  return (ops, f) => {
    ops.requireVectors();
    const registerBytes = bytes(f);
    const location = addressing.locate(ops, f, registerBytes);
    const values = fields.flatMap((field) => toElements(ops, ops.readVector(f.value(field)), registerBytes));
    ops.store(location.address, vectorAccess(registerBytes, fields.length), values);
    finish(ops, f, location);
  };
}

function loadVectors(addressing: Addressing, bytes: Bytes, fields: readonly string[]): Semantics {
  return (ops, f) => {
    ops.requireVectors();
    const registerBytes = bytes(f);
    const location = addressing.locate(ops, f, registerBytes);
    const values = ops.load(location.address, vectorAccess(registerBytes, fields.length));
    const zero = ops.constant(0n);
    const perRegister = registerBytes === 16 ? 2 : 1;
    fields.forEach((field, i) => {
      const [low = zero, high = zero] = values.slice(i * perRegister, (i + 1) * perRegister);
      ops.writeVector(f.value(field), { low, high });
    });
    finish(ops, f, location);
  };
}

const store = (addressing: Addressing): Semantics => storeVectors(addressing, scalarBytes, ["Rt"]);
const load = (addressing: Addressing): Semantics => loadVectors(addressing, scalarBytes, ["Rt"]);
const storePair = (addressing: Addressing): Semantics => storeVectors(addressing, bytesByOpc, ["Rt", "Rt2"]);
const loadPair = (addressing: Addressing): Semantics => loadVectors(addressing, bytesByOpc, ["Rt", "Rt2"]);

/** STR (SIMD&FP), post-indexed. */
export const STR_immediate_SIMD_FP_post: Semantics = store(postIndexed);
/** STR (SIMD&FP), pre-indexed. */
export const STR_immediate_SIMD_FP_pre: Semantics = store(preIndexed);
/** STR (SIMD&FP), unsigned offset. */
export const STR_immediate_SIMD_FP_unsigned: Semantics = store(scaledUnsigned);
/** STR (SIMD&FP), register offset. */
export const STR_register_SIMD_FP: Semantics = store(registerOffset);
/** LDR (SIMD&FP), post-indexed. */
export const LDR_immediate_SIMD_FP_post: Semantics = load(postIndexed);
/** LDR (SIMD&FP), pre-indexed. */
export const LDR_immediate_SIMD_FP_pre: Semantics = load(preIndexed);
/** LDR (SIMD&FP), unsigned offset. */
export const LDR_immediate_SIMD_FP_unsigned: Semantics = load(scaledUnsigned);
/** LDR (SIMD&FP), register offset. */
export const LDR_register_SIMD_FP: Semantics = load(registerOffset);
/** STUR (SIMD&FP). */
export const STUR_SIMD_FP: Semantics = store(unscaled);
/** LDUR (SIMD&FP). */
export const LDUR_SIMD_FP: Semantics = load(unscaled);
/** LDR (literal, SIMD&FP). */
export const LDR_literal_SIMD_FP: Semantics = loadVectors(literal, bytesByOpc, ["Rt"]);
/** STP (SIMD&FP), post-indexed. */
export const STP_SIMD_FP_post: Semantics = storePair(pairPostIndexed);
/** STP (SIMD&FP), pre-indexed. */
export const STP_SIMD_FP_pre: Semantics = storePair(pairPreIndexed);
/** STP (SIMD&FP), signed offset. */
export const STP_SIMD_FP_offset: Semantics = storePair(pairOffset);
/** LDP (SIMD&FP), post-indexed. */
export const LDP_SIMD_FP_post: Semantics = loadPair(pairPostIndexed);
/** LDP (SIMD&FP), pre-indexed. */
export const LDP_SIMD_FP_pre: Semantics = loadPair(pairPreIndexed);
/** LDP (SIMD&FP), signed offset. */
export const LDP_SIMD_FP_offset: Semantics = loadPair(pairOffset);
/** STNP (SIMD&FP). */
export const STNP_SIMD_FP: Semantics = storePair(pairOffset);
/** LDNP (SIMD&FP). */
export const LDNP_SIMD_FP: Semantics = loadPair(pairOffset);
