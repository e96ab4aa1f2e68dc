import { maskOf } from "../core/u64.js";
import type { Assembly, Deferred } from "./assembly.js";
import { evaluate, isNumberBefore, isProblem } from "./evaluate.js";
import type { LineMark, ObjectCode, ObjectSymbol, Relocation, RelocationType } from "./object/object-code.js";
import type { Place, SymbolEntry } from "./symbols.js";
import type { Expression } from "./text/expression.js";
import { Token, type TokenList } from "./text/tokens.js";
import { absolute, type Base, isAbsolute, type Value } from "./value.js";

/** Gives every deferred word and datum its value, now that all symbols are known. */
export function resolveDeferred(assembly: Assembly): void {
  for (const deferred of assembly.deferred) {
    if (deferred.kind === "instruction") encodeInstruction(assembly, deferred);
    else if (deferred.kind === "data") {
      putData(
        assembly,
        deferred.expression,
        deferred.place,
        deferred.place.offset,
        deferred.sizeBytes,
        deferred.list,
      );
    } else
      putData(
        assembly,
        deferred.expression,
        deferred.place,
        deferred.offset,
        deferred.sizeBytes,
        deferred.list,
      );
  }
}

function encodeInstruction(assembly: Assembly, deferred: Deferred & { kind: "instruction" }): void {
  const { place, literal } = deferred;
  const section = assembly.sections.get(place.section);
  if (section === undefined) return;
  const list = literal === undefined ? deferred.list : withLiteral(assembly, deferred, literal);
  const encoded = assembly.forms.encode(
    list,
    {
      table: assembly.forms.table,
      sysregs: assembly.sysregs,
      registerAliases: assembly.registerAliases,
      section: place.section,
      offset: place.offset,
      value: (expression) => evaluate(expression, place, assembly.symbols),
      isNumber: (expression) => isNumberBefore(expression, place, assembly.symbols),
    },
    assembly.report,
  );
  if (encoded === undefined) return;
  section.putWord(place.offset, encoded.word);
  for (const expression of encoded.expressions) assembly.symbols.mention(expression);
  if (encoded.relocation === undefined) return;
  const { type, value } = encoded.relocation;
  assembly.relocations.push({ section: place.section, offset: place.offset, type, value });
}

/** `ldr x0, =value` as `ldr x0, distance to the literal`. */
function withLiteral(
  assembly: Assembly,
  deferred: Deferred & { kind: "instruction" },
  literal: number,
): TokenList {
  const { place, list } = deferred;
  const offset = assembly.pools.get(place.section)?.offset(literal) ?? place.offset;
  const equals = list.tokens.findIndex((t) => t.text === "=");
  const at = list.tokens[equals] ?? list.end;
  const bytes = BigInt.asUintN(64, BigInt(offset - place.offset));
  const distance = new Token(at.line, "number", "=", at.start, at.end, bytes);
  return { ...list, tokens: [...list.tokens.slice(0, equals), distance] };
}

function putData(
  assembly: Assembly,
  expression: Expression,
  place: Place,
  offset: number,
  sizeBytes: number,
  list: TokenList,
): void {
  const value = evaluate(expression, place, assembly.symbols);
  const section = assembly.sections.get(place.section);
  if (section === undefined) return;
  if (isProblem(value)) assembly.reportProblem(value, list);
  else if (isAbsolute(value)) {
    const number = signedOf(expression, value);
    if (sizeBytes < 8 && !fits(number, sizeBytes)) {
      const message = `${number} does not fit ${sizeBytes} bytes`;
      assembly.report.error("WS617", expression.at, message, list.via);
      return;
    }
    // A 16-byte literal is a 64-bit value with its sign.
    section.put(offset, sizeBytes === 16 ? number & maskOf(0, 128) : value.addend, sizeBytes);
  } else addDataRelocation(assembly, expression, value, { section: place.section, offset }, sizeBytes, list);
}

function signedOf(expression: Expression, value: Value): bigint {
  return expression.kind === "number" ? value.addend : BigInt.asIntN(64, value.addend);
}

function fits(value: bigint, sizeBytes: number): boolean {
  const signed = BigInt.asIntN(64, value);
  const bits = BigInt(8 * sizeBytes);
  return signed >= -(1n << (bits - 1n)) && signed < 1n << bits;
}

const ABSOLUTE: Readonly<Record<number, RelocationType>> = {
  8: "R_AARCH64_ABS64",
  4: "R_AARCH64_ABS32",
  2: "R_AARCH64_ABS16",
};
const RELATIVE: Readonly<Record<number, RelocationType>> = {
  8: "R_AARCH64_PREL64",
  4: "R_AARCH64_PREL32",
  2: "R_AARCH64_PREL16",
};

