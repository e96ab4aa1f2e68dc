import {
  assemblerNames,
  type DisassembledLine,
  disassemble,
  formatDisassembly,
  type NamedAddress,
  type ObjectCode,
  type ObjectSection,
  readElf64,
} from "../assembler/index.js";
import { loadArchitecture } from "./architecture.js";
import { type ExitStatus, exitStatus } from "./exit-status.js";
import { renderFindings, statusOf } from "./findings.js";
import { readBytes } from "./source-files.js";
import type { Terminal } from "./terminal.js";
import { UsageError } from "./usage-error.js";

/** A hexadecimal instruction word, as objdump or a log has it. */
const WORD = /^(?:0x)?([0-9a-f]{1,8})$/i;

export interface DisassembleRequest {
  readonly json?: boolean;
}

/** Prints instruction words as text, at addresses from 0. Throws UsageError: one that is no word. */
export function disassembleWords(
  inputs: readonly string[],
  request: DisassembleRequest,
  terminal: Terminal,
): ExitStatus {
  const bytes = new Uint8Array(4 * inputs.length);
  const view = new DataView(bytes.buffer);
  for (const [i, input] of inputs.entries()) {
    const digits = WORD.exec(input)?.[1];
    if (digits === undefined)
      throw new UsageError(
        `${input} is no instruction word: expected up to 8 hexadecimal digits, as in d65f03c0`,
      );
    view.setUint32(4 * i, Number.parseInt(digits, 16), true);
  }
  const architecture = loadArchitecture();
  const lines = disassemble(bytes, 0n, architecture.a64, assemblerNames(architecture));
  if (request.json === true) terminal.json(lines);
  else terminal.out(formatDisassembly(lines).trimEnd());
  return exitStatus.ok;
}

/** Prints the code of objects, section by section, with their symbols. Throws UsageError: a file cannot be read. */
export async function disassembleObjects(
  files: readonly string[],
  request: DisassembleRequest,
  terminal: Terminal,
): Promise<ExitStatus> {
  const architecture = loadArchitecture();
  const sysregs = assemblerNames(architecture);
  const sections: { file: string; section: string; lines: readonly DisassembledLine[] }[] = [];
  for (const file of files) {
    const object = readElf64(readBytes(file), file);
    const findings = await renderFindings(object.diagnostics, terminal.colour.err);
    if (findings !== undefined) terminal.err(findings);
    if (!object.ok) return statusOf(object.diagnostics);
    for (const section of object.value.sections) {
      if (!section.flags.execute || section.bytes.length === 0) continue;
      const symbols = symbolsOf(object.value, section);
      const lines = disassemble(section.bytes, 0n, architecture.a64, sysregs, symbols, section.mapping);
      sections.push({ file, section: section.name, lines });
      if (request.json !== true) printSection(file, section, symbols, lines, terminal);
    }
  }
  if (request.json === true) terminal.json(sections);
  return exitStatus.ok;
}

function printSection(
  file: string,
  section: ObjectSection,
  symbols: readonly NamedAddress[],
  lines: readonly DisassembledLine[],
  { out, outStyle }: Terminal,
): void {
  out(outStyle.bold(`${file}, section ${section.name} (${section.bytes.length} bytes)`));
  const starts = symbols.map(({ address }) => address);
  const boundaries = [...new Set([0n, ...starts, BigInt(section.bytes.length)])].sort((a, b) =>
    a < b ? -1 : 1,
  );
  for (const [i, start] of boundaries.entries()) {
    const end = boundaries[i + 1];
    if (end === undefined) break;
    for (const { name } of symbols.filter(({ address }) => address === start))
      out(`\n${start.toString(16).padStart(16, "0")} <${name}>:`);
    out(formatDisassembly(lines.filter(({ address }) => address >= start && address < end)).trimEnd());
  }
}

function symbolsOf(object: ObjectCode, section: ObjectSection): NamedAddress[] {
  return object.symbols
    .filter((symbol) => symbol.section === section.name && symbol.name !== section.name)
    .map(({ name, value }) => ({ name, address: value }));
}
