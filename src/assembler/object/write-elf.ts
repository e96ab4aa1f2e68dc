import {
  EHDR_BYTES,
  EM_AARCH64,
  ET_REL,
  RELA_BYTES,
  SHDR_BYTES,
  SHF,
  SHN,
  SHT,
  STB,
  STT,
  SYM_BYTES,
} from "./elf-format.js";
import { type ObjectCode, type ObjectSection, type ObjectSymbol, RELOCATIONS } from "./object-code.js";

interface OutSection {
  readonly name: string;
  readonly type: number;
  readonly flags: bigint;
  readonly bytes: Uint8Array;
  readonly size: number;
  readonly link: number;
  readonly info: number;
  readonly alignmentBytes: number;
  readonly entryBytes: number;
}

interface OutSymbol {
  readonly name: string;
  readonly info: number;
  readonly section: number;
  readonly value: bigint;
  readonly size: bigint;
}

/**
 * The object as a little-endian aarch64 ELF64 relocatable, which ld and objdump take: its sections in order, then
 * relocations, symbol table and string tables. `$x` and `$d` say where code and data lie; defined labels that
 * start with ".L" are left out. The same object gives the same bytes.
 */
export function writeElf64(object: ObjectCode): Uint8Array {
  const symbols = symbolTable(object);
  const sections: OutSection[] = [emptySection()];
  for (const section of object.sections) sections.push(contentSection(section));
  const relocated = object.sections.filter((s) => object.relocations.some((r) => r.section === s.name));
  const symtabIndex = sections.length + relocated.length;
  for (const section of relocated) sections.push(relaSection(object, section, symbols, symtabIndex));
  const strings = new StringTable();
  const locals = symbols.filter((s) => s.info >> 4 === STB.local).length;
  sections.push({
    ...emptySection(),
    name: ".symtab",
    type: SHT.symtab,
    bytes: symbolBytes(symbols, strings),
    link: symtabIndex + 1,
    info: locals,
    alignmentBytes: 8,
    entryBytes: SYM_BYTES,
  });
  sections.push({ ...emptySection(), name: ".strtab", type: SHT.strtab, bytes: strings.bytes });
  return layOut(sections);
}

function emptySection(): OutSection {
  const bytes = new Uint8Array(0);
  return { name: "", type: 0, flags: 0n, bytes, size: 0, link: 0, info: 0, alignmentBytes: 1, entryBytes: 0 };
}

function contentSection(section: ObjectSection): OutSection {
  const { alloc, write, execute, nobits } = section.flags;
  return {
    ...emptySection(),
    name: section.name,
    type: nobits ? SHT.nobits : SHT.progbits,
    flags: (alloc ? SHF.alloc : 0n) | (write ? SHF.write : 0n) | (execute ? SHF.execute : 0n),
    bytes: nobits ? new Uint8Array(0) : section.bytes,
    size: section.bytes.length,
    alignmentBytes: section.alignmentBytes,
  };
}

/** The symbols with the null symbol first and the local ones before the others, as ELF wants them. */
function symbolTable(object: ObjectCode): OutSymbol[] {
  const indexOf = (name: string | undefined): number => object.sections.findIndex((s) => s.name === name) + 1;
  const sections = object.sections.flatMap((section, i): OutSymbol[] => [
    { name: "", info: STT.section, section: i + 1, value: 0n, size: 0n },
    ...section.mapping.map(({ offset, kind }) => ({
      name: kind === "code" ? "$x" : "$d",
      info: STT.notype,
      section: i + 1,
      value: BigInt(offset),
      size: 0n,
    })),
  ]);
  const named = object.symbols
    .filter((s) => !s.name.startsWith(".L") || !s.defined)
    .map(
      (symbol): OutSymbol => ({
        name: symbol.name,
        info: (STB[symbol.binding] << 4) | typeNumber(symbol),
        section:
          symbol.section !== undefined
            ? indexOf(symbol.section)
            : symbol.defined
              ? SHN.absolute
              : SHN.undefined,
        value: symbol.value,
        size: symbol.sizeBytes ?? 0n,
      }),
    );
  const isLocal = (s: OutSymbol): boolean => s.info >> 4 === STB.local;
  const none: OutSymbol = { name: "", info: 0, section: 0, value: 0n, size: 0n };
  return [none, ...sections, ...named.filter(isLocal), ...named.filter((s) => !isLocal(s))];
}

function typeNumber(symbol: ObjectSymbol): number {
  return symbol.type === "function" ? STT.func : symbol.type === "object" ? STT.object : STT.notype;
}

function symbolBytes(symbols: readonly OutSymbol[], strings: StringTable): Uint8Array {
  const bytes = new Uint8Array(symbols.length * SYM_BYTES);
  const view = new DataView(bytes.buffer);
  for (const [i, symbol] of symbols.entries()) {
    const at = i * SYM_BYTES;
    view.setUint32(at, strings.add(symbol.name), true);
    view.setUint8(at + 4, symbol.info);
    view.setUint16(at + 6, symbol.section, true);
    view.setBigUint64(at + 8, symbol.value, true);
    view.setBigUint64(at + 16, symbol.size, true);
  }
  return bytes;
}

