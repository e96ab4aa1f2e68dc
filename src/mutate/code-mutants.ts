import type { ObjectCode, ObjectSection } from "../assembler/index.js";
import { insert } from "../core/u32.js";
import { type A64Table, decode } from "../model/a64/index.js";

/** A change of one or two words of the section. what: drop, swap (with the next), or the field that is changed. */
export interface CodeMutant {
  readonly offset: number;
  readonly what: string;
  readonly words: readonly { readonly offset: number; readonly word: number }[];
}

const NOP = 0xd503201f;
const REGISTER_FIELDS = new Set(["Rt", "Rt2", "Rd", "Rn", "Rm", "Ra", "Rs"]);
const NUMBER_FIELDS = new Set([
  ...["imm7", "imm9", "imm12", "imm14", "imm16", "imm19", "imm26", "immr", "imms", "immlo", "immhi"],
  ...["b40", "cond", "nzcv", "hw", "op1", "op2", "CRn", "CRm", "imm6", "imm5"],
]);
/** ADD and SUB count bytes: one slot is 8 of them. */
const SLOT_BYTES = 8;

/** The word at an offset of a section. */
export function wordAt(bytes: Uint8Array, offset: number): number {
  return new DataView(bytes.buffer, bytes.byteOffset).getUint32(offset, true);
}

/** Every drop, swap with the next, and change of one field, of the instructions at these offsets. */
export function codeMutants(table: A64Table, bytes: Uint8Array, offsets: readonly number[]): CodeMutant[] {
  const code = new Set(offsets);
  return offsets.flatMap((offset): CodeMutant[] => {
    const word = wordAt(bytes, offset);
    const decoded = decode(table, word);
    if (decoded === undefined) return [];
    const { instruction, fields } = decoded;
    const changed = (what: string, by: number): CodeMutant => ({
      offset,
      what,
      words: [{ offset, word: by }],
    });
    const all = word === NOP ? [] : [changed("drop", NOP)];
    if (code.has(offset + 4) && wordAt(bytes, offset + 4) !== word) {
      const next = wordAt(bytes, offset + 4);
      all.push({
        offset,
        what: "swap",
        words: [
          { offset, word: next },
          { offset: offset + 4, word },
        ],
      });
    }
    for (const field of instruction.fields) {
      const { name, msb, lsb } = field;
      const size = 2 ** (msb - lsb + 1);
      const step = name === "imm12" && /^(ADD|SUB)/.test(instruction.name) ? SLOT_BYTES : 1;
      if (!REGISTER_FIELDS.has(name) && !NUMBER_FIELDS.has(name)) continue;
      all.push(changed(name, insert(word, msb, lsb, ((fields[name] ?? 0) + step) % size)));
    }
    return all;
  });
}

/** The object with a mutant's words in a section. */
export function withWords(object: ObjectCode, section: string, { words }: CodeMutant): ObjectCode {
  const sections = object.sections.map((s) => {
    if (s.name !== section) return s;
    const bytes = s.bytes.slice();
    const view = new DataView(bytes.buffer);
    for (const { offset, word } of words) view.setUint32(offset, word, true);
    return { ...s, bytes };
  });
  return { ...object, sections };
}

/** Offsets of a section's instructions, without the NOPs that pad it. */
export function codeOffsets({ bytes, mapping }: ObjectSection): number[] {
  const offsets = Array.from({ length: bytes.length / 4 }, (_, i) => 4 * i);
  return offsets.filter((offset) => {
    const kind = mapping.findLast((mark) => mark.offset <= offset)?.kind;
    return kind === "code" && wordAt(bytes, offset) !== NOP;
  });
}
