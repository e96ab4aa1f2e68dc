import type { Diagnostic } from "../../core/diagnostic.js";
import { failure, type Result, resultOf } from "../../core/result.js";
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
import {
  type MappingMark,
  type ObjectCode,
  type ObjectSection,
  type ObjectSymbol,
  type Relocation,
  relocationOfNumber,
} from "./object-code.js";

interface Header {
  readonly name: string;
  readonly type: number;
  readonly flags: bigint;
  readonly offset: number;
  readonly size: number;
  readonly link: number;
  readonly info: number;
  readonly alignmentBytes: number;
}

interface Symbol extends ObjectSymbol {
  readonly isSection: boolean;
  readonly sectionIndex: number;
}

/** A malformed file: found deep inside, reported at the top. */
class Malformed extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

/**
 * The sections, symbols and relocations of a little-endian aarch64 ELF64 relocatable. Mapping symbols become the
 * sections' mapping; sections that are not loaded are left out.
 * bytes: the whole file. file: its name in findings.
 * Errors: WS640 no such ELF file; WS641 truncated or out of its own bounds; WS642 a relocation that is not known or leads out of what is loaded.
 */
export function readElf64(bytes: Uint8Array, file = "object"): Result<ObjectCode> {
  try {
    return new ElfReader(bytes, file).read();
  } catch (error) {
    if (!(error instanceof Malformed)) throw error;
    return failure([
      { code: error.code, severity: "error", at: { file, line: 1, column: 1 }, message: error.message },
    ]);
  }
}

class ElfReader {
  readonly #bytes: Uint8Array;
  readonly #view: DataView;
  readonly #file: string;
  readonly #found: Diagnostic[] = [];

  constructor(bytes: Uint8Array, file: string) {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#file = file;
  }

  read(): Result<ObjectCode> {
    const headers = this.#headers();
    const symbols = this.#symbols(headers);
    const sections = headers.flatMap((h, i) =>
      isLoaded(h) ? [this.#section(h, mappingOf(symbols, i))] : [],
    );
    const relocations = headers.flatMap((h) => this.#relocations(h, headers, symbols));
    const kept = symbols.filter((s) => !s.isSection && s.name !== "" && !/^\$[xd](\.|$)/.test(s.name));
    const object: ObjectCode = {
      sections,
      symbols: kept.map(({ isSection: _s, sectionIndex: _i, ...symbol }) => symbol),
      relocations,
      lines: [],
    };
    return resultOf(this.#found, () => object);
  }

  #slice(offset: number, size: number, what: string): Uint8Array {
    if (offset < 0 || size < 0 || offset + size > this.#bytes.length) {
      throw new Malformed(
        "WS641",
        `${what} lies at ${offset} for ${size} bytes, and the file has ${this.#bytes.length}`,
      );
    }
    return this.#bytes.subarray(offset, offset + size);
  }

  /** A 64-bit number that must be a place or a size in a file. */
  #number(at: number, what: string): number {
    const value = this.#view.getBigUint64(at, true);
    if (value > BigInt(Number.MAX_SAFE_INTEGER))
      throw new Malformed("WS641", `${what} is 0x${value.toString(16)}`);
    return Number(value);
  }

  #headers(): Header[] {
    if (this.#bytes.length < EHDR_BYTES || this.#view.getUint32(0) !== 0x7f454c46) {
      throw new Malformed("WS640", "this is no ELF file");
    }
    const [kind, order] = [this.#bytes[4], this.#bytes[5]];
    const machine = this.#view.getUint16(18, true);
    const type = this.#view.getUint16(16, true);
    if (kind !== 2 || order !== 1 || machine !== EM_AARCH64 || type !== ET_REL) {
      const said = `class ${kind}, byte order ${order}, machine ${machine}, type ${type}`;
      throw new Malformed(
        "WS640",
        `a little-endian aarch64 ELF64 relocatable is needed, and this is ${said}`,
      );
    }
    const start = this.#number(40, "the section headers' place");
    const count = this.#view.getUint16(60, true);
    this.#slice(start, count * SHDR_BYTES, "the section headers");
    const raw = Array.from({ length: count }, (_, i) => this.#header(start + i * SHDR_BYTES));
    const strings = raw[this.#view.getUint16(62, true)];
    return raw.map((h) => ({
      ...h,
      name: strings === undefined ? "" : this.#string(strings, Number(h.name)),
    }));
  }

  #header(at: number): Header {
    const view = this.#view;
    return {
      name: String(view.getUint32(at, true)),
      type: view.getUint32(at + 4, true),
      flags: view.getBigUint64(at + 8, true),
      offset: this.#number(at + 24, "a section's place"),
      size: this.#number(at + 32, "a section's size"),
      link: view.getUint32(at + 40, true),
      info: view.getUint32(at + 44, true),
      alignmentBytes: Math.max(1, this.#number(at + 48, "a section's alignment")),
    };
  }

  #string(table: Header, at: number): string {
    const bytes = this.#slice(table.offset, table.size, "a string table");
    const end = bytes.indexOf(0, at);
    if (at >= bytes.length || end < 0)
      throw new Malformed("WS641", `a string starts at ${at} of ${bytes.length} and has no end`);
    return new TextDecoder().decode(bytes.subarray(at, end));
  }

  #section(header: Header, mapping: readonly MappingMark[]): ObjectSection {
    const nobits = header.type === SHT.nobits;
    if (nobits && header.size > 64 * 1024 * 1024)
      throw new Malformed("WS641", `${header.name} has ${header.size} bytes`);
    const bytes = nobits
      ? new Uint8Array(header.size)
      : this.#slice(header.offset, header.size, header.name).slice();
    const flags = {
      alloc: (header.flags & SHF.alloc) !== 0n,
      write: (header.flags & SHF.write) !== 0n,
      execute: (header.flags & SHF.execute) !== 0n,
      nobits,
    };
    return { name: header.name, flags, alignmentBytes: header.alignmentBytes, bytes, mapping };
  }

  #symbols(headers: readonly Header[]): Symbol[] {
    const table = headers.find((h) => h.type === SHT.symtab);
    const strings = table === undefined ? undefined : headers[table.link];
    if (table === undefined || strings === undefined) return [];
    this.#slice(table.offset, table.size, "the symbol table");
    const count = Math.floor(table.size / SYM_BYTES);
    return Array.from({ length: count }, (_, i) =>
      this.#symbol(table.offset + i * SYM_BYTES, strings, headers),
    );
  }

