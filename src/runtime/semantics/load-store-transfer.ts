import type { Operands, Ops, Semantics } from "../ops.js";
import { type Addressing, finish, plainAccess } from "./addressing.js";
import type { Width } from "./integer.js";

/**
 * A load or store of one general-purpose register.
 * sizeBytes: in memory. width: of the register. signed: a load's value is sign-extended to width.
 */
export interface Transfer {
  readonly store: boolean;
  readonly signed: boolean;
  readonly sizeBytes: <V>(f: Operands<V>) => number;
  readonly width: <V>(f: Operands<V>) => Width;
}

const bySize = <V>(f: Operands<V>): number => 1 << f.variant("size");
const widthBySize = <V>(f: Operands<V>): Width => (f.variant("size") === 3 ? 64 : 32);
const widthByOpc = <V>(f: Operands<V>): Width => (f.variant("opc") & 1 ? 32 : 64);

function fixed(store: boolean, sizeBytes: number): Transfer {
  return { store, signed: false, sizeBytes: () => sizeBytes, width: () => 32 };
}

/** STRB, STURB, STTRB. */
export const storeByte: Transfer = fixed(true, 1);
/** LDRB, LDURB, LDTRB. */
export const loadByte: Transfer = fixed(false, 1);
/** LDRSB, LDURSB, LDTRSB. */
export const loadSignedByte: Transfer = { ...loadByte, signed: true, width: widthByOpc };
/** STRH, STURH, STTRH. */
export const storeHalfword: Transfer = fixed(true, 2);
/** LDRH, LDURH, LDTRH. */
export const loadHalfword: Transfer = fixed(false, 2);
/** LDRSH, LDURSH, LDTRSH. */
export const loadSignedHalfword: Transfer = { ...loadHalfword, signed: true, width: widthByOpc };
/** STR, STUR, STTR. */
export const storeRegister: Transfer = { store: true, signed: false, sizeBytes: bySize, width: widthBySize };
/** LDR, LDUR, LDTR. */
export const loadRegister: Transfer = { ...storeRegister, store: false };
/** LDRSW, LDURSW, LDTRSW. */
export const loadSignedWord: Transfer = { store: false, signed: true, sizeBytes: () => 4, width: () => 64 };
/** LDR (literal). */
export const loadLiteral: Transfer = {
  store: false,
  signed: false,
  sizeBytes: (f) => (f.variant("opc") === 1 ? 8 : 4),
  width: (f) => (f.variant("opc") === 1 ? 64 : 32),
};

/** What varies besides the transfer and the address. */
export interface Manner {
  readonly unprivileged?: boolean;
  readonly acquireRelease?: boolean;
}

/** The semantics of one transfer through one addressing mode. */
export function transfer(how: Transfer, addressing: Addressing, manner: Manner = {}): Semantics {
  return <V>(ops: Ops<V>, f: Operands<V>) => {
    const sizeBytes = how.sizeBytes(f);
    const width = how.width(f);
    const acquireRelease = manner.acquireRelease === true;
    const register = f.value("Rt");
    const syndrome = { register, signExtend: how.signed, sixtyFour: width === 64, acquireRelease };
    const access = {
      ...plainAccess<V>(sizeBytes),
      alignedAlways: acquireRelease,
      unprivileged: manner.unprivileged === true,
      ordering: acquireRelease ? (how.store ? "release" : "acquire") : "none",
      ...(addressing.writesBack ? {} : { syndrome }),
    } as const;
    const location = addressing.locate(ops, f, sizeBytes);
    if (how.store) {
      ops.store(location.address, access, [ops.zeroExtend(ops.readX(register), sizeBytes * 8)]);
    } else {
      for (const value of ops.load(location.address, access)) {
        const wide = how.signed ? ops.signExtend(value, sizeBytes * 8) : value;
        ops.writeX(register, width === 32 ? ops.zeroExtend(wide, 32) : wide);
      }
    }
    finish(ops, f, location);
  };
}
