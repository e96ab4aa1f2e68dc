import { signedScaled, testedBit } from "../operand-decoders.js";
import type { Operands, Ops, Semantics } from "../ops.js";
import { read, widthOf } from "./integer.js";

const LINK = 30n;

function relative<V>(ops: Ops<V>, f: Operands<V>, field: string, widthBits: number): V {
  return ops.add(ops.readPC(), f.decoded(signedScaled(widthBits, 4), field));
}

function link<V>(ops: Ops<V>): void {
  ops.writeX(ops.constant(LINK), ops.add(ops.readPC(), ops.constant(4n)));
}

/** B. */
export const B: Semantics = (ops, f) => ops.branch(relative(ops, f, "imm26", 26), "direct");

/** BL. */
export const BL: Semantics = (ops, f) => {
  const target = relative(ops, f, "imm26", 26);
  link(ops);
  ops.branch(target, "call");
};

/** B.cond. */
export const B_cond: Semantics = (ops, f) => {
  ops.branchIf(ops.conditionHolds(f.value("cond")), relative(ops, f, "imm19", 19));
};

/** BR. */
export const BR: Semantics = (ops, f) => ops.branch(ops.readX(f.value("Rn")), "indirect");

/** BLR; the target is read first, for BLR X30. */
export const BLR: Semantics = (ops, f) => {
  const target = ops.readX(f.value("Rn"));
  link(ops);
  ops.branch(target, "call");
};

/** RET. */
export const RET: Semantics = (ops, f) => ops.branch(ops.readX(f.value("Rn")), "return");

/** CBZ. */
export const CBZ: Semantics = (ops, f) => {
  const zero = ops.equal(read(ops, f.value("Rt"), widthOf(f)), ops.constant(0n));
  ops.branchIf(zero, relative(ops, f, "imm19", 19));
};

/** CBNZ. */
export const CBNZ: Semantics = (ops, f) => {
  const nonzero = ops.lessUnsigned(ops.constant(0n), read(ops, f.value("Rt"), widthOf(f)));
  ops.branchIf(nonzero, relative(ops, f, "imm19", 19));
};

function bitUnderTest<V>(ops: Ops<V>, f: Operands<V>): V {
  const position = f.decoded(testedBit, "b5", "b40");
  return ops.and(ops.shiftRight(ops.readX(f.value("Rt")), position), ops.constant(1n));
}

/** TBZ. */
export const TBZ: Semantics = (ops, f) => {
  ops.branchIf(ops.equal(bitUnderTest(ops, f), ops.constant(0n)), relative(ops, f, "imm14", 14));
};

/** TBNZ. */
export const TBNZ: Semantics = (ops, f) => {
  ops.branchIf(bitUnderTest(ops, f), relative(ops, f, "imm14", 14));
};
