import type { SourceRef } from "../core/source-ref.js";
import { hex } from "../core/u64.js";
import type { AsmOffset, Model, OffsetMacro } from "../model/types.js";
import { BREAKS } from "./breaks.js";
import { type Change, compareNamed } from "./change.js";

interface NamedValue {
  readonly name: string;
  readonly value: string;
  readonly of: string;
  readonly at: SourceRef;
}

/** Symbols and macros of asm-offsets that are new, gone or of another value. */
export function compareSymbols(before: Model, after: Model): Change[] {
  return compareNamed(symbolsOf(before), symbolsOf(after), {
    subject: "symbol",
    name: (symbol) => symbol.name,
    at: (symbol) => symbol.at,
    properties: ({ value, of }) => ({ value, of }),
    removed: BREAKS.symbolRemoved,
    changed: { value: BREAKS.symbolChanged },
  });
}

/**
 * Constants that are new, gone or of another value, the count of the registers and the sentinel of index 0 with
 * them. How a value is written does not count.
 */
export function compareConstants(before: Model, after: Model): Change[] {
  return compareNamed(constantsOf(before), constantsOf(after), {
    subject: "constant",
    name: (constant) => constant.name,
    at: (constant) => constant.at,
    properties: ({ value }) => ({ value }),
    removed: BREAKS.constantRemoved,
    changed: { value: BREAKS.constantChanged },
  });
}

function symbolsOf(model: Model): NamedValue[] {
  return [...model.asmOffsets.map(symbolValue), ...model.offsetMacros.map(macroValue)];
}

function symbolValue({ symbol, struct, member, place, at }: AsmOffset): NamedValue {
  return { name: symbol, value: String(place.offsetBytes), of: `${struct}.${member}`, at };
}

/** A macro's value is the text of what it computes: `864 + 8*x`. */
function macroValue({ macro, struct, member, place, elementBytes, at }: OffsetMacro): NamedValue {
  const value = `${place.offsetBytes} + ${elementBytes}*x`;
  return { name: `${macro}(x)`, value, of: `${struct}.${member}`, at };
}

function constantsOf({ constants, sysregOrder }: Model): NamedValue[] {
  return [
    ...constants.map(({ name, value, at }) => ({ name, value: valueText(value), of: "", at })),
    { name: sysregOrder.sentinel.name, value: "0", of: "", at: sysregOrder.at },
  ];
}

/** The same text for the same value, however it is written: counts and indices in decimal, masks in hexadecimal. */
function valueText(value: bigint): string {
  return value <= 0xffffn ? value.toString() : hex(value);
}
