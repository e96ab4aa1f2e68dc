import { gicIds, IDLE_PRIORITY, type PendingInterrupt } from "./gic-interrupts.js";

export const LIST_REGISTERS = 4;

/** Parts of GICH_LRn. Source: IHI0048B, 5.3.9. */
const idMask = 0x3ff;
const physicalIdLsb = 10;
const eoiBit = 1 << 19;
const priorityLsb = 23;
const pendingBit = 1 << 28;
const activeBit = 1 << 29;
const group1Bit = 1 << 30;
const hardwareBit = 0x8000_0000;
const stateBits = pendingBit | activeBit;

/** The list registers of a PE: the interrupts that a hypervisor has queued for its virtual machine. */
export class GicListRegisters {
  readonly words = new Uint32Array(LIST_REGISTERS);

  /** The list register of the highest priority that is pending and not active; of equals the lowest. */
  highestPending(): PendingInterrupt | undefined {
    let best: PendingInterrupt | undefined;
    for (const word of this.words) {
      const priority = ((word >>> priorityLsb) & 0x1f) << 3;
      if ((word & stateBits) !== pendingBit || priority >= (best?.priority ?? IDLE_PRIORITY)) continue;
      best = { id: word & idMask, priority, group: groupOf(word) };
    }
    return best;
  }

  /** Makes a pending interrupt active; what GICV_IAR shows: the number, and for an SGI the CPU that asked. */
  acknowledge(id: number): number {
    const at = this.words.findIndex((word) => (word & idMask) === id && (word & stateBits) === pendingBit);
    const word = this.words[at] ?? 0;
    if (at >= 0) this.words[at] = (word & ~pendingBit) | activeBit;
    return id < gicIds.firstPpi ? id | (((word >>> physicalIdLsb) & 7) << 10) : id;
  }

  /** The group of an active interrupt, 0 when none is of that number. */
  groupOf(id: number): number {
    return groupOf(this.words[this.#active(id)] ?? 0);
  }

  /**
   * Deactivates an active interrupt. Whether there was one, and the physical interrupt that is to be deactivated with it.
   */
  deactivate(id: number): { readonly found: boolean; readonly physicalId?: number } {
    const at = this.#active(id);
    const word = this.words[at] ?? 0;
    if (at < 0) return { found: false };
    this.words[at] = word & ~activeBit;
    if ((word & hardwareBit) === 0) return { found: true };
    return { found: true, physicalId: (word >>> physicalIdLsb) & idMask };
  }

  /** GICH_ELRSR: those that hold nothing any more. */
  empty(): number {
    return this.#bits(
      (word) => (word & stateBits) === 0 && ((word & hardwareBit) !== 0 || (word & eoiBit) === 0),
    );
  }

  /** GICH_EISR: those whose end the hypervisor wants to hear of. */
  ended(): number {
    return this.#bits(
      (word) => (word & stateBits) === 0 && (word & hardwareBit) === 0 && (word & eoiBit) !== 0,
    );
  }

  /** How many hold an interrupt, pending or active. */
  get valid(): number {
    return this.words.filter((word) => (word & stateBits) !== 0).length;
  }

  get anyPending(): boolean {
    return this.words.some((word) => (word & stateBits) === pendingBit);
  }

  #active(id: number): number {
    return this.words.findIndex((word) => (word & idMask) === id && (word & activeBit) !== 0);
  }

  #bits(holds: (word: number) => boolean): number {
    return this.words.reduce((bits, word, i) => bits | (holds(word) ? 1 << i : 0), 0);
  }
}

function groupOf(word: number): number {
  return (word & group1Bit) === 0 ? 0 : 1;
}
