import { stateBytes } from "../state-storage.js";

const PAGE_BYTES = 4096;
const WASM_PAGE_BYTES = 65536;

/**
 * Words of the control block, in bytes from its start.
 * sp: the current stack pointer while the module runs. spSlot: where it is kept otherwise.
 * spMask: the bits of SP that must be 0 when it is the base of an access: 15 or 0.
 * regionExecuted: instructions that translated code has executed since it was entered.
 * translated: instructions that translated code has executed in the last run.
 * tracePosition: where the next entry of the trace goes, in bytes from its start.
 * context: the tag of the present translation context, in bits 11:4; hash: what it adds to TLB indices.
 * permits: the table of what instructions of the system may do at the present level.
 * limit: in units of RECORD_BYTES, how far executed may go. executed: instructions executed in the last run.
 * attention: not 0 when an interrupt line is asserted.
 * missAddress, missKind: the access that the TLB does not know; ip: the record at which the module was left.
 * stretch: the record at which the limit was last looked at: what has been executed since came from there, in one go.
 */
export const control = {
  sp: 0x00,
  spSlot: 0x08,
  context: 0x10,
  hash: 0x18,
  permits: 0x1c,
  executed: 0x20,
  attention: 0x24,
  missAddress: 0x28,
  missKind: 0x30,
  ip: 0x34,
  contextKey: 0x38,
  permitKey: 0x40,
  permitIndex: 0x48,
  spMask: 0x4c,
  regionExecuted: 0x50,
  tracePosition: 0x54,
  translated: 0x58,
  stretch: 0x5c,
} as const;

/** A decoded instruction: u16 case, seven u16 operands, two i64 operands. */
export const RECORD_BYTES = 32;
export const RECORDS_PER_PAGE = PAGE_BYTES / 4;
/** One record more, that leads to the next page. */
/** Where the last record of a page says whether the page has translated code: u32. */
export const PAGE_REGIONS = 4;
export const RECORD_PAGE_BYTES = (RECORDS_PER_PAGE + 1) * RECORD_BYTES;

/** Data TLB: i64 read tag, i64 write tag, i32 addend, i32 flags, i64 tag for writes to decoded pages. */
export const TLB_ENTRY_BYTES = 32;
export const tlbEntry = { read: 0, write: 8, addend: 16, unaligned: 20, codeWrite: 24 } as const;
export const TLB_ENTRIES = 16384;

/** Instruction TLB: i64 tag, i32 address of the page's first record. */
export const FETCH_ENTRY_BYTES = 16;
export const FETCH_ENTRIES = 1024;
/** The bits of an address that must agree: its page, and that it is a multiple of 4. */
export const fetchTags = -4096n | 3n;

/** Contexts that were met: i64 key, i32 what it leads to (a context tag, or a table of permits). */
export const KEY_ENTRY_BYTES = 16;
export const KEY_ENTRIES = 256;

/** Contexts and permit tables; all are forgotten when they run out. */
export const CONTEXTS = 255;
export const PERMIT_TABLES = 64;
/** What a table of permits says; 0 where it does not know yet. */
export const PERMITTED = 1;
export const NOT_PERMITTED = 2;
/** Sets of accesses that translated code asks about at once. */
export const PERMIT_SETS = 4096;
export const RECORD_PAGES = 512;
/** For each record, what leads to its region: u32 table index, u16 entry, u16 the case that it had before. */
export const REGION_ENTRY_BYTES = 8;
export const regionEntry = { region: 0, entry: 4, formerCase: 6 } as const;
/** Pieces of translated code; all are forgotten when they run out. */
export const REGIONS = 1024;

/**
 * The trace of an engine that is asked for one: the last things that happened. i64 value, u32 what: 0 nothing yet,
 * TRACED_X0 and 8 more for each register a write of X0 … X30, TRACED_PC an instruction.
 */
export const TRACE_ENTRY_BYTES = 16;
export const TRACE_ENTRIES = 0x1_0000;
export const TRACED_X0 = 8;
export const TRACED_PC = 0x100;

/** Where everything lies in an engine's memory, in bytes. */
export interface EngineLayout {
  readonly control: number;
  readonly contextKeys: number;
  readonly permitKeys: number;
  /** Tables of permits; the first one knows nothing. */
  readonly permits: number;
  readonly permitTableBytes: number;
  /** The places in a table of permits that are not of one system register: the vector registers, sets of accesses. */
  readonly vectorPermit: number;
  readonly firstPermitSet: number;
  readonly tlb: number;
  readonly fetchTlb: number;
  readonly recordPages: number;
  /** For each region, a byte for each word of its page: where an indirect branch enters it, or 0. */
  readonly regionEntries: number;
  /** For each record, see REGION_ENTRY_BYTES. */
  readonly regionRecords: number;
  readonly trace: number;
  /** A u32 for each 4 KiB of the memory: the first record of the page that is decoded, or 0. */
  readonly recordMap: number;
  /** Where RAM begins. */
  readonly ram: number;
  readonly totalBytes: number;
}

/** The layout for a description with that many system registers, and RAM. */
export function engineLayout(registerCount: number, ramBytes: number): EngineLayout {
  let at = align(stateBytes(registerCount), 256);
  const place = (bytes: number): number => {
    const start = at;
    at = align(at + bytes, 64);
    return start;
  };
  const vectorPermit = 2 * registerCount;
  const firstPermitSet = vectorPermit + 1;
  const permitTableBytes = align(firstPermitSet + PERMIT_SETS, 64);
  const fixed = {
    control: place(256),
    contextKeys: place(KEY_ENTRIES * KEY_ENTRY_BYTES),
    permitKeys: place(KEY_ENTRIES * KEY_ENTRY_BYTES),
    permits: place((PERMIT_TABLES + 1) * permitTableBytes),
    permitTableBytes,
    vectorPermit,
    firstPermitSet,
    tlb: place(TLB_ENTRIES * TLB_ENTRY_BYTES),
    fetchTlb: place(FETCH_ENTRIES * FETCH_ENTRY_BYTES),
    recordPages: place(RECORD_PAGES * RECORD_PAGE_BYTES),
    regionEntries: place(REGIONS * RECORDS_PER_PAGE),
    regionRecords: place(RECORD_PAGES * (RECORDS_PER_PAGE + 1) * REGION_ENTRY_BYTES),
    trace: place(TRACE_ENTRIES * TRACE_ENTRY_BYTES),
  };
  const recordMap = at;
  // The map covers itself too: 4 bytes for each 4096.
  const mapBytes = align(((at + ramBytes) / PAGE_BYTES) * 4 * 1.01 + WASM_PAGE_BYTES, PAGE_BYTES);
  const ram = align(recordMap + mapBytes, PAGE_BYTES);
  return { ...fixed, recordMap, ram, totalBytes: align(ram + ramBytes, WASM_PAGE_BYTES) };
}

function align(value: number, unit: number): number {
  return Math.ceil(value / unit) * unit;
}
