import type { LineMark } from "../../assembler/index.js";
import type { Result } from "../../core/result.js";
import { ByteReader } from "../byte-reader.js";
import { reading } from "../malformed.js";
import { Sections } from "../sections.js";
import { readLineHeader } from "./line-header.js";
import { type LineRow, runLineProgram } from "./line-program.js";
import type { DebugSections } from "./unit.js";

const NONE = new Uint8Array();
const ADDRESS_BYTES = 8;

/**
 * Which source line made which bytes of a relocatable's sections, as its line tables of DWARF 2 to 5 say it (GNU as and
 * gcc with -g): by section and offset. None when it has no .debug_line. bytes: the whole file; file: its name in findings.
 * Errors: WS640 to WS642 for the file; WS643 a line table that cannot be read.
 */
export function readLines(bytes: Uint8Array, file: string): Result<readonly LineMark[]> {
  return reading(file, () => {
    const sections = new Sections(bytes);
    const debug = lineSections(sections);
    if (debug.line.length === 0) return [];
    const targets = sections.relocatedTo(".debug_line");
    const reader = new ByteReader(debug.line, ".debug_line");
    const marks: Mark[] = [];
    while (reader.position < reader.length) {
      const header = readLineHeader(reader, debug, ADDRESS_BYTES);
      for (const row of runLineProgram(debug.line, header)) marks.push(...markOf(row, targets));
      reader.seek(header.end);
    }
    return inOrder(marks);
  });
}

function lineSections(sections: Sections): DebugSections {
  const get = (name: string): Uint8Array => sections.get(name) ?? NONE;
  return {
    ...{ info: NONE, abbrev: NONE, strOffsets: NONE },
    ...{ str: get(".debug_str"), lineStr: get(".debug_line_str"), line: get(".debug_line") },
  };
}

/** A mark, and whether it is only the end of another's bytes. */
interface Mark {
  readonly mark: LineMark;
  readonly end: boolean;
}

/** Nothing for a sequence whose address no relocation ties to a section. */
function markOf(row: LineRow, targets: ReadonlyMap<number, string>): Mark[] {
  const section = targets.get(row.place);
  if (section === undefined) return [];
  const { file, line, column, address, end } = row;
  const known = !end && file !== undefined && line > 0;
  const at = known ? { at: { file, line, column: Math.max(1, column) } } : {};
  return [{ mark: { section, offset: address, ...at }, end }];
}

/** By section and offset; of several at one place the last row counts, and an end only where nothing begins. */
function inOrder(marks: readonly Mark[]): readonly LineMark[] {
  const byPlace = new Map<string, Mark>();
  for (const one of marks) {
    const key = `${one.mark.section} ${one.mark.offset}`;
    if (one.end && byPlace.get(key)?.end === false) continue;
    byPlace.set(key, one);
  }
  const compare = (a: LineMark, b: LineMark): number =>
    a.section < b.section ? -1 : a.section > b.section ? 1 : a.offset - b.offset;
  return [...byPlace.values()].map(({ mark }) => mark).sort(compare);
}
