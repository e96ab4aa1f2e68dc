import { ByteReader } from "../byte-reader.js";
import { Malformed } from "../malformed.js";
import { readValue } from "./attribute-value.js";
import { type DebugSections, readInitialLength, type Unit } from "./unit.js";

/** DW_LNCT_path and DW_LNCT_directory_index. */
const CONTENT = { path: 1, directory: 2 } as const;
/** No compilation has more files. */
const COUNT_LIMIT = 1_000_000;

interface FileName {
  readonly path: string;
  readonly directory: number;
}

/**
 * The paths of a line table's files, at the index that DW_AT_decl_file uses, as the compiler was given them: relative
 * to its directory where they were.
 * Source: DWARF 5, 6.2.4; DWARF 4, 6.2.4.
 */
export function readSourceFiles(
  sections: DebugSections,
  offset: number,
  unit: Unit,
): ReadonlyMap<number, string> {
  const reader = new ByteReader(sections.line, ".debug_line", offset);
  const { offsetBytes } = readInitialLength(reader);
  const version = reader.u16();
  if (version < 2 || version > 5)
    throw new Malformed(`.debug_line+${offset}: version ${version} is not known`);
  if (version === 5) reader.skip(2);
  reader.skip(offsetBytes);
  // Instruction length, default is_stmt, line base and range, and from version 4 on operations per instruction.
  reader.skip(version >= 4 ? 5 : 4);
  reader.skip(Math.max(0, reader.u8() - 1));
  if (version < 5) return namesBefore5(reader, directoriesBefore5(reader));
  const lineUnit = { ...unit, offsetBytes };
  const directories = listOf(reader, lineUnit, sections).map(({ path }) => path);
  const files = listOf(reader, lineUnit, sections);
  return new Map(files.map((file, i) => [i, join(directories, file)]));
}

function directoriesBefore5(reader: ByteReader): string[] {
  const directories = [""];
  for (let path = reader.text(); path !== ""; path = reader.text()) directories.push(path);
  return directories;
}

function namesBefore5(reader: ByteReader, directories: readonly string[]): Map<number, string> {
  const names = new Map<number, string>();
  for (let path = reader.text(); path !== ""; path = reader.text()) {
    const directory = reader.uleb();
    reader.skipLeb();
    reader.skipLeb();
    names.set(names.size + 1, join(directories, { path, directory }));
  }
  return names;
}

/** A list of entries whose columns the table itself describes. */
function listOf(reader: ByteReader, unit: Unit, sections: DebugSections): FileName[] {
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
      const value = readValue(reader, { attribute: 0, form }, unit, sections);
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
