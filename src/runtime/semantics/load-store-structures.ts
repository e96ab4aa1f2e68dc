import type { Access, Operands, Ops, Semantics, VectorValue } from "../ops.js";
import { registerAfter } from "../vector-operand-decoders.js";
import { type Addressing, baseOnly, finish, plainAccess } from "./addressing.js";
import { cut, inHalves, joined, laneOf, replicated, vectorBytesOf, withLane } from "./lanes.js";

/** [Xn], #size of all that is transferred */
const postIndexedBySize: Addressing = {
  writesBack: true,
  locate: (ops, f, sizeBytes) => {
    const address = ops.readBase(f.value("Rn"));
    return { address, writeBack: ops.add(address, ops.constant(BigInt(sizeBytes))) };
  },
};

/** [Xn], Xm */
const postIndexedByRegister: Addressing = {
  writesBack: true,
  locate: (ops, f) => {
    const address = ops.readBase(f.value("Rn"));
    return { address, writeBack: ops.add(address, ops.readX(f.value("Rm"))) };
  },
};

/** The number of the register that many after Rt. */
function registerAt<V>(f: Operands<V>, index: number): V {
  return f.decoded(registerAfter(index), "Rt");
}

/** Elements one after the other, each aligned by itself. */
function elements<V>(elementBytes: number, count: number): Access<V> {
  return { ...plainAccess(elementBytes), count };
}

/** opcode of LD1 and ST1: how many registers, whose order in memory is their own. */
const registersByOpcode: Readonly<Record<number, number>> = { 7: 1, 10: 2, 6: 3, 2: 4 };

/**
 * LD1 and ST1 move whole registers, so doublewords will do; only the alignment is that of the elements.
 * Source: DDI0487 C7.2 LD1 (multiple structures).
 */
function consecutive(store: boolean, addressing: Addressing): Semantics {
  return <V>(ops: Ops<V>, f: Operands<V>) => {
    ops.requireVectors();
    const registers = registersByOpcode[f.variant("opcode")] ?? 0;
    const perRegister = vectorBytesOf(f) / 8;
    const location = addressing.locate(ops, f, 8 * registers * perRegister);
    const access = { ...elements<V>(8, registers * perRegister), alignmentBytes: 1 << f.variant("size") };
    const numbers = Array.from({ length: registers }, (_, i) => registerAt(f, i));
    if (store) {
      const values = numbers.flatMap((number) => {
        const { low, high } = ops.readVector(number);
        return perRegister === 2 ? [low, high] : [low];
      });
      ops.store(location.address, access, values);
    } else {
      const values = ops.load(location.address, access);
      const zero = ops.constant(0n);
      for (const [i, number] of numbers.entries()) {
        const [low = zero, high = zero] = values.slice(i * perRegister, (i + 1) * perRegister);
        ops.writeVector(number, { low, high });
      }
    }
    finish(ops, f, location);
  };
}

/** LD2 … LD4, ST2 … ST4: element by element, each in turn of every register. */
function interleaved(store: boolean, registers: number, addressing: Addressing): Semantics {
  return <V>(ops: Ops<V>, f: Operands<V>) => {
    ops.requireVectors();
    const elementBytes = 1 << f.variant("size");
    const perRegister = vectorBytesOf(f) / elementBytes;
    const location = addressing.locate(ops, f, registers * vectorBytesOf(f));
    const access = elements<V>(elementBytes, registers * perRegister);
    const numbers = Array.from({ length: registers }, (_, i) => registerAt(f, i));
    if (store) {
      const vectors = numbers.map((number) => ops.readVector(number));
      const values = Array.from({ length: perRegister }, (_, lane) =>
        vectors.map((vector) => laneOf(ops, vector, lane, elementBytes)),
      );
      ops.store(location.address, access, values.flat());
    } else {
      const values = ops.load(location.address, access);
      for (const [i, number] of numbers.entries()) {
        const lanes = values.filter((_, at) => at % registers === i);
        ops.writeVector(number, joined(ops, lanes, elementBytes));
      }
    }
    finish(ops, f, location);
  };
}

/** The lane of a single structure. Source: DDI0487 C7.2 LD1 (single structure). */
function laneOfStructure<V>(f: Operands<V>): { readonly elementBytes: number; readonly index: number } {
  const scale = f.variant("opcode") >> 1;
  const log2Bytes = scale === 2 && (f.variant("size") & 1) === 1 ? 3 : scale;
  const number = (f.variant("Q") << 3) | (f.variant("S") << 2) | f.variant("size");
  return { elementBytes: 1 << log2Bytes, index: number >> log2Bytes };
}

