import type { Result } from "../../core/result.js";
import {
  addTo,
  type CompiledEnumerator,
  type CompiledLayout,
  type CompiledStruct,
  type Wanted,
} from "../compiled.js";
import { Malformed, reading } from "../malformed.js";
import { Sections } from "../sections.js";
import { Entries, type Entry } from "./entry.js";
import { AT, TAG } from "./format.js";
import { Types } from "./types.js";
import { type DebugSections, readUnits } from "./unit.js";

const NAMED: ReadonlySet<number> = new Set([TAG.structureType, TAG.enumerationType]);
const ENUMERATORS: ReadonlySet<number> = new Set([TAG.enumerator]);
const NONE = new Uint8Array();

/**
 * The definitions of the wanted structs and enumerators in an object's DWARF 2 to 5, as gcc and clang write it: every
 * compilation unit's own, those of file scope. bytes: the whole file, linked or not; file: its name in findings.
 * Errors: WS640 no aarch64 ELF64; WS641 truncated; WS642 a relocation that is not known; WS643 debug information
 * that cannot be read; WS644 none.
 */
export function readDwarf(bytes: Uint8Array, file: string, wanted: Wanted): Result<CompiledLayout> {
  return reading(file, () => {
    const sections = debugSections(new Sections(bytes));
    const units = readUnits(sections);
    const entries = new Entries(sections);
    const types = new Types(entries, units);
    const structs = new Map<string, CompiledStruct[]>();
    const enumerators = new Map<string, CompiledEnumerator[]>();
    for (const unit of units) {
      const root = entries.at(unit.first, unit);
      if (root === undefined) continue;
      entries.eachChild(root, NAMED, (offset) => {
        const entry = entries.at(offset, unit);
        if (entry?.tag === TAG.structureType) addStruct(entry, types, wanted, structs);
        if (entry?.tag === TAG.enumerationType) addEnumerators(entry, types, wanted, enumerators);
      });
    }
    return { file, structs, enumerators };
  });
}

function debugSections(sections: Sections): DebugSections {
  const info = sections.get(".debug_info");
  const abbrev = sections.get(".debug_abbrev");
  if (info === undefined || abbrev === undefined || info.length === 0)
    throw new Malformed("there is no DWARF in it: compile with -g", "WS644");
  if (sections.get(".debug_types") !== undefined)
    throw new Malformed(
      "its types are in .debug_types: compile without -fdebug-types-section, or with -gdwarf-5",
    );
  const get = (name: string): Uint8Array => sections.get(name) ?? NONE;
  return {
    info,
    abbrev,
    str: get(".debug_str"),
    lineStr: get(".debug_line_str"),
    line: get(".debug_line"),
    strOffsets: get(".debug_str_offsets"),
  };
}

function addStruct(entry: Entry, types: Types, wanted: Wanted, found: Map<string, CompiledStruct[]>): void {
  const { entries } = types;
  const name = entries.text(entry, AT.name);
  const sizeBytes = entries.number(entry, AT.byteSize);
  if (name === undefined || !wanted.structs.has(name)) return;
  if (sizeBytes === undefined || entry.values.has(AT.declaration)) return;
  addTo(found, { name, sizeBytes, members: types.membersOf(entry), where: types.where(entry) });
}

function addEnumerators(
  entry: Entry,
  types: Types,
  wanted: Wanted,
  found: Map<string, CompiledEnumerator[]>,
): void {
  const { entries } = types;
  entries.eachChild(entry, ENUMERATORS, (offset) => {
    const child = entries.at(offset, entry.unit);
    if (child === undefined) return;
    const name = entries.text(child, AT.name);
    const value = entries.constant(child, AT.constValue);
    if (name === undefined || value === undefined || !wanted.enumerators.has(name)) return;
    addTo(found, { name, value, where: types.where(child) });
  });
}