function relaSection(
  object: ObjectCode,
  section: ObjectSection,
  symbols: readonly OutSymbol[],
  symtab: number,
): OutSection {
  const own = object.relocations.filter((r) => r.section === section.name);
  const bytes = new Uint8Array(own.length * RELA_BYTES);
  const view = new DataView(bytes.buffer);
  for (const [i, relocation] of own.entries()) {
    const at = i * RELA_BYTES;
    view.setBigUint64(at, BigInt(relocation.offset), true);
    view.setUint32(at + 8, RELOCATIONS[relocation.type].number, true);
    view.setUint32(at + 12, symbolIndex(object, symbols, relocation.symbol), true);
    view.setBigInt64(at + 16, relocation.addend, true);
  }
  return {
    ...emptySection(),
    name: `.rela${section.name}`,
    type: SHT.rela,
    flags: SHF.infoLink,
    bytes,
    link: symtab,
    info: object.sections.indexOf(section) + 1,
    alignmentBytes: 8,
    entryBytes: RELA_BYTES,
  };
}

/** A relocation names a symbol or, for a section's start, a section. */
function symbolIndex(object: ObjectCode, symbols: readonly OutSymbol[], name: string): number {
  const named = symbols.findIndex((s) => s.name === name && name !== "");
  if (named >= 0) return named;
  const section = object.sections.findIndex((s) => s.name === name) + 1;
  return symbols.findIndex((s) => s.info === STT.section && s.section === section);
}

/** Strings that end in 0, the empty one first. */
class StringTable {
  readonly #places = new Map<string, number>([["", 0]]);
  readonly #chunks: Uint8Array[] = [new Uint8Array(1)];
  #length = 1;

  add(text: string): number {
    const known = this.#places.get(text);
    if (known !== undefined) return known;
    const at = this.#length;
    const chunk = new TextEncoder().encode(`${text}\0`);
    this.#places.set(text, at);
    this.#chunks.push(chunk);
    this.#length += chunk.length;
    return at;
  }

  get bytes(): Uint8Array {
    const bytes = new Uint8Array(this.#length);
    let at = 0;
    for (const chunk of this.#chunks) {
      bytes.set(chunk, at);
      at += chunk.length;
    }
    return bytes;
  }
}

function layOut(sections: OutSection[]): Uint8Array {
  const names = new StringTable();
  const nameOffsets = [...sections.map((s) => names.add(s.name)), names.add(".shstrtab")];
  const all = [...sections, { ...emptySection(), name: ".shstrtab", type: SHT.strtab, bytes: names.bytes }];
  let end = EHDR_BYTES;
  const offsets = all.map((s) => {
    end += (s.alignmentBytes - (end % s.alignmentBytes)) % s.alignmentBytes;
    const at = end;
    end += s.bytes.length;
    return at;
  });
  const headers = end + ((8 - (end % 8)) % 8);
  const file = new Uint8Array(headers + all.length * SHDR_BYTES);
  const view = new DataView(file.buffer);
  writeHeader(view, headers, all.length);
  for (const [i, section] of all.entries()) {
    file.set(section.bytes, offsets[i] ?? 0);
    writeSectionHeader(view, headers + i * SHDR_BYTES, section, nameOffsets[i] ?? 0, offsets[i] ?? 0);
  }
  return file;
}

function writeHeader(view: DataView, headers: number, count: number): void {
  for (const [i, byte] of [0x7f, 0x45, 0x4c, 0x46, 2, 1, 1].entries()) view.setUint8(i, byte);
  view.setUint16(16, ET_REL, true);
  view.setUint16(18, EM_AARCH64, true);
  view.setUint32(20, 1, true);
  view.setBigUint64(40, BigInt(headers), true);
  view.setUint16(52, EHDR_BYTES, true);
  view.setUint16(58, SHDR_BYTES, true);
  view.setUint16(60, count, true);
  view.setUint16(62, count - 1, true);
}

function writeSectionHeader(
  view: DataView,
  at: number,
  section: OutSection,
  name: number,
  offset: number,
): void {
  view.setUint32(at, name, true);
  view.setUint32(at + 4, section.type, true);
  view.setBigUint64(at + 8, section.flags, true);
  if (section.type === 0) return;
  view.setBigUint64(at + 24, BigInt(offset), true);
  view.setBigUint64(at + 32, BigInt(section.type === SHT.nobits ? section.size : section.bytes.length), true);
  view.setUint32(at + 40, section.link, true);
  view.setUint32(at + 44, section.info, true);
  view.setBigUint64(at + 48, BigInt(section.alignmentBytes), true);
  view.setBigUint64(at + 56, BigInt(section.entryBytes), true);
}
