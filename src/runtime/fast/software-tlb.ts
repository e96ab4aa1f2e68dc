import type { Machine } from "../machine.js";
import { isFault, type Translation } from "../mmu.js";
import {
  control,
  FETCH_ENTRIES,
  FETCH_ENTRY_BYTES,
  fetchTags,
  TLB_ENTRIES,
  TLB_ENTRY_BYTES,
  tlbEntry,
} from "./engine-layout.js";
import type { EngineMemory } from "./engine-memory.js";

const PAGE_BYTES = 4096;
const LITTLE_ENDIAN = true;

/**
 * The module's TLB, as JavaScript fills it: copies of what the machine's MMU answered, under the tag of the context
 * that it answered in. The machine's TLB forgets nothing but by a TLBI, so a copy is right until then.
 */
export class SoftwareTlb {
  /** Whether the module was left last for an access that is not here. */
  missed = false;
  readonly #view: DataView;
  readonly #words: Int32Array;
  readonly #control: number;

  constructor(
    readonly machine: Machine,
    readonly memory: EngineMemory,
  ) {
    this.#view = new DataView(memory.memory.buffer);
    this.#words = new Int32Array(memory.memory.buffer);
    this.#control = memory.layout.control;
  }

  /** Forgets everything. */
  clear(): void {
    const bytes = new Uint8Array(this.memory.memory.buffer);
    const { tlb, fetchTlb } = this.memory.layout;
    bytes.fill(0, tlb, tlb + TLB_ENTRIES * TLB_ENTRY_BYTES);
    bytes.fill(0, fetchTlb, fetchTlb + FETCH_ENTRIES * FETCH_ENTRY_BYTES);
  }

  /** Forgets a page under a context's hash, whatever context it is of. va: without a tag. */
  forgetPage(va: bigint, hash: number): void {
    const { tlb, fetchTlb } = this.memory.layout;
    const entry = tlb + indexOf(va, 7n, hash, TLB_ENTRIES * TLB_ENTRY_BYTES - TLB_ENTRY_BYTES);
    for (const tag of [tlbEntry.read, tlbEntry.write, tlbEntry.codeWrite])
      this.#view.setBigUint64(entry + tag, NO_TAG, LITTLE_ENDIAN);
    const fetched = indexOf(va, 8n, hash, FETCH_ENTRIES * FETCH_ENTRY_BYTES - FETCH_ENTRY_BYTES);
    this.#view.setBigUint64(fetchTlb + fetched, NO_TAG, LITTLE_ENDIAN);
  }

  /** Keeps the translation of the access that the module missed, which the machine has executed since. */
  fillMissed(): void {
    if (!this.missed) return;
    this.missed = false;
    const va = this.#view.getBigUint64(this.#control + control.missAddress, LITTLE_ENDIAN);
    const read = this.#translate(va, "read");
    const write = this.#translate(va, "write");
    const either = read ?? write;
    if (either === undefined) return;
    const page = (either.pa >> 12n) << 12n;
    if (!this.machine.memory.isPlainRam(page, PAGE_BYTES)) return;
    const host = this.machine.memory.window(page, PAGE_BYTES).byteOffset;
    const tag = ((va >> 12n) << 12n) | this.#context();
    const entry =
      this.memory.layout.tlb + this.#index(va, 7n, TLB_ENTRIES * TLB_ENTRY_BYTES - TLB_ENTRY_BYTES);
    const isCode = this.#words[(this.memory.layout.recordMap + (host >>> 12) * 4) >> 2] !== 0;
    const put = (offset: number, present: boolean) =>
      this.#view.setBigUint64(entry + offset, present ? tag : NO_TAG, LITTLE_ENDIAN);
    put(tlbEntry.read, read !== undefined);
    put(tlbEntry.write, write !== undefined && !isCode);
    put(tlbEntry.codeWrite, write !== undefined && isCode);
    const addend = (host - Number(BigInt.asUintN(32, (va >> 12n) << 12n))) | 0;
    this.#view.setInt32(entry + tlbEntry.addend, addend, LITTLE_ENDIAN);
    this.#view.setInt32(entry + tlbEntry.unaligned, this.#allowsUnaligned(either) ? 1 : 0, LITTLE_ENDIAN);
  }

  /** Keeps where the records of a page of instructions are. */
  fillFetch(pc: bigint, records: number): void {
    const entry =
      this.memory.layout.fetchTlb +
      this.#index(pc, 8n, FETCH_ENTRIES * FETCH_ENTRY_BYTES - FETCH_ENTRY_BYTES);
    this.#view.setBigUint64(entry, BigInt.asUintN(64, pc & fetchTags) | this.#context(), LITTLE_ENDIAN);
    this.#view.setInt32(entry + 8, records, LITTLE_ENDIAN);
  }

  /** From now on a page is decoded: stores to it are to be noticed. host: where it is in the engine's memory. */
  protect(host: number): void {
    const { tlb } = this.memory.layout;
    for (let entry = tlb; entry < tlb + TLB_ENTRIES * TLB_ENTRY_BYTES; entry += TLB_ENTRY_BYTES) {
      const page = (this.#words[(entry + tlbEntry.write) >> 2] ?? 0) & -PAGE_BYTES;
      if (((page + (this.#words[(entry + tlbEntry.addend) >> 2] ?? 0)) | 0) !== host) continue;
      const tag = this.#view.getBigUint64(entry + tlbEntry.write, LITTLE_ENDIAN);
      if (tag === NO_TAG) continue;
      this.#view.setBigUint64(entry + tlbEntry.codeWrite, tag, LITTLE_ENDIAN);
      this.#view.setBigUint64(entry + tlbEntry.write, NO_TAG, LITTLE_ENDIAN);
    }
  }

  #translate(va: bigint, access: "read" | "write"): Translation | undefined {
    const { EL, PAN } = this.machine.pstate;
    const result = this.machine.mmu.translate({ va, access, el: EL, pan: PAN === 1, aligned: true });
    return isFault(result) ? undefined : result;
  }

  /** Misaligned accesses are allowed to Normal memory unless SCTLR_ELx.A. MAIR: 0b0000xxxx is Device memory. */
  #allowsUnaligned({ attributes }: Translation): boolean {
    const regime = this.machine.mmu.regimeOf(this.machine.pstate.EL);
    return attributes >> 4 !== 0 && !regime.checksAlignment();
  }

  #context(): bigint {
    return this.#view.getBigUint64(this.#control + control.context, LITTLE_ENDIAN);
  }

  #index(va: bigint, shift: bigint, mask: number): number {
    const hash = this.#words[(this.#control + control.hash) >> 2] ?? 0;
    return indexOf(va, shift, hash, mask);
  }
}

function indexOf(va: bigint, shift: bigint, hash: number, mask: number): number {
  return (Number(BigInt.asIntN(32, va >> shift)) ^ hash) & mask;
}

/** A tag that no access has: the context's bits are 0 in none. */
const NO_TAG = 0n;
