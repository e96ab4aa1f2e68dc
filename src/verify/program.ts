import { assemblerNames, Disassembler, link, type ObjectCode } from "../assembler/index.js";
import { oncePer } from "../core/once-per.js";
import { type Result, success } from "../core/result.js";
import type { SourceRef } from "../core/source-ref.js";
import {
  type DecisionTree,
  type Decoded,
  decisionTree,
  fieldsOfWord,
  find,
  isInstruction,
} from "../model/a64/index.js";
import type { Model } from "../model/types.js";

/** Where an instruction is. at: the line that made it, when the object says so. text: as a disassembler writes it. */
export interface CodePlace {
  readonly pc: string;
  readonly symbol: string;
  readonly offsetBytes: number;
  readonly at?: SourceRef;
  readonly text: string;
}

interface Section {
  readonly name: string;
  readonly start: bigint;
  readonly bytes: Uint8Array;
  readonly view: DataView;
}

/** Sections lie this far apart at least, so that no address is near two of them. */
const SECTION_STEP = 0x10_0000n;
/** From here up, one address for each symbol that the object leaves to others: kernel addresses that hold no code. */
const OUTSIDE = 0xffff_ff80_0000_0000n;
const OUTSIDE_STEP = 0x1000n;

/** An object placed at addresses that EL2 could have, and its words decoded. */
export class Program {
  readonly #table: DecodedTable;
  readonly #byName: ReadonlyMap<string, bigint>;
  readonly #starts: readonly { readonly name: string; readonly address: bigint }[];
  readonly #places = new Map<bigint, CodePlace>();
  #disassembler: Disassembler | undefined;

  private constructor(
    readonly model: Model,
    readonly object: ObjectCode,
    readonly sections: readonly Section[],
    symbols: ReadonlyMap<string, bigint>,
  ) {
    this.#table = tableOf(model.a64);
    this.#byName = symbols;
    this.#starts = object.symbols
      .flatMap(({ name, section, defined }) => {
        const address = symbols.get(name);
        return defined && section !== undefined && address !== undefined ? [{ name, address }] : [];
      })
      .sort((a, b) => (a.address < b.address ? -1 : a.address > b.address ? 1 : 0));
  }

  /**
   * The object's loaded sections from base up, and every undefined symbol at an address of its own.
   * Errors: those of link (WS630 to WS634).
   */
  static place(model: Model, object: ObjectCode, base: bigint): Result<Program> {
    const addresses = new Map<string, bigint>();
    let next = base;
    for (const section of object.sections) {
      if (!section.flags.alloc || section.bytes.length === 0) continue;
      addresses.set(section.name, next);
      next += (BigInt(section.bytes.length) / SECTION_STEP + 1n) * SECTION_STEP;
    }
    const undefinedSymbols = object.symbols.filter((symbol) => !symbol.defined);
    const outside = new Map(
      undefinedSymbols.map(({ name }, i) => [name, OUTSIDE + OUTSIDE_STEP * BigInt(i)]),
    );
    const linked = link(object, { sectionAddresses: addresses, symbols: outside });
    if (!linked.ok) return linked;
    const sections = linked.value.sections.map(({ name, address, bytes }) => ({
      name,
      start: address,
      bytes,
      view: new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength),
    }));
    return success(new Program(model, object, sections, linked.value.symbols));
  }

  /** The address of a symbol; undefined when the object does not have it. */
  address(symbol: string): bigint | undefined {
    return this.#byName.get(symbol);
  }

  /** The byte at an address; undefined outside the sections. */
  byte(address: bigint): number | undefined {
    const section = this.#sectionAt(address);
    return section?.bytes[Number(address - section.start)];
  }

  /** The word at an address; undefined outside the sections and where it is not aligned. */
  word(pc: bigint): number | undefined {
    const section = this.#sectionAt(pc);
    if (section === undefined || pc % 4n !== 0n) return undefined;
    const offset = Number(pc - section.start);
    if (offset + 4 > section.bytes.length) return undefined;
    return section.view.getUint32(offset, true);
  }

  /** The instruction at an address; undefined where there is none. */
  decode(pc: bigint): Decoded | undefined {
    const word = this.word(pc);
    if (word === undefined) return undefined;
    const { words, tree } = this.#table;
    if (words.has(word)) return words.get(word);
    const instruction = this.model.a64.instructions[find(tree, word)];
    const known = instruction !== undefined && isInstruction(word, instruction);
    const decoded = known ? { instruction, fields: fieldsOfWord(instruction, word) } : undefined;
    words.set(word, decoded);
    return decoded;
  }

  /** Whether code is at the address. */
  holds(pc: bigint): boolean {
    return this.#sectionAt(pc) !== undefined;
  }

  /** The place of an address for people. */
  describe(pc: bigint): CodePlace {
    const known = this.#places.get(pc) ?? this.#describe(pc);
    this.#places.set(pc, known);
    return known;
  }

  #describe(pc: bigint): CodePlace {
    const symbol = this.#starts.findLast(({ address }) => address <= pc);
    const section = this.#sectionAt(pc);
    const offset = section === undefined ? 0 : Number(pc - section.start);
    const mark = this.object.lines.findLast(
      (line) => line.section === section?.name && line.offset <= offset,
    );
    return {
      pc: `0x${offset.toString(16)}`,
      symbol: symbol?.name ?? section?.name ?? "?",
      offsetBytes: symbol === undefined ? offset : Number(pc - symbol.address),
      ...(mark?.at === undefined ? {} : { at: mark.at }),
      text: this.#text(pc),
    };
  }

  #text(pc: bigint): string {
    const word = this.word(pc);
    if (word === undefined) return "(no code)";
    this.#disassembler ??= new Disassembler(this.model.a64, assemblerNames(this.model), this.#starts);
    const { mnemonic, operands } = this.#disassembler.line(word, pc);
    return operands === "" ? mnemonic : `${mnemonic} ${operands}`;
  }

  #sectionAt(address: bigint): Section | undefined {
    return this.sections.find(
      ({ start, bytes }) => address >= start && address < start + BigInt(bytes.length),
    );
  }
}

/** The table as a tree, and the words that were looked up in it. */
interface DecodedTable {
  readonly tree: DecisionTree;
  readonly words: Map<number, Decoded | undefined>;
}

const tableOf = oncePer(
  ({ instructions }: Model["a64"]): DecodedTable => ({ tree: decisionTree(instructions), words: new Map() }),
);
