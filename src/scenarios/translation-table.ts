/** Where a translation table's walker finds its entries: doublewords by address. */
export interface TableMemory {
  read(address: bigint): bigint;
  write(address: bigint, value: bigint): void;
}

const PAGE_BITS = 12;
const INDEX_BITS = 9;
const TABLE_OR_PAGE = 0b11n;
/** Bits 47:12 of a descriptor. */
const ADDRESS = 0x0000_ffff_ffff_f000n;

/**
 * Attributes of a page descriptor, by what the page is for. Bit 10 is the access flag, 9:8 say inner
 * shareable; stage 1 uses AttrIndx 0.
 * Source: DDI0487 D5.3, VMSAv8-64 translation table format descriptors.
 */
const ACCESSED = (1n << 10n) | (0b11n << 8n);
const READ_ONLY = 1n << 7n;
/** AP[1], which is RES1 where there is one exception level: EL2. */
const AP1 = 1n << 6n;
const NOT_GLOBAL = 1n << 11n;
const PRIVILEGED_EXECUTE_NEVER = 1n << 53n;
const EXECUTE_NEVER = 1n << 54n;
const NORMAL_WRITE_BACK = 0b1111n << 2n;

/** EL1's stage 1: code is not writable, data is not executable, EL0 executes nothing. */
export const el1Page = {
  code: ACCESSED | READ_ONLY | EXECUTE_NEVER,
  data: ACCESSED | PRIVILEGED_EXECUTE_NEVER | EXECUTE_NEVER,
  /** As data, with AttrIndx 1. */
  device: ACCESSED | PRIVILEGED_EXECUTE_NEVER | EXECUTE_NEVER | (1n << 2n),
  /** As data, and tagged with the ASID. */
  processData: ACCESSED | PRIVILEGED_EXECUTE_NEVER | EXECUTE_NEVER | NOT_GLOBAL,
} as const;

/** EL2's stage 1: good with SCTLR_EL2.WXN set, for nothing is writable and executable. */
export const el2Page = {
  code: ACCESSED | AP1 | READ_ONLY,
  data: ACCESSED | AP1 | EXECUTE_NEVER,
} as const;

/** Stage 2. S2AP: bit 6 lets the guest read, bit 7 write. */
export const stage2Page = {
  readWrite: ACCESSED | NORMAL_WRITE_BACK | (0b11n << 6n),
  readOnly: ACCESSED | NORMAL_WRITE_BACK | (0b01n << 6n),
  executeNever: ACCESSED | NORMAL_WRITE_BACK | (0b11n << 6n) | EXECUTE_NEVER,
  noAccess: ACCESSED | NORMAL_WRITE_BACK,
} as const;

/**
 * Translation tables of 4 KiB pages, as hardware walks them: stage 1 or stage 2, by the attributes of their pages.
 * inputBits: width of the input address, 31 … 48; what is above it must be a sign extension or 0.
 */
export class TranslationTable {
  readonly #levels: number;

  constructor(
    readonly memory: TableMemory,
    /** Address of the first table, in the address space of memory. */
    readonly root: bigint,
    readonly inputBits: number,
    private readonly allocate: () => bigint,
  ) {
    this.#levels = Math.ceil((inputBits - PAGE_BITS) / INDEX_BITS);
  }

  /** The level that a walk starts at. */
  get startLevel(): number {
    return 4 - this.#levels;
  }

  /** Maps the page at input to the page at output; tables on the way are made. */
  map(input: bigint, output: bigint, attributes: bigint): void {
    this.memory.write(this.entry(input), output | attributes | TABLE_OR_PAGE);
  }

  /** Maps count pages in a row. */
  mapRange(input: bigint, output: bigint, count: number, attributes: bigint): void {
    for (let i = 0n; i < BigInt(count); i++) this.map(input + i * 4096n, output + i * 4096n, attributes);
  }

  /** Takes the page's mapping away. */
  unmap(input: bigint): void {
    this.memory.write(this.entry(input), 0n);
  }

  /** The page descriptor of an input address. */
  descriptor(input: bigint): bigint {
    return this.memory.read(this.entry(input));
  }

  /** Address of the page descriptor of an input address, in the table of the last level. */
  entry(input: bigint): bigint {
    let table = this.root;
    for (let left = this.#levels - 1; left > 0; left--) {
      const at = table + this.#index(input, left) * 8n;
      const descriptor = this.memory.read(at);
      if (descriptor === 0n) {
        table = this.allocate();
        this.memory.write(at, table | TABLE_OR_PAGE);
      } else {
        table = descriptor & ADDRESS;
      }
    }
    return table + this.#index(input, 0) * 8n;
  }

  /** Index into the table that has `left` levels below it; the first table may have fewer entries. */
  #index(input: bigint, left: number): bigint {
    const lsb = PAGE_BITS + INDEX_BITS * left;
    const width = Math.min(INDEX_BITS, this.inputBits - lsb);
    return (input >> BigInt(lsb)) & ((1n << BigInt(width)) - 1n);
  }
}
