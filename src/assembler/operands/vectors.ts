import type { Operand } from "../../model/a64/index.js";
import type { Token } from "../text/tokens.js";
import {
  fieldAt,
  fieldValue,
  joinedBits,
  joinedValue,
  type Mismatch,
  type OperandCodec,
  type OperandReading,
  type OperandWriting,
} from "./codec.js";

const REGISTERS = 32;
const REGISTER_BYTES = 16;
const ELEMENT_BYTES: Readonly<Record<string, number>> = { b: 1, h: 2, s: 4, d: 8 };

/** A vector register as written: its number, and what follows the dot, such as `16b` or `b`. */
interface VectorName {
  readonly number: number;
  readonly shape: string;
  readonly token: Token;
}

function said(token: Token): string {
  return token.kind === "end" ? "the end of the line" : `"${token.text}"`;
}

/** The vector register here. wanted: an example for the message. */
function readVector(reading: OperandReading, wanted: string): VectorName | Mismatch {
  const token = reading.reader.next();
  const dot = token.text.indexOf(".");
  const [written, shape] =
    dot < 0 ? [token.text, ""] : [token.text.slice(0, dot), token.text.slice(dot + 1).toLowerCase()];
  const aliases = reading.scope.registerAliases;
  const name = aliases.get(written) ?? aliases.get(written.toLowerCase()) ?? written.toLowerCase();
  const number = /^v(0|[1-9][0-9]?)$/.exec(name)?.[1];
  if (token.kind === "name" && number !== undefined && Number(number) < REGISTERS && shape !== "")
    return { number: Number(number), shape, token };
  return reading.mismatch(
    "WS602",
    token,
    `a vector register such as ${wanted} is needed, not ${said(token)}`,
  );
}

function expect(reading: OperandReading, mark: string): Mismatch | undefined {
  const token = reading.reader.peek;
  if (reading.reader.accept(mark)) return undefined;
  return reading.mismatch("WS602", token, `"${mark}" is needed before ${said(token)}`);
}

/**
 * A list of count registers, one after the other and from v31 on to v0, as `{v0.b, v1.b}` or `{v0.b-v3.b}`: the
 * first of them. Source: DDI0487 C7.2 LD1 (multiple structures).
 */
function readList(reading: OperandReading, count: number, wanted: string): VectorName | Mismatch {
  const open = expect(reading, "{");
  if (open !== undefined) return open;
  const first = readVector(reading, wanted);
  if ("message" in first) return first;
  const isRange = reading.reader.accept("-");
  let length = 1;
  for (let more = isRange; more || reading.reader.accept(","); more = false) {
    const next = readVector(reading, wanted);
    if ("message" in next) return next;
    const distance = (next.number - first.number + REGISTERS) % REGISTERS;
    length = isRange ? distance + 1 : length + 1;
    if (next.shape !== first.shape || distance !== length - 1)
      return reading.mismatch(
        "WS602",
        next.token,
        `${said(next.token)} does not follow the register before it`,
      );
  }
  const close = expect(reading, "}");
  if (close !== undefined || length === count) return close ?? first;
  return reading.mismatch("WS602", first.token, `a list of ${count} registers is needed, not of ${length}`);
}

/** Registers of a list as objdump writes them: more than two as a range, unless it goes past v31. */
function writeList(first: number, count: number, shape: string): string {
  const names = Array.from({ length: count }, (_, i) => `v${(first + i) % REGISTERS}.${shape}`);
  const isRange = count > 2 && first + count <= REGISTERS;
  return `{${isRange ? `${names[0]}-${names[count - 1]}` : names.join(", ")}}`;
}

/** Gives the register's field and those of the arrangement their values. */
function assignArranged(reading: OperandReading, operand: Operand, vector: VectorName): Mismatch | undefined {
  const values = reading.scope.table.names.get(operand.names)?.byName;
  const value = values?.get(vector.shape);
  if (value === undefined) {
    const known = [...(values?.keys() ?? [])].join(", ");
    return reading.mismatch("WS602", vector.token, `.${vector.shape} is not one of ${known}`);
  }
  const problem = reading.assignJoined(operand.fields[0] ?? [], value, vector.token);
  return problem ?? reading.assign(fieldAt(operand, 1), vector.number, vector.token);
}

function arrangementOf(writing: OperandWriting, operand: Operand): string | undefined {
  return writing.table.names.get(operand.names)?.byValue.get(joinedValue(writing, operand.fields[0]));
}

