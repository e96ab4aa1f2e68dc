import type { Machine } from "../machine.js";
import { isFault } from "../mmu.js";

const PAGE_BYTES = 4096n;
/** More than any board has RAM for; a guest may ask for anything. */
const LONGEST = 2 ** 30;

/**
 * Memory as the code that a PE executes sees it, for those who look at it from outside: by virtual address, with the
 * translation of the present level and no further effect. An address that does not translate to RAM is answered with
 * undefined or false.
 */
export class GuestMemory {
  constructor(readonly machine: Machine) {}

  /** lengthBytes from an address on. */
  read(va: bigint, lengthBytes: number): Uint8Array | undefined {
    const pieces: (readonly [pa: bigint, at: number, sizeBytes: number])[] = [];
    if (!this.#eachPiece(va, lengthBytes, (...piece) => pieces.push(piece))) return undefined;
    const bytes = new Uint8Array(lengthBytes);
    for (const [pa, at, sizeBytes] of pieces) bytes.set(this.machine.memory.bytes(pa, sizeBytes), at);
    return bytes;
  }

  /** Writes all bytes, or none. */
  write(va: bigint, bytes: Uint8Array): boolean {
    const pieces: (() => void)[] = [];
    const complete = this.#eachPiece(va, bytes.length, (pa, at, sizeBytes) => {
      pieces.push(() => this.machine.memory.load(pa, bytes.subarray(at, at + sizeBytes)));
    });
    if (complete) for (const piece of pieces) piece();
    return complete;
  }

  /** The bytes of a string up to its 0, which must come within limitBytes. */
  string(va: bigint, limitBytes: number): Uint8Array | undefined {
    const bytes: number[] = [];
    while (bytes.length < limitBytes) {
      const [byte] = this.read(BigInt.asUintN(64, va + BigInt(bytes.length)), 1) ?? [];
      if (byte === undefined) return undefined;
      if (byte === 0) return Uint8Array.from(bytes);
      bytes.push(byte);
    }
    return undefined;
  }

  #eachPiece(
    va: bigint,
    lengthBytes: number,
    visit: (pa: bigint, at: number, sizeBytes: number) => void,
  ): boolean {
    const { machine } = this;
    if (lengthBytes > LONGEST) return false;
    for (let at = 0; at < lengthBytes; ) {
      const address = BigInt.asUintN(64, va + BigInt(at));
      const sizeBytes = Math.min(lengthBytes - at, Number(PAGE_BYTES - (address % PAGE_BYTES)));
      const { EL } = machine.pstate;
      const result = machine.mmu.translate({
        va: address,
        access: "read",
        el: EL,
        pan: false,
        aligned: true,
      });
      if (isFault(result) || !machine.memory.isRam(result.pa)) return false;
      visit(result.pa, at, sizeBytes);
      at += sizeBytes;
    }
    return true;
  }
}
