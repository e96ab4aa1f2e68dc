import { type Fault, isFault, type Machine, Tlb, type Translation } from "../runtime/index.js";
import { Mmu } from "../runtime/mmu.js";
import { PhysicalMemory } from "../runtime/physical-memory.js";

const PAGE_BYTES = 4096n;

/** A look into a TLB: what it holds is found, and nothing is added. */
class TlbView extends Tlb {
  constructor(readonly real: Tlb) {
    super();
  }

  override find(...key: Parameters<Tlb["find"]>): ReturnType<Tlb["find"]> {
    return this.real.find(...key);
  }

  override insert(): void {}

  override findIpa(...key: Parameters<Tlb["findIpa"]>): ReturnType<Tlb["findIpa"]> {
    return this.real.findIpa(...key);
  }

  override insertIpa(): void {}
}

/** A look at RAM: devices, whose reads can change them, are not there. */
class RamView extends PhysicalMemory {
  constructor(readonly real: PhysicalMemory) {
    super();
  }

  override read(address: bigint, sizeBytes: number): bigint | undefined {
    return this.real.isRam(address) ? this.real.read(address, sizeBytes) : undefined;
  }
}

/**
 * A machine's memory by the virtual addresses of its current level and registers. A translation may be stale, for the
 * machine's TLB is asked first, but nothing is added to it, PAR_EL1 and the fault registers stay, and a table that
 * lies in a device is not read. Permissions count only in so far as something must be allowed: breakpoints are set
 * in code that may not be written.
 */
export class DebugMemory {
  readonly #mmu: Mmu;

  /** devices: whether accesses may reach devices now. */
  constructor(
    readonly machine: Machine,
    readonly devices: () => boolean,
  ) {
    this.#mmu = new Mmu(machine.registers, new RamView(machine.memory), new TlbView(machine.tlb));
  }

  /** The translation of an address for data, or, where only execution is allowed, for code. */
  translate(va: bigint): Translation | Fault {
    const request = { va, el: this.machine.pstate.EL, pan: false, aligned: true };
    const data = this.#mmu.translate({ ...request, access: "read" });
    if (!isFault(data) || data.kind !== "permission") return data;
    const code = this.#mmu.translate({ ...request, access: "fetch" });
    return isFault(code) ? data : code;
  }

  /** The bytes that can be read from an address on, lengthBytes at most. */
  read(address: bigint, lengthBytes: number): Uint8Array {
    const bytes = new Uint8Array(lengthBytes);
    let done = 0;
    for (const piece of this.#pieces(address, lengthBytes)) {
      if (piece === undefined) break;
      bytes.set(this.#readPiece(piece.pa, piece.sizeBytes), done);
      done += piece.sizeBytes;
    }
    return bytes.subarray(0, done);
  }

  /** False, and nothing written, where not all of it can be written. */
  write(address: bigint, bytes: Uint8Array): boolean {
    const pieces = [...this.#pieces(address, bytes.length)];
    if (pieces.includes(undefined)) return false;
    let done = 0;
    for (const piece of pieces) {
      if (piece === undefined) continue;
      this.#writePiece(piece.pa, bytes.subarray(done, done + piece.sizeBytes));
      done += piece.sizeBytes;
    }
    return true;
  }

  /** A range as parts of pages with their physical addresses; undefined where there is nothing, and no more then. */
  *#pieces(
    address: bigint,
    lengthBytes: number,
  ): Generator<{ readonly pa: bigint; readonly sizeBytes: number } | undefined> {
    for (let done = 0; done < lengthBytes; ) {
      const va = BigInt.asUintN(64, address + BigInt(done));
      const sizeBytes = Math.min(lengthBytes - done, Number(PAGE_BYTES - (va % PAGE_BYTES)));
      const found = this.translate(va);
      if (isFault(found) || !this.#answers(found.pa, sizeBytes)) {
        yield undefined;
        return;
      }
      yield { pa: found.pa, sizeBytes };
      done += sizeBytes;
    }
  }

  #answers(pa: bigint, sizeBytes: number): boolean {
    const { memory } = this.machine;
    if (!memory.isRam(pa) && !this.devices()) return false;
    return memory.answers(pa, sizeBytes);
  }

  #readPiece(pa: bigint, sizeBytes: number): Uint8Array {
    const { memory } = this.machine;
    if (memory.isRam(pa)) return memory.bytes(pa, sizeBytes);
    const bytes = new Uint8Array(sizeBytes);
    for (const unit of unitsOf(pa, sizeBytes)) {
      const value = memory.read(pa + BigInt(unit.offset), unit.sizeBytes) ?? 0n;
      for (let i = 0; i < unit.sizeBytes; i++) {
        bytes[unit.offset + i] = Number((value >> BigInt(8 * i)) & 0xffn);
      }
    }
    return bytes;
  }

  #writePiece(pa: bigint, bytes: Uint8Array): void {
    const { memory } = this.machine;
    if (memory.isRam(pa)) {
      memory.load(pa, bytes);
      return;
    }
    for (const unit of unitsOf(pa, bytes.length)) {
      let value = 0n;
      for (let i = unit.sizeBytes - 1; i >= 0; i--) {
        value = (value << 8n) | BigInt(bytes[unit.offset + i] ?? 0);
      }
      memory.write(pa + BigInt(unit.offset), unit.sizeBytes, value);
    }
  }
}

/** A device's range as accesses to its registers: words where they are whole and aligned, else bytes. */
function unitsOf(pa: bigint, lengthBytes: number): { readonly offset: number; readonly sizeBytes: number }[] {
  const sizeBytes = pa % 4n === 0n && lengthBytes % 4 === 0 ? 4 : 1;
  return Array.from({ length: lengthBytes / sizeBytes }, (_, i) => ({ offset: i * sizeBytes, sizeBytes }));
}
