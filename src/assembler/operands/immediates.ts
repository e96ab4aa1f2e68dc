import { maskOf } from "../../core/u64.js";
import { decodeBitmask, encodeBitmask, encodeWide } from "../../model/a64/bitmask.js";
import type { Operand } from "../../model/a64/index.js";
import type { RelocationType } from "../object/object-code.js";
import type { Token } from "../text/tokens.js";
import {
  fieldAt,
  fieldValue,
  joinedBits,
  joinedValue,
  type Mismatch,
  type OperandCodec,
  type OperandReading,
} from "./codec.js";

/** `#0x12`. */
export const hex = (value: number | bigint): string => `#0x${value.toString(16)}`;

/** The value as a signed number: what a person wrote as -1 is 2^64-1 in an expression. */
export function signed(value: bigint): bigint {
  return BigInt.asIntN(64, value);
}

function outOfRange(
  reading: OperandReading,
  token: Token,
  value: bigint,
  least: bigint,
  most: bigint,
  step = 1n,
): Mismatch {
  const steps = step === 1n ? "" : ` in steps of ${step}`;
  return reading.mismatch("WS603", token, `${signed(value)} is out of range: ${least} to ${most}${steps}`);
}

/** The token of the number here, after an optional "#". */
export function numberToken(reading: OperandReading): Token {
  return reading.reader.peekAt(reading.reader.isMark("#") ? 1 : 0);
}

/** Reads a number of joined fields, divided by a scale; signed fields are kept in two's complement. */
function readScaled(reading: OperandReading, operand: Operand, isSigned: boolean): Mismatch | undefined {
  const token = numberToken(reading);
  const value = reading.readNumber();
  if (typeof value !== "bigint") return value;
  const names = operand.fields[0] ?? [];
  const width = reading.joinedWidth(names);
  const step = BigInt(operand.scale);
  const least = isSigned ? -(1n << BigInt(width - 1)) : 0n;
  const most = (1n << BigInt(isSigned ? width - 1 : width)) - 1n;
  const number = signed(value);
  if (number % step !== 0n || number / step < least || number / step > most) {
    return outOfRange(reading, token, value, least * step, most * step, step);
  }
  return reading.assignJoined(names, Number((number / step) & maskOf(0, width)), token);
}

const LOW12 = ["LDST8", "LDST16", "LDST32", "LDST64", "LDST128"] as const;

/** `:lo12:place`, which the linker puts in; undefined when there is none here. */
function readLow12(
  reading: OperandReading,
  names: readonly string[],
  type: RelocationType,
): Mismatch | undefined | "none" {
  const start = reading.reader.isMark("#") ? 1 : 0;
  const colon = reading.reader.peekAt(start);
  if (colon.kind !== "mark" || colon.text !== ":") return "none";
  const operator = reading.reader.peekAt(start + 1);
  const close = reading.reader.peekAt(start + 2);
  if (operator.text.toLowerCase() !== "lo12" || close.text !== ":") {
    return reading.mismatch(
      "WS602",
      operator,
      `:${operator.text}: is no relocation operator here; :lo12: is`,
    );
  }
  reading.reader.position += start + 3;
  const token = reading.reader.peek;
  const value = reading.readValue();
  if ("message" in value) return value;
  if (value.plus === undefined || value.minus !== undefined) {
    return reading.mismatch("WS618", token, ":lo12: takes a place");
  }
  reading.relocation = { type, value };
  return reading.assignJoined(names, 0, token);
}

const dec: OperandCodec = {
  read: (reading, operand) => {
    const kind = LOW12[Math.log2(operand.scale)];
    // Only the unsigned 12-bit offsets have a relocation for the low bits of a place.
    if (kind !== undefined && fieldAt(operand, 0) === "imm12") {
      const low = readLow12(reading, operand.fields[0] ?? [], `R_AARCH64_${kind}_ABS_LO12_NC`);
      if (low !== "none") return low;
    }
    return readScaled(reading, operand, false);
  },
  write: (writing, operand) => `#${joinedValue(writing, operand.fields[0]) * operand.scale}`,
};

