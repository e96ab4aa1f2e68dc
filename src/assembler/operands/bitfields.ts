import {
  fieldAt,
  fieldValue,
  type Mismatch,
  type OperandCodec,
  type OperandReading,
  type OperandWriting,
} from "./codec.js";

/** Reads a number from least to most. */
function readBetween(reading: OperandReading, least: number, most: number): { value: number } | Mismatch {
  const token = reading.reader.peekAt(reading.reader.isMark("#") ? 1 : 0);
  const value = reading.readNumber();
  if (typeof value !== "bigint") return value;
  const number = BigInt.asIntN(64, value);
  if (number >= least && number <= most) return { value: Number(number) };
  return reading.mismatch("WS603", token, `${number} is out of range: ${least} to ${most}`);
}

function dataBits(writing: OperandWriting): number {
  return fieldValue(writing, "sf") === 1 ? 64 : 32;
}

/** LSL #n is UBFM with immr = -n and imms = width-1-n. Source: DDI0487 C6.2 LSL (immediate). */
const leftShift: OperandCodec = {
  read: (reading, operand) => {
    const token = reading.reader.peek;
    const bits = reading.dataBits;
    const read = readBetween(reading, 0, bits - 1);
    if ("message" in read) return read;
    const problem = reading.assign(fieldAt(operand, 0), (bits - read.value) % bits, token);
    return problem ?? reading.assign(fieldAt(operand, 1), bits - 1 - read.value, token);
  },
  write: (writing, operand) => `#${dataBits(writing) - 1 - fieldValue(writing, fieldAt(operand, 1))}`,
};

/** The lowest bit of an insertion: immr = -lsb. Source: DDI0487 C6.2 BFI, SBFIZ, UBFIZ. */
const insertLsb: OperandCodec = {
  read: (reading, operand) => {
    const token = reading.reader.peek;
    const bits = reading.dataBits;
    const read = readBetween(reading, 0, bits - 1);
    if ("message" in read) return read;
    return reading.assign(fieldAt(operand, 0), (bits - read.value) % bits, token);
  },
  write: (writing, operand) => {
    const bits = dataBits(writing);
    return `#${(bits - fieldValue(writing, fieldAt(operand, 0))) % bits}`;
  },
};

/** The width of an insertion: imms = width-1. It ends inside the register. */
const insertWidth: OperandCodec = {
  read: (reading, operand) => {
    const token = reading.reader.peek;
    const bits = reading.dataBits;
    const lsb = (bits - (reading.fields[fieldAt(operand, 0)] ?? 0)) % bits;
    const read = readBetween(reading, 1, bits - lsb);
    if ("message" in read) return read;
    return reading.assign(fieldAt(operand, 1), read.value - 1, token);
  },
  write: (writing, operand) => `#${fieldValue(writing, fieldAt(operand, 1)) + 1}`,
};

/** The width of an extraction from bit immr: imms = lsb+width-1. Source: DDI0487 C6.2 UBFX, SBFX, BFXIL. */
const extractWidth: OperandCodec = {
  read: (reading, operand) => {
    const token = reading.reader.peek;
    const lsb = reading.fields[fieldAt(operand, 0)] ?? 0;
    const read = readBetween(reading, 1, Math.max(1, reading.dataBits - lsb));
    if ("message" in read) return read;
    return reading.assign(fieldAt(operand, 1), lsb + read.value - 1, token);
  },
  write: (writing, operand) =>
    `#${fieldValue(writing, fieldAt(operand, 1)) - fieldValue(writing, fieldAt(operand, 0)) + 1}`,
};

/** Operand kinds in which shifts and bit ranges are written for immr and imms. */
export const bitfieldCodecs = { leftShift, insertLsb, insertWidth, extractWidth } as const;
