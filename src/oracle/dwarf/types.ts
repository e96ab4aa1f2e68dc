import type { SourceRef } from "../../core/source-ref.js";
import { ByteReader } from "../byte-reader.js";
import type { CompiledMember, CompiledType, Where } from "../compiled.js";
import { Malformed } from "../malformed.js";
import type { Entries, Entry } from "./entry.js";
import { AT, ATE, OP, TAG } from "./format.js";
import { readLineHeader } from "./line-header.js";
import type { Unit } from "./unit.js";

/** Types in types: no compiler's output comes near, and a circle ends here. */
const DEPTH_LIMIT = 64;
const POINTER_BYTES = 8;
const NO_FILES: ReadonlyMap<number, string> = new Map();

const QUALIFIERS: ReadonlySet<number> = new Set([
  TAG.typedef,
  TAG.constType,
  TAG.volatileType,
  TAG.restrictType,
  TAG.atomicType,
]);
const MEMBERS: ReadonlySet<number> = new Set([TAG.member]);
const RANGES: ReadonlySet<number> = new Set([TAG.subrangeType]);

/** What the entries say of types, each type read once. */
export class Types {
  readonly #known = new Map<number, CompiledType>();
  readonly #files = new Map<number, ReadonlyMap<number, string>>();
  readonly #lineTables = new Map<Unit, number | undefined>();
  readonly #signatures: ReadonlyMap<bigint, Unit>;

