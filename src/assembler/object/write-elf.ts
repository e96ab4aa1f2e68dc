import { ET_REL, RELA_BYTES, SHF, SHN, SHT, STB, STT, SYM_BYTES } from "./elf-format.js";
import {
  emptySection,
  layOut,
  type OutSection,
  type OutSymbol,
  StringTable,
  symbolBytes,
} from "./elf-sections.js";
import { type ObjectCode, type ObjectSection, type ObjectSymbol, RELOCATIONS } from "./object-code.js";

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
  return layOut(ET_REL, sections);
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
