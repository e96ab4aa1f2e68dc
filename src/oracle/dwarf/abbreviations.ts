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

/** The table at an offset of .debug_abbrev, by code. Source: DWARF 5, 7.5.3. */
export function readAbbreviations(section: Uint8Array, offset: number): AbbreviationTable {
  const reader = new ByteReader(section, ".debug_abbrev", offset);
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
