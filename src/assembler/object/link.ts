import type { Diagnostic } from "../../core/diagnostic.js";
import { type Result, resultOf } from "../../core/result.js";
import type { SourceRef } from "../../core/source-ref.js";
import { maskOf, wrap } from "../../core/u64.js";
import { type ObjectCode, RELOCATIONS, type Relocation, type RelocationRule } from "./object-code.js";

/** Where sections go, and what symbols mean that the object does not define. */
export interface LinkInput {
  readonly sectionAddresses: ReadonlyMap<string, bigint>;
  readonly symbols: ReadonlyMap<string, bigint>;
}

/** A section's bytes at their address. */
export interface PlacedSection {
  readonly name: string;
  readonly address: bigint;
  readonly bytes: Uint8Array;
}

/** Placed sections in the object's order, and the address of every symbol that has one. */
export interface LinkedCode {
  readonly sections: readonly PlacedSection[];
  readonly symbols: ReadonlyMap<string, bigint>;
}

/**
 * The object's sections that have an address, with their relocations resolved. A section without an address is
 * left out; a weak symbol that nobody defines is 0.
 * Errors: WS630 a symbol that nobody defines; WS631 a place in a section without an address; WS632 a value that
 * does not fit or is misaligned; WS633 an address that is not aligned as its section needs; WS634 a relocation
 * outside its section.
 */
export function link(object: ObjectCode, input: LinkInput): Result<LinkedCode> {
  const found: Diagnostic[] = [];
  const sections: PlacedSection[] = [];
  for (const { name, bytes, alignmentBytes } of object.sections) {
    const address = input.sectionAddresses.get(name);
    if (address === undefined) continue;
    sections.push({ name, address, bytes: bytes.slice() });
    if (address % BigInt(alignmentBytes) !== 0n) {
      const message = `${name} needs an alignment of ${alignmentBytes} bytes, and 0x${address.toString(16)} has less`;
      found.push({ code: "WS633", severity: "error", at: placeOf(object, name, 0), message });
    }
  }
  const symbols = addresses(object, input);
  for (const relocation of object.relocations) {
    const section = sections.find((s) => s.name === relocation.section);
    if (section === undefined) continue;
    const problem = apply(object, relocation, section, symbols, input);
    if (problem !== undefined) {
      const at = placeOf(object, relocation.section, relocation.offset);
      found.push({ ...problem, severity: "error", at });
    }
  }
  return resultOf(found, () => ({ sections, symbols }));
}

/** The source line of a place, or the object's own words for it. */
function placeOf(object: ObjectCode, section: string, offset: number): SourceRef {
  const line = object.lines.findLast((l) => l.section === section && l.offset <= offset);
  return line?.at ?? { file: `${section}+0x${offset.toString(16)}`, line: 1, column: 1 };
}

function addresses(object: ObjectCode, input: LinkInput): Map<string, bigint> {
  const symbols = new Map(input.symbols);
  for (const { name, section, value, defined } of object.symbols) {
    if (!defined) continue;
    const start = section === undefined ? 0n : input.sectionAddresses.get(section);
    if (start !== undefined) symbols.set(name, wrap(start + value));
  }
  return symbols;
}

function apply(
  object: ObjectCode,
  relocation: Relocation,
  section: PlacedSection,
  symbols: ReadonlyMap<string, bigint>,
  input: LinkInput,
): Pick<Diagnostic, "code" | "message"> | undefined {
  const rule = RELOCATIONS[relocation.type];
  const size = rule.inWord ? 4 : rule.widthBits / 8;
  if (relocation.offset < 0 || relocation.offset + size > section.bytes.length) {
    return {
      code: "WS634",
      message: `${relocation.type} at 0x${relocation.offset.toString(16)} is outside ${section.name}`,
    };
  }
  const target = targetOf(object, relocation, symbols, input);
  if (typeof target !== "bigint") return target;
  const place = section.address + BigInt(relocation.offset);
  const value = BigInt.asIntN(64, valueOfRule(rule, wrap(target + relocation.addend), place));
  const problem = check(rule, relocation, value);
  if (problem !== undefined) return { code: "WS632", message: problem };
  put(rule, section.bytes, relocation.offset, value);
  return undefined;
}

function targetOf(
  object: ObjectCode,
  { symbol }: Relocation,
  symbols: ReadonlyMap<string, bigint>,
  input: LinkInput,
): bigint | Pick<Diagnostic, "code" | "message"> {
  const known = symbols.get(symbol) ?? input.sectionAddresses.get(symbol);
  if (known !== undefined) return known;
  const own = object.symbols.find((s) => s.name === symbol);
  if (own?.binding === "weak" && !own.defined) return 0n;
  const placed = own?.section ?? (object.sections.some((s) => s.name === symbol) ? symbol : undefined);
  if (placed === undefined) return { code: "WS630", message: `nobody defines ${symbol}` };
  return { code: "WS631", message: `${symbol} is in ${placed}, which has no address` };
}

function valueOfRule(rule: RelocationRule, target: bigint, place: bigint): bigint {
  if (rule.value === "absolute") return target;
  return rule.value === "relative" ? target - place : (target & ~0xfffn) - (place & ~0xfffn);
}

function check(rule: RelocationRule, { type, symbol }: Relocation, value: bigint): string | undefined {
  const said = `${type} to ${symbol}: ${value < 0n ? "-" : ""}0x${(value < 0n ? -value : value).toString(16)}`;
  const low = rule.low12 ? value & 0xfffn : value;
  if (low & maskOf(0, rule.shift) && rule.value !== "page")
    return `${said} is no multiple of ${1 << rule.shift}`;
  if (rule.low12 || rule.widthBits === 64) return undefined;
  const scaled = value >> BigInt(rule.shift);
  const half = 1n << BigInt(rule.widthBits - 1);
  // Data may hold a signed or an unsigned value; a branch's distance is signed.
  const most = rule.inWord ? half : 2n * half;
  return scaled < -half || scaled >= most ? `${said} is out of reach` : undefined;
}

function put(rule: RelocationRule, bytes: Uint8Array, offset: number, value: bigint): void {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (!rule.inWord) {
    for (let i = 0; i < rule.widthBits / 8; i++) bytes[offset + i] = Number((value >> BigInt(8 * i)) & 0xffn);
    return;
  }
  const field = ((rule.low12 ? value & 0xfffn : value) >> BigInt(rule.shift)) & maskOf(0, rule.widthBits);
  const word = BigInt(view.getUint32(offset, true));
  // ADR's immediate lies in two parts: immlo at bit 29, immhi at bit 5.
  const mask = rule.split
    ? (3n << 29n) | (maskOf(0, 19) << 5n)
    : maskOf(0, rule.widthBits) << BigInt(rule.lsb);
  const bits = rule.split ? ((field & 3n) << 29n) | ((field >> 2n) << 5n) : field << BigInt(rule.lsb);
  view.setUint32(offset, Number((word & ~mask) | bits), true);
}