/** `v0.16b`: the arrangement is a name for the value of its fields. */
const vector: OperandCodec = {
  read: (reading, operand) => {
    const read = readVector(reading, "v0.16b");
    return "message" in read ? read : assignArranged(reading, operand, read);
  },
  write: (writing, operand) => {
    const shape = arrangementOf(writing, operand);
    return shape === undefined ? undefined : `v${fieldValue(writing, fieldAt(operand, 1))}.${shape}`;
  },
};

/** `{v0.16b-v3.16b}`. */
const vectors: OperandCodec = {
  read: (reading, operand) => {
    const read = readList(reading, operand.count, "v0.16b");
    return "message" in read ? read : assignArranged(reading, operand, read);
  },
  write: (writing, operand) => {
    const shape = arrangementOf(writing, operand);
    const first = fieldValue(writing, fieldAt(operand, 1));
    return shape === undefined ? undefined : writeList(first, operand.count, shape);
  },
};

/** The bits of a lane's fields below its number: a lane of bytes has a 4-bit number, one of doublewords a bit. */
function bitsBelow(fieldBits: number, element: string): number {
  const lanes = REGISTER_BYTES / (ELEMENT_BYTES[element] ?? 1);
  return fieldBits - Math.log2(lanes);
}

/** `[3]`, and the register: their fields get their values. */
function readLane(reading: OperandReading, operand: Operand, vector: VectorName): Mismatch | undefined {
  const element = operand.names;
  if (vector.shape !== element)
    return reading.mismatch("WS602", vector.token, `.${element} is needed, not .${vector.shape}`);
  const open = expect(reading, "[");
  if (open !== undefined) return open;
  const token = reading.reader.peek;
  if (reading.reader.isMark("#"))
    return reading.mismatch("WS602", token, "a lane's number is written without #");
  const number = reading.readNumber();
  if (typeof number !== "bigint") return number;
  const most = REGISTER_BYTES / (ELEMENT_BYTES[element] ?? 1) - 1;
  if (number > BigInt(most))
    return reading.mismatch(
      "WS603",
      token,
      `lane ${BigInt.asIntN(64, number)} is out of range: 0 to ${most}`,
    );
  const names = operand.fields[0] ?? [];
  const below = bitsBelow(reading.joinedWidth(names), element);
  const problem =
    reading.assignJoined(names, Number(number) * 2 ** below + operand.scale, token) ??
    reading.assign(fieldAt(operand, 1), vector.number, vector.token);
  return problem ?? expect(reading, "]");
}

function writeLane(writing: OperandWriting, operand: Operand): string {
  const names = operand.fields[0] ?? [];
  return `[${joinedValue(writing, names) >> bitsBelow(joinedBits(writing.instruction, names), operand.names)}]`;
}

/** `v0.b[3]`. */
const lane: OperandCodec = {
  read: (reading, operand) => {
    const read = readVector(reading, `v0.${operand.names}`);
    return "message" in read ? read : readLane(reading, operand, read);
  },
  write: (writing, operand) =>
    `v${fieldValue(writing, fieldAt(operand, 1))}.${operand.names}${writeLane(writing, operand)}`,
};

/** `{v0.b, v1.b}[3]`. */
const lanes: OperandCodec = {
  read: (reading, operand) => {
    const read = readList(reading, operand.count, `v0.${operand.names}`);
    return "message" in read ? read : readLane(reading, operand, read);
  },
  write: (writing, operand) => {
    const first = fieldValue(writing, fieldAt(operand, 1));
    return writeList(first, operand.count, operand.names) + writeLane(writing, operand);
  },
};

/** `v0.d[1]`, the only lane that FMOV moves to and from a general register. */
const upper: OperandCodec = {
  read: (reading, operand) => {
    const read = readVector(reading, "v0.d[1]");
    if ("message" in read) return read;
    const { reader } = reading;
    const isUpper =
      read.shape === "d" && reader.accept("[") && reader.next().value === 1n && reader.accept("]");
    if (isUpper) return reading.assign(fieldAt(operand, 0), read.number, read.token);
    return reading.mismatch("WS602", read.token, `the only lane here is v${read.number}.d[1]`);
  },
  write: (writing, operand) => `v${fieldValue(writing, fieldAt(operand, 0))}.d[1]`,
};

/** Operand kinds that are vector registers, lists of them and their lanes. */
export const vectorCodecs = { vector, vectors, lane, lanes, upper } as const;
