import { IDLE_PRIORITY } from "./gic-interrupts.js";

/**
 * The priorities of the active interrupts of a CPU interface, one bit for each group priority, as the active priorities
 * registers show them. Source: IHI0048B, 4.4.14.
 */
export class GicActivePriorities {
  /** Words of the register: GICC_APR0 … 3, or GICH_APR. */
  readonly words: Uint32Array;
  readonly #shift: number;

  /** levels: how many group priorities there are, 32 or 128. */
  constructor(levels: number) {
    this.words = new Uint32Array(levels / 32);
    this.#shift = 8 - Math.log2(levels);
  }

  /** The highest priority of an active interrupt, that is the least number. */
  highest(): number {
    const word = this.words.findIndex((bits) => bits !== 0);
    if (word < 0) return IDLE_PRIORITY;
    const bits = this.words[word] ?? 0;
    return (32 * word + lowestBit(bits)) << this.#shift;
  }

  activate(groupPriority: number): void {
    const level = groupPriority >> this.#shift;
    this.words[level >> 5] = (this.words[level >> 5] ?? 0) | (1 << (level & 31));
  }

  /** Forgets the highest. */
  drop(): void {
    const word = this.words.findIndex((bits) => bits !== 0);
    const bits = this.words[word] ?? 0;
    if (word >= 0) this.words[word] = bits & (bits - 1);
  }
}

function lowestBit(bits: number): number {
  return 31 - Math.clz32(bits & -bits);
}
