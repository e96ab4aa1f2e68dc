import type { Diagnostic } from "../core/diagnostic.js";
import { failure, type Result, success } from "../core/result.js";
import type { Member, Model, Transfer } from "../model/types.js";
import type { NamedArray } from "./ts-named-arrays.js";
import { tsPlace } from "./ts-place.js";

/**
 * The statements that move a register to its slot and back, over a RegisterFile `cpu` and an expression for the object that
 * has the slot. holder: the way to that object from the context: see TsPlace.
 */
export interface TsTransfer {
  readonly holder: string;
  save(holder: string): string;
  restore(holder: string): string;
}

/**
 * `gp_regs.sp_el1 = cpu.readSysreg("SP_EL1");` and its mirror. A slot narrower than the register takes the low
 * bits and gives them back zero-extended, as STR and LDR of a W register do.
 * Errors: WS711 the slot holds no scalar.
 */
export function tsTransfer(
  transfer: Transfer,
  model: Model,
  arrays: ReadonlyMap<string, NamedArray>,
): Result<TsTransfer> {
  const place = tsPlace(transfer.place, model, arrays);
  if (place === undefined) return failure([noScalar(transfer)]);
  const register = registerAccess(transfer);
  const slot = conversion(place.member);
  return success({
    holder: place.holder,
    save: (holder) => place.write(holder, slot.fromRegister(register.read)),
    restore: (holder) => register.write(slot.toRegister(place.read(holder))),
  });
}

function registerAccess(transfer: Transfer): { read: string; write(value: string): string } {
  if (transfer.kind === "sysreg") {
    const name = JSON.stringify(transfer.sysreg?.name ?? transfer.register);
    return { read: `cpu.readSysreg(${name})`, write: (value) => `cpu.writeSysreg(${name}, ${value});` };
  }
  const letter = transfer.kind === "x" ? "X" : "Q";
  const number = transfer.number ?? 0;
  return {
    read: `cpu.read${letter}(${number})`,
    write: (value) => `cpu.write${letter}(${number}, ${value});`,
  };
}

interface Conversion {
  fromRegister(value: string): string;
  toRegister(slot: string): string;
}

/** Between a register's bigint and what the slot's accessor takes and gives. */
function conversion(member: Member): Conversion {
  const scalar = member.type.kind === "scalar" ? member.type.scalar : "u64";
  if (scalar === "u64" || scalar === "u128")
    return { fromRegister: (value) => value, toRegister: (slot) => slot };
  if (scalar === "bool") {
    return {
      fromRegister: (value) => `(${value} & 0xffn) !== 0n`,
      toRegister: (slot) => `${slot} ? 1n : 0n`,
    };
  }
  const bits = Number(scalar.slice(1));
  const wrap = scalar.startsWith("s") ? "BigInt.asIntN" : "BigInt.asUintN";
  if (bits === 64) {
    return {
      fromRegister: (value) => `${wrap}(64, ${value})`,
      toRegister: (slot) => `BigInt.asUintN(64, ${slot})`,
    };
  }
  return {
    fromRegister: (value) => `Number(${wrap}(${bits}, ${value}))`,
    toRegister: (slot) =>
      scalar.startsWith("s") ? `BigInt.asUintN(${bits}, BigInt(${slot}))` : `BigInt(${slot})`,
  };
}

function noScalar(transfer: Transfer): Diagnostic {
  const { place } = transfer;
  return {
    code: "WS711",
    severity: "error",
    at: transfer.at,
    message: `${transfer.register} goes to ${place.path} of struct ${place.struct}, which is no scalar`,
    hint: "name a member, or an element of an array, that is a number",
  };
}
