import { EHDR_BYTES, EM_AARCH64, SHDR_BYTES, SHT, SYM_BYTES } from "./elf-format.js";

/** A section as a file holds it. address: where it is to be in memory; 0 in a relocatable. size: in memory. */
export interface OutSection {
  readonly name: string;
  readonly type: number;
  readonly flags: bigint;
  readonly address: bigint;
  readonly bytes: Uint8Array;
  readonly size: number;
  readonly link: number;
  readonly info: number;
  readonly alignmentBytes: number;
  readonly entryBytes: number;
}

/** A symbol as a file holds it. section: its section's number, or one of SHN. */
export interface OutSymbol {
  readonly name: string;
  readonly info: number;
  readonly section: number;
  readonly value: bigint;
  readonly size: bigint;
}

/** A section without a name, without bytes, of type 0: what others are made from. */
export function emptySection(): OutSection {
  const bytes = new Uint8Array(0);
  return {
    name: "",
    type: 0,
    flags: 0n,
    address: 0n,
    bytes,
    size: 0,
    link: 0,
    info: 0,
    alignmentBytes: 1,
    entryBytes: 0,
  };
}

/** The bytes of a symbol table; the names go into strings. */
export function symbolBytes(symbols: readonly OutSymbol[], strings: StringTable): Uint8Array {
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

/** Strings that end in 0, the empty one first. */
export class StringTable {
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

/** A little-endian aarch64 ELF64 file of a type, of sections; section names are added. */
export function layOut(type: number, sections: readonly OutSection[]): Uint8Array {
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
  writeHeader(view, type, headers, all.length);
  for (const [i, section] of all.entries()) {
    file.set(section.bytes, offsets[i] ?? 0);
    writeSectionHeader(view, headers + i * SHDR_BYTES, section, nameOffsets[i] ?? 0, offsets[i] ?? 0);
  }
  return file;
}

function writeHeader(view: DataView, type: number, headers: number, count: number): void {
  for (const [i, byte] of [0x7f, 0x45, 0x4c, 0x46, 2, 1, 1].entries()) view.setUint8(i, byte);
  view.setUint16(16, type, true);
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
  view.setBigUint64(at + 16, section.address, true);
  view.setBigUint64(at + 24, BigInt(offset), true);
  view.setBigUint64(at + 32, BigInt(section.type === SHT.nobits ? section.size : section.bytes.length), true);
  view.setUint32(at + 40, section.link, true);
  view.setUint32(at + 44, section.info, true);
  view.setBigUint64(at + 48, BigInt(section.alignmentBytes), true);
  view.setBigUint64(at + 56, BigInt(section.entryBytes), true);
}
