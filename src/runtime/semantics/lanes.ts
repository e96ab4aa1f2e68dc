import type { Operands, Ops, VectorValue } from "../ops.js";

/** The bytes of a vector register that Q selects: 8 or 16. */
export function vectorBytesOf<V>(f: Operands<V>): number {
  return f.variant("Q") === 1 ? 16 : 8;
}

/** A vector of vectorBytes; the upper half of an 8-byte one is 0. */
export function cut<V>(ops: Ops<V>, value: VectorValue<V>, vectorBytes: number): VectorValue<V> {
  return vectorBytes === 16 ? value : { low: value.low, high: ops.constant(0n) };
}

/** The value in both halves of a vector of vectorBytes. */
export function inHalves<V>(ops: Ops<V>, half: V, vectorBytes: number): VectorValue<V> {
  return cut(ops, { low: half, high: half }, vectorBytes);
}

/** The half of a lane, and how far up in it the lane starts. Both are known from the variant. */
function placeOf(index: number, elementBytes: number): { half: "low" | "high"; shift: bigint } {
  const offset = index * elementBytes;
  return { half: offset < 8 ? "low" : "high", shift: BigInt(8 * (offset % 8)) };
}

/** The lane with that number, zero-extended. */
export function laneOf<V>(ops: Ops<V>, value: VectorValue<V>, index: number, elementBytes: number): V {
  const { half, shift } = placeOf(index, elementBytes);
  const moved = shift === 0n ? value[half] : ops.shiftRight(value[half], ops.constant(shift));
  return elementBytes === 8 ? moved : ops.zeroExtend(moved, 8 * elementBytes);
}

/** The vector with one lane replaced by the low bits of element. */
export function withLane<V>(
  ops: Ops<V>,
  value: VectorValue<V>,
  index: number,
  elementBytes: number,
  element: V,
): VectorValue<V> {
  const { half, shift } = placeOf(index, elementBytes);
  if (elementBytes === 8) return { ...value, [half]: element };
  const hole = ~(((1n << BigInt(8 * elementBytes)) - 1n) << shift);
  const kept = ops.and(value[half], ops.constant(BigInt.asUintN(64, hole)));
  const placed = ops.shiftLeft(ops.zeroExtend(element, 8 * elementBytes), ops.constant(shift));
  return { ...value, [half]: ops.or(kept, placed) };
}

/** The vector of these lanes, the lowest first; each is zero-extended. Lanes that are not there are 0. */
export function joined<V>(ops: Ops<V>, lanes: readonly V[], elementBytes: number): VectorValue<V> {
  const perHalf = 8 / elementBytes;
  const half = (first: number): V =>
    lanes
      .slice(first, first + perHalf)
      .map((lane, i) => (i === 0 ? lane : ops.shiftLeft(lane, ops.constant(BigInt(8 * elementBytes * i)))))
      .reduce((sum, lane) => ops.or(sum, lane), ops.constant(0n));
  return { low: half(0), high: half(perHalf) };
}

/** The low bits of element in every lane of a doubleword. */
export function replicated<V>(ops: Ops<V>, element: V, elementBytes: number): V {
  let value = elementBytes === 8 ? element : ops.zeroExtend(element, 8 * elementBytes);
  for (let bytes = elementBytes; bytes < 8; bytes *= 2)
    value = ops.or(value, ops.shiftLeft(value, ops.constant(BigInt(8 * bytes))));
  return value;
}

/** The size in bytes and the number of the lane that imm5 of a copy encodes. Source: DDI0487 C7.2 DUP (element). */
export function laneInImm5<V>(f: Operands<V>): { readonly elementBytes: number; readonly index: number } {
  const imm5 = f.variant("imm5");
  const elementBytes = imm5 & -imm5;
  return { elementBytes, index: Math.floor(imm5 / (2 * elementBytes)) };
}