/** One lane of one to four registers. */
function single(store: boolean, registers: number, addressing: Addressing): Semantics {
  return <V>(ops: Ops<V>, f: Operands<V>) => {
    ops.requireVectors();
    const { elementBytes, index } = laneOfStructure(f);
    const location = addressing.locate(ops, f, registers * elementBytes);
    const access = elements<V>(elementBytes, registers);
    const numbers = Array.from({ length: registers }, (_, i) => registerAt(f, i));
    if (store) {
      const lane = (vector: VectorValue<V>): V => laneOf(ops, vector, index, elementBytes);
      ops.store(
        location.address,
        access,
        numbers.map((number) => lane(ops.readVector(number))),
      );
    } else {
      for (const [i, value] of ops.load(location.address, access).entries()) {
        const number = registerAt(f, i);
        ops.writeVector(number, withLane(ops, ops.readVector(number), index, elementBytes, value));
      }
    }
    finish(ops, f, location);
  };
}

/** One element for all lanes of one to four registers. */
function replicate(registers: number, addressing: Addressing): Semantics {
  return <V>(ops: Ops<V>, f: Operands<V>) => {
    ops.requireVectors();
    const elementBytes = 1 << f.variant("size");
    const location = addressing.locate(ops, f, registers * elementBytes);
    for (const [i, value] of ops.load(location.address, elements<V>(elementBytes, registers)).entries()) {
      const half = replicated(ops, value, elementBytes);
      ops.writeVector(registerAt(f, i), cut(ops, inHalves(ops, half, 16), vectorBytesOf(f)));
    }
    finish(ops, f, location);
  };
}

