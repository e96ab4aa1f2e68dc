import { irOfWord } from "../ir/instruction-ir.js";
import type { Ir } from "../ir/node.js";
import { semantics } from "../semantics/index.js";
import { webAssembly } from "../wasm/host.js";
import { hasCase } from "./case-check.js";
import type { CodePage } from "./code-pages.js";
import {
  PAGE_REGIONS,
  RECORD_BYTES,
  RECORDS_PER_PAGE,
  REGION_ENTRY_BYTES,
  REGIONS,
  regionEntry,
} from "./engine-layout.js";
import type { EngineMemory } from "./engine-memory.js";
import { fixedCase } from "./exit-code.js";
import type { KeyTables } from "./key-tables.js";
import { type Flow, findBlocks, MOST_WORDS, type RegionInstruction } from "./region-blocks.js";
import type { RegionSysreg } from "./region-frame.js";
import { structure } from "./region-graph.js";
import { regionImports, regionModule } from "./region-module.js";
import { branchDistance, type ShapedWord, type Shapes } from "./shape.js";
import { virtualInterruptsOf } from "./virtual-interrupts.js";

const LITTLE_ENDIAN = true;
/** An indirect branch is told its entry by a byte. */
const MOST_ENTRIES = 255;
/** The interpreter executes so many instructions in the time in which a region is entered and left. */
const FEW_WORDS = 4;

interface Entry {
  readonly region: number;
  readonly entry: number;
}

interface Region {
  readonly host: number;
  readonly records: readonly number[];
}

/** The table of a module that calls regions. */
interface FunctionTable {
  set(index: number, value: unknown): void;
}

/** What is at an offset of a page; undefined outside of it. */
type InstructionAt = (offset: number) => RegionInstruction | undefined;

const nothing: Ir = { operands: [], conditions: new Map(), effects: [] };

/** Translated code: which there is, where it is entered, and how it is forgotten. */
export class Regions {
  readonly #view: DataView;
  readonly #functions: unknown[] = [];
  readonly #regions: Region[] = [];
  readonly #entries = new Map<number, Entry>();
  /** Records from which no region could be made. */
  readonly #refused = new Set<number>();
  readonly #samples = new Map<number, number>();
  /** Pages that have a region, by their first records. */
  readonly #begun = new Set<number>();
  #exports: Readonly<Record<string, unknown>> = {};

  constructor(
    readonly memory: EngineMemory,
    readonly shapes: Shapes,
    readonly keys: KeyTables,
    readonly hot = 2,
    /** Whether regions keep to their limit to the instruction. */
    readonly exact = false,
  ) {
    this.#view = new DataView(memory.memory.buffer);
  }

  /** How many regions there are. */
  get count(): number {
    return this.#regions.length;
  }

