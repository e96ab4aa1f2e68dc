/**
 * Writes of little-endian C scalars through a DataView: what generated accessors call. Each is a function of its own over
 * one method of DataView, so that it stays monomorphic, and allocates nothing. A value that the type cannot hold is rejected
 * with the member's name, never truncated: RangeError for a value outside of the type, TypeError for one of another
 * JavaScript type.
 * Constants are literals where they are used: a bundler makes `var`s of a module's, which V8 does not fold.
 * what: how errors name the member. index: of the element, for a member that is an array.
 */

export function setUint8(view: DataView, offset: number, value: number, what: string, index?: number): void {
  if (typeof value !== "number" || (value & 0xff) !== value) reject("number", value, 0, 0xff, what, index);
  view.setUint8(offset, value);
}

export function setUint16(view: DataView, offset: number, value: number, what: string, index?: number): void {
  if (typeof value !== "number" || (value & 0xffff) !== value)
    reject("number", value, 0, 0xffff, what, index);
  view.setUint16(offset, value, true);
}

export function setUint32(view: DataView, offset: number, value: number, what: string, index?: number): void {
  if (typeof value !== "number" || value >>> 0 !== value)
    reject("number", value, 0, 0xffff_ffff, what, index);
  view.setUint32(offset, value, true);
}

export function setInt8(view: DataView, offset: number, value: number, what: string, index?: number): void {
  if (typeof value !== "number" || (value << 24) >> 24 !== value)
    reject("number", value, -0x80, 0x7f, what, index);
  view.setInt8(offset, value);
}

export function setInt16(view: DataView, offset: number, value: number, what: string, index?: number): void {
  if (typeof value !== "number" || (value << 16) >> 16 !== value)
    reject("number", value, -0x8000, 0x7fff, what, index);
  view.setInt16(offset, value, true);
}

export function setInt32(view: DataView, offset: number, value: number, what: string, index?: number): void {
  if (typeof value !== "number" || (value | 0) !== value)
    reject("number", value, -0x8000_0000, 0x7fff_ffff, what, index);
  view.setInt32(offset, value, true);
}

/** An unsigned 64-bit integer or an address. */
export function setUint64(view: DataView, offset: number, value: bigint, what: string, index?: number): void {
  if (typeof value !== "bigint" || value < 0n || value > 0xffff_ffff_ffff_ffffn)
    reject("bigint", value, 0n, 0xffff_ffff_ffff_ffffn, what, index);
  view.setBigUint64(offset, value, true);
}

export function setInt64(view: DataView, offset: number, value: bigint, what: string, index?: number): void {
  if (typeof value !== "bigint" || value < -0x8000_0000_0000_0000n || value > 0x7fff_ffff_ffff_ffffn)
    reject("bigint", value, -0x8000_0000_0000_0000n, 0x7fff_ffff_ffff_ffffn, what, index);
  view.setBigInt64(offset, value, true);
}

/** An unsigned 128-bit integer, such as a Q register; the low half comes first. */
export function getUint128(view: DataView, offset: number): bigint {
  return view.getBigUint64(offset, true) | (view.getBigUint64(offset + 8, true) << 64n);
}

export function setUint128(
  view: DataView,
  offset: number,
  value: bigint,
  what: string,
  index?: number,
): void {
  if (typeof value !== "bigint" || value < 0n || value > 0xffff_ffff_ffff_ffff_ffff_ffff_ffff_ffffn)
    reject("bigint", value, 0n, 0xffff_ffff_ffff_ffff_ffff_ffff_ffff_ffffn, what, index);
  view.setBigUint64(offset, BigInt.asUintN(64, value), true);
  view.setBigUint64(offset + 8, value >> 64n, true);
}

/** C's bool: one byte, 0 or 1. Any other byte in memory reads as true, as the hardware's CBNZ sees it. */
export function setBool(view: DataView, offset: number, value: boolean, what: string, index?: number): void {
  if (typeof value !== "boolean") throw new TypeError(`${name(what, index)}: ${String(value)} is no boolean`);
  view.setUint8(offset, value ? 1 : 0);
}

/** Throws for a value that its member cannot hold. */
function reject(
  type: "number" | "bigint",
  value: unknown,
  least: number | bigint,
  most: number | bigint,
  what: string,
  index: number | undefined,
): never {
  if (typeof value !== type) throw new TypeError(`${name(what, index)}: ${String(value)} is no ${type}`);
  throw new RangeError(`${name(what, index)}: ${String(value)} is outside of ${least} … ${most}`);
}

function name(what: string, index: number | undefined): string {
  return index === undefined ? what : `${what}[${index}]`;
}