  constructor(
    readonly entries: Entries,
    readonly units: readonly Unit[],
  ) {
    this.#signatures = new Map(
      units.flatMap((unit) => (unit.type === undefined ? [] : [[unit.type.signature, unit] as const])),
    );
  }

  /** The members of a struct or union in declaration order. */
  membersOf(entry: Entry, depth = 0): CompiledMember[] {
    const members: CompiledMember[] = [];
    this.entries.eachChild(entry, MEMBERS, (offset) => {
      const child = this.entries.at(offset, entry.unit);
      const member = child === undefined ? undefined : this.#member(child, depth);
      if (member !== undefined) members.push(member);
    });
    return members;
  }

  where(entry: Entry): Where {
    const text = `.debug_info+0x${entry.offset.toString(16)}`;
    const declared = this.#declared(entry);
    return declared === undefined ? { text } : { text, declared };
  }

  #member(entry: Entry, depth: number): CompiledMember | undefined {
    const { entries } = this;
    const name = entries.text(entry, AT.name);
    const widthBits = entries.number(entry, AT.bitSize);
    const type = this.#typeOf(entry, depth + 1);
    return {
      ...(name === undefined ? {} : { name }),
      offsetBits: this.#offsetBits(entry, type, widthBits),
      ...(widthBits === undefined ? {} : { widthBits }),
      type,
      where: this.where(entry),
    };
  }

  /** Source: DWARF 5, 5.7.6; for DW_AT_bit_offset, which counts from the most significant bit, DWARF 3, 5.5.6. */
  #offsetBits(entry: Entry, type: CompiledType, widthBits: number | undefined): number {
    const { entries } = this;
    const bits = entries.number(entry, AT.dataBitOffset);
    if (bits !== undefined) return bits;
    const location = entry.values.get(AT.dataMemberLocation);
    const bytes = location?.kind === "expression" ? plusConstant(location.bytes, entry) : undefined;
    const start = 8 * (bytes ?? entries.number(entry, AT.dataMemberLocation) ?? 0);
    const fromTop = entries.number(entry, AT.bitOffset);
    if (fromTop === undefined || widthBits === undefined) return start;
    const unitBytes = entries.number(entry, AT.byteSize) ?? (type.kind === "integer" ? type.sizeBytes : 0);
    return start + 8 * unitBytes - fromTop - widthBits;
  }

  /** The type that the entry's DW_AT_type refers to; `void` without one. */
  #typeOf(entry: Entry, depth: number): CompiledType {
    const target = this.#target(entry);
    if (target === undefined) return { kind: "other", name: "void" };
    const known = this.#known.get(target.offset);
    if (known !== undefined) return known;
    if (depth > DEPTH_LIMIT)
      throw new Malformed(`.debug_info+${entry.offset}: more than ${DEPTH_LIMIT} types in each other`);
    const type = this.#type(target, depth);
    this.#known.set(target.offset, type);
    return type;
  }

  #type(entry: Entry, depth: number): CompiledType {
    const { entries } = this;
    if (QUALIFIERS.has(entry.tag)) return this.#typeOf(entry, depth + 1);
    const name = entries.text(entry, AT.name);
    const sizeBytes = entries.number(entry, AT.byteSize);
    switch (entry.tag) {
      case TAG.baseType:
        return {
          kind: "integer",
          name: name ?? "a type without a name",
          sizeBytes: sizeBytes ?? 0,
          encoding: encodingOf(entries.number(entry, AT.encoding)),
        };
      case TAG.enumerationType:
        return {
          kind: "integer",
          name: `enum ${name ?? "{…}"}`,
          sizeBytes: sizeBytes ?? 0,
          encoding: "enum",
        };
      case TAG.pointerType: {
        const to = this.#pointedTo(entry);
        return {
          kind: "pointer",
          ...(to === undefined ? {} : { to }),
          sizeBytes: sizeBytes ?? POINTER_BYTES,
        };
      }
      case TAG.structureType:
      case TAG.unionType:
        return {
          kind: "record",
          union: entry.tag === TAG.unionType,
          ...(name === undefined ? { members: this.membersOf(entry, depth + 1) } : { name }),
          ...(sizeBytes === undefined ? {} : { sizeBytes }),
        };
      case TAG.arrayType:
        return this.#array(entry, depth);
      default:
        return { kind: "other", name: name ?? `a type of tag 0x${entry.tag.toString(16)}` };
    }
  }

  #array(entry: Entry, depth: number): CompiledType {
    const { entries } = this;
    const counts: (number | undefined)[] = [];
    entries.eachChild(entry, RANGES, (offset) => {
      const range = entries.at(offset, entry.unit);
      if (range !== undefined) counts.push(this.#count(range));
    });
    const element = this.#typeOf(entry, depth + 1);
    return counts.reduceRight<CompiledType>(
      (inner, count) => ({ kind: "array", element: inner, ...(count === undefined ? {} : { count }) }),
      element,
    );
  }

  /** C's arrays count from 0; an upper bound of -1, in whatever width, is an array of none. */
  #count(range: Entry): number | undefined {
    const { entries } = this;
    const count = entries.number(range, AT.count);
    if (count !== undefined) return count;
    const upper = entries.constant(range, AT.upperBound);
    if (upper === undefined) return undefined;
    const bound = upper === 0xffff_ffff_ffff_ffffn ? -1n : upper;
    const lower = entries.constant(range, AT.lowerBound) ?? 0n;
    const length = bound - lower + 1n;
    if (length < 0n || length > BigInt(Number.MAX_SAFE_INTEGER))
      throw new Malformed(`.debug_info+${range.offset}: an array of ${length} elements`);
    return Number(length);
  }

  /** What a pointer leads to, by name and without reading it: lists lead back to where they began. */
  #pointedTo(pointer: Entry): string | undefined {
    let entry = this.#target(pointer);
    for (let depth = 0; entry !== undefined && QUALIFIERS.has(entry.tag); depth++) {
      if (depth > DEPTH_LIMIT) throw new Malformed(`.debug_info+${pointer.offset}: a circle of typedefs`);
      entry = this.#target(entry);
    }
    if (entry === undefined) return undefined;
    const name = this.entries.text(entry, AT.name);
    if (name === undefined) return "{…}";
    if (entry.tag === TAG.structureType) return `struct ${name}`;
    if (entry.tag === TAG.enumerationType) return `enum ${name}`;
    return entry.tag === TAG.unionType ? `union ${name}` : name;
  }

  #target(entry: Entry): Entry | undefined {
    const value = entry.values.get(AT.type);
    if (value === undefined) return undefined;
    if (value.kind === "signature") {
      const unit = this.#signatures.get(value.signature);
      return unit?.type === undefined ? undefined : this.entries.at(unit.type.offset, unit);
    }
    if (value.kind !== "reference")
      throw new Malformed(`.debug_info+${entry.offset}: its type is in another file`);
    const target = this.entries.at(value.offset, this.#unitAt(value.offset, entry.unit));
    if (target === undefined) throw new Malformed(`.debug_info+${entry.offset}: its type is a null entry`);
    return target;
  }

  #unitAt(offset: number, near: Unit): Unit {
    if (offset >= near.first && offset < near.end) return near;
    let low = 0;
    let high = this.units.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((this.units[middle]?.start ?? 0) <= offset) low = middle;
      else high = middle;
    }
    const unit = this.units[low];
    if (unit === undefined || offset < unit.first || offset >= unit.end)
      throw new Malformed(`.debug_info+${offset} is in no unit`);
    return unit;
  }

  #declared(entry: Entry): SourceRef | undefined {
    const { entries } = this;
    const index = entries.number(entry, AT.declFile);
    const line = entries.number(entry, AT.declLine);
    const file = index === undefined ? undefined : this.#filesOf(entry.unit).get(index);
    if (file === undefined || line === undefined || line === 0) return undefined;
    return { file, line, column: Math.max(1, entries.number(entry, AT.declColumn) ?? 1) };
  }

  #filesOf(unit: Unit): ReadonlyMap<number, string> {
    const offset = this.#lineTableOf(unit);
    if (offset === undefined) return NO_FILES;
    const known = this.#files.get(offset);
    if (known !== undefined) return known;
    const { sections } = this.entries;
    const reader = new ByteReader(sections.line, ".debug_line", offset);
    const { files } = readLineHeader(reader, sections, unit.addressBytes);
    this.#files.set(offset, files);
    return files;
  }

  #lineTableOf(unit: Unit): number | undefined {
    if (!this.#lineTables.has(unit)) {
      const root = this.entries.at(unit.first, unit);
      this.#lineTables.set(unit, root === undefined ? undefined : this.entries.number(root, AT.stmtList));
    }
    return this.#lineTables.get(unit);
  }
}

function encodingOf(number: number | undefined): "signed" | "unsigned" | "bool" | "float" {
  if (number === ATE.boolean) return "bool";
  if (number === ATE.float) return "float";
  return number === ATE.signed || number === ATE.signedChar ? "signed" : "unsigned";
}

/** The constant of an expression that only adds one, as DWARF 2 and 3 say an offset. */
function plusConstant(bytes: Uint8Array, entry: Entry): number {
  if (bytes[0] !== OP.plusUconst)
    throw new Malformed(`.debug_info+${entry.offset}: an offset that has to be computed`);
  let value = 0;
  for (const [i, byte] of bytes.subarray(1, 6).entries()) value += (byte & 0x7f) * 2 ** (7 * i);
  return value;
}
