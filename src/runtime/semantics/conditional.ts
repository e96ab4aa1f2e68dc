import type { Operands, Ops, Semantics } from "../ops.js";
import { addWithCarry, complement, read, type Width, widthOf, write } from "./integer.js";

type SecondOperand = <V>(ops: Ops<V>, f: Operands<V>, width: Width) => V;
const register: SecondOperand = (ops, f, width) => read(ops, f.value("Rm"), width);
const immediate: SecondOperand = (_ops, f) => f.value("imm5");

/** The flags of a comparison when the condition holds, else the instruction's own nzcv. */
function compare(subtract: boolean, second: SecondOperand): Semantics {
  return (ops, f) => {
    const width = widthOf(f);
    const operand = second(ops, f, width);
    const y = subtract ? complement(ops, operand, width) : operand;
    const x = read(ops, f.value("Rn"), width);
    const { flags } = addWithCarry(ops, x, y, ops.constant(subtract ? 1n : 0n), width);
    const holds = ops.conditionHolds(f.value("cond"));
    const nzcv = (bit: bigint) =>
      ops.and(ops.shiftRight(f.value("nzcv"), ops.constant(bit)), ops.constant(1n));
    ops.writeFlags({
      N: ops.select(holds, flags.N, nzcv(3n)),
      Z: ops.select(holds, flags.Z, nzcv(2n)),
      C: ops.select(holds, flags.C, nzcv(1n)),
      V: ops.select(holds, flags.V, nzcv(0n)),
    });
  };
}

/** CCMN (register). */
export const CCMN_register: Semantics = compare(false, register);
/** CCMP (register). */
export const CCMP_register: Semantics = compare(true, register);
/** CCMN (immediate). */
export const CCMN_immediate: Semantics = compare(false, immediate);
/** CCMP (immediate). */
export const CCMP_immediate: Semantics = compare(true, immediate);

type Otherwise = <V>(ops: Ops<V>, value: V) => V;

function select(otherwise: Otherwise): Semantics {
  return (ops, f) => {
    const width = widthOf(f);
    const taken = read(ops, f.value("Rn"), width);
    const other = otherwise(ops, read(ops, f.value("Rm"), width));
    write(ops, f.value("Rd"), ops.select(ops.conditionHolds(f.value("cond")), taken, other), width);
  };
}

/** CSEL. */
export const CSEL: Semantics = select((_ops, value) => value);
/** CSINC, CSET, CINC. */
export const CSINC: Semantics = select((ops, value) => ops.add(value, ops.constant(1n)));
/** CSINV, CSETM, CINV. */
export const CSINV: Semantics = select((ops, value) => ops.not(value));
/** CSNEG, CNEG. */
export const CSNEG: Semantics = select((ops, value) => ops.subtract(ops.constant(0n), value));