function addDataRelocation(
  assembly: Assembly,
  expression: Expression,
  value: Value,
  at: { readonly section: string; readonly offset: number },
  sizeBytes: number,
  list: TokenList,
): void {
  const { plus, minus, addend } = value;
  const relative = minus !== undefined;
  const type = (relative ? RELATIVE : ABSOLUTE)[sizeBytes];
  if (type === undefined || plus === undefined || (relative && minus.section !== at.section)) {
    const message = `no relocation of ${sizeBytes} bytes expresses ${describe(plus, minus)}`;
    assembly.report.error("WS618", expression.at, message, list.via);
    return;
  }
  // plus - minus is relative to this place with the distance between them added.
  const fromHere = relative ? addend + BigInt(at.offset) - minus.offset : addend;
  assembly.relocations.push({ ...at, type, value: { addend: BigInt.asUintN(64, fromHere), plus } });
}

function describe(plus: Base | undefined, minus: Base | undefined): string {
  return `${plus?.name ?? "0"}${minus === undefined ? "" : ` - ${minus.name}`}`;
}

/** The object of a resolved assembly: all its sections, also empty ones, and its symbols but for numeric labels. */
export function objectOf(assembly: Assembly): ObjectCode {
  const sections = [...assembly.sections.values()];
  return {
    sections: sections.map((s) => ({
      name: s.name,
      flags: s.flags,
      alignmentBytes: s.alignmentBytes,
      bytes: s.bytes,
      mapping: s.mapping,
    })),
    symbols: [...assembly.symbols.entries].flatMap((entry) => symbolOf(assembly, entry) ?? []),
    relocations: assembly.relocations.map((r) => namedRelocation(r.section, r.offset, r.type, r.value)),
    lines: sections.flatMap((s) =>
      s.marks.map(({ offset, at }): LineMark => ({ section: s.name, offset, at })),
    ),
  };
}

function namedRelocation(section: string, offset: number, type: RelocationType, value: Value): Relocation {
  const { plus } = value;
  const addend = BigInt.asIntN(64, value.addend);
  if (plus?.section === undefined || plus.visible)
    return { section, offset, type, symbol: plus?.name ?? "", addend };
  return { section, offset, type, symbol: plus.section, addend: addend + plus.offset };
}

function symbolOf(assembly: Assembly, entry: SymbolEntry): ObjectSymbol | undefined {
  const { name, binding, type } = entry;
  const sizeBytes = sizeOf(assembly, entry);
  const more = { ...(type === undefined ? {} : { type }), ...(sizeBytes === undefined ? {} : { sizeBytes }) };
  if (entry.label !== undefined) {
    const { section, offset } = entry.label;
    return { name, section, value: BigInt(offset), binding, defined: true, ...more };
  }
  if (entry.assignments.length === 0) {
    const undefinedBinding = binding === "weak" ? "weak" : "global";
    if (!entry.mentioned) return undefined;
    return { name, section: undefined, value: 0n, binding: undefinedBinding, defined: false, ...more };
  }
  const value = finalValue(assembly, entry);
  // Another name for a symbol of another object: only that one can be written.
  if (value.plus !== undefined && value.plus.section === undefined && value.minus === undefined)
    return undefined;
  if (value.plus?.section === undefined || value.minus !== undefined) {
    return { name, section: undefined, value: value.addend, binding, defined: true, ...more };
  }
  const offset = BigInt.asUintN(64, value.addend + value.plus.offset);
  return { name, section: value.plus.section, value: offset, binding, defined: true, ...more };
}

function finalValue(assembly: Assembly, entry: SymbolEntry): Value {
  const at = entry.at ?? { file: "", line: 1, column: 1 };
  const place = { ordinal: Number.MAX_SAFE_INTEGER, section: "", offset: 0 };
  const value = evaluate({ kind: "symbol", name: entry.name, at }, place, assembly.symbols);
  if (!isProblem(value)) return value;
  assembly.report.error(value.code, value.at, value.message);
  return absolute(0n);
}

function sizeOf(assembly: Assembly, entry: SymbolEntry): bigint | undefined {
  if (entry.size === undefined) return undefined;
  const { expression, place } = entry.size;
  const value = evaluate(expression, place, assembly.symbols);
  if (isProblem(value)) {
    assembly.report.error(value.code, value.at, value.message);
    return undefined;
  }
  if (isAbsolute(value)) return value.addend;
  assembly.report.error("WS611", expression.at, `the size of ${entry.name} is a place and not a number`);
  return undefined;
}
