import { maskOf, wrap } from "../../core/u64.js";

/** A bitmask immediate's fields. */
export interface BitmaskFields {
  readonly N: number;
  readonly immr: number;
  readonly imms: number;
}

/**
 * The value of a bitmask immediate at 32 or 64 bits; undefined for the reserved encodings.
 * Source: DDI0487 J1, DecodeBitMasks.
 */
export function decodeBitmask(widthBits: 32 | 64, fields: BitmaskFields): bigint | undefined {
  const size = elementSize(fields);
  if (size === undefined || size > widthBits) return undefined;
  const ones = (fields.imms & (size - 1)) + 1;
  if (ones === size) return undefined;
  const rotation = fields.immr & (size - 1);
  const element = rotateRight(maskOf(0, ones), rotation, size);
  return replicate(element, size, widthBits);
}

function elementSize(fields: BitmaskFields): number | undefined {
  if (fields.N === 1) return 64;
  for (let log = 5; log >= 1; log--) if (((~fields.imms >> log) & 1) === 1) return 1 << log;
  return undefined;
}

function rotateRight(value: bigint, by: number, widthBits: number): bigint {
  const mask = maskOf(0, widthBits);
  return ((value >> BigInt(by)) | (value << BigInt(widthBits - by))) & mask;
}

function replicate(element: bigint, size: number, widthBits: number): bigint {
  let value = 0n;
  for (let at = 0; at < widthBits; at += size) value |= element << BigInt(at);
  return value;
}

/** The fields of value as a bitmask immediate with the smallest element; undefined when it is none. value: 0 … 2^widthBits-1. */
export function encodeBitmask(widthBits: 32 | 64, value: bigint): BitmaskFields | undefined {
  const size = smallestElement(widthBits, value);
  const element = value & maskOf(0, size);
  const ones = element.toString(2).replace(/0/g, "").length;
  if (ones === 0 || ones === size) return undefined;
  const run = maskOf(0, ones);
  for (let immr = 0; immr < size; immr++) {
    if (rotateRight(run, immr, size) !== element) continue;
    const prefix = size === 64 ? 0 : ~(2 * size - 1) & 0x3f;
    return { N: size === 64 ? 1 : 0, immr, imms: prefix | (ones - 1) };
  }
  return undefined;
}

function smallestElement(widthBits: number, value: bigint): number {
  let size = widthBits;
  while (size > 2 && value === replicate(value & maskOf(0, size / 2), size / 2, widthBits)) size /= 2;
  return size;
}

/** The halfword and its position (0 … 3) of a value that has at most one halfword other than 0; undefined otherwise. */
export function encodeWide(widthBits: 32 | 64, value: bigint): { imm16: number; hw: number } | undefined {
  for (let hw = 0; hw < widthBits / 16; hw++) {
    if ((value & ~maskOf(16 * hw, 16)) === 0n) return { imm16: Number(value >> BigInt(16 * hw)), hw };
  }
  return undefined;
}

/** Whether the assembler would rather write the bitmask immediate as MOVZ or MOVN. Source: DDI0487 MoveWidePreferred. */
export function moveWidePreferred(sf: number, N: number, immr: number, imms: number): boolean {
  const widthBits = sf === 1 ? 64 : 32;
  const value = decodeBitmask(widthBits, { N, immr, imms });
  if (value === undefined) return false;
  const inverted = wrap(~value) & maskOf(0, widthBits);
  return encodeWide(widthBits, value) !== undefined || encodeWide(widthBits, inverted) !== undefined;
}
