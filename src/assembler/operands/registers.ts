import type { Operand } from "../../model/a64/index.js";
import type { Token } from "../text/tokens.js";
import { fieldAt, fieldValue, type Mismatch, type OperandCodec, type OperandReading } from "./codec.js";

/** A register as written: file, number, and whether 31 means the stack pointer. */
export interface Register {
  readonly file: "w" | "x" | "b" | "h" | "s" | "d" | "q";
  readonly number: number;
  readonly special: "sp" | "zr" | undefined;
}

/** Every register by its names. Of general registers 31 has no number: it is the zero register or the stack pointer. */
const REGISTERS: ReadonlyMap<string, Register> = new Map<string, Register>([
  ...(["w", "x"] as const).flatMap((file) => numbered(file, 31)),
  ...(["b", "h", "s", "d", "q"] as const).flatMap((file) => numbered(file, 32)),
  ["sp", { file: "x", number: 31, special: "sp" }],
  ["wsp", { file: "w", number: 31, special: "sp" }],
  ["xzr", { file: "x", number: 31, special: "zr" }],
  ["wzr", { file: "w", number: 31, special: "zr" }],
  ["lr", { file: "x", number: 30, special: undefined }],
  ["fp", { file: "x", number: 29, special: undefined }],
  ["ip0", { file: "x", number: 16, special: undefined }],
  ["ip1", { file: "x", number: 17, special: undefined }],
]);

function numbered(file: Register["file"], count: number): [string, Register][] {
  return Array.from({ length: count }, (_, number) => [
    `${file}${number}`,
    { file, number, special: undefined },
  ]);
}

/** The register that a token names, by itself or through `.req`; undefined when it names none. */
export function registerOf(token: Token, aliases: ReadonlyMap<string, string>): Register | undefined {
  if (token.kind !== "name") return undefined;
  const written = token.text.toLowerCase();
  return REGISTERS.get(aliases.get(token.text) ?? aliases.get(written) ?? written);
}

/** Reads a register of one of the files into a field; gives sf its value where the width is not fixed. */
function readRegister(
  reading: OperandReading,
  name: string,
  files: string,
  at31: "sp" | "zr" | undefined,
): { register: Register; token: Token } | Mismatch {
  const token = reading.reader.next();
  const register = registerOf(token, reading.scope.registerAliases);
  const fits =
    register !== undefined &&
    files.includes(register.file) &&
    (register.special === undefined || register.special === at31);
  if (!fits)
    return reading.mismatch("WS602", token, `${describe(files, at31)} is needed, not ${said(token)}`);
  // With a stack pointer in the place of 31, register 31 itself has no name, and so the other way round.
  return reading.assign(name, register.number, token) ?? { register, token };
}

function said(token: Token): string {
  return token.kind === "end" ? "the end of the line" : `"${token.text}"`;
}

function describe(files: string, at31: "sp" | "zr" | undefined): string {
  const names = [...files].map((file) => `${file.toUpperCase()} register`).join(" or ");
  if (at31 !== "sp") return `a ${names}`;
  return `a ${names} or the stack pointer`;
}

function nameOf(file: string, number: number, at31: "sp" | "zr" | undefined): string {
  if (number !== 31 || at31 === undefined) return `${file}${number}`;
  return at31 === "sp" ? (file === "x" ? "sp" : "wsp") : `${file}zr`;
}

function fixed(file: string, at31: "sp" | "zr" | undefined): OperandCodec {
  return {
    read: (reading, operand) => {
      const read = readRegister(reading, fieldAt(operand, 0), file, at31);
      return "message" in read ? read : undefined;
    },
    write: (writing, operand) => nameOf(file, fieldValue(writing, fieldAt(operand, 0)), at31),
  };
}

function bySf(at31: "sp" | "zr"): OperandCodec {
  return {
    read: (reading, operand) => {
      const read = readRegister(reading, fieldAt(operand, 0), "wx", at31);
      if ("message" in read) return read;
      return reading.assign("sf", read.register.file === "x" ? 1 : 0, read.token);
    },
    write: (writing, operand) => {
      const file = fieldValue(writing, "sf") === 1 ? "x" : "w";
      return nameOf(file, fieldValue(writing, fieldAt(operand, 0)), at31);
    },
  };
}

/** The register of a bit test: W only for bits below 32, X for any, printed by the bit's high part. */
const tested: OperandCodec = {
  read: (reading, operand) => {
    const read = readRegister(reading, fieldAt(operand, 0), "wx", "zr");
    if ("message" in read) return read;
    return read.register.file === "w" ? reading.assign(fieldAt(operand, 1), 0, read.token) : undefined;
  },
  write: (writing, operand) => {
    const file = fieldValue(writing, fieldAt(operand, 1)) === 1 ? "x" : "w";
    return nameOf(file, fieldValue(writing, fieldAt(operand, 0)), "zr");
  },
};

/** C0 … C15, the operands of SYS. */
const controlNumber: OperandCodec = {
  read: (reading, operand: Operand) => {
    const token = reading.reader.next();
    const number = /^[cC](0|[1-9][0-9]?)$/.exec(token.text)?.[1];
    if (token.kind !== "name" || number === undefined || Number(number) > 15) {
      return reading.mismatch("WS602", token, `C0 to C15 is needed, not ${said(token)}`);
    }
    return reading.assign(fieldAt(operand, 0), Number(number), token);
  },
  write: (writing, operand) => `C${fieldValue(writing, fieldAt(operand, 0))}`,
};

/** Operand kinds that name registers. */
export const registerCodecs = {
  W: fixed("w", "zr"),
  X: fixed("x", "zr"),
  WSP: fixed("w", "sp"),
  XSP: fixed("x", "sp"),
  R: bySf("zr"),
  RSP: bySf("sp"),
  B: fixed("b", undefined),
  H: fixed("h", undefined),
  S: fixed("s", undefined),
  D: fixed("d", undefined),
  Q: fixed("q", undefined),
  C: controlNumber,
  tested,
} as const;
