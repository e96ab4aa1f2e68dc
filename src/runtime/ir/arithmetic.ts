import type { BinaryOperation } from "./node.js";

const wrap = (value: bigint): bigint => BigInt.asUintN(64, value);
const signed = (value: bigint): bigint => BigInt.asIntN(64, value);
const truth = (condition: boolean): bigint => (condition ? 1n : 0n);

/** The two-operand operations on known values, unsigned 64-bit bigints: for folding constants. */
export const binaryOperations: Readonly<Record<BinaryOperation, (a: bigint, b: bigint) => bigint>> = {
  add: (a, b) => wrap(a + b),
  subtract: (a, b) => wrap(a - b),
  multiply: (a, b) => wrap(a * b),
  multiplyHighUnsigned: (a, b) => (a * b) >> 64n,
  multiplyHighSigned: (a, b) => wrap((signed(a) * signed(b)) >> 64n),
  divideUnsigned: (a, b) => (b === 0n ? 0n : a / b),
  divideSigned: (a, b) => (b === 0n ? 0n : wrap(signed(a) / signed(b))),
  and: (a, b) => a & b,
  or: (a, b) => a | b,
  exclusiveOr: (a, b) => a ^ b,
  shiftLeft: (a, b) => wrap(a << b),
  shiftRight: (a, b) => a >> b,
  shiftRightSigned: (a, b) => wrap(signed(a) >> b),
  rotateRight: (a, b) => wrap((a >> b) | (a << (64n - b))),
  equal: (a, b) => truth(a === b),
  lessUnsigned: (a, b) => truth(a < b),
  lessSigned: (a, b) => truth(signed(a) < signed(b)),
};

/** The low fromBits bits, zero- or sign-extended. */
export function extendValue(value: bigint, fromBits: number, isSigned: boolean): bigint {
  return isSigned ? wrap(BigInt.asIntN(fromBits, value)) : BigInt.asUintN(fromBits, value);
}

/** How many bits a value takes: 0 … 64. */
export function bitLength(value: bigint): number {
  return value === 0n ? 0 : value.toString(2).length;
}
