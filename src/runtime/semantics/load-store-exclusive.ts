import type { Access, Operands, Semantics } from "../ops.js";
import { baseOnly, plainAccess } from "./addressing.js";
import {
  loadByte,
  loadHalfword,
  loadRegister,
  storeByte,
  storeHalfword,
  storeRegister,
  transfer,
} from "./load-store-transfer.js";

type Bytes = <V>(f: Operands<V>) => number;
const byte: Bytes = () => 1;
const halfword: Bytes = () => 2;
const bySize: Bytes = (f) => 1 << f.variant("size");

/** An exclusive access is aligned to all that it covers, always. */
function exclusiveAccess<V>(sizeBytes: number, count: number, ordering: Access<V>["ordering"]): Access<V> {
  return {
    ...plainAccess(sizeBytes),
    count,
    alignmentBytes: sizeBytes * count,
    alignedAlways: true,
    ordering,
  };
}

function loadExclusive(bytes: Bytes, fields: readonly string[], acquire: boolean): Semantics {
  return (ops, f) => {
    const { address } = baseOnly.locate(ops, f, 0);
    const access = exclusiveAccess<typeof address>(bytes(f), fields.length, acquire ? "acquire" : "none");
    const registers = fields.map((field) => f.value(field));
    ops.loadExclusive(address, access).forEach((value, i) => {
      const register = registers[i];
      if (register !== undefined) ops.writeX(register, value);
    });
  };
}

function storeExclusive(bytes: Bytes, fields: readonly string[], release: boolean): Semantics {
  return (ops, f) => {
    const { address } = baseOnly.locate(ops, f, 0);
    const sizeBytes = bytes(f);
    const access = exclusiveAccess<typeof address>(sizeBytes, fields.length, release ? "release" : "none");
    const values = fields.map((field) => ops.zeroExtend(ops.readX(f.value(field)), sizeBytes * 8));
    ops.writeX(f.value("Rs"), ops.storeExclusive(address, access, values));
  };
}

const one = ["Rt"];
const two = ["Rt", "Rt2"];

/** STXRB. */
export const STXRB: Semantics = storeExclusive(byte, one, false);
/** STLXRB. */
export const STLXRB: Semantics = storeExclusive(byte, one, true);
/** LDXRB. */
export const LDXRB: Semantics = loadExclusive(byte, one, false);
/** LDAXRB. */
export const LDAXRB: Semantics = loadExclusive(byte, one, true);
/** STXRH. */
export const STXRH: Semantics = storeExclusive(halfword, one, false);
/** STLXRH. */
export const STLXRH: Semantics = storeExclusive(halfword, one, true);
/** LDXRH. */
export const LDXRH: Semantics = loadExclusive(halfword, one, false);
/** LDAXRH. */
export const LDAXRH: Semantics = loadExclusive(halfword, one, true);
/** STXR. */
export const STXR: Semantics = storeExclusive(bySize, one, false);
/** STLXR. */
export const STLXR: Semantics = storeExclusive(bySize, one, true);
/** LDXR. */
export const LDXR: Semantics = loadExclusive(bySize, one, false);
/** LDAXR. */
export const LDAXR: Semantics = loadExclusive(bySize, one, true);
/** STXP. */
export const STXP: Semantics = storeExclusive(bySize, two, false);
/** STLXP. */
export const STLXP: Semantics = storeExclusive(bySize, two, true);
/** LDXP. */
export const LDXP: Semantics = loadExclusive(bySize, two, false);
/** LDAXP. */
export const LDAXP: Semantics = loadExclusive(bySize, two, true);

const ordered = { acquireRelease: true };

/** STLRB. */
export const STLRB: Semantics = transfer(storeByte, baseOnly, ordered);
/** LDARB. */
export const LDARB: Semantics = transfer(loadByte, baseOnly, ordered);
/** STLRH. */
export const STLRH: Semantics = transfer(storeHalfword, baseOnly, ordered);
/** LDARH. */
export const LDARH: Semantics = transfer(loadHalfword, baseOnly, ordered);
/** STLR. */
export const STLR: Semantics = transfer(storeRegister, baseOnly, ordered);
/** LDAR. */
export const LDAR: Semantics = transfer(loadRegister, baseOnly, ordered);