const sdec: OperandCodec = {
  read: (reading, operand) => readScaled(reading, operand, true),
  write: (writing, operand) => {
    const width = joinedBits(writing.instruction, operand.fields[0] ?? []);
    const value = joinedValue(writing, operand.fields[0]);
    return `#${(value >= 2 ** (width - 1) ? value - 2 ** width : value) * operand.scale}`;
  },
};

const hexadecimal: OperandCodec = {
  read: (reading, operand) => readScaled(reading, operand, false),
  write: (writing, operand) => hex(joinedValue(writing, operand.fields[0])),
};

/** An offset that can only be 0, as exclusive accesses may be written with. It is never printed. */
const zero: OperandCodec = {
  read: (reading) => {
    const token = numberToken(reading);
    const value = reading.readNumber();
    if (typeof value !== "bigint") return value;
    return value === 0n ? undefined : reading.mismatch("WS603", token, "the only offset here is 0");
  },
  write: () => "#0",
};

/** A number in the range of the instruction's data width, as its low bits; signed or unsigned as written. */
function readData(reading: OperandReading): { value: bigint; token: Token } | Mismatch {
  const token = numberToken(reading);
  const value = reading.readNumber();
  if (typeof value !== "bigint") return value;
  const bits = reading.dataBits;
  const number = signed(value);
  if (bits === 32 && (number < -(1n << 31n) || number >= 1n << 32n)) {
    return outOfRange(reading, token, value, -(1n << 31n), (1n << 32n) - 1n);
  }
  return { value: value & maskOf(0, bits), token };
}

function bitmask(inverted: boolean): OperandCodec {
  return {
    read: (reading, operand) => {
      const read = readData(reading);
      if ("message" in read) return read;
      const bits = reading.dataBits;
      const wanted = inverted ? ~read.value & maskOf(0, bits) : read.value;
      const encoded = encodeBitmask(bits, wanted);
      if (encoded === undefined) {
        const message = `0x${read.value.toString(16)} is no bitmask immediate: a rotated run of ones, repeated`;
        return reading.mismatch("WS603", read.token, message);
      }
      const joined = encoded.N * 4096 + encoded.immr * 64 + encoded.imms;
      return reading.assignJoined(operand.fields[0] ?? [], joined, read.token);
    },
    write: (writing) => {
      const bits = fieldValue(writing, "sf") === 1 ? 64 : 32;
      const fields = {
        N: fieldValue(writing, "N"),
        immr: fieldValue(writing, "immr"),
        imms: fieldValue(writing, "imms"),
      };
      const value = decodeBitmask(bits, fields);
      return value === undefined ? undefined : hex(inverted ? ~value & maskOf(0, bits) : value);
    },
  };
}

/** `, lsl #n` after an immediate: n, or undefined when it is not there. modifier: the word for it. */
export function readShift(
  reading: OperandReading,
  allowed: readonly number[],
  modifier = "lsl",
): number | undefined | Mismatch {
  const word = reading.reader.peekAt(1);
  if (!reading.reader.isMark(",") || word.kind !== "name" || word.text.toLowerCase() !== modifier)
    return undefined;
  reading.reader.position += 2;
  const token = numberToken(reading);
  const value = reading.readNumber();
  if (typeof value !== "bigint") return value;
  if (allowed.some((n) => BigInt(n) === value)) return Number(value);
  return reading.mismatch("WS603", token, `a shift of ${signed(value)} is not one of ${allowed.join(", ")}`);
}

