import type { ByteReader } from "../byte-reader.js";
import { Malformed } from "../malformed.js";
import { type FormContext, readValue } from "./attribute-value.js";
import { type DebugSections, readInitialLength } from "./unit.js";

/** DW_LNCT_path and DW_LNCT_directory_index. */
const CONTENT = { path: 1, directory: 2 } as const;
/** No compilation has more files. */
const COUNT_LIMIT = 1_000_000;

interface FileName {
  readonly path: string;
  readonly directory: number;
}

/**
 * The header of a line table. files: the paths at the index that the program and DW_AT_decl_file use, as the compiler was
 * given them: relative to its directory where they were. program, end: where the program begins and ends.
 * operandCounts: of the standard opcodes, from opcode 1 on; special opcodes follow them.
 */
export interface LineHeader {
  readonly files: ReadonlyMap<number, string>;
  readonly program: number;
  readonly end: number;
  readonly instructionBytes: number;
  readonly lineBase: number;
  readonly lineRange: number;
  readonly operandCounts: readonly number[];
}

/**
 * Reads the header of the line table that the reader is at, and goes behind it. addressBytes: of the unit that it is of.
 * Throws Malformed: a version other than 2 to 5; what leads out of the section. Source: DWARF 5, 6.2.4; DWARF 4, 6.2.4.
 */
export function readLineHeader(
  reader: ByteReader,
  sections: DebugSections,
  addressBytes: number,
): LineHeader {
  const start = reader.position;
  const { offsetBytes, end } = readInitialLength(reader);
  const version = reader.u16();
  if (version < 2 || version > 5)
    throw new Malformed(`.debug_line+${start}: version ${version} is not known`);
  if (version === 5) reader.skip(2);
  const headerBytes = reader.offset(offsetBytes);
  const program = reader.position + headerBytes;
  const instructionBytes = reader.u8();
  // Operations per instruction (of VLIW machines alone other than 1) and the default of is_stmt.
  reader.skip(version >= 4 ? 2 : 1);
  const [lineBase, lineRange] = [BigInt.asIntN(8, BigInt(reader.u8())), reader.u8()];
  const operandCounts = Array.from({ length: Math.max(0, reader.u8() - 1) }, () => reader.u8());
  const context = { start, version, addressBytes, offsetBytes };
  const files = version < 5 ? filesBefore5(reader) : filesOf5(reader, context, sections);
  if (program > end) throw new Malformed(`.debug_line+${start}: its program lies behind its end`);
  return { files, program, end, instructionBytes, lineBase: Number(lineBase), lineRange, operandCounts };
}

function filesBefore5(reader: ByteReader): ReadonlyMap<number, string> {
  const directories = [""];
  for (let path = reader.text(); path !== ""; path = reader.text()) directories.push(path);
  const names = new Map<number, string>();
  for (let path = reader.text(); path !== ""; path = reader.text())
    names.set(names.size + 1, readFileName(reader, path, directories));
  return names;
}

/** The rest of an entry of a file after its path: directory, time and size. */
export function readFileName(reader: ByteReader, path: string, directories: readonly string[]): string {
  const directory = reader.uleb();
  reader.skipLeb();
  reader.skipLeb();
  return join(directories, { path, directory });
}

function filesOf5(
  reader: ByteReader,
  context: FormContext,
  sections: DebugSections,
): ReadonlyMap<number, string> {
  const directories = listOf(reader, context, sections).map(({ path }) => path);
  const files = listOf(reader, context, sections);
  return new Map(files.map((file, i) => [i, join(directories, file)]));
}

/** A list of entries whose columns the table itself describes. */
function listOf(reader: ByteReader, context: FormContext, sections: DebugSections): FileName[] {
  const columns = Array.from({ length: reader.u8() }, () => ({
    content: reader.uleb(),
    form: reader.uleb(),
  }));
  const count = reader.uleb();
  if (count > COUNT_LIMIT || (columns.length === 0 && count > 0))
    throw new Malformed(`.debug_line+${reader.position}: a list of ${count} files`);
  return Array.from({ length: count }, () => {
    let path = "";
    let directory = 0;
    for (const { content, form } of columns) {
      const value = readValue(reader, { attribute: 0, form }, context, sections);
      if (content === CONTENT.path && value.kind === "text") path = value.text;
      if (content === CONTENT.directory && value.kind === "constant") directory = reader.small(value.value);
    }
    return { path, directory };
  });
}

/** Directory 0 is the compilation's own, which paths are relative to. */
function join(directories: readonly string[], { path, directory }: FileName): string {
  const folder = directories[directory] ?? "";
  return directory === 0 || folder === "" || path.startsWith("/") ? path : `${folder}/${path}`;
}
