import { translationControls } from "./regime.js";
import type { RegisterFile } from "./register-file.js";
import type { Tlb } from "./tlb.js";

/** What an access asks of a translation, as a number below `accessClasses`. */
export function accessClass(
  access: "fetch" | "read" | "write",
  el: number,
  pan: boolean,
  aligned: boolean,
): number {
  const kind = access === "fetch" ? 0 : access === "read" ? 1 : 2;
  return ((kind * 3 + el) << 2) | (pan ? 2 : 0) | (aligned ? 1 : 0);
}

const accessClasses = 36;
const slots = 32;
const OFFSET = 0xfff;

/**
 * Translations that succeeded since the controls or the TLB last changed: answers that are known already, not a
 * structure of the architecture. Each class of access has one slot for each page number modulo `slots`.
 */
export class RecentTranslations {
  readonly #pages = new Float64Array(accessClasses * slots).fill(-1);
  readonly #bases = new Float64Array(accessClasses * slots);
  readonly #controlsChanged: () => boolean;
  #changes = 0;

  constructor(
    registers: RegisterFile,
    readonly tlb: Tlb,
  ) {
    this.#controlsChanged = registers.watch(translationControls);
  }

  /** The physical address of a virtual one for a class of access, or -1 when it must be worked out. */
  find(kind: number, va: bigint): number {
    this.#refresh();
    const low = Number(BigInt.asUintN(32, va));
    const slot = kind * slots + ((low >>> 12) % slots);
    return this.#pages[slot] === Number(va >> 12n) ? (this.#bases[slot] ?? 0) + (low & OFFSET) : -1;
  }

  /** Keeps a translation that succeeded just now. */
  keep(kind: number, va: bigint, pa: bigint): void {
    this.#refresh();
    const page = Number(va >> 12n);
    const slot = kind * slots + (page % slots);
    this.#pages[slot] = page;
    this.#bases[slot] = Number(pa >> 12n) * (OFFSET + 1);
  }

  /** Forgets everything when an answer could be another one now. */
  #refresh(): void {
    const changed = this.#controlsChanged();
    if (!changed && this.#changes === this.tlb.changes) return;
    this.#changes = this.tlb.changes;
    this.#pages.fill(-1);
  }
}
