import { oncePer } from "../../core/once-per.js";
import type { A64Names, Operand, SystemOperation } from "../../model/a64/index.js";
import {
  fieldAt,
  fieldValue,
  joinedValue,
  type Mismatch,
  type OperandCodec,
  type OperandReading,
  type OperandWriting,
  type Sysregs,
} from "./codec.js";
import { registerCodecs } from "./registers.js";

function namesOf(table: { readonly names: ReadonlyMap<string, A64Names> }, operand: Operand): A64Names {
  const names = table.names.get(operand.names);
  if (names === undefined) throw new RangeError(`there is no set of names ${operand.names}`);
  return names;
}

/** A name of a set, or its number where the set has unnamed values. */
function named(flipped: number): OperandCodec {
  return {
    read: (reading, operand) => {
      const names = namesOf(reading.scope.table, operand);
      const token = reading.reader.peek;
      const value = token.kind === "name" ? names.byName.get(token.text.toLowerCase()) : undefined;
      const fields = operand.fields[0] ?? [];
      if (value !== undefined) {
        reading.reader.next();
        return reading.assignJoined(fields, value ^ flipped, token);
      }
      if (names.unnamed === undefined || (token.kind === "name" && !reading.reader.isMark("#"))) {
        const message = `"${token.text}" is no ${operand.names}`;
        return reading.mismatch(
          "WS602",
          token,
          message,
          `it is one of ${[...names.byName.keys()].join(", ")}`,
        );
      }
      const number = reading.readNumber();
      if (typeof number !== "bigint") return number;
      const most = 2 ** reading.joinedWidth(fields) - 1;
      if (number > BigInt(most))
        return reading.mismatch("WS603", token, `${number} is out of range: 0 to ${most}`);
      return reading.assignJoined(fields, Number(number), token);
    },
    write: (writing, operand) => {
      const names = namesOf(writing.table, operand);
      const value = joinedValue(writing, operand.fields[0]) ^ flipped;
      const name = names.byValue.get(value);
      if (name !== undefined || names.unnamed === undefined) return name;
      return `#0x${value.toString(16).padStart(2, "0")}`;
    },
  };
}

/** op0 is 2 or 3: the field o0 is its low bit. */
function encodingOf(op0: number, op1: number, CRn: number, CRm: number, op2: number): number {
  return (((((op0 - 2) * 8 + op1) * 16 + CRn) * 16 + CRm) * 8 + op2) >>> 0;
}

const GENERIC = /^s([23])_([0-7])_c([0-9]|1[0-5])_c([0-9]|1[0-5])_([0-7])$/;

/** A system register by name, or s3_0_c1_c0_0 for its encoding. */
const register: OperandCodec = {
  read: (reading, operand) => {
    const token = reading.reader.next();
    const name = token.text.toLowerCase();
    const known = token.kind === "name" ? reading.scope.sysregs.get(name) : undefined;
    const generic = GENERIC.exec(name);
    if (known === undefined && generic === null) {
      const said = token.kind === "end" ? "the end of the line" : `"${token.text}"`;
      return reading.mismatch(
        "WS621",
        token,
        `${said} is no system register`,
        nearest(name, reading.scope.sysregs.keys()),
      );
    }
    if (known?.[operand.names === "read" ? "read" : "write"] === false) {
      const done = operand.names === "read" ? "read" : "written";
      reading.warn("WS621", token.at, `${token.text} cannot be ${done}`);
    }
    const [op0 = 2, op1 = 0, CRn = 0, CRm = 0, op2 = 0] = generic?.slice(1).map(Number) ?? [];
    const encoding =
      known === undefined
        ? encodingOf(op0, op1, CRn, CRm, op2)
        : encodingOf(known.op0, known.op1, known.CRn, known.CRm, known.op2);
    return reading.assignJoined(operand.fields[0] ?? [], encoding, token);
  },
  write: (writing, operand) => {
    const encoding = joinedValue(writing, operand.fields[0]);
    return writing.registerName(encoding, operand.names) ?? genericName(encoding);
  },
};

