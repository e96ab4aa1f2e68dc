import { inflateSync } from "node:zlib";
import { ByteReader } from "./byte-reader.js";
import { Malformed } from "./malformed.js";

const EHDR_BYTES = 64;
const SHDR_BYTES = 64;
const SYM_BYTES = 24;
const RELA_BYTES = 24;
const EM_AARCH64 = 183;
const ET_REL = 1;
const SHT_SYMTAB = 2;
const SHT_RELA = 4;
const SHT_NOBITS = 8;
const SHF_COMPRESSED = 0x800n;
const ELFCOMPRESS_ZLIB = 1;
const R_AARCH64 = { none: 0, abs64: 257, abs32: 258 } as const;
/** A section that claims to be larger than this when unpacked is refused. */
const INFLATED_LIMIT_BYTES = 2 ** 30;

interface Header {
  readonly nameOffset: number;
  readonly type: number;
  readonly flags: bigint;
  readonly offset: number;
  readonly sizeBytes: number;
  readonly link: number;
  readonly info: number;
}

/** An entry of a relocation table. link: the index of the symbol table that symbol counts in. */
interface Relocation {
  readonly place: number;
  readonly type: number;
  readonly symbol: number;
  readonly addend: bigint;
  readonly link: number;
}

/**
 * The sections of a little-endian aarch64 ELF64 file of any type, loaded or not, by name: what debug information
 * needs, and the assembler's reader leaves out. In a relocatable, relocations are applied; zlib is unpacked.
 * Throws Malformed: WS640 no such file, WS641 truncated, WS642 a relocation that is not known.
 * Source: System V gABI, chapter 4; AAELF64, 5.7.
 */
export class Sections {
  readonly #reader: ByteReader;
  readonly #headers: readonly Header[];
  readonly #names: ReadonlyMap<string, readonly number[]>;
  readonly #relocatable: boolean;
  readonly #symbolTables = new Map<number, ByteReader>();

  constructor(file: Uint8Array) {
    // A Buffer's slice() is a view and not a copy, as a Uint8Array's is.
    const bytes = new Uint8Array(file.buffer, file.byteOffset, file.byteLength);
    const reader = new ByteReader(bytes, "the ELF file");
    if (bytes.length < EHDR_BYTES || reader.u32() !== 0x464c457f)
      throw new Malformed("this is no ELF file", "WS640");
    const [kind, order] = [reader.u8(), reader.u8()];
    reader.seek(16);
    const [type, machine] = [reader.u16(), reader.u16()];
    if (kind !== 2 || order !== 1 || machine !== EM_AARCH64) {
      const said = `class ${kind}, byte order ${order}, machine ${machine}`;
      throw new Malformed(`a little-endian aarch64 ELF64 file is needed, and this is ${said}`, "WS640");
    }
    this.#relocatable = type === ET_REL;
    this.#reader = reader;
    this.#headers = this.#readHeaders();
    this.#names = this.#readNames();
  }

  /**
   * The section's bytes, relocated and unpacked; undefined when there is none of the name. Several of one name, as
   * type units make them in a relocatable, are refused: one of them would not be the whole.
   */
  get(name: string): Uint8Array | undefined {
    const [index, ...more] = this.#names.get(name) ?? [];
    if (more.length > 0)
      throw new Malformed(
        `there are ${more.length + 1} sections ${name}: compile without -fdebug-types-section`,
      );
    const header = index === undefined ? undefined : this.#headers[index];
    if (index === undefined || header === undefined || header.type === SHT_NOBITS) return undefined;
    const stored = this.#bytesOf(header, name);
    const bytes = (header.flags & SHF_COMPRESSED) === 0n ? stored : inflate(stored, name);
    return this.#relocatable ? this.#relocate(bytes, index, name) : bytes;
  }

