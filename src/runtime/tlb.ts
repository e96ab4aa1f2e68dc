import type { TlbInvalidation } from "./architecture.js";

/** The stage 1 half of a translation. */
export interface Stage1Result {
  /** The IPA of the input address; the PA where no stage 2 follows. */
  readonly output: bigint;
  readonly level: number;
  readonly sizeBits: number;
  readonly global: boolean;
  readonly readEl0: boolean;
  readonly writeEl0: boolean;
  readonly write: boolean;
  /** UXN at EL1&0, XN at EL2. */
  readonly executeNever: boolean;
  readonly privilegedExecuteNever: boolean;
  /** The MAIR byte. */
  readonly attributes: number;
  readonly shareability: number;
}

/** The stage 2 half of a translation. */
export interface Stage2Result {
  readonly output: bigint;
  readonly level: number;
  readonly sizeBits: number;
  readonly read: boolean;
  readonly write: boolean;
  readonly executeNever: boolean;
  /** MemAttr[3:0] of the descriptor. */
  readonly memAttr: number;
  readonly shareability: number;
}

/** What the entries of a lookup are tagged with. */
export interface TlbContext {
  readonly regime: "EL1&0" | "EL2";
  /** 0 in the EL2 regime. */
  readonly vmid: number;
  readonly asid: number;
  /** Whether stage 1 is on: entries made while it was off translate other addresses. */
  readonly stage1: boolean;
}

interface Entry extends TlbContext {
  readonly page: number;
  readonly va: bigint;
  readonly first: Stage1Result;
  readonly second: Stage2Result | undefined;
}

interface IpaEntry {
  readonly vmid: number;
  readonly ipa: bigint;
  readonly result: Stage2Result;
}

/**
 * The operand of a TLBI by address or ASID, and the VMID that is current.
 * address: a VA or an IPA, its low 12 bits 0.
 */
export interface InvalidationOperand {
  readonly address: bigint;
  readonly asid: number;
  readonly vmid: number;
}

/**
 * Answers by VA that hold no longer: of one regime, or of both; of one VMID, or of all; of these pages, or of all.
 * pages: VAs in them, their tag bits cleared.
 */
export interface ForgottenTranslations {
  readonly regime?: TlbContext["regime"];
  readonly vmid?: number;
  readonly pages?: readonly bigint[];
}

/** Entries that a TLB has room for: 256 MiB of pages. Programs that touch more must not fill the host's memory. */
const MOST_ENTRIES = 0x1_0000;

/**
 * A TLB that forgets nothing by itself as long as there is room: an entry stays until a TLBI names it, however stale. When
 * it is full it forgets everything, as it may at any time (DDI0487, Translation Lookaside Buffers). It keeps what the
 * architecture lets hardware keep: combined stage 1 and 2 entries by VA, and stage 2 entries by IPA. A TLBI by IPA
 * therefore leaves the combined entries behind, and software that forgets the second TLBI sees them.
 * Entries are 4 KiB pages, also of blocks; a TLBI by an address in the block removes them all.
 */
export class Tlb {
  /** How often entries have been removed: an answer taken from the TLB holds until this changes. */
  changes = 0;
  /** Told of what has just been forgotten, when there was any of it. Stage 2 entries answer nothing by VA. */
  onForget: (forgotten: ForgottenTranslations) => void = () => {};
  readonly #entries = new Map<number, Map<number, Entry>>();
  readonly #ipaEntries = new Map<number, IpaEntry>();
  #count = 0;

  /** How many entries there are, of both kinds. */
  get size(): number {
    return this.#count + this.#ipaEntries.size;
  }

  /** The entry for a VA (its tag bits cleared), of the ASID or global. */
  find(
    context: TlbContext,
    va: bigint,
  ): { first: Stage1Result; second: Stage2Result | undefined } | undefined {
    const page = pageOf(va);
    const entry =
      this.#entries.get(tagOf(context, false))?.get(page) ??
      this.#entries.get(tagOf(context, true))?.get(page);
    if (entry === undefined) return undefined;
    const offset = va & 0xfffn;
    const first = { ...entry.first, output: pageBase(entry.first.output) + offset };
    const { second } = entry;
    return { first, second: second && { ...second, output: pageBase(second.output) + offset } };
  }

