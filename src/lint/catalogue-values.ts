import { extract, hex } from "../core/u64.js";
import type { Model, Sysreg } from "../model/types.js";
import type { Finding, Rule } from "./rule.js";
import { allTransfers } from "./switched.js";

/**
 * For the registers that the layout uses: no value of a field is wider than the field, and a reset sets no reserved bit.
 * Behind it: enums too wide for their field, and the check of them that missed bit 0.
 */
export const rule: Rule = {
  code: "WS321",
  name: "catalogue-values",
  severity: "error",
  why: "a decoder prints a meaning that can never occur, or a model starts from a state that no CPU has",
  check: (model) => [...usedRegisters(model)].flatMap(inRegister),
};

function inRegister(register: Sysreg): Finding[] {
  const { name, at, fields, reset, widthBits } = register;
  const found: Finding[] = [];
  for (const field of fields) {
    const width = field.msb - field.lsb + 1;
    for (const key of Object.keys(field.values ?? {})) {
      if (BigInt(key) >> BigInt(width) === 0n) continue;
      found.push({
        at,
        message: `${name}.${field.name} has ${width} bit${width === 1 ? "" : "s"}, but a meaning for ${key}`,
      });
    }
    if (reset === undefined || field.reserved !== "RES0" || extract(reset, field.lsb, width) === 0n) continue;
    found.push({
      at,
      message: `${name} resets to ${hex(reset)}, which sets bits of ${field.msb}:${field.lsb}, which are RES0`,
    });
  }
  if (reset !== undefined && reset >> BigInt(widthBits) !== 0n) {
    found.push({ at, message: `${name} resets to ${hex(reset)}, but has ${widthBits} bits` });
  }
  return found;
}

function usedRegisters(model: Model): ReadonlySet<Sysreg> {
  const { traps, vm, fault, abort, panic } = model.worldSwitch;
  return new Set([
    ...model.sysregOrder.slots.flatMap((slot) => [slot.sysreg, slot.via]),
    ...allTransfers(model).flatMap(({ transfer }) =>
      transfer.sysreg === undefined ? [] : [transfer.sysreg],
    ),
    ...traps.map((trap) => trap.register),
    vm.register,
    ...fault.map((f) => f.register),
    abort.result,
    ...panic.registers,
  ]);
}