function genericName(encoding: number): string {
  const field = (lsb: number, width: number): number => (encoding >> lsb) & ((1 << width) - 1);
  return `s${2 + field(14, 1)}_${field(11, 3)}_c${field(7, 4)}_c${field(3, 4)}_${field(0, 3)}`;
}

type RegisterNamer = (encoding: number, access: string) => string | undefined;

/** The names of system registers by encoding: the first that has the kind of access, else the first. */
export const registerNamer: (sysregs: Sysregs) => RegisterNamer = oncePer((sysregs) => {
  const names = new Map<string, string>();
  for (const [name, r] of sysregs) {
    if (r.op0 < 2) continue;
    const encoding = encodingOf(r.op0, r.op1, r.CRn, r.CRm, r.op2);
    if (!names.has(`${encoding}`)) names.set(`${encoding}`, name);
    for (const access of ["read", "write"] as const) {
      const key = `${access} ${encoding}`;
      if (r[access] !== false && !names.has(key)) names.set(key, name);
    }
  }
  return (encoding, access) => names.get(`${access} ${encoding}`) ?? names.get(`${encoding}`);
});

function operationEncoding({ encoding }: SystemOperation): number {
  return ((encoding.op1 * 16 + encoding.CRn) * 16 + encoding.CRm) * 8 + encoding.op2;
}

/** An operation of SYS by name, with the register that it takes or without one. */
const operation: OperandCodec = {
  read: (reading, operand) => {
    const token = reading.reader.next();
    const own = reading.scope.table.systemOperations.filter((o) => o.class === operand.names);
    const found = own.find((o) => o.name.toLowerCase() === token.text.toLowerCase());
    if (found === undefined) {
      const said = token.kind === "end" ? "the end of the line" : `"${token.text}"`;
      const hint = nearest(
        token.text.toLowerCase(),
        own.map((o) => o.name.toLowerCase()),
      );
      return reading.mismatch("WS621", token, `${said} is no operation of ${operand.names}`, hint);
    }
    const problem = reading.assignJoined(operand.fields[0] ?? [], operationEncoding(found), token);
    if (problem !== undefined) return problem;
    if (!found.register) return reading.assign(fieldAt(operand, 1), 31, token);
    if (!reading.reader.accept(","))
      return reading.mismatch("WS602", reading.reader.peek, `${found.name} needs a register`);
    return registerCodecs.X.read(reading, registerOperand(operand));
  },
  write: (writing: OperandWriting, operand) => {
    const encoding = joinedValue(writing, operand.fields[0]);
    const found = writing.table.systemOperations.find(
      (o) => o.class === operand.names && operationEncoding(o) === encoding,
    );
    if (found === undefined) return undefined;
    const name = found.name.toLowerCase();
    if (found.register) return `${name}, ${registerCodecs.X.write(writing, registerOperand(operand))}`;
    return fieldValue(writing, fieldAt(operand, 1)) === 31 ? name : undefined;
  },
};

function registerOperand(operand: Operand): Operand {
  return { kind: "X", fields: [operand.fields[1] ?? []], scale: 1, count: 1, names: "" };
}

/** A hint with the known name that is at most two edits away. */
export function nearest(name: string, known: Iterable<string>): string | undefined {
  let best: { name: string; distance: number } | undefined;
  for (const candidate of known) {
    if (Math.abs(candidate.length - name.length) > 2 || name.length > 64) continue;
    const distance = editDistance(name, candidate);
    if (distance <= 2 && (best === undefined || distance < best.distance))
      best = { name: candidate, distance };
  }
  return best === undefined ? undefined : `did you mean ${best.name}?`;
}

function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const changed = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(changed, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}

/** Operand kinds that are names. */
export const nameCodecs: Readonly<Record<"name" | "inverted" | "register" | "operation", OperandCodec>> = {
  name: named(0),
  inverted: named(1),
  register,
  operation,
};

/** Reads a mnemonic's suffix, such as the condition of `b.eq`. */
export function readSuffix(reading: OperandReading, operand: Operand): Mismatch | undefined {
  return nameCodecs[operand.kind === "inverted" ? "inverted" : "name"].read(reading, operand);
}
