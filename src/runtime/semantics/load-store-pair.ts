import type { Operands, Ops, Semantics } from "../ops.js";
import {
  type Addressing,
  finish,
  pairOffset,
  pairPostIndexed,
  pairPreIndexed,
  plainAccess,
} from "./addressing.js";

/** opc of a pair: 00 is two W registers, 10 two X registers. */
function elementBytes<V>(f: Operands<V>): number {
  return f.variant("opc") === 2 ? 8 : 4;
}

function storePair(addressing: Addressing): Semantics {
  return (ops, f) => {
    const sizeBytes = elementBytes(f);
    const location = addressing.locate(ops, f, sizeBytes);
    const value = (field: string) => ops.zeroExtend(ops.readX(f.value(field)), sizeBytes * 8);
    ops.store(location.address, { ...plainAccess(sizeBytes), count: 2 }, [value("Rt"), value("Rt2")]);
    finish(ops, f, location);
  };
}

type Extend = <V>(ops: Ops<V>, value: V) => V;
const unchanged: Extend = (_ops, value) => value;
const signedWord: Extend = (ops, value) => ops.signExtend(value, 32);

function loadPair(addressing: Addressing, bytes: typeof elementBytes, extend: Extend): Semantics {
  return (ops, f) => {
    const sizeBytes = bytes(f);
    const location = addressing.locate(ops, f, sizeBytes);
    const values = ops.load(location.address, { ...plainAccess(sizeBytes), count: 2 });
    const registers = [f.value("Rt"), f.value("Rt2")];
    values.forEach((value, i) => {
      const register = registers[i];
      if (register !== undefined) ops.writeX(register, extend(ops, value));
    });
    finish(ops, f, location);
  };
}

const pair = (addressing: Addressing): Semantics => loadPair(addressing, elementBytes, unchanged);
const signedPair = (addressing: Addressing): Semantics => loadPair(addressing, () => 4, signedWord);

/** STP, post-indexed. */
export const STP_post: Semantics = storePair(pairPostIndexed);
/** STP, pre-indexed. */
export const STP_pre: Semantics = storePair(pairPreIndexed);
/** STP, signed offset. */
export const STP_offset: Semantics = storePair(pairOffset);
/** LDP, post-indexed. */
export const LDP_post: Semantics = pair(pairPostIndexed);
/** LDP, pre-indexed. */
export const LDP_pre: Semantics = pair(pairPreIndexed);
/** LDP, signed offset. */
export const LDP_offset: Semantics = pair(pairOffset);
/** LDPSW, post-indexed. */
export const LDPSW_post: Semantics = signedPair(pairPostIndexed);
/** LDPSW, pre-indexed. */
export const LDPSW_pre: Semantics = signedPair(pairPreIndexed);
/** LDPSW, signed offset. */
export const LDPSW_offset: Semantics = signedPair(pairOffset);
/** STNP; the hint that the data will not be reused has no effect here. */
export const STNP: Semantics = storePair(pairOffset);
/** LDNP. */
export const LDNP: Semantics = pair(pairOffset);
