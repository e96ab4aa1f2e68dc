import type { OperandDecoder } from "./ops.js";

/** Two's-complement value of the low widthBits bits, as an unsigned 64-bit value. */
function signed(value: bigint, widthBits: number): bigint {
  return BigInt.asUintN(64, BigInt.asIntN(widthBits, value));
}

/** A function that gives the same decoder for the same number, for operands are remembered by their decoder. */
function oncePerNumber(make: (number: number) => OperandDecoder): (number: number) => OperandDecoder {
  const made: (OperandDecoder | undefined)[] = [];
  return (number) => {
    const decoder = made[number] ?? make(number);
    made[number] = decoder;
    return decoder;
  };
}

const signedScaledBy: ((widthBits: number) => OperandDecoder)[] = [];

/** Decoder of a signed field of widthBits bits in units of scaleBytes. */
export function signedScaled(widthBits: number, scaleBytes: number): OperandDecoder {
  let byWidth = signedScaledBy[scaleBytes];
  if (byWidth === undefined) {
    byWidth = oncePerNumber((width) => ({
      name: `signedScaled(${width}, ${scaleBytes})`,
      decode: (field = 0n) => signed(field * BigInt(scaleBytes), width + Math.log2(scaleBytes)),
    }));
    signedScaledBy[scaleBytes] = byWidth;
  }
  return byWidth(widthBits);
}

/** Decoder of an unsigned field in units of scaleBytes. */
export const unsignedScaled = oncePerNumber((scaleBytes) => ({
  name: `unsignedScaled(${scaleBytes})`,
  decode: (field = 0n) => field * BigInt(scaleBytes),
}));

/** immhi:immlo as a signed byte offset. ADR. */
export const adrOffset: OperandDecoder = {
  name: "adrOffset",
  decode: (immhi = 0n, immlo = 0n) => signed((immhi << 2n) | immlo, 21),
};

/** immhi:immlo as a signed offset in 4 KiB pages. ADRP. */
export const adrpOffset: OperandDecoder = {
  name: "adrpOffset",
  decode: (immhi = 0n, immlo = 0n) => signed(((immhi << 2n) | immlo) << 12n, 33),
};

/** imm12, shifted left by 12 when sh is 1. */
export const immediateShiftedBy12: OperandDecoder = {
  name: "immediateShiftedBy12",
  decode: (imm12 = 0n, sh = 0n) => imm12 << (sh * 12n),
};

/** imm16 in halfword hw. */
export const halfword: OperandDecoder = {
  name: "halfword",
  decode: (imm16 = 0n, hw = 0n) => imm16 << (hw * 16n),
};

/** All ones but halfword hw. */
export const halfwordHole: OperandDecoder = {
  name: "halfwordHole",
  decode: (hw = 0n) => BigInt.asUintN(64, ~(0xffffn << (hw * 16n))),
};

/** b5:b40, the bit that TBZ tests. */
export const testedBit: OperandDecoder = {
  name: "testedBit",
  decode: (b5 = 0n, b40 = 0n) => (b5 << 5n) | b40,
};

/** op0 of MRS and MSR from its low bit o0. */
export const op0FromLowBit: OperandDecoder = {
  name: "op0FromLowBit",
  decode: (o0 = 0n) => 2n + o0,
};

/** 63 - imms. */
export const distanceTo63: OperandDecoder = {
  name: "distanceTo63",
  decode: (imms = 0n) => 63n - imms,
};

/** Decoder of the mask wmask of (N, immr, imms): the value of a logical immediate. */
export const bitMask = oncePerNumber((widthBits) => ({
  name: `bitMask(${widthBits})`,
  decode: (N = 0n, immr = 0n, imms = 0n) => decodeBitMasks(N, immr, imms, widthBits).wmask,
}));

/** Decoder of the mask tmask of (N, immr, imms): the bits of a bitfield move that come from the source. */
export const topMask = oncePerNumber((widthBits) => ({
  name: `topMask(${widthBits})`,
  decode: (N = 0n, immr = 0n, imms = 0n) => decodeBitMasks(N, immr, imms, widthBits).tmask,
}));

/**
 * The two masks that a logical immediate or a bitfield move encodes. Reserved encodings are unallocated in the
 * instruction's line and never get here. Source: DDI0487, DecodeBitMasks.
 */
function decodeBitMasks(
  N: bigint,
  immr: bigint,
  imms: bigint,
  widthBits: number,
): { readonly wmask: bigint; readonly tmask: bigint } {
  const lengthBits = ((N << 6n) | (~imms & 0x3fn)).toString(2).length - 1;
  const elementBits = 1 << lengthBits;
  const levels = BigInt(elementBits - 1);
  const S = imms & levels;
  const R = immr & levels;
  const wanted = ones(S + 1n);
  const element = BigInt(elementBits);
  const rotated = ((wanted >> R) | (wanted << (element - R))) & ones(element);
  const top = ones(((S - R) & levels) + 1n);
  return { wmask: replicate(rotated, elementBits, widthBits), tmask: replicate(top, elementBits, widthBits) };
}

function ones(count: bigint): bigint {
  return (1n << count) - 1n;
}

function replicate(element: bigint, elementBits: number, widthBits: number): bigint {
  let value = 0n;
  for (let lsb = 0; lsb < widthBits; lsb += elementBits) value |= element << BigInt(lsb);
  return value;
}
