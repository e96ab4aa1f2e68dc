import type { Ops, Semantics } from "../ops.js";
import { read, signedAtWidth, widthOf, write } from "./integer.js";

type Binary = <V>(ops: Ops<V>, x: V, y: V) => V;
const add: Binary = (ops, x, y) => ops.add(x, y);
const subtract: Binary = (ops, x, y) => ops.subtract(x, y);

function multiplyAccumulate(accumulate: Binary): Semantics {
  return (ops, f) => {
    const width = widthOf(f);
    const product = ops.multiply(read(ops, f.value("Rn"), width), read(ops, f.value("Rm"), width));
    write(ops, f.value("Rd"), accumulate(ops, read(ops, f.value("Ra"), width), product), width);
  };
}

/** MADD, MUL. */
export const MADD: Semantics = multiplyAccumulate(add);
/** MSUB, MNEG. */
export const MSUB: Semantics = multiplyAccumulate(subtract);

type Extend = <V>(ops: Ops<V>, word: V) => V;
const asSigned: Extend = (ops, word) => ops.signExtend(word, 32);
const asUnsigned: Extend = (ops, word) => ops.zeroExtend(word, 32);

function multiplyLong(extend: Extend, accumulate: Binary): Semantics {
  return (ops, f) => {
    const x = extend(ops, ops.readX(f.value("Rn")));
    const y = extend(ops, ops.readX(f.value("Rm")));
    ops.writeX(f.value("Rd"), accumulate(ops, ops.readX(f.value("Ra")), ops.multiply(x, y)));
  };
}

/** SMADDL, SMULL. */
export const SMADDL: Semantics = multiplyLong(asSigned, add);
/** SMSUBL, SMNEGL. */
export const SMSUBL: Semantics = multiplyLong(asSigned, subtract);
/** UMADDL, UMULL. */
export const UMADDL: Semantics = multiplyLong(asUnsigned, add);
/** UMSUBL, UMNEGL. */
export const UMSUBL: Semantics = multiplyLong(asUnsigned, subtract);

/** SMULH: the upper half of a signed product. */
export const SMULH: Semantics = (ops, f) => {
  ops.writeX(f.value("Rd"), ops.multiplyHighSigned(ops.readX(f.value("Rn")), ops.readX(f.value("Rm"))));
};

/** UMULH: the upper half of an unsigned product. */
export const UMULH: Semantics = (ops, f) => {
  ops.writeX(f.value("Rd"), ops.multiplyHighUnsigned(ops.readX(f.value("Rn")), ops.readX(f.value("Rm"))));
};

/** UDIV. */
export const UDIV: Semantics = (ops, f) => {
  const width = widthOf(f);
  const quotient = ops.divideUnsigned(read(ops, f.value("Rn"), width), read(ops, f.value("Rm"), width));
  write(ops, f.value("Rd"), quotient, width);
};

/** SDIV; -2^31 / -1 fits 64 bits and is cut to 0x80000000, as the manual wants. */
export const SDIV: Semantics = (ops, f) => {
  const width = widthOf(f);
  const x = signedAtWidth(ops, read(ops, f.value("Rn"), width), width);
  const y = signedAtWidth(ops, read(ops, f.value("Rm"), width), width);
  write(ops, f.value("Rd"), ops.divideSigned(x, y), width);
};

const CRC32 = 0xedb88320;
const CRC32C = 0x82f63b78;

function checksum(sizeBits: number, polynomial: number): Semantics {
  return (ops, f) => {
    const accumulator = ops.zeroExtend(ops.readX(f.value("Rn")), 32);
    const data = ops.readX(f.value("Rm"));
    ops.writeX(f.value("Rd"), ops.crc32(accumulator, data, sizeBits, polynomial));
  };
}

/** CRC32B. */
export const CRC32B: Semantics = checksum(8, CRC32);
/** CRC32H. */
export const CRC32H: Semantics = checksum(16, CRC32);
/** CRC32W. */
export const CRC32W: Semantics = checksum(32, CRC32);
/** CRC32X. */
export const CRC32X: Semantics = checksum(64, CRC32);
/** CRC32CB. */
export const CRC32CB: Semantics = checksum(8, CRC32C);
/** CRC32CH. */
export const CRC32CH: Semantics = checksum(16, CRC32C);
/** CRC32CW. */
export const CRC32CW: Semantics = checksum(32, CRC32C);
/** CRC32CX. */
export const CRC32CX: Semantics = checksum(64, CRC32C);