  #symbol(at: number, strings: Header, headers: readonly Header[]): Symbol {
    const view = this.#view;
    const info = view.getUint8(at + 4);
    const index = view.getUint16(at + 6, true);
    const kind = info & 15;
    const isSection = kind === STT.section;
    const header = index < SHN.absolute ? headers[index] : undefined;
    if (index < 0xff00 && header === undefined)
      throw new Malformed("WS641", `a symbol is in section ${index} of ${headers.length}`);
    const own = this.#string(strings, view.getUint32(at, true));
    const binding = info >> 4 === STB.weak ? "weak" : info >> 4 === STB.local ? "local" : "global";
    const sizeBytes = view.getBigUint64(at + 16, true);
    return {
      name: isSection && own === "" ? (header?.name ?? "") : own,
      section: index === SHN.undefined || index >= 0xff00 ? undefined : header?.name,
      value: view.getBigUint64(at + 8, true),
      binding,
      defined: index !== SHN.undefined,
      ...(kind === STT.func
        ? { type: "function" as const }
        : kind === STT.object
          ? { type: "object" as const }
          : {}),
      ...(sizeBytes === 0n ? {} : { sizeBytes }),
      isSection: isSection || kind === STT.file,
      sectionIndex: index,
    };
  }

  #refuse(message: string): void {
    const at = { file: this.#file, line: 1, column: 1 };
    this.#found.push({ code: "WS642", severity: "error", at, message });
  }

  #relocations(header: Header, headers: readonly Header[], symbols: readonly Symbol[]): Relocation[] {
    const target = headers[header.info];
    if (header.type !== SHT.rela || target === undefined || !isLoaded(target)) return [];
    this.#slice(header.offset, header.size, header.name);
    const count = Math.floor(header.size / RELA_BYTES);
    return Array.from({ length: count }, (_, i) => header.offset + i * RELA_BYTES).flatMap((at) => {
      const number = this.#view.getUint32(at + 8, true);
      const symbol = symbols[this.#view.getUint32(at + 12, true)];
      const type = relocationOfNumber(number);
      const offset = this.#number(at, "a relocation's place");
      if (symbol === undefined) throw new Malformed("WS641", "a relocation names a symbol that is not there");
      if (type === undefined) {
        this.#refuse(`relocation ${number} at ${target.name}+0x${offset.toString(16)} is not known`);
        return [];
      }
      const to = symbol.section;
      if (to !== undefined && !headers.some((h) => h.name === to && isLoaded(h))) {
        this.#refuse(
          `a relocation at ${target.name}+0x${offset.toString(16)} is to ${to}, which is not loaded`,
        );
        return [];
      }
      return [
        {
          section: target.name,
          offset,
          type,
          symbol: symbol.name,
          addend: this.#view.getBigInt64(at + 16, true),
        },
      ];
    });
  }
}

function isLoaded(header: Header): boolean {
  return (header.type === SHT.progbits || header.type === SHT.nobits) && (header.flags & SHF.alloc) !== 0n;
}

function mappingOf(symbols: readonly Symbol[], section: number): MappingMark[] {
  return symbols
    .filter((s) => s.sectionIndex === section && /^\$[xd](\.|$)/.test(s.name))
    .map((s) => ({
      offset: Number(s.value),
      kind: s.name[1] === "x" ? ("code" as const) : ("data" as const),
    }))
    .sort((a, b) => a.offset - b.offset);
}
