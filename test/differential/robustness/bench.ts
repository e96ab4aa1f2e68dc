import { architecture } from "../../../generated/kvm-arm64/ts/emulator/machine.js";
import { Machine, PhysicalMemory, type RegisterDescription, stateBytes } from "../../../src/runtime/index.js";

/** Where things are on the bench: one range of RAM, and a device. Addresses in bytes. */
export const bench = {
  ram: 0x4000_0000n,
  ramBytes: 0x1_0000,
  code: 0x4000_0000n,
  codeBytes: 0x2000,
  tables: 0x4000_4000n,
  tablePages: 4,
  vectors: [0x4000_8000n, 0x4000_8800n, 0x4000_9000n],
  data: 0x4000_a000n,
  device: 0x0900_0000n,
  deviceBytes: 0x1000,
  nowhere: 0x0000_7ead_beef_0000n,
} as const;

/** Addresses that random values are often near to. */
export const benchAddresses: readonly bigint[] = [
  bench.code,
  bench.tables,
  bench.data,
  ...bench.vectors,
  bench.ram + BigInt(bench.ramBytes),
  bench.device,
  0xffff_ffff_4000_0000n,
];

const GUARD_BYTES = 0x1000;
const GUARD = 0xa7;
const untouched = Buffer.alloc(GUARD_BYTES, GUARD);

/** Bytes between two guards that nobody may touch. */
class Guarded {
  readonly buffer: ArrayBuffer;
  readonly bytes: Uint8Array;
  readonly words: Uint32Array;
  readonly #guards: readonly Buffer[];

  constructor(readonly lengthBytes: number) {
    this.buffer = new ArrayBuffer(lengthBytes + 2 * GUARD_BYTES);
    new Uint8Array(this.buffer).fill(GUARD);
    this.bytes = new Uint8Array(this.buffer, GUARD_BYTES, lengthBytes);
    this.words = new Uint32Array(this.buffer, GUARD_BYTES, lengthBytes / 4);
    this.bytes.fill(0);
    this.#guards = [0, GUARD_BYTES + lengthBytes].map((offset) =>
      Buffer.from(this.buffer, offset, GUARD_BYTES),
    );
  }

  get window() {
    return { buffer: this.buffer, byteOffset: GUARD_BYTES };
  }

  get untouched(): boolean {
    return this.#guards.every((guard) => guard.equals(untouched));
  }
}

/** A device that answers with what an access says about itself; it counts what no device should be asked. */
export class BenchDevice {
  wrong = 0;

  read(offset: number, sizeBytes: number): bigint {
    this.#check(offset, sizeBytes);
    return BigInt.asUintN(8 * sizeBytes, 0x0123_4567_89ab_cdefn ^ BigInt(offset));
  }

  write(offset: number, sizeBytes: number, value: bigint): void {
    this.#check(offset, sizeBytes);
    if (value < 0n || value >> BigInt(8 * sizeBytes) !== 0n) this.wrong++;
  }

  #check(offset: number, sizeBytes: number): void {
    const inside = offset >= 0 && sizeBytes >= 1 && sizeBytes <= 8 && offset + sizeBytes <= bench.deviceBytes;
    if (!inside) this.wrong++;
  }
}

/** A machine with its state and its RAM between guards, and how to bring it back to what it was at first. */
export class Bench {
  readonly state = new Guarded(stateBytes(architecture.registers.length));
  readonly ram = new Guarded(bench.ramBytes);
  readonly device = new BenchDevice();
  readonly machine: Machine;
  readonly descriptions: readonly RegisterDescription[] = architecture.registers;
  readonly #first: Uint8Array;

  constructor() {
    const memory = new PhysicalMemory();
    memory.addRam(bench.ram, BigInt(bench.ramBytes), this.ram.window);
    memory.addDevice(bench.device, BigInt(bench.deviceBytes), this.device);
    this.machine = new Machine(architecture, { memory, storage: this.state.window, startEl: 2 });
    this.#first = this.state.bytes.slice();
  }

  /** State as after reset, RAM zeroed, TLB empty, no interrupt. */
  reset(): void {
    const { machine } = this;
    this.state.bytes.set(this.#first);
    this.ram.bytes.fill(0);
    machine.tlb.clear();
    machine.counter = 0n;
    machine.spEl2 = 0n;
    for (const kind of ["irq", "fiq", "serror"] as const) machine.interrupts.set(kind, false);
    this.device.wrong = 0;
  }

  /** A number that follows from state, SP_EL2 among it, and memory (FNV-1a over words). */
  hash(): number {
    let hash = 0x811c9dc5;
    for (const words of [this.state.words, this.ram.words]) {
      for (let i = 0; i < words.length; i++) hash = Math.imul(hash ^ (words[i] ?? 0), 0x01000193);
    }
    const { spEl2 } = this.machine;
    for (const word of [spEl2 & 0xffff_ffffn, spEl2 >> 32n])
      hash = Math.imul(hash ^ Number(word), 0x01000193);
    return hash >>> 0;
  }
}