  /** Keeps a translation of va. */
  insert(context: TlbContext, va: bigint, first: Stage1Result, second: Stage2Result | undefined): void {
    this.#makeRoom();
    const tag = tagOf(context, first.global);
    let pages = this.#entries.get(tag);
    if (pages === undefined) {
      pages = new Map();
      this.#entries.set(tag, pages);
    }
    const before = pages.size;
    pages.set(pageOf(va), { ...context, page: pageOf(va), va, first, second });
    this.#count += pages.size - before;
  }

  /** The stage 2 entry of an IPA. */
  findIpa(vmid: number, ipa: bigint): Stage2Result | undefined {
    const entry = this.#ipaEntries.get(ipaTag(vmid, ipa));
    if (entry === undefined) return undefined;
    return { ...entry.result, output: pageBase(entry.result.output) + (ipa & 0xfffn) };
  }

  /** Keeps a stage 2 translation. */
  insertIpa(vmid: number, ipa: bigint, result: Stage2Result): void {
    this.#makeRoom();
    this.#ipaEntries.set(ipaTag(vmid, ipa), { vmid, ipa, result });
  }

  /** Removes what a TLBI names and nothing else. Source: DDI0487, TLB maintenance instructions. */
  invalidate(what: TlbInvalidation, operand: InvalidationOperand): void {
    if (what.regime === "EL3") return;
    this.changes++;
    if (what.stages !== "2") this.#invalidateByVa(what, what.regime, operand);
    if (what.stages === "1") return;
    for (const [tag, entry] of this.#ipaEntries) {
      const inBlock = sameBlock(entry.ipa, operand.address, entry.result.sizeBits);
      const hit = what.by === "all" || (entry.vmid === operand.vmid && (what.by === "vmid" || inBlock));
      if (hit) this.#ipaEntries.delete(tag);
    }
  }

  #invalidateByVa(what: TlbInvalidation, regime: TlbContext["regime"], operand: InvalidationOperand): void {
    const removed: bigint[] = [];
    for (const [tag, pages] of this.#entries) {
      for (const entry of pages.values()) {
        if (entry.regime !== regime || !names(what, operand, entry)) continue;
        pages.delete(entry.page);
        removed.push(entry.va);
      }
      if (pages.size === 0) this.#entries.delete(tag);
    }
    this.#count -= removed.length;
    if (removed.length === 0) return;
    const ofOne = what.by === "all" || regime === "EL2" ? {} : { vmid: operand.vmid };
    this.onForget({ regime, ...ofOne, pages: removed });
  }

  /** Removes everything, as a reset does. */
  clear(): void {
    this.changes++;
    this.#entries.clear();
    this.#ipaEntries.clear();
    this.#count = 0;
    this.onForget({});
  }

  #makeRoom(): void {
    if (this.size >= MOST_ENTRIES) this.clear();
  }
}

function names(what: TlbInvalidation, operand: InvalidationOperand, entry: Entry): boolean {
  if (what.by === "all") return true;
  if (what.regime === "EL1&0" && entry.vmid !== operand.vmid) return false;
  const ownAsid = entry.first.global || what.regime === "EL2" || entry.asid === operand.asid;
  const inBlock = sameBlock(entry.va, operand.address, entry.first.sizeBits);
  switch (what.by) {
    case "vmid":
      return true;
    case "asid":
      return !entry.first.global && entry.asid === operand.asid;
    case "va":
      return ownAsid && inBlock;
    case "va-all-asids":
      return inBlock;
    case "ipa":
      return false;
  }
}

/** Addresses are compared below bit 56: TLBI's operand has no more. */
function sameBlock(a: bigint, b: bigint, sizeBits: number): boolean {
  return BigInt.asUintN(56, a) >> BigInt(sizeBits) === BigInt.asUintN(56, b) >> BigInt(sizeBits);
}

/** A number below 2^35: regime, stage 1, VMID:16, global, ASID:16. */
function tagOf(context: TlbContext, global: boolean): number {
  const regime = (context.regime === "EL2" ? 2 : 0) + (context.stage1 ? 1 : 0);
  return (regime * 0x1_0000 + context.vmid) * 0x2_0000 + (global ? 0x1_0000 : context.asid);
}

/** A number below 2^52: VMID:16, and the page of an IPA of at most 48 bits. */
function ipaTag(vmid: number, ipa: bigint): number {
  return vmid * 2 ** 36 + pageOf(ipa);
}

function pageOf(address: bigint): number {
  return Number(address >> 12n);
}

function pageBase(address: bigint): bigint {
  return (address >> 12n) << 12n;
}
