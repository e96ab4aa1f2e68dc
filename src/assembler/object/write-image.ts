import { ET_EXEC, SHF, SHN, SHT, STB, STT, SYM_BYTES } from "./elf-format.js";
import {
  emptySection,
  layOut,
  type OutSection,
  type OutSymbol,
  StringTable,
  symbolBytes,
} from "./elf-sections.js";

/** Code at its address. symbols: names and absolute addresses. */
export interface ImageSection {
  readonly name: string;
  readonly address: bigint;
  readonly bytes: Uint8Array;
  readonly symbols: ReadonlyMap<string, bigint>;
}

/**
 * An ELF64 executable with the code and the names of placed sections, for debuggers and disassemblers: nothing in it
 * says how to load it. Names that start with ".L" are left out. The same sections give the same bytes.
 */
export function writeImage(placed: readonly ImageSection[]): Uint8Array {
  const strings = new StringTable();
  const symbols = [none, ...placed.flatMap((section, i) => symbolsOf(section, i + 1))];
  const strtab = placed.length + 2;
  return layOut(ET_EXEC, [
    emptySection(),
    ...placed.map(contentSection),
    {
      ...emptySection(),
      name: ".symtab",
      type: SHT.symtab,
      bytes: symbolBytes(symbols, strings),
      link: strtab,
      info: 1,
      alignmentBytes: 8,
      entryBytes: SYM_BYTES,
    },
    { ...emptySection(), name: ".strtab", type: SHT.strtab, bytes: strings.bytes },
  ]);
}

const none: OutSymbol = { name: "", info: 0, section: SHN.undefined, value: 0n, size: 0n };

function contentSection({ name, address, bytes }: ImageSection): OutSection {
  return {
    ...emptySection(),
    name,
    type: SHT.progbits,
    flags: SHF.alloc | SHF.execute,
    address,
    bytes,
    size: bytes.length,
    alignmentBytes: 8,
  };
}

/** Every name as a function without a size: debuggers then look for the nearest one below an address. */
function symbolsOf({ address, bytes, symbols }: ImageSection, section: number): OutSymbol[] {
  const end = address + BigInt(bytes.length);
  return [...symbols]
    .filter(([name, value]) => !name.startsWith(".L") && value >= address && value < end)
    .map(([name, value]) => ({ name, info: (STB.global << 4) | STT.func, section, value, size: 0n }));
}
