import type { Diagnostic } from "../core/diagnostic.js";
import type { SourceRef } from "../core/source-ref.js";
import type { AsmOffset, Model } from "../model/types.js";
import type { CompiledSymbol } from "./asm-offsets.js";
import {
  addTo,
  type CompiledLayout,
  type CompiledStruct,
  elementOf,
  sizeOf,
  type Where,
} from "./compiled.js";
import { finding, ORACLE, type OracleOptions, placeIn } from "./findings.js";
import { flatten } from "./flatten.js";

export interface ValueCheck {
  readonly diagnostics: readonly Diagnostic[];
  readonly count: number;
}

/** The one definition of each struct that counts. */
export type Definitions = ReadonlyMap<string, CompiledStruct>;

/** The symbols of asm-offsets against the offsets that an object's structs give them; WS344. */
export function checkSymbolPaths(model: Model, definitions: Definitions, file: string): ValueCheck {
  const diagnostics: Diagnostic[] = [];
  let count = 0;
  for (const symbol of model.asmOffsets) {
    const there = offsetIn(definitions, symbol, model);
    if (there === undefined) continue;
    count++;
    if (there.offsetBits === 8 * symbol.place.offsetBytes) continue;
    const message = `${symbol.symbol} is ${symbol.place.offsetBytes} in the layout, and ${symbol.struct}.${symbol.member} is at ${there.offsetBits / 8} in ${file}`;
    diagnostics.push(
      finding(ORACLE.symbolValue, symbol.at, message, { related: placeIn(file, there.where) }),
    );
  }
  return { diagnostics, count };
}

/** Follows a member path through an object's structs; undefined where it cannot be followed. */
function offsetIn(
  definitions: Definitions,
  { struct, member }: AsmOffset,
  model: Model,
): { readonly offsetBits: number; readonly where: Where } | undefined {
  let members = definitions.get(struct)?.members;
  let found: { offsetBits: number; where: Where } | undefined;
  for (const [, name, index] of member.matchAll(/([A-Za-z_]\w*)(?:\[(\w+)\])?/g)) {
    const step = flatten(members ?? []).find((candidate) => candidate.name === name);
    if (step === undefined || step.widthBits !== undefined) return undefined;
    const element = elementOf(step.type);
    const position = index === undefined ? 0 : indexOf(index, model);
    const stride = index === undefined ? 0 : sizeOf(element);
    if (position === undefined || stride === undefined) return undefined;
    const offsetBits = (found?.offsetBits ?? 0) + step.offsetBits + 8 * position * stride;
    found = { offsetBits, where: step.where };
    const named = element.kind === "record" && element.name !== undefined ? element.name : "";
    members = element.kind === "record" ? (element.members ?? definitions.get(named)?.members) : undefined;
  }
  return found;
}

function indexOf(text: string, { constants, sysregOrder }: Model): number | undefined {
  if (/^\d+$/.test(text)) return Number(text);
  const slot = sysregOrder.slots.find(({ name }) => name === text);
  const constant = constants.find(({ name }) => name === text);
  return slot?.index ?? (constant === undefined ? undefined : Number(constant.value));
}

/** The indices of the registers and the constants by name, each where it is written. */
export function namedValues({
  constants,
  sysregOrder,
}: Model): { readonly name: string; readonly value: bigint; readonly at: SourceRef }[] {
  return [
    ...sysregOrder.slots.map(({ name, index, at }) => ({ name, value: BigInt(index), at })),
    ...constants.map(({ name, value, at }) => ({ name, value, at })),
  ];
}

/** Indices and constants against an object's enumerators of the same names; WS345. One that agrees is enough. */
export function checkEnumerators(model: Model, object: CompiledLayout): ValueCheck {
  const diagnostics: Diagnostic[] = [];
  let count = 0;
  for (const { name, value, at } of namedValues(model)) {
    const known = object.enumerators.get(name) ?? [];
    const [first] = known;
    if (first === undefined) continue;
    count++;
    if (known.some((enumerator) => BigInt.asUintN(64, enumerator.value) === value)) continue;
    const message = `${name} is ${value} in the layout, and ${first.value} in ${object.file}`;
    diagnostics.push(
      finding(ORACLE.constantValue, at, message, { related: placeIn(object.file, first.where) }),
    );
  }
  return { diagnostics, count };
}

/**
 * The layout's symbols, indices and constants against those of an asm-offsets file; WS344, WS345. A symbol that the
 * file does not have is WS346, one that only the file has WS347, always a note: a kernel's file serves others too.
 */
export function checkSymbolValues(
  model: Model,
  symbols: readonly CompiledSymbol[],
  file: string,
  options: OracleOptions,
): { readonly symbols: ValueCheck; readonly values: ValueCheck } {
  const byName = new Map<string, CompiledSymbol[]>();
  for (const symbol of symbols) addTo(byName, symbol);
  const own = model.asmOffsets.map(({ symbol, place, at }) => ({
    name: symbol,
    value: BigInt(place.offsetBytes),
    at,
  }));
  const missing = own
    .filter(({ name }) => !byName.has(name))
    .map(({ name, at }) => finding(ORACLE.notInObject, at, `${file} has no symbol ${name}`, {}, options));
  const values = namedValues(model);
  const known = new Set([...own, ...values].map(({ name }) => name));
  const extra = symbols
    .filter(({ name }) => !known.has(name))
    .map(({ name, at }) => finding(ORACLE.notInLayout, at, `the layout has no symbol ${name}`));
  const compared = compare(own, ORACLE.symbolValue, byName, file);
  return {
    symbols: { diagnostics: [...missing, ...extra, ...compared.diagnostics], count: compared.count },
    values: compare(values, ORACLE.constantValue, byName, file),
  };
}

function compare(
  own: readonly { readonly name: string; readonly value: bigint; readonly at: SourceRef }[],
  kind: typeof ORACLE.symbolValue | typeof ORACLE.constantValue,
  byName: ReadonlyMap<string, readonly CompiledSymbol[]>,
  file: string,
): ValueCheck {
  const both = own.flatMap((value) => (byName.get(value.name) ?? []).map((there) => ({ value, there })));
  const diagnostics = both
    .filter(
      ({ value, there }) => there.value === undefined || BigInt.asUintN(64, there.value) !== value.value,
    )
    .map(({ value, there }) => {
      const message = `${value.name} is ${value.value} in the layout, and ${there.text} in ${file}`;
      return finding(kind, value.at, message, { related: [{ at: there.at, message: "defined here" }] });
    });
  return { diagnostics, count: both.length };
}
