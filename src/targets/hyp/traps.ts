import { wrap } from "../../core/u64.js";
import { encodeBitmask, encodeWide } from "../../model/a64/bitmask.js";
import { assemblyName, xName } from "../../model/plan/instruction.js";
import { symbolOf } from "../../model/plan/offset-text.js";
import type { Expression, Model, Trap, TrapSetting } from "../../model/types.js";

/** The lines of activate_traps, in the document's order of registers: no exit code yet, so its register is free. */
export function activateTraps(model: Model): string[] {
  return model.worldSwitch.traps.flatMap((trap) =>
    setting(model, trap, trap.activate, model.worldSwitch.registers.exitCode),
  );
}

/** The lines of deactivate_traps, in the same order. */
export function deactivateTraps(model: Model): string[] {
  return model.worldSwitch.traps.flatMap((trap) =>
    setting(model, trap, trap.deactivate, model.worldSwitch.registers.scratch),
  );
}

/** One register's new value in the context register, with spare for a second operand, and the MSR. */
function setting(model: Model, trap: Trap, what: TrapSetting, spare: number): string[] {
  const value = xName(model.worldSwitch.registers.context);
  const other = xName(spare);
  const register = assemblyName(trap.register);
  const loads = what.members.flatMap((place, i) => {
    const from = `[${xName(model.worldSwitch.registers.vcpu)}, #${symbolOf(model, place.struct, place.path) ?? place.offsetBytes}]`;
    return i === 0
      ? [`ldr\t${value}, ${from}`]
      : [`ldr\t${other}, ${from}`, `orr\t${value}, ${value}, ${other}`];
  });
  const keep =
    what.keep === undefined ? [] : [`mrs\t${value}, ${register}`, ...combine("and", value, other, what.keep)];
  const before = [...loads, ...keep];
  if (what.value === undefined)
    return [...before, `msr\t${register}, ${before.length === 0 ? "xzr" : value}`];
  if (before.length > 0)
    return [...before, ...combine("orr", value, other, what.value), `msr\t${register}, ${value}`];
  if (what.value.value === 0n) return [`msr\t${register}, xzr`];
  return [loadConstant(value, what.value, what.literal), `msr\t${register}, ${value}`];
}

/** AND or ORR with a constant: by immediate where one exists, else through a second register. */
function combine(mnemonic: "and" | "orr", value: string, other: string, constant: Expression): string[] {
  if (encodeBitmask(64, constant.value) !== undefined)
    return [`${mnemonic}\t${value}, ${value}, #${grouped(constant)}`];
  return [loadConstant(other, constant, true), `${mnemonic}\t${value}, ${value}, ${other}`];
}

function loadConstant(register: string, constant: Expression, literal: boolean): string {
  const viaMov = !literal && isMovImmediate(constant.value);
  return viaMov ? `mov\t${register}, #${grouped(constant)}` : `ldr\t${register}, =(${constant.text})`;
}

function grouped(constant: Expression): string {
  return /^\w+$/.test(constant.text) ? constant.text : `(${constant.text})`;
}

/** Whether MOV takes the value: as MOVZ, as MOVN, or as a bitmask immediate. DDI0487 C6.2, the aliases MOV. */
function isMovImmediate(value: bigint): boolean {
  return (
    encodeWide(64, value) !== undefined ||
    encodeWide(64, wrap(~value)) !== undefined ||
    encodeBitmask(64, value) !== undefined
  );
}
