import type { Flags, Operands, Ops } from "../ops.js";

/** The width of the registers that an instruction names. */
export type Width = 32 | 64;

/** The width that the variant field sf selects. */
export function widthOf<V>(f: Operands<V>): Width {
  return f.variant("sf") === 1 ? 64 : 32;
}

/** Wn or Xn, zero-extended. */
export function read<V>(ops: Ops<V>, register: V, width: Width): V {
  return atWidth(ops, ops.readX(register), width);
}

/** Writes Wd or Xd; a write of W clears the upper half. */
export function write<V>(ops: Ops<V>, register: V, value: V, width: Width): void {
  ops.writeX(register, atWidth(ops, value, width));
}

/** Wn, WSP, Xn or SP, zero-extended. */
export function readOrSP<V>(ops: Ops<V>, register: V, width: Width): V {
  return atWidth(ops, ops.readXOrSP(register), width);
}

/** Writes Wd, WSP, Xd or SP. */
export function writeOrSP<V>(ops: Ops<V>, register: V, value: V, width: Width): void {
  ops.writeXOrSP(register, atWidth(ops, value, width));
}

/** value cut to width. */
export function atWidth<V>(ops: Ops<V>, value: V, width: Width): V {
  return width === 64 ? value : ops.zeroExtend(value, 32);
}

/** value's sign copied over the bits above width. */
export function signedAtWidth<V>(ops: Ops<V>, value: V, width: Width): V {
  return width === 64 ? value : ops.signExtend(value, 32);
}

/** ~value within width. */
export function complement<V>(ops: Ops<V>, value: V, width: Width): V {
  return atWidth(ops, ops.not(value), width);
}

/** The topmost bit of a value of that width, 0 or 1. */
export function signBit<V>(ops: Ops<V>, value: V, width: Width): V {
  return ops.shiftRight(value, ops.constant(BigInt(width - 1)));
}

/**
 * x + y + carry and the flags of it. x, y: zero-extended values of that width; carry: 0 or 1.
 * Source: DDI0487, AddWithCarry.
 */
export function addWithCarry<V>(
  ops: Ops<V>,
  x: V,
  y: V,
  carry: V,
  width: Width,
): { readonly result: V; readonly flags: Flags<V> } {
  const sum = ops.add(x, y);
  const total = ops.add(sum, carry);
  const result = atWidth(ops, total, width);
  const carryOut =
    width === 64
      ? ops.or(ops.lessUnsigned(sum, x), ops.lessUnsigned(total, sum))
      : ops.shiftRight(total, ops.constant(32n));
  const overflow = ops.and(ops.exclusiveOr(x, result), ops.exclusiveOr(y, result));
  const flags = {
    N: signBit(ops, result, width),
    Z: ops.equal(result, ops.constant(0n)),
    C: carryOut,
    V: signBit(ops, overflow, width),
  };
  return { result, flags };
}

/** The flags of a logical result: C and V are 0. */
export function logicalFlags<V>(ops: Ops<V>, result: V, width: Width): Flags<V> {
  const zero = ops.constant(0n);
  return { N: signBit(ops, result, width), Z: ops.equal(result, zero), C: zero, V: zero };
}

/** 0 LSL, 1 LSR, 2 ASR, 3 ROR: the encoding of shift types. */
export type ShiftType = 0 | 1 | 2 | 3;

/** value (zero-extended) shifted by amount, which is below width. Source: DDI0487, ShiftReg. */
export function shifted<V>(ops: Ops<V>, value: V, type: ShiftType, amount: V, width: Width): V {
  switch (type) {
    case 0:
      return atWidth(ops, ops.shiftLeft(value, amount), width);
    case 1:
      return ops.shiftRight(value, amount);
    case 2:
      return atWidth(ops, ops.shiftRightSigned(signedAtWidth(ops, value, width), amount), width);
    case 3:
      return rotated(ops, value, amount, width);
  }
}

/** value rotated right within width. A W value is doubled first, so that its low half comes in from the left. */
export function rotated<V>(ops: Ops<V>, value: V, amount: V, width: Width): V {
  if (width === 64) return ops.rotateRight(value, amount);
  const doubled = ops.or(value, ops.shiftLeft(value, ops.constant(32n)));
  return ops.zeroExtend(ops.shiftRight(doubled, amount), 32);
}

/** A register value extended by option (UXTB … SXTX) and shifted left. Source: DDI0487, ExtendReg. */
export function extended<V>(ops: Ops<V>, value: V, option: number, shift: V, width: Width): V {
  const fromBits = 8 << (option & 3);
  const wide = option & 4 ? ops.signExtend(value, fromBits) : ops.zeroExtend(value, fromBits);
  return atWidth(ops, ops.shiftLeft(wide, shift), width);
}

/** The field of a shift type as a ShiftType. */
export function shiftTypeOf<V>(f: Operands<V>): ShiftType {
  const types: readonly ShiftType[] = [0, 1, 2, 3];
  return types[f.variant("shift")] ?? 0;
}
