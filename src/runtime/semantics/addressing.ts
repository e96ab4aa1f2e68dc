import { signedScaled, unsignedScaled } from "../operand-decoders.js";
import type { Access, Operands, Ops } from "../ops.js";

/** The address of an access and, for the indexed forms, what the base register becomes afterwards. */
export interface Location<V> {
  readonly address: V;
  readonly writeBack?: V;
}

/** An addressing mode; sizeBytes is what a scaled offset counts. */
export interface Addressing {
  readonly writesBack: boolean;
  readonly locate: <V>(ops: Ops<V>, f: Operands<V>, sizeBytes: number) => Location<V>;
}

/** [Xn], #imm9 */
export const postIndexed: Addressing = {
  writesBack: true,
  locate: (ops, f) => {
    const address = ops.readBase(f.value("Rn"));
    return { address, writeBack: ops.add(address, f.decoded(signedScaled(9, 1), "imm9")) };
  },
};

/** [Xn, #imm9]! */
export const preIndexed: Addressing = {
  writesBack: true,
  locate: (ops, f) => {
    const address = ops.add(ops.readBase(f.value("Rn")), f.decoded(signedScaled(9, 1), "imm9"));
    return { address, writeBack: address };
  },
};

/** [Xn, #imm9] */
export const unscaled: Addressing = {
  writesBack: false,
  locate: (ops, f) => ({
    address: ops.add(ops.readBase(f.value("Rn")), f.decoded(signedScaled(9, 1), "imm9")),
  }),
};

/** [Xn, #imm12 × size] */
export const scaledUnsigned: Addressing = {
  writesBack: false,
  locate: (ops, f, sizeBytes) => ({
    address: ops.add(ops.readBase(f.value("Rn")), f.decoded(unsignedScaled(sizeBytes), "imm12")),
  }),
};

/** [Xn, Rm, extend #scale] */
export const registerOffset: Addressing = {
  writesBack: false,
  locate: (ops, f, sizeBytes) => {
    const option = f.variant("option");
    const index = ops.readX(f.value("Rm"));
    const word = option & 4 ? ops.signExtend(index, 32) : ops.zeroExtend(index, 32);
    const shift = f.variant("S") === 1 ? Math.log2(sizeBytes) : 0;
    const offset = ops.shiftLeft(option & 1 ? index : word, ops.constant(BigInt(shift)));
    return { address: ops.add(ops.readBase(f.value("Rn")), offset) };
  },
};

/** A label, PC ± 1 MiB. */
export const literal: Addressing = {
  writesBack: false,
  locate: (ops, f) => ({ address: ops.add(ops.readPC(), f.decoded(signedScaled(19, 4), "imm19")) }),
};

/** [Xn] */
export const baseOnly: Addressing = {
  writesBack: false,
  locate: (ops, f) => ({ address: ops.readBase(f.value("Rn")) }),
};

/** [Xn], #imm7 × size */
export const pairPostIndexed: Addressing = {
  writesBack: true,
  locate: (ops, f, sizeBytes) => {
    const address = ops.readBase(f.value("Rn"));
    return { address, writeBack: ops.add(address, f.decoded(signedScaled(7, sizeBytes), "imm7")) };
  },
};

/** [Xn, #imm7 × size]! */
export const pairPreIndexed: Addressing = {
  writesBack: true,
  locate: (ops, f, sizeBytes) => {
    const address = ops.add(ops.readBase(f.value("Rn")), f.decoded(signedScaled(7, sizeBytes), "imm7"));
    return { address, writeBack: address };
  },
};

/** [Xn, #imm7 × size] */
export const pairOffset: Addressing = {
  writesBack: false,
  locate: (ops, f, sizeBytes) => ({
    address: ops.add(ops.readBase(f.value("Rn")), f.decoded(signedScaled(7, sizeBytes), "imm7")),
  }),
};

/** Writes the base back, after the access: a fault leaves the base as it was. */
export function finish<V>(ops: Ops<V>, f: Operands<V>, location: Location<V>): void {
  if (location.writeBack !== undefined) ops.writeXOrSP(f.value("Rn"), location.writeBack);
}

/** A plain access of one element of sizeBytes, for the callers to vary. */
export function plainAccess<V>(sizeBytes: number): Access<V> {
  return {
    sizeBytes,
    count: 1,
    alignmentBytes: sizeBytes,
    alignedAlways: false,
    unprivileged: false,
    ordering: "none",
  };
}
