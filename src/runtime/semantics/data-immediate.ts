import {
  adrOffset,
  adrpOffset,
  bitMask,
  distanceTo63,
  halfword,
  halfwordHole,
  immediateShiftedBy12,
  topMask,
} from "../operand-decoders.js";
import type { Ops, Semantics } from "../ops.js";
import {
  addWithCarry,
  atWidth,
  complement,
  logicalFlags,
  read,
  readOrSP,
  rotated,
  widthOf,
  write,
  writeOrSP,
} from "./integer.js";

/** ADR: PC-relative address. */
export const ADR: Semantics = (ops, f) => {
  ops.writeX(f.value("Rd"), ops.add(ops.readPC(), f.decoded(adrOffset, "immhi", "immlo")));
};

/** ADRP: address of a 4 KiB page relative to the PC's. */
export const ADRP: Semantics = (ops, f) => {
  const page = ops.and(ops.readPC(), ops.constant(0xffff_ffff_ffff_f000n));
  ops.writeX(f.value("Rd"), ops.add(page, f.decoded(adrpOffset, "immhi", "immlo")));
};

function arithmetic(subtract: boolean, setsFlags: boolean): Semantics {
  return (ops, f) => {
    const width = widthOf(f);
    const immediate = f.decoded(immediateShiftedBy12, "imm12", "sh");
    const x = readOrSP(ops, f.value("Rn"), width);
    const y = subtract ? complement(ops, immediate, width) : immediate;
    const { result, flags } = addWithCarry(ops, x, y, ops.constant(subtract ? 1n : 0n), width);
    if (!setsFlags) return writeOrSP(ops, f.value("Rd"), result, width);
    ops.writeFlags(flags);
    return write(ops, f.value("Rd"), result, width);
  };
}

/** ADD (immediate). */
export const ADD_immediate: Semantics = arithmetic(false, false);
/** ADDS (immediate), CMN. */
export const ADDS_immediate: Semantics = arithmetic(false, true);
/** SUB (immediate). */
export const SUB_immediate: Semantics = arithmetic(true, false);
/** SUBS (immediate), CMP. */
export const SUBS_immediate: Semantics = arithmetic(true, true);

type Combine = <V>(ops: Ops<V>, x: V, y: V) => V;

function logical(combine: Combine): Semantics {
  return (ops, f) => {
    const width = widthOf(f);
    const mask = f.decoded(bitMask(width), "N", "immr", "imms");
    writeOrSP(ops, f.value("Rd"), combine(ops, read(ops, f.value("Rn"), width), mask), width);
  };
}

/** AND (immediate). */
export const AND_immediate: Semantics = logical((ops, x, y) => ops.and(x, y));
/** ORR (immediate), MOV (bitmask immediate). */
export const ORR_immediate: Semantics = logical((ops, x, y) => ops.or(x, y));
/** EOR (immediate). */
export const EOR_immediate: Semantics = logical((ops, x, y) => ops.exclusiveOr(x, y));
/** ANDS (immediate), TST. */
export const ANDS_immediate: Semantics = (ops, f) => {
  const width = widthOf(f);
  const mask = f.decoded(bitMask(width), "N", "immr", "imms");
  const result = ops.and(read(ops, f.value("Rn"), width), mask);
  ops.writeFlags(logicalFlags(ops, result, width));
  write(ops, f.value("Rd"), result, width);
};

/** MOVN: the complement of a shifted 16-bit immediate. */
export const MOVN: Semantics = (ops, f) => {
  write(ops, f.value("Rd"), ops.not(f.decoded(halfword, "imm16", "hw")), widthOf(f));
};

/** MOVZ: a shifted 16-bit immediate. */
export const MOVZ: Semantics = (ops, f) => {
  write(ops, f.value("Rd"), f.decoded(halfword, "imm16", "hw"), widthOf(f));
};

/** MOVK: one halfword replaced, the others kept. */
export const MOVK: Semantics = (ops, f) => {
  const width = widthOf(f);
  const kept = ops.and(read(ops, f.value("Rd"), width), f.decoded(halfwordHole, "hw"));
  write(ops, f.value("Rd"), ops.or(kept, f.decoded(halfword, "imm16", "hw")), width);
};

type Background = "sign" | "destination" | "zero";

/** The three bitfield moves differ in what surrounds the field. Source: DDI0487, SBFM, BFM, UBFM. */
function bitfield(background: Background): Semantics {
  return (ops, f) => {
    const width = widthOf(f);
    const wmask = f.decoded(bitMask(width), "N", "immr", "imms");
    const tmask = f.decoded(topMask(width), "N", "immr", "imms");
    const source = read(ops, f.value("Rn"), width);
    const destination = background === "destination" ? read(ops, f.value("Rd"), width) : ops.constant(0n);
    const moved = ops.and(rotated(ops, source, f.value("immr"), width), wmask);
    const bottom = ops.or(ops.and(destination, ops.not(wmask)), moved);
    const sign = ops.and(ops.shiftRight(source, f.value("imms")), ops.constant(1n));
    const top = background === "sign" ? ops.subtract(ops.constant(0n), sign) : destination;
    const result = ops.or(ops.and(top, ops.not(tmask)), ops.and(bottom, tmask));
    write(ops, f.value("Rd"), result, width);
  };
}

/** SBFM: SXTB, SBFX, ASR (immediate), … */
export const SBFM: Semantics = bitfield("sign");
/** BFM: BFI, BFXIL. */
export const BFM: Semantics = bitfield("destination");
/** UBFM: UBFX, LSL and LSR (immediate), … */
export const UBFM: Semantics = bitfield("zero");

/** EXTR: a window of the pair Rn:Rm, ROR (immediate). */
export const EXTR: Semantics = (ops, f) => {
  const width = widthOf(f);
  const high = read(ops, f.value("Rn"), width);
  const low = read(ops, f.value("Rm"), width);
  const lsb = f.value("imms");
  if (width === 32) {
    const pair = ops.or(ops.shiftLeft(high, ops.constant(32n)), low);
    return write(ops, f.value("Rd"), ops.shiftRight(pair, lsb), width);
  }
  // Two shifts, because a shift by 64 - 0 is no shift of the algebra.
  const above = ops.shiftLeft(ops.shiftLeft(high, ops.constant(1n)), f.decoded(distanceTo63, "imms"));
  return ops.writeX(f.value("Rd"), atWidth(ops, ops.or(above, ops.shiftRight(low, lsb)), width));
};
