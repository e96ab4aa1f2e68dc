/** 64-bit values as bigints in 0 … 2^64-1. */

const ALL = 0xffff_ffff_ffff_ffffn;

/** The low 64 bits of value. */
export function wrap(value: bigint): bigint {
  return value & ALL;
}

/** A value with widthBits ones from bit lsb up. */
export function maskOf(lsb: number, widthBits: number): bigint {
  return ((1n << BigInt(widthBits)) - 1n) << BigInt(lsb);
}

/** widthBits bits of value from bit lsb up. */
export function extract(value: bigint, lsb: number, widthBits: number): bigint {
  return (value >> BigInt(lsb)) & ((1n << BigInt(widthBits)) - 1n);
}

/** value with widthBits bits from lsb up replaced by the low bits of field. */
export function insert(value: bigint, lsb: number, widthBits: number, field: bigint): bigint {
  const mask = maskOf(lsb, widthBits);
  return (value & ~mask & ALL) | ((field << BigInt(lsb)) & mask);
}

/** `0x` and as few digits as the value needs. */
export function hex(value: bigint): string {
  return `0x${value.toString(16)}`;
}

/** `0x` and sixteen digits. */
export function hex64(value: bigint): string {
  return `0x${value.toString(16).padStart(16, "0")}`;
}
