import type { Operand } from "../../model/a64/index.js";
import type { Token } from "../text/tokens.js";
import {
  fieldAt,
  fieldValue,
  joinedValue,
  type Mismatch,
  type OperandCodec,
  type OperandReading,
} from "./codec.js";
import { hex, numberToken, readShift, signed } from "./immediates.js";

/** Reads a byte into joined fields; a negative one is written as people write -1. */
function readByte(reading: OperandReading, operand: Operand): Mismatch | undefined {
  const token = numberToken(reading);
  const value = reading.readNumber();
  if (typeof value !== "bigint") return value;
  const number = signed(value);
  if (number < -128n || number > 255n)
    return reading.mismatch("WS603", token, `${number} is out of range: -128 to 255`);
  return reading.assignJoined(operand.fields[0] ?? [], Number(number & 0xffn), token);
}

/** A byte, which may be written with a shift by nothing. */
const byte: OperandCodec = {
  read: (reading, operand) => {
    const problem = readByte(reading, operand);
    if (problem !== undefined) return problem;
    const shift = readShift(reading, [0]);
    return typeof shift === "object" ? shift : undefined;
  },
  write: (writing, operand) => hex(joinedValue(writing, operand.fields[0])),
};

/** A byte that is shifted by whole bytes: `#0x12, lsl #8`. least: the smallest shift in bytes. */
function shiftedByte(modifier: "lsl" | "msl", least: number): OperandCodec {
  return {
    read: (reading, operand) => {
      const problem = readByte(reading, operand);
      if (problem !== undefined) return problem;
      const amounts = 2 ** reading.widthOf(fieldAt(operand, 1));
      const allowed = Array.from({ length: amounts }, (_, i) => 8 * (least + i));
      const at = reading.reader.peek;
      const shift = readShift(reading, allowed, modifier) ?? 0;
      if (typeof shift === "object") return shift;
      if (shift < 8 * least)
        return reading.mismatch("WS602", at, `${modifier} #${8 * least} or more is needed`);
      return reading.assign(fieldAt(operand, 1), shift / 8 - least, at);
    },
    write: (writing, operand) => {
      const shift = 8 * (least + fieldValue(writing, fieldAt(operand, 1)));
      const value = hex(joinedValue(writing, operand.fields[0]));
      return shift === 0 ? value : `${value}, ${modifier} #${shift}`;
    },
  };
}

/** A doubleword of bytes that are all zeros or all ones, one bit for each. Source: DDI0487 AdvSIMDExpandImm. */
const byteMask: OperandCodec = {
  read: (reading, operand) => {
    const token = numberToken(reading);
    const value = reading.readNumber();
    if (typeof value !== "bigint") return value;
    let bits = 0;
    for (let i = 0; i < 8; i++) {
      const byte = (value >> BigInt(8 * i)) & 0xffn;
      if (byte !== 0n && byte !== 0xffn)
        return reading.mismatch("WS603", token, `each byte of ${hex(value)} has to be 0x00 or 0xff`);
      if (byte !== 0n) bits += 2 ** i;
    }
    return reading.assignJoined(operand.fields[0] ?? [], bits, token);
  },
  write: (writing, operand) => {
    const bits = joinedValue(writing, operand.fields[0]);
    let value = 0n;
    for (let i = 0; i < 8; i++) if ((bits >> i) & 1) value |= 0xffn << BigInt(8 * i);
    return hex(value);
  },
};

/** The number of an 8-bit floating-point immediate: ±n/16 × 2^r, n 16 … 31, r -3 … 4. Source: DDI0487 VFPExpandImm. */
function expandFloat(imm8: number): number {
  const exponent = ((imm8 >> 4) & 7) ^ 4;
  const magnitude = ((16 + (imm8 & 15)) / 16) * 2 ** (exponent - 3);
  return imm8 & 0x80 ? -magnitude : magnitude;
}

/** `#1.5`; written with 18 digits after the point, as objdump does. */
const float8: OperandCodec = {
  read: (reading, operand) => {
    const read = readFloat(reading);
    if ("message" in read) return read;
    for (let imm8 = 0; imm8 < 256; imm8++)
      if (expandFloat(imm8) === read.value)
        return reading.assignJoined(operand.fields[0] ?? [], imm8, read.token);
    return reading.mismatch(
      "WS603",
      read.token,
      `${read.value} is not one of the 256 numbers ±n/16 × 2^r, n 16 to 31, r -3 to 4`,
    );
  },
  write: (writing, operand) => {
    const [digits = "", exponent = ""] = expandFloat(joinedValue(writing, operand.fields[0]))
      .toExponential(18)
      .split("e");
    return `#${digits}e${exponent[0]}${exponent.slice(1).padStart(2, "0")}`;
  },
};

function readFloat(reading: OperandReading): { value: number; token: Token } | Mismatch {
  const { reader } = reading;
  reader.accept("#");
  const negative = reader.accept("-");
  const token = reader.next();
  const decimal = token.kind === "float" || (token.kind === "number" && /^[0-9]+$/.test(token.text));
  if (!decimal) return reading.mismatch("WS602", token, "a floating-point number such as 1.5 is needed");
  return { value: negative ? -Number(token.text) : Number(token.text), token };
}

/** A number that the other operands decide: what is written has to be it. */
function decided(reading: OperandReading, wanted: number): Mismatch | undefined {
  const token = numberToken(reading);
  const value = reading.readNumber();
  if (typeof value !== "bigint") return value;
  if (value === BigInt(wanted)) return undefined;
  return reading.mismatch(
    "WS603",
    token,
    `${signed(value)} is out of range: only ${wanted} goes with these operands`,
  );
}

/** A number that is the same for every word of the form. */
const exact: OperandCodec = {
  read: (reading, operand) => decided(reading, operand.scale),
  write: (_writing, operand) => `#${operand.scale}`,
};

/** unit × 2^field, the field being known from an operand before. */
const sized: OperandCodec = {
  read: (reading, operand) => decided(reading, bytesOf(operand, reading.fields[fieldAt(operand, 0)] ?? 0)),
  write: (writing, operand) => `#${bytesOf(operand, fieldValue(writing, fieldAt(operand, 0)))}`,
};

function bytesOf(operand: Operand, field: number): number {
  return operand.scale * 2 ** field;
}

/** Operand kinds that are the numbers of SIMD&FP instructions. */
export const vectorImmediateCodecs = {
  byte,
  lsl8: shiftedByte("lsl", 0),
  msl8: shiftedByte("msl", 1),
  byteMask,
  float8,
  exact,
  sized,
} as const;
