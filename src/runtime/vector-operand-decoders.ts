import type { OperandDecoder } from "./ops.js";

/** Decoder of the number of the vector register that many after the field's; V0 follows V31. */
export function registerAfter(distance: number): OperandDecoder {
  return { name: `registerAfter(${distance})`, decode: (Rt = 0n) => (Rt + BigInt(distance)) & 31n };
}

/** abc:defgh. */
function byteOf(abc: bigint, defgh: bigint): bigint {
  return (abc << 5n) | defgh;
}

function replicated(element: bigint, elementBits: number): bigint {
  let value = 0n;
  for (let lsb = 0; lsb < 64; lsb += elementBits) value |= element << BigInt(lsb);
  return value;
}

/**
 * Decoder of abc:defgh shifted left by whole bytes, in every element of a doubleword.
 * Source: DDI0487, AdvSIMDExpandImm, cmode 0xxx, 10xx and 1110.
 */
export function shiftedByte(elementBits: number): OperandDecoder {
  return {
    name: `shiftedByte(${elementBits})`,
    decode: (abc = 0n, defgh = 0n, bytes = 0n) => replicated(byteOf(abc, defgh) << (8n * bytes), elementBits),
  };
}

/** abc:defgh with 8 or 16 ones below it, in both words of a doubleword. Source: AdvSIMDExpandImm, cmode 110x. */
export const byteAboveOnes: OperandDecoder = {
  name: "byteAboveOnes",
  decode: (abc = 0n, defgh = 0n, cmode0 = 0n) => {
    const ones = 8n * (cmode0 + 1n);
    return replicated((byteOf(abc, defgh) << ones) | ((1n << ones) - 1n), 32);
  },
};

/** A byte of zeros or ones for each bit of abc:defgh. Source: AdvSIMDExpandImm, cmode 1110 with op 1. */
export const byteMask: OperandDecoder = {
  name: "byteMask",
  decode: (abc = 0n, defgh = 0n) => {
    const bits = byteOf(abc, defgh);
    let value = 0n;
    for (let i = 0n; i < 8n; i++) value |= (((bits >> i) & 1n) * 0xffn) << (8n * i);
    return value;
  },
};

/** The bits of an 8-bit floating-point immediate in single (32) or double (64) precision. Source: VFPExpandImm. */
function expandFloat(imm8: bigint, widthBits: number): bigint {
  const exponentBits = widthBits === 32 ? 8n : 11n;
  const fractionBits = BigInt(widthBits) - exponentBits - 1n;
  const large = (imm8 >> 6n) & 1n;
  const middle = large * ((1n << (exponentBits - 3n)) - 1n);
  const exponent = ((large ^ 1n) << (exponentBits - 1n)) | (middle << 2n) | ((imm8 >> 4n) & 3n);
  const fraction = (imm8 & 15n) << (fractionBits - 4n);
  return ((imm8 >> 7n) << BigInt(widthBits - 1)) | (exponent << fractionBits) | fraction;
}

/** Decoder of imm8 as a floating-point number of widthBits. */
export function floatImmediate(widthBits: number): OperandDecoder {
  return {
    name: `floatImmediate(${widthBits})`,
    decode: (imm8 = 0n) => expandFloat(imm8, widthBits),
  };
}

/** Decoder of abc:defgh as a floating-point number of widthBits in every element of a doubleword. */
export function floatElements(widthBits: number): OperandDecoder {
  return {
    name: `floatElements(${widthBits})`,
    decode: (abc = 0n, defgh = 0n) => replicated(expandFloat(byteOf(abc, defgh), widthBits), widthBits),
  };
}
