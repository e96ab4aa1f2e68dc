import type { ObjectCode, ObjectSection } from "../../src/assembler/index.js";
import { insert } from "../../src/core/u32.js";
import { type A64Table, decode } from "../../src/model/a64/index.js";
import type { Model } from "../../src/model/types.js";
import { formatTerm } from "../../src/verify/format-term.js";
import { type Path, verify } from "../../src/verify/index.js";

/** A change of one or two words of the section. */
export interface Mutant {
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
export function mutantsOf(table: A64Table, bytes: Uint8Array, offsets: readonly number[]): Mutant[] {
  const code = new Set(offsets);
  return offsets.flatMap((offset): Mutant[] => {
    const word = wordAt(bytes, offset);
    const decoded = decode(table, word);
    if (decoded === undefined) return [];
    const { instruction, fields } = decoded;
    const changed = (what: string, by: number): Mutant => ({ offset, what, words: [{ offset, word: by }] });
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
export function withWords(object: ObjectCode, section: string, { words }: Mutant): ObjectCode {
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

/**
 * What a path's end shows to those who come after it, as text: registers, memory, maintenance, barriers and decisions. Left out
 * is what nobody may rely on: the stack below SP, and X1 to X18 when the host gets its call's result.
 */
function stateText({ state, end, target }: Path): string {
  const depth = state.sp.kind === "sum" ? BigInt.asIntN(64, state.sp.offset) : 0n;
  const memory = [...state.memory.regions()].flatMap(([base, cells]) => {
    const name = state.memory.name(base);
    return [...cells.keys()]
      .filter((offset) => name !== "stack" || offset >= depth)
      .map((offset) => `${name}${offset}=${formatTerm(state.memory.load(base, offset, 8))}`);
  });
  const link = state.sysregs.get("ELR_EL2");
  const isResult = link !== undefined && /^host /.test(formatTerm(link));
  const x = state.x.map((value, n) => (isResult && n >= 1 && n <= 18 ? "" : formatTerm(value)));
  const sysregs = [...state.sysregs].map(([name, value]) => `${name}=${formatTerm(value)}`);
  const done = state.events.flatMap((event) => {
    if (event.kind === "operation") return [`${event.class} ${event.name} ${formatTerm(event.value)}`];
    return event.kind === "barrier" ? [event.barrier] : [];
  });
  const decisions = state.facts.decisions.map(({ condition, value }) => `${value}${formatTerm(condition)}`);
  const vectors = state.v.map(({ low, high }) => `${formatTerm(low)}${formatTerm(high)}`);
  const ends = [end, target === undefined ? "" : formatTerm(target), formatTerm(state.sp)];
  const all = [...ends, ...x, ...vectors, ...sysregs.sort(), ...memory.sort(), ...done, ...decisions.sort()];
  return all.join("\n").replace(/ \(\d+\)/g, "");
}

/** What the paths of an object end with. */
export function behaviour(model: Model, object: ObjectCode): string {
  const texts = new Set<string>();
  verify(model, object, { traces: false, observe: (_name, path) => texts.add(stateText(path)) });
  return [...texts].sort().join("\n\n");
}
