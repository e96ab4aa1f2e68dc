import type { CpuState } from "./cpu-state.js";
import { exceptionClass, signal } from "./exception-class.js";
import { isFault, type Mmu, type TranslationRequest } from "./mmu.js";
import type { MemoryEvent } from "./observer.js";
import type { Access } from "./ops.js";
import type { PhysicalMemory } from "./physical-memory.js";
import { accessClass } from "./recent-translations.js";
import { abortOf, type Fault, type FaultingAccess } from "./translation-fault.js";

/** A run of bytes of an access that lie in one page. */
interface Piece {
  readonly va: bigint;
  readonly pa: bigint;
  readonly sizeBytes: number;
}

const PAGE_BYTES = 4096;

/**
 * Loads, stores and instruction fetches by virtual address. Everything that an access touches is translated
 * before the first byte is read or written, so an access that raises an exception has had no effect. The address
 * that FAR reports is the first that faults: the access's own, or the start of the second page.
 */
export class DataAccess {
  readonly #uao: () => boolean;
  #loadedExclusive = false;

  constructor(
    readonly state: CpuState,
    readonly mmu: Mmu,
    readonly memory: PhysicalMemory,
  ) {
    this.#uao = () => state.pstate.UAO === 1;
  }

  /** The values of a load, zero-extended. */
  load(va: bigint, access: Access<bigint>): bigint[] {
    const pa = this.#withinPage(va, access, "read");
    if (pa < 0) return this.#elements(this.#translate(va, access, "read"), access).map((e) => this.#read(e));
    const values: bigint[] = [];
    for (let i = 0; i < access.count; i++) {
      const offset = i * access.sizeBytes;
      const value = this.memory.readAt(pa + offset, access.sizeBytes) ?? 0n;
      values.push(value);
      this.#notify("memoryRead", va, pa, offset, access.sizeBytes, value);
    }
    return values;
  }

  /** Stores values. */
  store(va: bigint, access: Access<bigint>, values: readonly bigint[]): void {
    const pa = this.#withinPage(va, access, "write");
    if (pa < 0) {
      const elements = this.#elements(this.#translate(va, access, "write"), access);
      for (const [i, element] of elements.entries()) this.#write(element, values[i] ?? 0n);
      return;
    }
    for (let i = 0; i < access.count; i++) {
      const offset = i * access.sizeBytes;
      const value = values[i] ?? 0n;
      this.memory.writeAt(pa + offset, access.sizeBytes, value);
      this.memory.exclusives.stored(this.state, pa + offset, access.sizeBytes);
      this.#notify("memoryWrite", va, pa, offset, access.sizeBytes, value);
    }
  }

  /** As load; the location is then marked. */
  loadExclusive(va: bigint, access: Access<bigint>): bigint[] {
    const values = this.load(va, access);
    this.#loadedExclusive = true;
    const [first] = this.#translate(va, access, "read");
    const sizeBytes = access.sizeBytes * access.count;
    if (first !== undefined) this.state.exclusive = { pa: first.pa, sizeBytes };
    return values;
  }

  /** Whether there was a Load-Exclusive since this was asked last. */
  takeLoadExclusive(): boolean {
    const was = this.#loadedExclusive;
    this.#loadedExclusive = false;
    return was;
  }

  /** 0 when the mark was there and the values are stored, else 1. Without a mark memory is not touched. */
  storeExclusive(va: bigint, access: Access<bigint>, values: readonly bigint[]): bigint {
    this.#checkAlignment(va, access, "write");
    const mark = this.state.exclusive;
    this.state.exclusive = undefined;
    if (mark === undefined) return 1n;
    const [first] = this.#translate(va, access, "write");
    if (first?.pa !== mark.pa || mark.sizeBytes !== access.sizeBytes * access.count) return 1n;
    this.store(va, access, values);
    return 0n;
  }

  /** The word at a word-aligned address. */
  fetch(va: bigint): number {
    const { EL } = this.state.pstate;
    let pa = this.mmu.known(accessClass("fetch", EL, false, true), va);
    if (pa < 0) {
      const result = this.mmu.translate({ va, access: "fetch", el: EL, pan: false, aligned: true });
      if (isFault(result)) signal(abortOf(result, { va, kind: "fetch" }));
      pa = Number(result.pa);
    }
    return this.memory.wordAt(pa) ?? signal(abortOf(externalAbort, { va, kind: "fetch" }));
  }

  /**
   * The translation of one address for cache maintenance and its like, aborting as that does. aligned: false where
   * Device memory is an alignment fault.
   */
  translateFor(va: bigint, kind: "read" | "write", what: FaultingAccess["kind"], aligned = true): bigint {
    const { EL } = this.state.pstate;
    const result = this.mmu.translate({ va, access: kind, el: EL, pan: false, aligned });
    return isFault(result) ? signal(abortOf(result, { va, kind: what })) : result.pa;
  }

