import { ByteReader } from "../byte-reader.js";
import { Malformed } from "../malformed.js";
import { FORM } from "./format.js";

/** implicit: the value of an attribute of form implicit_const, which is here and not in the entry. */
export interface AttributeSpec {
  readonly attribute: number;
  readonly form: number;
  readonly implicit?: bigint;
}

/** The shape of an entry: its tag, whether entries follow that belong to it, and its attributes in order. */
export interface Abbreviation {
  readonly tag: number;
  readonly hasChildren: boolean;
  readonly attributes: readonly AttributeSpec[];
}

export type AbbreviationTable = ReadonlyMap<number, Abbreviation>;

/** Tables of .debug_abbrev by offset, each read once. Source: DWARF 5, 7.5.3. */
export class AbbreviationTables {
  readonly #tables = new Map<number, AbbreviationTable>();
  #bytesRead = 0;

  constructor(readonly section: Uint8Array) {}

  /** Throws Malformed when tables overlap: a small file could otherwise ask for any amount of work. */
  at(offset: number): AbbreviationTable {
    const known = this.#tables.get(offset);
    if (known !== undefined) return known;
    const reader = new ByteReader(this.section, ".debug_abbrev", offset);
    const table = readTable(reader);
    this.#bytesRead += reader.position - offset;
    if (this.#bytesRead > this.section.length)
      throw new Malformed(`.debug_abbrev: the table at ${offset} overlaps another`);
    this.#tables.set(offset, table);
    return table;
  }
}

function readTable(reader: ByteReader): AbbreviationTable {
  const table = new Map<number, Abbreviation>();
  for (let code = reader.uleb(); code !== 0; code = reader.uleb()) {
    if (table.has(code)) throw new Malformed(`.debug_abbrev: code ${code} is defined twice`);
    const tag = reader.uleb();
    const hasChildren = reader.u8() !== 0;
    table.set(code, { tag, hasChildren, attributes: attributesOf(reader) });
  }
  return table;
}

function attributesOf(reader: ByteReader): AttributeSpec[] {
  const attributes: AttributeSpec[] = [];
  for (;;) {
    const [attribute, form] = [reader.uleb(), reader.uleb()];
    const implicit = form === FORM.implicitConst ? { implicit: reader.slebValue() } : {};
    if (attribute === 0 && form === 0) return attributes;
    attributes.push({ attribute, form, ...implicit });
  }
}
