import type { Operand } from "../../model/a64/index.js";
import {
  fieldAt,
  fieldValue,
  type Mismatch,
  type OperandCodec,
  type OperandReading,
  type OperandWriting,
  stackPointerFields,
} from "./codec.js";
import { type Register, registerOf } from "./registers.js";

const SHIFTS: readonly string[] = ["lsl", "lsr", "asr", "ror"];
const EXTENDS: readonly string[] = ["uxtb", "uxth", "uxtw", "uxtx", "sxtb", "sxth", "sxtw", "sxtx"];
const UXTW = 2;
const UXTX = 3;

/** The W or X register here, into a field. 31 is the zero register. */
function readIndexRegister(reading: OperandReading, name: string): Register | Mismatch {
  const token = reading.reader.next();
  const register = registerOf(token, reading.scope.registerAliases);
  if (register === undefined || !"wx".includes(register.file) || register.special === "sp") {
    const said = token.kind === "end" ? "the end of the line" : `"${token.text}"`;
    return reading.mismatch("WS602", token, `a W register or X register is needed, not ${said}`);
  }
  return reading.assign(name, register.number, token) ?? register;
}

/** A modifier after a comma, such as `lsl #3` or `uxtw`. amount: undefined when none is written. */
interface Modifier {
  readonly name: string;
  readonly amount: bigint | undefined;
}

function readModifier(reading: OperandReading, names: readonly string[]): Modifier | Mismatch | undefined {
  if (!reading.reader.isMark(",")) return undefined;
  const word = reading.reader.peekAt(1);
  const name = word.text.toLowerCase();
  if (word.kind !== "name" || !names.includes(name)) {
    return reading.mismatch("WS602", word, `"${word.text}" is not one of ${names.join(", ")}`);
  }
  reading.reader.position += 2;
  const follows = reading.reader.peek;
  const bare =
    follows.kind === "end" || (follows.kind === "mark" && (follows.text === "]" || follows.text === ","));
  if (bare) return { name, amount: undefined };
  const amount = reading.readNumber();
  return typeof amount === "bigint" ? { name, amount: BigInt.asIntN(64, amount) } : amount;
}

/** `Rm{, shift #amount}`. */
const shifted: OperandCodec = {
  read: (reading, operand) => {
    const token = reading.reader.peek;
    const register = readIndexRegister(reading, fieldAt(operand, 0));
    if ("message" in register) return register;
    const width = reading.assign("sf", register.file === "x" ? 1 : 0, token);
    if (width !== undefined) return width;
    const where = reading.reader.peekAt(1);
    const modifier = readModifier(reading, SHIFTS) ?? { name: "lsl", amount: 0n };
    if ("message" in modifier) return modifier;
    if (modifier.amount === undefined)
      return reading.mismatch("WS602", where, `${modifier.name} needs an amount`);
    const most = BigInt(reading.dataBits - 1);
    if (modifier.amount < 0n || modifier.amount > most) {
      return reading.mismatch("WS603", where, `a shift by ${modifier.amount} is out of range: 0 to ${most}`);
    }
    const problem = reading.assign(fieldAt(operand, 1), SHIFTS.indexOf(modifier.name), where);
    return problem ?? reading.assign(fieldAt(operand, 2), Number(modifier.amount), where);
  },
  write: (writing, operand) => {
    const number = fieldValue(writing, fieldAt(operand, 0));
    const register = generalName(fieldValue(writing, "sf") === 1 ? "x" : "w", number);
    const shift = fieldValue(writing, fieldAt(operand, 1));
    const amount = fieldValue(writing, fieldAt(operand, 2));
    return shift === 0 && amount === 0 ? register : `${register}, ${SHIFTS[shift]} #${amount}`;
  },
};

function generalName(file: string, number: number): string {
  return number === 31 ? `${file}zr` : `${file}${number}`;
}

/**
 * `Rm{, extend {#amount}}`. Beside a stack pointer, LSL and nothing at all stand for the extend that changes
 * nothing. Source: DDI0487 C6.2 ADD (extended register).
 */