/** A 12-bit immediate, shifted by 12 where it is written so or where only that can hold it. */
function shifted12(negated: boolean): OperandCodec {
  return {
    read: (reading, operand) => {
      const immediate = fieldAt(operand, 0);
      const shift = fieldAt(operand, 1);
      if (!negated) {
        const low = readLow12(reading, [immediate, shift], "R_AARCH64_ADD_ABS_LO12_NC");
        if (low !== "none") return low;
      }
      const token = numberToken(reading);
      const value = reading.readNumber();
      if (typeof value !== "bigint") return value;
      const given = readShift(reading, [0, 12]);
      if (typeof given === "object") return given;
      const magnitude = negated ? -signed(value) : signed(value);
      const fits = magnitude >= 0n && magnitude < 4096n;
      const fitsShifted =
        given === undefined && magnitude > 0n && magnitude < 1n << 24n && magnitude % 4096n === 0n;
      if (!fits && !fitsShifted) {
        return reading.mismatch(
          "WS603",
          token,
          `${signed(value)} is neither 0 to 4095 nor such a number shifted by 12`,
        );
      }
      const twelve = given === 12 || !fits;
      const problem = reading.assign(immediate, Number(fits ? magnitude : magnitude / 4096n), token);
      return problem ?? reading.assign(shift, twelve ? 1 : 0, token);
    },
    write: (writing, operand) => {
      const value = hex(fieldValue(writing, fieldAt(operand, 0)));
      return fieldValue(writing, fieldAt(operand, 1)) === 1 ? `${value}, lsl #12` : value;
    },
  };
}

/** MOVZ's own immediate: 16 bits and the shift that is written. */
const wide: OperandCodec = {
  read: (reading, operand) => {
    const token = numberToken(reading);
    const value = reading.readNumber();
    if (typeof value !== "bigint") return value;
    if (value > 0xffffn) return outOfRange(reading, token, value, 0n, 0xffffn);
    const shift = readShift(reading, reading.dataBits === 64 ? [0, 16, 32, 48] : [0, 16]);
    if (typeof shift === "object") return shift;
    const problem = reading.assign(fieldAt(operand, 0), Number(value), token);
    return problem ?? reading.assign(fieldAt(operand, 1), (shift ?? 0) / 16, token);
  },
  write: (writing, operand) => {
    const hw = fieldValue(writing, fieldAt(operand, 1));
    const value = hex(fieldValue(writing, fieldAt(operand, 0)));
    return hw === 0 ? value : `${value}, lsl #${16 * hw}`;
  },
};

/** The whole value that MOV moves, when one MOVZ (or, inverted, one MOVN) can. */
function moved(inverted: boolean): OperandCodec {
  return {
    read: (reading, operand) => {
      const read = readData(reading);
      if ("message" in read) return read;
      const bits = reading.dataBits;
      const encoded = encodeWide(bits, inverted ? ~read.value & maskOf(0, bits) : read.value);
      if (encoded === undefined) {
        const message = `0x${read.value.toString(16)} cannot be moved by one instruction`;
        return reading.mismatch("WS603", read.token, message, "load it from a literal: ldr register, =value");
      }
      const problem = reading.assign(fieldAt(operand, 0), encoded.imm16, read.token);
      return problem ?? reading.assign(fieldAt(operand, 1), encoded.hw, read.token);
    },
    write: (writing, operand) => {
      const bits = fieldValue(writing, "sf") === 1 ? 64 : 32;
      const part =
        BigInt(fieldValue(writing, fieldAt(operand, 0))) <<
        BigInt(16 * fieldValue(writing, fieldAt(operand, 1)));
      return hex(inverted ? ~part & maskOf(0, bits) : part);
    },
  };
}

/** Operand kinds that are numbers in the word. */
export const immediateCodecs = {
  dec,
  sdec,
  hex: hexadecimal,
  zero,
  bitmask: bitmask(false),
  bitmaskInverted: bitmask(true),
  shifted12: shifted12(false),
  negated12: shifted12(true),
  wide,
  moveWide: moved(false),
  moveInverted: moved(true),
} as const;
