import { failure, type Result, success } from "../../core/result.js";
import { hex } from "../../core/u64.js";
import {
  EHDR_BYTES,
  EM_AARCH64,
  PHDR_BYTES,
  PT_LOAD,
  SHDR_BYTES,
  SHT,
  STT,
  SYM_BYTES,
} from "./elf-format.js";

/** Bytes that an executable wants in memory at a physical address, zeroes for what the file leaves out included. */
export interface LoadSegment {
  readonly address: bigint;
  readonly bytes: Uint8Array;
}

/** An executable: where it begins, what it loads in the file's order, and its named addresses. */
export interface Executable {
  readonly entry: bigint;
  readonly segments: readonly LoadSegment[];
  readonly symbols: readonly { readonly name: string; readonly address: bigint }[];
}

const TYPES = ["none", "relocatable", "executable", "shared object", "core"];
const ET_EXEC = 2;
const MACHINES = new Map([
  [3, "i386"],
  [40, "arm"],
  [62, "x86-64"],
  [EM_AARCH64, "aarch64"],
  [243, "riscv"],
]);
/** More than this is no program for a board. */
const LARGEST_SEGMENT = 2n ** 32n;

class Refused extends Error {
  constructor(
    readonly code: string,
    message: string,
    readonly hint?: string,
  ) {
    super(message);
  }
}

/**
 * The loadable segments, entry and symbols of a little-endian aarch64 ELF64 executable.
 * bytes: the whole file. file: its name in findings. Segments go to their physical addresses (p_paddr), as a boot loader
 * without an MMU has it, and so does an entry that lies in one whose virtual address differs.
 * Errors: WS640 no such file; WS641 cut off; WS645 nothing to load; WS646 segments that overlap.
 * Source: System V gABI, chapter 5.
 */
export function readExecutable(bytes: Uint8Array, file = "executable"): Result<Executable> {
  try {
    return success(new ExecutableReader(bytes).read());
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    const { code, message, hint } = error;
    const at = { file, line: 1, column: 1 };
    return failure([{ code, severity: "error", at, message, ...(hint === undefined ? {} : { hint }) }]);
  }
}

class ExecutableReader {
  readonly #view: DataView;

  constructor(readonly bytes: Uint8Array) {
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  read(): Executable {
    this.#checkHeader();
    const headers = this.#programHeaders().filter(
      ({ type, memoryBytes }) => type === PT_LOAD && memoryBytes > 0n,
    );
    if (headers.length === 0) {
      throw new Refused(
        "WS645",
        "the file has no loadable segment",
        "link it with ld; objects and archives do not run",
      );
    }
    const segments = headers.map((header, i) => this.#segment(header, i));
    checkOverlaps(segments);
    return { entry: this.#entry(headers), segments, symbols: this.#symbols() };
  }

  #checkHeader(): void {
    const { bytes } = this;
    if (bytes.length < EHDR_BYTES || this.#view.getUint32(0) !== 0x7f454c46) {
      throw new Refused("WS640", "this is no ELF file", "give a raw image with --image FILE@ADDRESS");
    }
    const [fileClass, order] = [bytes[4], bytes[5]];
    const type = this.#view.getUint16(16, true);
    const machine = this.#view.getUint16(18, true);
    if (fileClass !== 2 || order !== 1 || machine !== EM_AARCH64) {
      const said = `${fileClass === 2 ? 64 : 32}-bit, ${order === 1 ? "little" : "big"}-endian, for ${MACHINES.get(machine) ?? `machine ${machine}`}`;
      const hint = "compile it for AArch64, such as with aarch64-linux-gnu-gcc";
      throw new Refused(
        "WS640",
        `a 64-bit little-endian executable for aarch64 is needed, and this is ${said}`,
        hint,
      );
    }
    if (type !== ET_EXEC) {
      const hint = type === 3 ? "link it with -static -no-pie" : "link it with ld";
      throw new Refused(
        "WS640",
        `an executable (type 2) is needed, and this is type ${type}, ${TYPES[type] ?? "unknown"}`,
        hint,
      );
    }
  }

  #programHeaders(): readonly ProgramHeader[] {
    const start = this.#view.getBigUint64(32, true);
    const count = this.#view.getUint16(56, true);
    const table = this.#slice(start, BigInt(count * PHDR_BYTES), "the program headers");
    const view = new DataView(table.buffer, table.byteOffset, table.byteLength);
    return Array.from({ length: count }, (_, i) => {
      const field = (at: number) => view.getBigUint64(i * PHDR_BYTES + at, true);
      return {
        type: view.getUint32(i * PHDR_BYTES, true),
        offset: field(8),
        virtual: field(16),
        physical: field(24),
        fileBytes: field(32),
        memoryBytes: field(40),
      };
    });
  }

