import { ByteReader } from "../byte-reader.js";
import { Malformed } from "../malformed.js";
import type { Abbreviation } from "./abbreviations.js";
import { type AttributeValue, readValue, skipValue, textIn } from "./attribute-value.js";
import { AT } from "./format.js";
import type { DebugSections, Unit } from "./unit.js";

/** An entry has a byte at least, and is looked at for itself, by its parent and by what refers to its type. */
const VISITS_PER_BYTE = 32;

/** An entry of .debug_info with the attributes read. next: where its children begin, or its sibling. */
export interface Entry {
  readonly offset: number;
  readonly unit: Unit;
  readonly tag: number;
  readonly hasChildren: boolean;
  readonly next: number;
  readonly values: ReadonlyMap<number, AttributeValue>;
}

/** Entries of .debug_info by offset, and their attributes as what they are for. */
export class Entries {
  readonly #reader: ByteReader;
  readonly #stringBases = new Map<Unit, number>();
  #visits = 0;

  constructor(readonly sections: DebugSections) {
    this.#reader = new ByteReader(sections.info, ".debug_info");
  }

  /** The entry at an offset; undefined for the null entry that ends a list of children. */
  at(offset: number, unit: Unit): Entry | undefined {
    const abbreviation = this.#begin(offset, unit);
    if (abbreviation === undefined) return undefined;
    const values = new Map<number, AttributeValue>();
    for (const spec of abbreviation.attributes)
      values.set(spec.attribute, readValue(this.#reader, spec, unit, this.sections));
    const { tag, hasChildren } = abbreviation;
    return { offset, unit, tag, hasChildren, next: this.#reader.position, values };
  }

  /**
   * Calls visit with the offset of every child of an entry; those of a tag that is not wanted are passed over.
   * Without recursion: a file cannot exhaust the stack.
   */
  eachChild(parent: Entry, wanted: ReadonlySet<number>, visit: (offset: number) => void): void {
    if (!parent.hasChildren) return;
    const { unit } = parent;
    let depth = 1;
    let offset = parent.next;
    while (depth > 0 && offset < unit.end) {
      const abbreviation = this.#begin(offset, unit);
      if (abbreviation === undefined) depth--;
      else {
        if (depth === 1 && wanted.has(abbreviation.tag)) visit(offset);
        this.#begin(offset, unit);
        const sibling = this.#skipAttributes(abbreviation, unit);
        if (abbreviation.hasChildren) {
          if (sibling === undefined) depth++;
          else if (sibling <= offset) throw new Malformed(`.debug_info+${offset}: its sibling is before it`);
          else this.#reader.seek(sibling);
        }
      }
      offset = this.#reader.position;
    }
  }

  text(entry: Entry, attribute: number): string | undefined {
    const value = entry.values.get(attribute);
    if (value?.kind === "text") return value.text;
    return value?.kind === "index" ? this.#indexed(value.index, entry.unit) : undefined;
  }

  constant(entry: Entry, attribute: number): bigint | undefined {
    const value = entry.values.get(attribute);
    return value?.kind === "constant" ? value.value : undefined;
  }

  /** A constant that is a size, a count or a line. */
  number(entry: Entry, attribute: number): number | undefined {
    const value = this.constant(entry, attribute);
    if (value === undefined) return undefined;
    if (value < 0n || value > BigInt(Number.MAX_SAFE_INTEGER))
      throw new Malformed(`.debug_info+${entry.offset}: attribute 0x${attribute.toString(16)} is ${value}`);
    return Number(value);
  }

  /** The shape of the entry at an offset, the reader before its first attribute. */
  #begin(offset: number, unit: Unit): Abbreviation | undefined {
    if (++this.#visits > VISITS_PER_BYTE * (this.#reader.length + 1000))
      throw new Malformed(".debug_info: its entries lead to the same places again and again");
    this.#reader.seek(offset);
    const code = this.#reader.uleb();
    if (code === 0) return undefined;
    const abbreviation = unit.abbreviations.get(code);
    if (abbreviation === undefined)
      throw new Malformed(`.debug_info+${offset}: there is no abbreviation ${code}`);
    return abbreviation;
  }

  #skipAttributes({ attributes }: Abbreviation, unit: Unit): number | undefined {
    let sibling: number | undefined;
    for (const spec of attributes) {
      if (spec.attribute === AT.sibling) {
        const value = readValue(this.#reader, spec, unit, this.sections);
        if (value.kind === "reference") sibling = value.offset;
      } else skipValue(this.#reader, spec.form, unit);
    }
    return sibling;
  }

  /** A text by its index in .debug_str_offsets, from the base that the unit's first entry names. */
  #indexed(index: number, unit: Unit): string | undefined {
    const base = this.#stringBase(unit);
    const { offsetBytes } = unit;
    const table = new ByteReader(this.sections.strOffsets, ".debug_str_offsets", base + index * offsetBytes);
    const value = textIn(this.sections.str, ".debug_str", table.offset(offsetBytes));
    return value.kind === "text" ? value.text : undefined;
  }

  #stringBase(unit: Unit): number {
    const known = this.#stringBases.get(unit);
    if (known !== undefined) return known;
    const root = this.at(unit.first, unit);
    // Without the attribute: behind the table's header of a length, a version and padding.
    const none = unit.offsetBytes === 8 ? 16 : 8;
    const base = root === undefined ? none : (this.number(root, AT.strOffsetsBase) ?? none);
    this.#stringBases.set(unit, base);
    return base;
  }
}
