import { maskOf } from "../core/u64.js";
import type { Sysreg } from "../model/types.js";
import type { BitRange, RegisterDescription } from "../runtime/index.js";

/** A system register of the catalogue as the runtime is told of it. */
export function describeRegister(register: Sysreg): RegisterDescription {
  const { name, group, encoding, widthBits, readEl, writeEl, reset, effects, aliasOf } = register;
  return {
    name,
    ...encoding,
    widthBits,
    ...(readEl === undefined ? {} : { readEl }),
    ...(writeEl === undefined ? {} : { writeEl }),
    ...(reset === undefined ? {} : { reset }),
    effects,
    res0: reservedBits(register, "RES0"),
    res1: reservedBits(register, "RES1"),
    ...(aliasOf === undefined ? {} : { aliasOf }),
    group,
    fields: fieldRanges(register),
  };
}

function reservedBits(register: Sysreg, kind: "RES0" | "RES1"): bigint {
  return register.fields
    .filter((field) => field.reserved === kind)
    .reduce((bits, field) => bits | maskOf(field.lsb, field.msb - field.lsb + 1), 0n);
}

function fieldRanges(register: Sysreg): Record<string, BitRange> {
  const named = register.fields.flatMap((field) =>
    field.name === undefined ? [] : [[field.name, [field.lsb, field.msb - field.lsb + 1]] as const],
  );
  return Object.fromEntries(named);
}