/** ST1 (multiple structures). */
export const ST1_multiple: Semantics = consecutive(true, baseOnly);
/** ST1 (multiple structures), post-indexed by the size. */
export const ST1_multiple_post_immediate: Semantics = consecutive(true, postIndexedBySize);
/** ST1 (multiple structures), post-indexed by a register. */
export const ST1_multiple_post_register: Semantics = consecutive(true, postIndexedByRegister);
/** ST2 (multiple structures). */
export const ST2_multiple: Semantics = interleaved(true, 2, baseOnly);
/** ST2 (multiple structures), post-indexed by the size. */
export const ST2_multiple_post_immediate: Semantics = interleaved(true, 2, postIndexedBySize);
/** ST2 (multiple structures), post-indexed by a register. */
export const ST2_multiple_post_register: Semantics = interleaved(true, 2, postIndexedByRegister);
/** ST3 (multiple structures). */
export const ST3_multiple: Semantics = interleaved(true, 3, baseOnly);
/** ST3 (multiple structures), post-indexed by the size. */
export const ST3_multiple_post_immediate: Semantics = interleaved(true, 3, postIndexedBySize);
/** ST3 (multiple structures), post-indexed by a register. */
export const ST3_multiple_post_register: Semantics = interleaved(true, 3, postIndexedByRegister);
/** ST4 (multiple structures). */
export const ST4_multiple: Semantics = interleaved(true, 4, baseOnly);
/** ST4 (multiple structures), post-indexed by the size. */
export const ST4_multiple_post_immediate: Semantics = interleaved(true, 4, postIndexedBySize);
/** ST4 (multiple structures), post-indexed by a register. */
export const ST4_multiple_post_register: Semantics = interleaved(true, 4, postIndexedByRegister);
/** ST1 (single structure). */
export const ST1_single: Semantics = single(true, 1, baseOnly);
/** ST1 (single structure), post-indexed by the size. */
export const ST1_single_post_immediate: Semantics = single(true, 1, postIndexedBySize);
/** ST1 (single structure), post-indexed by a register. */
export const ST1_single_post_register: Semantics = single(true, 1, postIndexedByRegister);
/** ST2 (single structure). */
export const ST2_single: Semantics = single(true, 2, baseOnly);
/** ST2 (single structure), post-indexed by the size. */
export const ST2_single_post_immediate: Semantics = single(true, 2, postIndexedBySize);
/** ST2 (single structure), post-indexed by a register. */
export const ST2_single_post_register: Semantics = single(true, 2, postIndexedByRegister);
/** ST3 (single structure). */
export const ST3_single: Semantics = single(true, 3, baseOnly);
/** ST3 (single structure), post-indexed by the size. */
export const ST3_single_post_immediate: Semantics = single(true, 3, postIndexedBySize);
/** ST3 (single structure), post-indexed by a register. */
export const ST3_single_post_register: Semantics = single(true, 3, postIndexedByRegister);
/** ST4 (single structure). */
export const ST4_single: Semantics = single(true, 4, baseOnly);
/** ST4 (single structure), post-indexed by the size. */
export const ST4_single_post_immediate: Semantics = single(true, 4, postIndexedBySize);
/** ST4 (single structure), post-indexed by a register. */
export const ST4_single_post_register: Semantics = single(true, 4, postIndexedByRegister);
/** LD1 (multiple structures). */
export const LD1_multiple: Semantics = consecutive(false, baseOnly);
/** LD1 (multiple structures), post-indexed by the size. */
export const LD1_multiple_post_immediate: Semantics = consecutive(false, postIndexedBySize);
/** LD1 (multiple structures), post-indexed by a register. */
export const LD1_multiple_post_register: Semantics = consecutive(false, postIndexedByRegister);
/** LD2 (multiple structures). */
export const LD2_multiple: Semantics = interleaved(false, 2, baseOnly);
/** LD2 (multiple structures), post-indexed by the size. */
export const LD2_multiple_post_immediate: Semantics = interleaved(false, 2, postIndexedBySize);
/** LD2 (multiple structures), post-indexed by a register. */
export const LD2_multiple_post_register: Semantics = interleaved(false, 2, postIndexedByRegister);
/** LD3 (multiple structures). */
export const LD3_multiple: Semantics = interleaved(false, 3, baseOnly);
/** LD3 (multiple structures), post-indexed by the size. */
export const LD3_multiple_post_immediate: Semantics = interleaved(false, 3, postIndexedBySize);
/** LD3 (multiple structures), post-indexed by a register. */
export const LD3_multiple_post_register: Semantics = interleaved(false, 3, postIndexedByRegister);
/** LD4 (multiple structures). */
export const LD4_multiple: Semantics = interleaved(false, 4, baseOnly);
/** LD4 (multiple structures), post-indexed by the size. */
export const LD4_multiple_post_immediate: Semantics = interleaved(false, 4, postIndexedBySize);
/** LD4 (multiple structures), post-indexed by a register. */
export const LD4_multiple_post_register: Semantics = interleaved(false, 4, postIndexedByRegister);
/** LD1 (single structure). */
export const LD1_single: Semantics = single(false, 1, baseOnly);
/** LD1 (single structure), post-indexed by the size. */
export const LD1_single_post_immediate: Semantics = single(false, 1, postIndexedBySize);
/** LD1 (single structure), post-indexed by a register. */
export const LD1_single_post_register: Semantics = single(false, 1, postIndexedByRegister);
/** LD2 (single structure). */
export const LD2_single: Semantics = single(false, 2, baseOnly);
/** LD2 (single structure), post-indexed by the size. */
export const LD2_single_post_immediate: Semantics = single(false, 2, postIndexedBySize);
/** LD2 (single structure), post-indexed by a register. */
export const LD2_single_post_register: Semantics = single(false, 2, postIndexedByRegister);
/** LD3 (single structure). */
export const LD3_single: Semantics = single(false, 3, baseOnly);
/** LD3 (single structure), post-indexed by the size. */
export const LD3_single_post_immediate: Semantics = single(false, 3, postIndexedBySize);
/** LD3 (single structure), post-indexed by a register. */
export const LD3_single_post_register: Semantics = single(false, 3, postIndexedByRegister);
/** LD4 (single structure). */
export const LD4_single: Semantics = single(false, 4, baseOnly);
/** LD4 (single structure), post-indexed by the size. */
export const LD4_single_post_immediate: Semantics = single(false, 4, postIndexedBySize);
/** LD4 (single structure), post-indexed by a register. */
export const LD4_single_post_register: Semantics = single(false, 4, postIndexedByRegister);
/** LD1R. */
export const LD1R: Semantics = replicate(1, baseOnly);
/** LD1R, post-indexed by the size. */
export const LD1R_post_immediate: Semantics = replicate(1, postIndexedBySize);
/** LD1R, post-indexed by a register. */
export const LD1R_post_register: Semantics = replicate(1, postIndexedByRegister);
/** LD2R. */
export const LD2R: Semantics = replicate(2, baseOnly);
/** LD2R, post-indexed by the size. */
export const LD2R_post_immediate: Semantics = replicate(2, postIndexedBySize);
/** LD2R, post-indexed by a register. */
export const LD2R_post_register: Semantics = replicate(2, postIndexedByRegister);
/** LD3R. */
export const LD3R: Semantics = replicate(3, baseOnly);
/** LD3R, post-indexed by the size. */
export const LD3R_post_immediate: Semantics = replicate(3, postIndexedBySize);
/** LD3R, post-indexed by a register. */
export const LD3R_post_register: Semantics = replicate(3, postIndexedByRegister);
/** LD4R. */
export const LD4R: Semantics = replicate(4, baseOnly);
/** LD4R, post-indexed by the size. */
export const LD4R_post_immediate: Semantics = replicate(4, postIndexedBySize);
/** LD4R, post-indexed by a register. */
export const LD4R_post_register: Semantics = replicate(4, postIndexedByRegister);
