import { PhysicalMemory } from "../../../src/runtime/index.js";

/** A write, and what was there before it. */
export interface Written {
  readonly address: number;
  readonly sizeBytes: number;
  readonly before: bigint;
}

/** Memory whose writes can be taken back. */
export class JournalMemory extends PhysicalMemory {
  #written: Written[] = [];

  /** The last doubleword read: the last descriptor, when an access faults. */
  lastDoubleword = 0n;

  override readAt(address: number, sizeBytes: number): bigint | undefined {
    const value = super.readAt(address, sizeBytes);
    if (sizeBytes === 8 && value !== undefined) this.lastDoubleword = value;
    return value;
  }

  override writeAt(address: number, sizeBytes: number, value: bigint): boolean {
    const before = super.readAt(address, sizeBytes);
    if (before !== undefined) this.#written.push({ address, sizeBytes, before });
    return super.writeAt(address, sizeBytes, value);
  }

  /** What was written since the last commit or undo, in its order. */
  get written(): readonly Written[] {
    return this.#written;
  }

  /** Keeps what has been written. */
  commit(): void {
    this.#written = [];
  }

  /** Memory is as it was at the last commit. */
  undo(): void {
    const written = this.#written.reverse();
    this.#written = [];
    for (const { address, sizeBytes, before } of written) super.writeAt(address, sizeBytes, before);
  }
}