  /**
   * The physical address of an access that lies in one page whose translation is known and where memory answers;
   * -1 when it is not as simple as that.
   */
  #withinPage(va: bigint, access: Access<bigint>, kind: "read" | "write"): number {
    const low = Number(BigInt.asUintN(12, va));
    const sizeBytes = access.sizeBytes * access.count;
    const aligned = low % access.alignmentBytes === 0;
    if (!aligned || low + sizeBytes > PAGE_BYTES) return -1;
    const pan = this.state.pstate.PAN === 1;
    const pa = this.mmu.known(accessClass(kind, this.#privilege(access), pan, true), va);
    return pa >= 0 && this.memory.answersAt(pa, sizeBytes) ? pa : -1;
  }

  #translate(va: bigint, access: Access<bigint>, kind: "read" | "write"): Piece[] {
    this.#checkAlignment(va, access, kind);
    const aligned = va % BigInt(access.alignmentBytes) === 0n;
    const el = this.#privilege(access);
    const pan = this.state.pstate.PAN === 1;
    const total = BigInt(access.sizeBytes * access.count);
    const pieces: Piece[] = [];
    for (let done = 0n; done < total; ) {
      const at = BigInt.asUintN(64, va + done);
      const inPage = BigInt(PAGE_BYTES) - BigInt.asUintN(12, at);
      const sizeBytes = Number(total - done < inPage ? total - done : inPage);
      const request: TranslationRequest = { va: at, access: kind, el, pan, aligned };
      const result = this.mmu.translate(request);
      if (isFault(result)) return this.#abort(result, at, access, kind);
      if (!this.memory.answers(result.pa, sizeBytes)) return this.#abort(externalAbort, at, access, kind);
      pieces.push({ va: at, pa: result.pa, sizeBytes });
      done += BigInt(sizeBytes);
    }
    return pieces;
  }

  /** LDTR and STTR use EL0's rights at EL1, unless PSTATE.UAO. */
  #privilege(access: Access<bigint>): number {
    const { EL } = this.state.pstate;
    return access.unprivileged && EL === 1 && !this.#uao() ? 0 : EL;
  }

  #checkAlignment(va: bigint, access: Access<bigint>, kind: "read" | "write"): void {
    if (va % BigInt(access.alignmentBytes) === 0n) return;
    const checks = this.mmu.regimeOf(this.state.pstate.EL).checksAlignment();
    if (access.alignedAlways || checks) this.#abort(misaligned, va, access, kind);
  }

  #abort(fault: Fault, va: bigint, access: Access<bigint>, kind: "read" | "write"): never {
    const { syndrome, sizeBytes } = access;
    signal(abortOf(fault, { va, kind, sizeBytes, ...(syndrome === undefined ? {} : { syndrome }) }));
  }

  /** The elements of an access, each as the pieces that it is made of. */
  #elements(pieces: readonly Piece[], access: Access<bigint>): Piece[][] {
    const elements: Piece[][] = [];
    let rest = [...pieces];
    for (let i = 0; i < access.count; i++) {
      const element: Piece[] = [];
      for (let missing = access.sizeBytes; missing > 0; ) {
        const [head, ...tail] = rest;
        if (head === undefined) throw new Error("an access has fewer bytes than its elements");
        const sizeBytes = Math.min(missing, head.sizeBytes);
        element.push({ ...head, sizeBytes });
        const left = head.sizeBytes - sizeBytes;
        const moved = BigInt(sizeBytes);
        rest = left === 0 ? tail : [{ va: head.va + moved, pa: head.pa + moved, sizeBytes: left }, ...tail];
        missing -= sizeBytes;
      }
      elements.push(element);
    }
    return elements;
  }

  #read(element: readonly Piece[]): bigint {
    let value = 0n;
    let lsb = 0n;
    for (const piece of element) {
      value |= (this.memory.read(piece.pa, piece.sizeBytes) ?? 0n) << lsb;
      lsb += BigInt(8 * piece.sizeBytes);
    }
    this.#notifyPieces("memoryRead", element, value);
    return value;
  }

  #write(element: readonly Piece[], value: bigint): void {
    let rest = value;
    for (const piece of element) {
      this.memory.write(piece.pa, piece.sizeBytes, BigInt.asUintN(8 * piece.sizeBytes, rest));
      this.memory.exclusives.stored(this.state, Number(piece.pa), piece.sizeBytes);
      rest >>= BigInt(8 * piece.sizeBytes);
    }
    this.#notifyPieces("memoryWrite", element, value);
  }

  #notify(
    event: "memoryRead" | "memoryWrite",
    va: bigint,
    pa: number,
    offset: number,
    sizeBytes: number,
    value: bigint,
  ): void {
    if (this.state.observers.length === 0) return;
    const report: MemoryEvent = { va: va + BigInt(offset), pa: BigInt(pa + offset), sizeBytes, value };
    for (const observer of this.state.observers) observer[event]?.(report);
  }

  #notifyPieces(event: "memoryRead" | "memoryWrite", element: readonly Piece[], value: bigint): void {
    const [first] = element;
    if (first === undefined) return;
    const sizeBytes = element.reduce((sum, piece) => sum + piece.sizeBytes, 0);
    this.#notify(event, first.va, Number(first.pa), 0, sizeBytes, value);
  }
}

const misaligned: Fault = { kind: "alignment", level: 0, stage: 1, onWalk: false, s1ptw: false };
const externalAbort: Fault = { kind: "external", level: 0, stage: 1, onWalk: false, s1ptw: false };

/** A stack pointer that SCTLR_ELx.SA finds misaligned. */
export function spAlignmentFault(): never {
  signal({ ec: exceptionClass.spAlignment, iss: 0, target: "default" });
}
