import { ByteReader } from "../byte-reader.js";
import { Malformed } from "../malformed.js";
import { type AbbreviationTable, AbbreviationTables } from "./abbreviations.js";
import { UT } from "./format.js";

/** The sections that types are described in; empty where the object has none. */
export interface DebugSections {
  readonly info: Uint8Array;
  readonly abbrev: Uint8Array;
  readonly str: Uint8Array;
  readonly lineStr: Uint8Array;
  readonly line: Uint8Array;
  readonly strOffsets: Uint8Array;
}

/** A unit of .debug_info. start: of its header, which references count from; first: its first entry; end: behind its last. */
export interface Unit {
  readonly start: number;
  readonly first: number;
  readonly end: number;
  readonly version: number;
  readonly addressBytes: number;
  readonly offsetBytes: 4 | 8;
  readonly abbreviations: AbbreviationTable;
  /** Of a type unit: its signature, and where its type is. */
  readonly type?: { readonly signature: bigint; readonly offset: number };
}

/** The units in order. Throws Malformed: a version other than 2 to 5, a length past the end. Source: DWARF 5, 7.5.1. */
export function readUnits({ info, abbrev }: DebugSections): Unit[] {
  const tables = new AbbreviationTables(abbrev);
  const units: Unit[] = [];
  const reader = new ByteReader(info, ".debug_info");
  while (reader.position < reader.length) {
    const unit = readUnit(reader, tables);
    units.push(unit);
    reader.seek(unit.end);
  }
  return units;
}

/** A length of 4 bytes, or of 12 when the first four are all ones. Source: DWARF 5, 7.4. */
export function readInitialLength(reader: ByteReader): { readonly offsetBytes: 4 | 8; readonly end: number } {
  const first = reader.u32();
  const offsetBytes = first === 0xffff_ffff ? 8 : 4;
  const length = offsetBytes === 8 ? reader.offset(8) : first;
  const end = reader.position + length;
  if (end > reader.length)
    throw new Malformed(`${reader.what}: a part at ${reader.position} ends at ${end} of ${reader.length}`);
  return { offsetBytes, end };
}

function readUnit(reader: ByteReader, tables: AbbreviationTables): Unit {
  const start = reader.position;
  const { offsetBytes, end } = readInitialLength(reader);
  const version = reader.u16();
  if (version < 2 || version > 5) throw new Malformed(`.debug_info+${start}: DWARF ${version} is not known`);
  if (version < 5) {
    const table = tables.at(reader.offset(offsetBytes));
    const addressBytes = reader.u8();
    const first = reader.position;
    return { start, first, end, version, addressBytes, offsetBytes, abbreviations: table };
  }
  const kind = reader.u8();
  const addressBytes = reader.u8();
  const abbreviations = tables.at(reader.offset(offsetBytes));
  const isType = kind === UT.type || kind === UT.splitType;
  if (kind === UT.skeleton || kind === UT.splitCompile) reader.skip(8);
  const type = isType ? { signature: reader.u64(), offset: start + reader.offset(offsetBytes) } : undefined;
  const unit = { start, first: reader.position, end, version, addressBytes, offsetBytes, abbreviations };
  return type === undefined ? unit : { ...unit, type };
}
