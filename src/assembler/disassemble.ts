import { hex32 } from "../core/u32.js";
import { wrap } from "../core/u64.js";
import { holds } from "../model/a64/condition.js";
import {
  type A64Form,
  type A64Table,
  type Decoded,
  decode,
  encodingGroup,
  type FormItem,
} from "../model/a64/index.js";
import type { MappingMark } from "./object/object-code.js";
import { fieldAt, fieldValue, type OperandWriting, type Sysregs } from "./operands/codec.js";
import { operandCodecs } from "./operands/index.js";
import { registerNamer } from "./operands/names.js";

/** A place with a name, for targets. */
export interface NamedAddress {
  readonly name: string;
  readonly address: bigint;
}

/**
 * One line of a disassembly. mnemonic: `.inst` for an unallocated word, `.word` or `.byte` for data.
 * instruction: the table's line, undefined for the other two. target: of a branch or of a literal's address.
 * group: what an unallocated word is in the manual's encoding index.
 */
export interface DisassembledLine {
  readonly address: bigint;
  readonly word: number;
  readonly sizeBytes: number;
  readonly mnemonic: string;
  readonly operands: string;
  readonly instruction: string | undefined;
  readonly target: bigint | undefined;
  readonly group?: string;
}

/** Words as text, in objdump's style. Made once for a table, a set of registers and names of places. */
export class Disassembler {
  readonly #table: A64Table;
  readonly #registerName: (encoding: number, access: string) => string | undefined;
  readonly #symbols: readonly NamedAddress[];

  constructor(table: A64Table, sysregs: Sysregs, symbols: readonly NamedAddress[] = []) {
    this.#table = table;
    this.#registerName = registerNamer(sysregs);
    this.#symbols = [...symbols].sort((a, b) => (a.address < b.address ? -1 : a.address > b.address ? 1 : 0));
  }

  /** The line of a word at an address. */
  line(word: number, address: bigint): DisassembledLine {
    const decoded = decode(this.#table, word);
    const written = decoded === undefined ? undefined : this.#instruction(decoded, address);
    if (written !== undefined)
      return { address, word, sizeBytes: 4, ...written, instruction: decoded?.instruction.name };
    const group = encodingGroup(this.#table, word);
    const other = { mnemonic: ".inst", operands: hex32(word), instruction: undefined, target: undefined };
    return { address, word, sizeBytes: 4, ...other, ...(group === undefined ? {} : { group }) };
  }

  #instruction(
    decoded: Decoded,
    address: bigint,
  ): Pick<DisassembledLine, "mnemonic" | "operands" | "target"> | undefined {
    let target: bigint | undefined;
    for (const form of this.#formsOf(decoded)) {
      const writing: OperandWriting = {
        table: this.#table,
        instruction: decoded.instruction,
        form,
        fields: decoded.fields,
        address,
        registerName: this.#registerName,
        target: (to) => {
          target = to;
          return this.#place(to);
        },
      };
      const { mnemonic, suffix, items } = form.syntax;
      const ending = suffix === undefined ? "" : operandCodecs[suffix.kind].write(writing, suffix);
      const operands = writeItems(writing, items);
      if (operands === undefined || ending === undefined) continue;
      return { mnemonic: ending === "" ? mnemonic : `${mnemonic}.${ending}`, operands, target };
    }
    return undefined;
  }

  /** The forms that may write the word: the aliases that are preferred, in order, then the instruction's own. */
  #formsOf({ instruction, fields }: Decoded): A64Form[] {
    const of = this.#table.instructions.indexOf(instruction);
    const aliases = this.#table.aliases.filter(
      (a) => a.of === of && a.printed && holds(a.form.when, fields) && holds(a.prefer, fields),
    );
    const own = instruction.forms.filter((form) => holds(form.when, fields));
    return [...aliases.map((a) => a.form), ...own];
  }

  /** An address in hexadecimal, with the symbol before it and the distance where there is one. */
  #place(address: bigint): string {
    const before = this.#symbols.findLast((s) => s.address <= address);
    const text = address.toString(16);
    if (before === undefined) return `0x${text}`;
    const distance = address - before.address;
    return distance === 0n
      ? `${text} <${before.name}>`
      : `${text} <${before.name}+0x${distance.toString(16)}>`;
  }
}

/** The items as text; undefined when an operand has none. */
function writeItems(writing: OperandWriting, items: readonly FormItem[]): string | undefined {
  let text = "";
  for (const item of items) {
    if (item.kind === "punctuation") text += item.text === "," ? ", " : item.text;
    else {
      const part =
        item.kind === "operand"
          ? operandCodecs[item.operand.kind].write(writing, item.operand)
          : isLeftOut(writing, item.items)
            ? ""
            : writeItems(writing, item.items);
      if (part === undefined) return undefined;
      text += part;
    }
  }
  return text;
}

/** Optional operands are left out when all their fields are 0. */
function isLeftOut(writing: OperandWriting, items: readonly FormItem[]): boolean {
  return items.every(
    (item) =>
      item.kind !== "operand" ||
      item.operand.fields.every((_, i) => fieldValue(writing, fieldAt(item.operand, i)) === 0),
  );
}

/**
 * The lines of bytes that lie at base. mapping: where code and data lie; all is code without it. Data and what is
 * left of a word are written as .word and .byte.
 */
export function disassemble(
  bytes: Uint8Array,
  base: bigint,
  table: A64Table,
  sysregs: Sysregs,
  symbols: readonly NamedAddress[] = [],
  mapping: readonly MappingMark[] = [],
): DisassembledLine[] {
  const disassembler = new Disassembler(table, sysregs, symbols);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const lines: DisassembledLine[] = [];
  let mark = 0;
  for (let offset = 0; offset < bytes.length; ) {
    while ((mapping[mark + 1]?.offset ?? Number.POSITIVE_INFINITY) <= offset) mark++;
    const kind = mapping[mark]?.kind ?? "code";
    const end = Math.min(bytes.length, mapping[mark + 1]?.offset ?? bytes.length);
    const address = wrap(base + BigInt(offset));
    const whole = offset % 4 === 0 && offset + 4 <= end;
    if (whole && kind === "code") lines.push(disassembler.line(view.getUint32(offset, true), address));
    else lines.push(dataLine(address, whole ? view.getUint32(offset, true) : view.getUint8(offset), whole));
    offset += whole ? 4 : 1;
  }
  return lines;
}

function dataLine(address: bigint, word: number, whole: boolean): DisassembledLine {
  const operands = whole ? hex32(word) : `0x${word.toString(16).padStart(2, "0")}`;
  const mnemonic = whole ? ".word" : ".byte";
  return {
    address,
    word,
    sizeBytes: whole ? 4 : 1,
    mnemonic,
    operands,
    instruction: undefined,
    target: undefined,
  };
}

/**
 * `   0:	d503201f 	nop`, as objdump prints it; an unallocated word with what it is:
 * `   4:	4e209c20 	.inst	0x4e209c20 // UNDEFINED here: Advanced SIMD three same`.
 */
export function formatDisassembly(lines: readonly DisassembledLine[]): string {
  return lines
    .map((line) => {
      const digits = line.word.toString(16).padStart(2 * line.sizeBytes, "0");
      const text = line.operands === "" ? line.mnemonic : `${line.mnemonic}\t${line.operands}`;
      const group = line.group === undefined ? "" : ` // UNDEFINED here: ${line.group}`;
      return `${line.address.toString(16).padStart(4, " ")}:\t${digits} \t${text}${group}\n`;
    })
    .join("");
}