const extended: OperandCodec = {
  read: (reading, operand) => {
    const token = reading.reader.peek;
    const register = readIndexRegister(reading, fieldAt(operand, 0));
    if ("message" in register) return register;
    const where = reading.reader.peekAt(1);
    const modifier = readModifier(reading, [...EXTENDS, "lsl"]) ?? { name: "lsl", amount: 0n };
    if ("message" in modifier) return modifier;
    const plain = reading.dataBits === 64 ? UXTX : UXTW;
    const option = modifier.name === "lsl" ? plain : EXTENDS.indexOf(modifier.name);
    if (
      modifier.name === "lsl" &&
      (modifier.amount === undefined || !besideStackPointer(reading.form, reading.fields))
    ) {
      return reading.mismatch("WS602", where, "an extend is needed here, such as uxtx");
    }
    const wide = reading.dataBits === 64 && (option & 3) === UXTX;
    if (register.file !== (wide ? "x" : "w")) {
      return reading.mismatch("WS602", token, `${EXTENDS[option]} takes ${wide ? "an X" : "a W"} register`);
    }
    const amount = modifier.amount ?? 0n;
    if (amount < 0n || amount > 4n)
      return reading.mismatch("WS603", where, `a shift by ${amount} is out of range: 0 to 4`);
    const problem = reading.assign(fieldAt(operand, 1), option, where);
    return problem ?? reading.assign(fieldAt(operand, 2), Number(amount), where);
  },
  write: (writing, operand) => {
    const option = fieldValue(writing, fieldAt(operand, 1));
    const amount = fieldValue(writing, fieldAt(operand, 2));
    const wide = fieldValue(writing, "sf") === 1;
    const register = generalName(
      wide && (option & 3) === UXTX ? "x" : "w",
      fieldValue(writing, fieldAt(operand, 0)),
    );
    const plain = option === (wide ? UXTX : UXTW) && besideStackPointer(writing.form, writing.fields);
    if (plain) return amount === 0 ? register : `${register}, lsl #${amount}`;
    return amount === 0 ? `${register}, ${EXTENDS[option]}` : `${register}, ${EXTENDS[option]} #${amount}`;
  },
};

function besideStackPointer(form: OperandWriting["form"], fields: Readonly<Record<string, number>>): boolean {
  return stackPointerFields(form).some((name) => fields[name] === 31);
}

/** The extends of an address, which are LSL and those from a word or a signed doubleword. */
const INDEX_EXTENDS: readonly string[] = ["uxtw", "lsl", "sxtw", "sxtx"];

/** `Xm{, lsl #n}` or `Wm, extend {#n}` in an address, n being 0 or the access's own shift. */
const index: OperandCodec = {
  read: (reading, operand) => {
    const token = reading.reader.peek;
    const register = readIndexRegister(reading, fieldAt(operand, 0));
    if ("message" in register) return register;
    const where = reading.reader.peekAt(1);
    const modifier = readModifier(reading, INDEX_EXTENDS);
    if (modifier !== undefined && "message" in modifier) return modifier;
    const name = modifier?.name ?? "lsl";
    if (name === "lsl" && modifier !== undefined && modifier.amount === undefined) {
      return reading.mismatch("WS602", where, "lsl needs an amount");
    }
    const wide = name === "lsl" || name === "sxtx";
    if (register.file !== (wide ? "x" : "w")) {
      return reading.mismatch("WS602", token, `${name} takes ${wide ? "an X" : "a W"} register here`);
    }
    const problem = reading.assign(
      fieldAt(operand, 1),
      EXTENDS.indexOf(name === "lsl" ? "uxtx" : name),
      token,
    );
    return problem ?? readIndexShift(reading, operand, modifier?.amount);
  },
  write: (writing, operand) => {
    const option = fieldValue(writing, fieldAt(operand, 1));
    const register = generalName((option & 1) === 1 ? "x" : "w", fieldValue(writing, fieldAt(operand, 0)));
    const name = option === UXTX ? "lsl" : (EXTENDS[option] ?? "");
    if (fieldValue(writing, fieldAt(operand, 2)) === 1) return `${register}, ${name} #${operand.scale}`;
    return option === UXTX ? register : `${register}, ${name}`;
  },
};

/** An access of one byte has no shift, and says by S whether `#0` was written. */
function readIndexShift(
  reading: OperandReading,
  operand: Operand,
  amount: bigint | undefined,
): Mismatch | undefined {
  const token = reading.reader.peek;
  const shift = BigInt(operand.scale);
  if (amount !== undefined && amount !== 0n && amount !== shift) {
    const allowed = shift === 0n ? "0" : `0 or ${shift}`;
    return reading.mismatch("WS603", token, `a shift by ${amount} is out of range: ${allowed}`);
  }
  return reading.assign(fieldAt(operand, 2), amount !== undefined && amount === shift ? 1 : 0, token);
}

/** Operand kinds that are a register with a shift or an extend. */
export const shiftCodecs = { shifted, extended, index } as const;