  #segment({ offset, physical, fileBytes, memoryBytes }: ProgramHeader, index: number): LoadSegment {
    const what = `segment ${index}`;
    if (memoryBytes < fileBytes || memoryBytes > LARGEST_SEGMENT) {
      throw new Refused("WS641", `${what} has ${memoryBytes} bytes in memory and ${fileBytes} in the file`);
    }
    const bytes = new Uint8Array(Number(memoryBytes));
    bytes.set(this.#slice(offset, fileBytes, what));
    return { address: physical, bytes };
  }

  #entry(headers: readonly ProgramHeader[]): bigint {
    const entry = this.#view.getBigUint64(24, true);
    const home = headers.find(({ virtual, fileBytes }) => entry >= virtual && entry < virtual + fileBytes);
    return home === undefined ? entry : entry - home.virtual + home.physical;
  }

  /** Functions, objects and labels; none when the file is stripped or its symbol table is damaged. */
  #symbols(): Executable["symbols"] {
    try {
      return this.#readSymbols();
    } catch (error) {
      if (error instanceof Refused || error instanceof RangeError) return [];
      throw error;
    }
  }

  #readSymbols(): Executable["symbols"] {
    const view = this.#view;
    const start = Number(view.getBigUint64(40, true));
    const at = (index: number) => start + index * SHDR_BYTES;
    const indices = Array.from({ length: view.getUint16(60, true) }, (_, i) => i);
    const table = indices.find((i) => view.getUint32(at(i) + 4, true) === SHT.symtab);
    if (table === undefined) return [];
    const contents = (index: number) =>
      this.#slice(
        view.getBigUint64(at(index) + 24, true),
        view.getBigUint64(at(index) + 32, true),
        "symbols",
      );
    const strings = contents(view.getUint32(at(table) + 40, true));
    const entries = contents(table);
    const symbols = new DataView(entries.buffer, entries.byteOffset, entries.byteLength);
    return Array.from({ length: Math.floor(entries.length / SYM_BYTES) }, (_, i) => i * SYM_BYTES).flatMap(
      (place) => {
        const name = stringIn(strings, symbols.getUint32(place, true));
        const kind = symbols.getUint8(place + 4) & 15;
        const named =
          kind <= STT.func &&
          name !== "" &&
          !name.startsWith("$") &&
          symbols.getUint16(place + 6, true) !== 0;
        return named ? [{ name, address: symbols.getBigUint64(place + 8, true) }] : [];
      },
    );
  }

  #slice(offset: bigint, size: bigint, what: string): Uint8Array {
    const length = BigInt(this.bytes.length);
    if (offset + size > length) {
      throw new Refused("WS641", `${what} lies at ${offset} for ${size} bytes, and the file has ${length}`);
    }
    return this.bytes.subarray(Number(offset), Number(offset + size));
  }
}

interface ProgramHeader {
  readonly type: number;
  readonly offset: bigint;
  readonly virtual: bigint;
  readonly physical: bigint;
  readonly fileBytes: bigint;
  readonly memoryBytes: bigint;
}

function checkOverlaps(segments: readonly LoadSegment[]): void {
  const sorted = [...segments].sort((a, b) => (a.address < b.address ? -1 : 1));
  sorted.forEach((segment, i) => {
    const before = sorted[i - 1];
    if (before === undefined || before.address + BigInt(before.bytes.length) <= segment.address) return;
    throw new Refused(
      "WS646",
      `the segments at ${rangeOf(before)} and ${rangeOf(segment)} overlap`,
      "correct the addresses in the linker script",
    );
  });
}

/** `0x40000000 … 0x40000fff`. */
function rangeOf({ address, bytes }: LoadSegment): string {
  return `${hex(address)} … ${hex(address + BigInt(bytes.length) - 1n)}`;
}

function stringIn(strings: Uint8Array, at: number): string {
  const end = strings.indexOf(0, at);
  return at < strings.length && end >= 0 ? new TextDecoder().decode(strings.subarray(at, end)) : "";
}
