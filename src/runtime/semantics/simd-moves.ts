import type { Operands, Ops, Semantics, VectorValue } from "../ops.js";
import { floatImmediate } from "../vector-operand-decoders.js";
import { cut, inHalves, laneInImm5, laneOf, replicated, vectorBytesOf, withLane } from "./lanes.js";

/** The lane that imm5 names, of Vn. */
function sourceLane<V>(ops: Ops<V>, f: Operands<V>): V {
  const { elementBytes, index } = laneInImm5(f);
  return laneOf(ops, ops.readVector(f.value("Rn")), index, elementBytes);
}

/** Writes a scalar to Vd; the bits above it become 0. */
function writeScalar<V>(ops: Ops<V>, f: Operands<V>, low: V): void {
  ops.writeVector(f.value("Rd"), { low, high: ops.constant(0n) });
}

/** DUP (element), vector: one lane in all lanes. */
export const DUP_element_vector: Semantics = (ops, f) => {
  ops.requireVectors();
  const half = replicated(ops, sourceLane(ops, f), laneInImm5(f).elementBytes);
  ops.writeVector(f.value("Rd"), inHalves(ops, half, vectorBytesOf(f)));
};

/** DUP (element), scalar; MOV (scalar). */
export const DUP_element_scalar: Semantics = (ops, f) => {
  ops.requireVectors();
  writeScalar(ops, f, sourceLane(ops, f));
};

function duplicateGeneral(elementBytes: number): Semantics {
  return (ops, f) => {
    ops.requireVectors();
    const half = replicated(ops, ops.readX(f.value("Rn")), elementBytes);
    ops.writeVector(f.value("Rd"), inHalves(ops, half, vectorBytesOf(f)));
  };
}

/** DUP (general) to bytes. */
export const DUP_general_B: Semantics = duplicateGeneral(1);
/** DUP (general) to halfwords. */
export const DUP_general_H: Semantics = duplicateGeneral(2);
/** DUP (general) to words. */
export const DUP_general_S: Semantics = duplicateGeneral(4);
/** DUP (general) to doublewords. */
export const DUP_general_D: Semantics = duplicateGeneral(8);

/** SMOV: a lane sign-extended to W or X. */
export const SMOV: Semantics = (ops, f) => {
  ops.requireVectors();
  const value = ops.signExtend(sourceLane(ops, f), 8 * laneInImm5(f).elementBytes);
  ops.writeX(f.value("Rd"), f.variant("Q") === 1 ? value : ops.zeroExtend(value, 32));
};

/** UMOV, MOV (to general). */
export const UMOV: Semantics = (ops, f) => {
  ops.requireVectors();
  ops.writeX(f.value("Rd"), sourceLane(ops, f));
};

function insert<V>(ops: Ops<V>, f: Operands<V>, element: V): void {
  const { elementBytes, index } = laneInImm5(f);
  const before = ops.readVector(f.value("Rd"));
  ops.writeVector(f.value("Rd"), withLane(ops, before, index, elementBytes, element));
}

/** INS (general), MOV (from general). */
export const INS_general: Semantics = (ops, f) => {
  ops.requireVectors();
  insert(ops, f, ops.readX(f.value("Rn")));
};

const insertElement: Semantics = (ops, f) => {
  ops.requireVectors();
  const { elementBytes } = laneInImm5(f);
  insert(ops, f, laneOf(ops, ops.readVector(f.value("Rn")), f.variant("index2"), elementBytes));
};

/** INS (element), MOV (element), of bytes. */
export const INS_element_B: Semantics = insertElement;
/** INS (element), MOV (element), of halfwords. */
export const INS_element_H: Semantics = insertElement;
/** INS (element), MOV (element), of words. */
export const INS_element_S: Semantics = insertElement;
/** INS (element), MOV (element), of doublewords. */
export const INS_element_D: Semantics = insertElement;

/** EXT: a window of the pair Vm:Vn that starts at byte imm4. */
export const EXT: Semantics = <V>(ops: Ops<V>, f: Operands<V>) => {
  ops.requireVectors();
  const n = ops.readVector(f.value("Rn"));
  const m = ops.readVector(f.value("Rm"));
  const wide = f.variant("Q") === 1;
  const doublewords = wide ? [n.low, n.high, m.low, m.high] : [n.low, m.low];
  const start = f.variant("imm4");
  const half = (offsetBytes: number): V => {
    const first = Math.floor(offsetBytes / 8);
    const shift = BigInt(8 * (offsetBytes % 8));
    const [low = ops.constant(0n), high = ops.constant(0n)] = doublewords.slice(first, first + 2);
    if (shift === 0n) return low;
    return ops.or(ops.shiftRight(low, ops.constant(shift)), ops.shiftLeft(high, ops.constant(64n - shift)));
  };
  ops.writeVector(f.value("Rd"), cut(ops, { low: half(start), high: half(start + 8) }, wide ? 16 : 8));
};

/** FMOV (register). */
export const FMOV_register: Semantics = (ops, f) => {
  ops.requireVectors();
  const { low } = ops.readVector(f.value("Rn"));
  writeScalar(ops, f, f.variant("ftype") === 1 ? low : ops.zeroExtend(low, 32));
};

/** FMOV (scalar, immediate). */
export const FMOV_scalar_immediate: Semantics = (ops, f) => {
  ops.requireVectors();
  writeScalar(ops, f, f.decoded(floatImmediate(f.variant("ftype") === 1 ? 64 : 32), "imm8"));
};

/** FMOV (general): between W and S, X and D, X and the upper half of V. */
export const FMOV_general: Semantics = <V>(ops: Ops<V>, f: Operands<V>) => {
  ops.requireVectors();
  const upper = f.variant("rmode") === 1;
  const atWidth = (value: V): V => (f.variant("sf") === 1 ? value : ops.zeroExtend(value, 32));
  if ((f.variant("opcode") & 1) === 0) {
    const source: VectorValue<V> = ops.readVector(f.value("Rn"));
    return ops.writeX(f.value("Rd"), atWidth(upper ? source.high : source.low));
  }
  const value = atWidth(ops.readX(f.value("Rn")));
  if (!upper) return writeScalar(ops, f, value);
  return ops.writeVector(f.value("Rd"), { low: ops.readVector(f.value("Rd")).low, high: value });
};