  /** From now on regions are called by another interpreter. */
  attach(exports: Readonly<Record<string, unknown>>): void {
    this.#exports = exports;
    for (const [i, made] of this.#functions.entries()) this.#table.set(i, made);
  }

  /** Makes a record lead to its region, after it was decoded; false when it has none. */
  restore(record: number): boolean {
    const entry = this.#entries.get(record);
    if (entry === undefined) return false;
    const { recordPages, regionRecords } = this.memory.layout;
    const at = regionRecords + ((record - recordPages) / RECORD_BYTES) * REGION_ENTRY_BYTES;
    const present = this.#view.getUint16(record, LITTLE_ENDIAN);
    if (present !== fixedCase.region)
      this.#view.setUint16(at + regionEntry.formerCase, present, LITTLE_ENDIAN);
    this.#view.setUint16(at + regionEntry.entry, entry.entry, LITTLE_ENDIAN);
    this.#view.setUint32(at + regionEntry.region, entry.region, LITTLE_ENDIAN);
    this.#view.setUint16(record, fixedCase.region, LITTLE_ENDIAN);
    return true;
  }

  /** Counts a place where the program was seen; a hot one is translated. Whether there is a new region. */
  sample(page: CodePage, record: number): boolean {
    const seen = (this.#samples.get(record) ?? 0) + 1;
    this.#samples.set(record, seen);
    this.#view.setUint32(page.end + PAGE_REGIONS, 1, LITTLE_ENDIAN);
    return seen === Math.max(this.hot, 1) && this.#translate(page, record);
  }

  /** Translates what a record begins, if that is worth it and was not tried before. Whether there is a new region. */
  #translate(page: CodePage, record: number): boolean {
    if (this.#entries.has(record) || this.#refused.has(record)) return false;
    if (this.count === REGIONS || !this.keys.sets.hasRoomFor(MOST_WORDS)) this.clear();
    const offset = offsetOf(page, record);
    const instructions = new Map<number, RegionInstruction | undefined>();
    const at: InstructionAt = (where) => {
      if (!instructions.has(where)) instructions.set(where, this.#instructionAt(page, where));
      return instructions.get(where);
    };
    if (at(offset)?.flow.kind === "leave" || (this.hot > 0 && this.#isSoonOver(page, offset, at))) {
      this.#refused.add(record);
      return false;
    }
    const isFirst = this.hot === 0 && !this.#begun.has(page.records);
    const more = isFirst ? codeBehindLeaves(page, at) : [];
    this.#begun.add(page.records);
    const { blocks, entries } = findBlocks(offset, at, this.#branchTargets(page), more);
    const graph = structure(blocks, entries);
    if (blocks.length === 0 || graph.entries.length > MOST_ENTRIES) {
      this.#refused.add(record);
      return false;
    }
    const index = this.#regions.length;
    const entryTable = this.memory.layout.regionEntries + index * RECORDS_PER_PAGE;
    const bytes = regionModule({
      layout: this.memory.layout,
      virtualInterrupts: virtualInterruptsOf(this.shapes.sysregs.registers),
      graph,
      entryTable,
      instructionAt: (where) => at(where) ?? { ir: nothing, flow: { kind: "leave", returns: false } },
      sysregAt: (where) => this.#sysregAt(page, where),
      placeOf: (set) => this.keys.sets.placeOf(set),
      exact: this.exact,
    });
    this.#instantiate(bytes, index);
    new Uint8Array(this.memory.memory.buffer).fill(0, entryTable, entryTable + RECORDS_PER_PAGE);
    const records: number[] = [];
    for (const [i, { start, words, end }] of graph.entries.entries()) {
      if (end.kind === "leave" && words.length === 1) continue;
      this.#view.setUint8(entryTable + start / 4, i + 1);
      const own = page.records + (start / 4) * RECORD_BYTES;
      records.push(own);
      // Another region may be entered here already: the one that was made for this place is the better one.
      if (own !== record && this.#entries.has(own)) continue;
      this.#entries.set(own, { region: index, entry: i });
      this.restore(own);
    }
    this.#regions.push({ host: page.host, records });
    return true;
  }

  /**
   * Whether what a record begins is soon over, because another region is entered there, which has the rest already, or
   * because the interpreter is to go on.
   */
  #isSoonOver(page: CodePage, offset: number, at: InstructionAt): boolean {
    let where = offset;
    for (let words = 0; words < FEW_WORDS; words++) {
      const flow = at(where)?.flow;
      if (flow?.kind === "leave") return true;
      if (flow?.kind !== "next" && flow?.kind !== "go") return false;
      where = flow.kind === "go" ? flow.target : where + 4;
      const isInPage = at(where) !== undefined;
      if (isInPage && this.#entries.has(page.records + (where / 4) * RECORD_BYTES)) return true;
    }
    return false;
  }

  /** Forgets the regions of a page: its code has changed. */
  forgetPage(page: CodePage): void {
    if (this.#view.getUint32(page.end + PAGE_REGIONS, LITTLE_ENDIAN) === 0) return;
    this.#view.setUint32(page.end + PAGE_REGIONS, 0, LITTLE_ENDIAN);
    this.#begun.delete(page.records);
    for (let record = page.records; record < page.end; record += RECORD_BYTES) {
      this.#refused.delete(record);
      this.#samples.delete(record);
      if (!this.#entries.delete(record)) continue;
      this.#view.setUint16(record, fixedCase.decode, LITTLE_ENDIAN);
    }
  }

  /** Forgets all regions. */
  clear(): void {
    for (const record of this.#entries.keys()) this.#view.setUint16(record, fixedCase.decode, LITTLE_ENDIAN);
    this.#entries.clear();
    this.#refused.clear();
    this.#samples.clear();
    this.keys.forgetSets();
    this.#begun.clear();
    this.#regions.length = 0;
    this.#functions.length = 0;
  }

  get #table(): FunctionTable {
    return this.#exports.table as FunctionTable;
  }

  #instantiate(bytes: Uint8Array<ArrayBuffer>, index: number): void {
    const env = Object.fromEntries(regionImports.map((name) => [name, this.#exports[name]]));
    const module = new webAssembly.Module(bytes);
    const { exports } = new webAssembly.Instance(module, { env: { ...env, memory: this.memory.memory } });
    this.#functions[index] = exports.region;
    this.#table.set(index, exports.region);
  }

  #shapeAt(
    page: CodePage,
    offset: number,
  ): { readonly word: number; readonly shaped: ShapedWord | undefined } {
    const word = this.#view.getUint32(page.host + offset, LITTLE_ENDIAN);
    return { word, shaped: this.shapes.of(word, offset) };
  }

  #sysregAt(page: CodePage, offset: number): RegionSysreg | undefined {
    const { shaped } = this.#shapeAt(page, offset);
    if (shaped?.register === undefined || shaped.shape.sysreg === undefined) return undefined;
    const writes = shaped.shape.ir.effects.some(({ kind }) => kind === "writeSysreg");
    return { register: shaped.register, direction: writes ? "write" : "read", kind: shaped.shape.sysreg };
  }

  #instructionAt(page: CodePage, offset: number): RegionInstruction | undefined {
    if (offset < 0 || offset >= page.size) return undefined;
    const { word, shaped } = this.#shapeAt(page, offset);
    const meaning = shaped && semantics[shaped.shape.instruction.name];
    if (shaped === undefined || meaning === undefined || !isTranslated(shaped))
      return { ir: nothing, flow: { kind: "leave", returns: false } };
    return { ir: irOfWord(meaning, shaped.shape.instruction, word), flow: flowOf(shaped, offset, word) };
  }

  /** Where an indirect branch may lead to: executed code behind a branch that does not come back. */
  #branchTargets(page: CodePage): readonly number[] {
    const found: number[] = [];
    for (let offset = 4; offset < page.size; offset += 4) {
      const kind = this.#view.getUint16(page.records + (offset / 4) * RECORD_BYTES, LITTLE_ENDIAN);
      const before = this.#view.getUint16(page.records + (offset / 4 - 1) * RECORD_BYTES, LITTLE_ENDIAN);
      if (kind === fixedCase.decode || before === fixedCase.decode) continue;
      const { word, shaped } = this.#shapeAt(page, offset - 4);
      const flow = shaped === undefined ? undefined : flowOf(shaped, offset - 4, word);
      if (flow?.kind === "go" || (flow?.kind === "indirect" && !flow.links)) found.push(offset);
    }
    return found;
  }
}

/** Where code begins that only branches lead to: behind what never goes on. */
function codeBehindLeaves({ size }: CodePage, at: InstructionAt): readonly number[] {
  const found: number[] = [];
  let isBehind = false;
  for (let offset = 0; offset < size; offset += 4) {
    const flow = at(offset)?.flow;
    const leaves = flow?.kind === "leave";
    if (isBehind && !leaves) found.push(offset);
    isBehind = leaves && !flow.returns;
  }
  return found;
}

function offsetOf(page: CodePage, record: number): number {
  return ((record - page.records) / RECORD_BYTES) * 4;
}

const elsewhere: ReadonlySet<string> = new Set(["raise", "exceptionReturn", "writePstate"]);

/** Whether translated code executes a word; the interpreter does otherwise. */
function isTranslated({ shape }: ShapedWord): boolean {
  if (shape.ir.effects.some(({ kind }) => elsewhere.has(kind))) return false;
  if (shape.sysreg?.contextEl2 === true) return false;
  return hasCase(shape);
}

function flowOf({ shape }: ShapedWord, offset: number, word: number): Flow {
  const branch = shape.ir.effects.at(-1);
  if (branch?.kind !== "branch" && branch?.kind !== "branchIf") return { kind: "next" };
  if (shape.nearOperand !== undefined) {
    const target = offset + branchDistance(shape, shape.nearOperand, word);
    if (branch.kind === "branchIf") return { kind: "choose", target };
    return { kind: branch.how === "call" ? "call" : "go", target };
  }
  const isRegister = branch.kind === "branch" && branch.target.kind === "result";
  if (!isRegister) return { kind: "leave", returns: branch.kind === "branchIf" || branch.how === "call" };
  return { kind: "indirect", returns: branch.how === "return", links: branch.how === "call" };
}
