import {
  PAGE_REGIONS,
  RECORD_BYTES,
  RECORD_PAGE_BYTES,
  RECORD_PAGES,
  RECORDS_PER_PAGE,
} from "./engine-layout.js";
import type { EngineMemory } from "./engine-memory.js";
import { fixedCase } from "./exit-code.js";
import type { SoftwareTlb } from "./software-tlb.js";

const PAGE_BYTES = 4096;

/** A page of memory that is decoded, and its records; all in bytes of the engine's memory. */
export interface CodePage {
  readonly host: number;
  readonly size: number;
  readonly records: number;
  /** Where the record lies that leads to the next page. */
  readonly end: number;
}

/** The pages of RAM that have been decoded. */
export class CodePages {
  readonly #pages: CodePage[] = [];
  readonly #map: Int32Array;
  readonly #cases: Uint16Array;
  /** Told of pages that are written, before their records are forgotten. */
  onWrite: (page: CodePage) => void = () => {};

  /** Told before all pages are forgotten. */
  onClear: () => void = () => {};

  constructor(
    readonly memory: EngineMemory,
    readonly tlb: SoftwareTlb,
  ) {
    const { buffer } = memory.memory;
    const { recordMap, totalBytes } = memory.layout;
    this.#map = new Int32Array(buffer, recordMap, Math.ceil(totalBytes / PAGE_BYTES));
    this.#cases = new Uint16Array(buffer);
  }

  /** The first record of a page, which is decoded from now on. host: where the page is. */
  recordsOf(host: number): number {
    const known = this.#map[host / PAGE_BYTES] ?? 0;
    if (known !== 0) return known;
    if (this.#pages.length === RECORD_PAGES) this.clear();
    const records = this.memory.layout.recordPages + this.#pages.length * RECORD_PAGE_BYTES;
    const page = { host, size: PAGE_BYTES, records, end: records + RECORDS_PER_PAGE * RECORD_BYTES };
    this.#pages.push(page);
    this.#map[host / PAGE_BYTES] = records;
    this.#forget(page);
    this.#cases[page.end >> 1] = fixedCase.pageEnd;
    this.#cases[(page.end + PAGE_REGIONS) >> 1] = 0;
    this.tlb.protect(host);
    return records;
  }

  /** The page that a record belongs to. */
  at(record: number): CodePage {
    const index = Math.floor((record - this.memory.layout.recordPages) / RECORD_PAGE_BYTES);
    const page = this.#pages[index];
    if (page === undefined) throw new Error("a record of no page");
    return page;
  }

  /** Bytes of the engine's memory were written, not by the module: what they were decoded to is forgotten. */
  written(byteOffset: number, lengthBytes: number): void {
    if (this.#pages.length === 0) return;
    const end = byteOffset + lengthBytes;
    for (let host = byteOffset & -PAGE_BYTES; host < end; host += PAGE_BYTES) {
      const records = this.#map[host / PAGE_BYTES] ?? 0;
      if (records === 0) continue;
      this.onWrite(this.at(records));
      const first = Math.max(byteOffset, host) - host;
      const last = Math.min(end, host + PAGE_BYTES) - host;
      for (let word = first >> 2; word < (last + 3) >> 2; word++) {
        this.#cases[(records + word * RECORD_BYTES) >> 1] = fixedCase.decode;
      }
    }
  }

  /** All records are to be decoded again: cases have other numbers now. */
  forgetCases(): void {
    for (const page of this.#pages) this.#forget(page);
  }

  /** Forgets all pages. Their translations go too, for they lead to records. */
  clear(): void {
    this.onClear();
    for (const { host } of this.#pages) this.#map[host / PAGE_BYTES] = 0;
    this.#pages.length = 0;
    this.tlb.clear();
  }

  #forget({ records, end }: CodePage): void {
    for (let record = records; record < end; record += RECORD_BYTES) {
      this.#cases[record >> 1] = fixedCase.decode;
    }
  }
}
