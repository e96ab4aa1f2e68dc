import { maskOf } from "../../core/u64.js";
import type { Model, Sysreg } from "../../model/types.js";
import { listLiteral } from "./literal.js";

/** `export const registers: readonly RegisterDescription[] = […];`, in the catalogue's order. */
export function registerStatements(model: Model): string[] {
  return [
    'import type { RegisterDescription } from "worldswitch/runtime";',
    `
/** Encoding, access, reset value, reserved bits and fields ([lowest bit, width]) by register. */
export const registers: readonly RegisterDescription[] = ${listLiteral([...model.sysregs.values()].map(description))};`,
  ];
}

function description(register: Sysreg): object {
  const { name, encoding, widthBits, readEl, writeEl, reset, effects, aliasOf } = register;
  return {
    name,
    ...encoding,
    widthBits,
    readEl,
    writeEl,
    reset,
    effects,
    res0: reservedBits(register, "RES0"),
    res1: reservedBits(register, "RES1"),
    aliasOf,
    fields: fieldRanges(register),
  };
}

function reservedBits(register: Sysreg, kind: "RES0" | "RES1"): bigint {
  return register.fields
    .filter((field) => field.reserved === kind)
    .reduce((bits, field) => bits | maskOf(field.lsb, field.msb - field.lsb + 1), 0n);
}

function fieldRanges(register: Sysreg): Record<string, readonly [number, number]> {
  const named = register.fields.flatMap((field) =>
    field.name === undefined ? [] : [[field.name, [field.lsb, field.msb - field.lsb + 1]] as const],
  );
  return Object.fromEntries(named);
}