  /**
   * To which section each relocated place of a section leads, by the symbol that its relocation names; places whose symbol
   * is in no section are left out.
   */
  relocatedTo(name: string): ReadonlyMap<number, string> {
    const found = new Map<number, string>();
    const [index] = this.#names.get(name) ?? [];
    if (!this.#relocatable || index === undefined) return found;
    const names = new Map([...this.#names].flatMap(([own, all]) => all.map((i) => [i, own] as const)));
    for (const { place, symbol, link } of this.#relocationsOf(index, name)) {
      const section = names.get(this.#symbolAt(link, symbol)?.section ?? 0);
      if (section !== undefined && section !== "") found.set(place, section);
    }
    return found;
  }

  #readHeaders(): Header[] {
    const reader = this.#reader;
    reader.seek(40);
    const start = reader.offset(8);
    reader.seek(60);
    const count = reader.u16();
    if (start + count * SHDR_BYTES > reader.length)
      throw new Malformed(
        `the section headers lie at ${start}, and the file has ${reader.length} bytes`,
        "WS641",
      );
    return Array.from({ length: count }, (_, i) => {
      reader.seek(start + i * SHDR_BYTES);
      const [nameOffset, type, flags] = [reader.u32(), reader.u32(), reader.u64()];
      reader.skip(8);
      const [offset, sizeBytes] = [reader.offset(8), reader.offset(8)];
      return { nameOffset, type, flags, offset, sizeBytes, link: reader.u32(), info: reader.u32() };
    });
  }

  #readNames(): Map<string, number[]> {
    this.#reader.seek(62);
    const table = this.#headers[this.#reader.u16()];
    const found = new Map<string, number[]>();
    if (table === undefined) return found;
    const names = new ByteReader(this.#bytesOf(table, "the section names"), "the section names");
    for (const [i, { nameOffset }] of this.#headers.entries()) {
      names.seek(nameOffset);
      const name = names.text();
      const known = found.get(name);
      if (known === undefined) found.set(name, [i]);
      else known.push(i);
    }
    return found;
  }

  #bytesOf({ offset, sizeBytes }: Header, name: string): Uint8Array {
    if (offset + sizeBytes > this.#reader.length) {
      const said = `${name} lies at ${offset} for ${sizeBytes} bytes, and the file has ${this.#reader.length}`;
      throw new Malformed(said, "WS641");
    }
    return this.#reader.bytes.subarray(offset, offset + sizeBytes);
  }

  /** S + A at each place: debug sections refer to each other by section symbols, whose value is 0 in a relocatable. */
  #relocate(bytes: Uint8Array, index: number, name: string): Uint8Array {
    const relocations = this.#relocationsOf(index, name);
    if (relocations.length === 0) return bytes;
    const relocated = bytes.slice();
    const view = new DataView(relocated.buffer);
    for (const { place, type, symbol, addend, link } of relocations) {
      const widthBytes = type === R_AARCH64.abs64 ? 8 : 4;
      if (type !== R_AARCH64.abs64 && type !== R_AARCH64.abs32)
        throw new Malformed(`relocation ${type} at ${name}+0x${place.toString(16)} is not known`, "WS642");
      const value = this.#symbolAt(link, symbol)?.value;
      if (value === undefined || place + widthBytes > relocated.length)
        throw new Malformed(`a relocation at ${name}+0x${place.toString(16)} leads nowhere`, "WS642");
      const sum = BigInt.asUintN(64, value + addend);
      if (widthBytes === 8) view.setBigUint64(place, sum, true);
      else view.setUint32(place, Number(sum & 0xffff_ffffn), true);
    }
    return relocated;
  }

  #relocationsOf(index: number, name: string): Relocation[] {
    const found: Relocation[] = [];
    for (const table of this.#headers) {
      if (table.type !== SHT_RELA || table.info !== index) continue;
      const entries = new ByteReader(this.#bytesOf(table, `the relocations of ${name}`), `.rela${name}`);
      for (let i = 0; i + RELA_BYTES <= entries.length; i += RELA_BYTES) {
        entries.seek(i);
        const place = entries.offset(8);
        const [type, symbol, addend] = [entries.u32(), entries.u32(), entries.u64()];
        if (type !== R_AARCH64.none) found.push({ place, type, symbol, addend, link: table.link });
      }
    }
    return found;
  }

  /** A symbol of the table at an index: its value, and the section that it is in. */
  #symbolAt(link: number, symbol: number): { readonly value: bigint; readonly section: number } | undefined {
    const symbols = this.#symbolTable(link);
    if (symbols === undefined || (symbol + 1) * SYM_BYTES > symbols.length) return undefined;
    symbols.seek(symbol * SYM_BYTES + 6);
    return { section: symbols.u16(), value: symbols.u64() };
  }

  #symbolTable(link: number): ByteReader | undefined {
    const known = this.#symbolTables.get(link);
    if (known !== undefined) return known;
    const table = this.#headers[link];
    if (table === undefined || table.type !== SHT_SYMTAB) return undefined;
    const made = new ByteReader(this.#bytesOf(table, "the symbol table"), "the symbol table");
    this.#symbolTables.set(link, made);
    return made;
  }
}

function inflate(stored: Uint8Array, name: string): Uint8Array {
  const header = new ByteReader(stored, name);
  const type = header.u32();
  header.skip(4);
  const sizeBytes = header.offset(8);
  header.skip(8);
  if (type !== ELFCOMPRESS_ZLIB) throw new Malformed(`${name} is compressed by method ${type}, not by zlib`);
  if (sizeBytes > INFLATED_LIMIT_BYTES) throw new Malformed(`${name} claims to unpack to ${sizeBytes} bytes`);
  try {
    const bytes = inflateSync(stored.subarray(header.position), { maxOutputLength: Math.max(1, sizeBytes) });
    return new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  } catch {
    throw new Malformed(`${name} does not unpack to the ${sizeBytes} bytes that it claims`);
  }
}
