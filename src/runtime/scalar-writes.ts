/**
 * Writes of little-endian C scalars through a DataView, and reads that are no call of one: what generated accessors call, but for
 * numbers, which they check in place: there a call would cost a tenth of the write. Each is a function of its own, so that it
 * stays monomorphic. A value that the type cannot hold is rejected with the member's name, never
 * truncated.
 * words: those of the view (wordsOf), which what is wider than 32 bits goes through where it can. Its offset is a multiple of 8.
 * Whether a bigint is in range is asked of BigInt.asUintN or asIntN, which costs V8 less than comparing with both ends.
 * what: how errors name the member. index: of the element, for a member that is an array.
 */

export function setUint8(view: DataView, offset: number, value: number, what: string, index?: number): void {
  if (typeof value !== "number" || (value & 0xff) !== value) rejectScalar(value, "u8", what, index);
  view.setUint8(offset, value);
}

export function setUint16(view: DataView, offset: number, value: number, what: string, index?: number): void {
  if (typeof value !== "number" || (value & 0xffff) !== value) rejectScalar(value, "u16", what, index);
  view.setUint16(offset, value, true);
}

export function setUint32(view: DataView, offset: number, value: number, what: string, index?: number): void {
  if (typeof value !== "number" || value >>> 0 !== value) rejectScalar(value, "u32", what, index);
  view.setUint32(offset, value, true);
}

export function setInt8(view: DataView, offset: number, value: number, what: string, index?: number): void {
  if (typeof value !== "number" || (value << 24) >> 24 !== value) rejectScalar(value, "s8", what, index);
  view.setInt8(offset, value);
}

export function setInt16(view: DataView, offset: number, value: number, what: string, index?: number): void {
  if (typeof value !== "number" || (value << 16) >> 16 !== value) rejectScalar(value, "s16", what, index);
  view.setInt16(offset, value, true);
}

export function setInt32(view: DataView, offset: number, value: number, what: string, index?: number): void {
  if (typeof value !== "number" || (value | 0) !== value) rejectScalar(value, "s32", what, index);
  view.setInt32(offset, value, true);
}

/** An unsigned 64-bit integer or an address. */
export function setUint64(
  words: BigUint64Array,
  view: DataView,
  offset: number,
  value: bigint,
  what: string,
  index?: number,
): void {
  if (typeof value !== "bigint" || BigInt.asUintN(64, value) !== value)
    rejectScalar(value, "u64", what, index);
  setWord(words, view, offset, value);
}

export function getInt64(words: BigUint64Array, view: DataView, offset: number): bigint {
  return BigInt.asIntN(64, words[offset >>> 3] ?? view.getBigUint64(offset, true));
}

export function setInt64(
  words: BigUint64Array,
  view: DataView,
  offset: number,
  value: bigint,
  what: string,
  index?: number,
): void {
  if (typeof value !== "bigint" || BigInt.asIntN(64, value) !== value)
    rejectScalar(value, "s64", what, index);
  setWord(words, view, offset, value);
}

/** An unsigned 128-bit integer, such as a Q register; the low half comes first. */
export function getUint128(words: BigUint64Array, view: DataView, offset: number): bigint {
  const high = words[(offset >>> 3) + 1] ?? view.getBigUint64(offset + 8, true);
  return (high << 64n) | (words[offset >>> 3] ?? view.getBigUint64(offset, true));
}

/** See getUint128. */
export function setUint128(
  words: BigUint64Array,
  view: DataView,
  offset: number,
  value: bigint,
  what: string,
  index?: number,
): void {
  if (typeof value !== "bigint") rejectScalar(value, "u128", what, index);
  const high = value >> 64n;
  if (BigInt.asUintN(64, high) !== high) rejectScalar(value, "u128", what, index);
  setWord(words, view, offset, value);
  setWord(words, view, offset + 8, high);
}

/** The low 64 bits of value, of which both kinds of view take no more. */
function setWord(words: BigUint64Array, view: DataView, offset: number, value: bigint): void {
  const i = offset >>> 3;
  if (i < words.length) words[i] = value;
  else view.setBigUint64(offset, value, true);
}

/** C's bool: one byte, 0 or 1. Any other byte in memory reads as true, as the hardware's CBNZ sees it. */
export function setBool(view: DataView, offset: number, value: boolean, what: string, index?: number): void {
  if (typeof value !== "boolean") throw new TypeError(`${name(what, index)}: ${String(value)} is no boolean`);
  view.setUint8(offset, value ? 1 : 0);
}

/** The C scalars that have a range. */
export type RangedScalar = "u8" | "u16" | "u32" | "u64" | "u128" | "s8" | "s16" | "s32" | "s64";

/**
 * Throws for a value that its member cannot hold: RangeError for one outside of the type, TypeError for one of another
 * JavaScript type.
 */
export function rejectScalar(value: unknown, scalar: RangedScalar, what: string, index?: number): never {
  const bits = BigInt(scalar.slice(1));
  const type = bits > 32n ? "bigint" : "number";
  if (typeof value !== type) throw new TypeError(`${name(what, index)}: ${String(value)} is no ${type}`);
  const least = scalar.startsWith("s") ? -(1n << (bits - 1n)) : 0n;
  const most = least + (1n << bits) - 1n;
  throw new RangeError(`${name(what, index)}: ${String(value)} is outside of ${least} … ${most}`);
}

function name(what: string, index: number | undefined): string {
  return index === undefined ? what : `${what}[${index}]`;
}
