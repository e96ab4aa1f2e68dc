import { ByteReader } from "../byte-reader.js";
import { Malformed } from "../malformed.js";
import { type LineHeader, readFileName } from "./line-header.js";

/** Standard and extended opcodes. Source: DWARF 5, 7.22. */
const LNS = {
  copy: 1,
  advancePc: 2,
  advanceLine: 3,
  setFile: 4,
  setColumn: 5,
  constAddPc: 8,
  fixedAdvancePc: 9,
} as const;
const LNE = { endSequence: 1, setAddress: 2, defineFile: 3 } as const;
/** Opcodes whose operands are counted in the header, and which change nothing here: the rest of the standard ones. */
const EXTENDED = 0;

/**
 * A row of a line table. place: of the operand that set the sequence's first address, in the section; address: of the
 * first byte that the row is about. line: 0 where no line is known. end: what follows belongs to no row.
 */
export interface LineRow {
  readonly place: number;
  readonly address: number;
  readonly file: string | undefined;
  readonly line: number;
  readonly column: number;
  readonly end: boolean;
}

/** The rows of a line table, in the order of its program. Throws Malformed. Source: DWARF 5, 6.2.5. */
export function runLineProgram(section: Uint8Array, header: LineHeader): LineRow[] {
  const reader = new ByteReader(section.subarray(0, header.end), ".debug_line", header.program);
  return new LineMachine(reader, header).run();
}

class LineMachine {
  readonly #rows: LineRow[] = [];
  readonly #files: Map<number, string>;
  #place = -1;
  #address = 0;
  #file = 1;
  #line = 1;
  #column = 0;

  constructor(
    readonly reader: ByteReader,
    readonly header: LineHeader,
  ) {
    this.#files = new Map(header.files);
  }

  run(): LineRow[] {
    const { reader, header } = this;
    while (reader.position < reader.length) {
      const opcode = reader.u8();
      if (opcode > header.operandCounts.length) this.#special(opcode);
      else if (opcode === EXTENDED) this.#extended();
      else this.#standard(opcode);
    }
    return this.#rows;
  }

  #standard(opcode: number): void {
    const { reader } = this;
    if (opcode === LNS.copy) this.#emit(false);
    else if (opcode === LNS.advancePc) this.#advance(reader.uleb());
    else if (opcode === LNS.advanceLine) this.#line += Number(BigInt.asIntN(32, reader.slebValue()));
    else if (opcode === LNS.setFile) this.#file = reader.uleb();
    else if (opcode === LNS.setColumn) this.#column = reader.uleb();
    else if (opcode === LNS.constAddPc) this.#advance(this.#special255().instructions);
    else if (opcode === LNS.fixedAdvancePc) this.#move(reader.u16());
    else for (let left = this.header.operandCounts[opcode - 1] ?? 0; left > 0; left--) reader.skipLeb();
  }

  #extended(): void {
    const { reader } = this;
    const length = reader.uleb();
    const end = reader.position + length;
    const opcode = length === 0 ? 0 : reader.u8();
    if (opcode === LNE.endSequence) this.#endSequence();
    else if (opcode === LNE.setAddress) this.#setAddress(length - 1);
    else if (opcode === LNE.defineFile)
      this.#files.set(this.#files.size + 1, readFileName(reader, reader.text(), [""]));
    reader.seek(end);
  }

  #endSequence(): void {
    this.#emit(true);
    this.#place = -1;
    [this.#address, this.#file, this.#line, this.#column] = [0, 1, 1, 0];
  }

  #setAddress(sizeBytes: number): void {
    const { reader } = this;
    if (sizeBytes !== 4 && sizeBytes !== 8)
      throw new Malformed(`.debug_line+${reader.position}: an address of ${sizeBytes} bytes`);
    this.#place = reader.position;
    this.#address = reader.offset(sizeBytes);
  }

  #special(opcode: number): void {
    const { instructions, lines } = this.#meaning(opcode);
    this.#advance(instructions);
    this.#line += lines;
    this.#emit(false);
  }

  #special255(): { readonly instructions: number; readonly lines: number } {
    return this.#meaning(255);
  }

  #meaning(opcode: number): { readonly instructions: number; readonly lines: number } {
    const { lineBase, lineRange, operandCounts } = this.header;
    if (lineRange === 0) throw new Malformed(`.debug_line+${this.reader.position}: a line range of 0`);
    const adjusted = opcode - operandCounts.length - 1;
    return { instructions: Math.floor(adjusted / lineRange), lines: lineBase + (adjusted % lineRange) };
  }

  #advance(instructions: number): void {
    this.#move(instructions * this.header.instructionBytes);
  }

  #move(bytes: number): void {
    this.#address += bytes;
    if (!Number.isSafeInteger(this.#address))
      throw new Malformed(`.debug_line+${this.reader.position}: the address goes beyond 2^53`);
  }

  #emit(end: boolean): void {
    this.#rows.push({
      ...{ place: this.#place, address: this.#address, end },
      ...{ file: this.#files.get(this.#file), line: Math.max(0, this.#line), column: this.#column },
    });
  }
}
