import { Machine } from "../runtime/index.js";
import { PhysicalMemory } from "../runtime/physical-memory.js";
import type { DebugAccess } from "./target.js";

/** Memory that can be read and takes no writes; devices are not asked, and answer with zero. */
class Stage extends PhysicalMemory {
  constructor(readonly real: PhysicalMemory) {
    super();
  }

  override isRam(address: bigint): boolean {
    return this.real.isRam(address);
  }

  override answersAt(address: number, sizeBytes: number): boolean {
    return this.real.answersAt(address, sizeBytes);
  }

  override readAt(address: number, sizeBytes: number): bigint | undefined {
    if (this.real.isRam(BigInt(address))) return this.real.readAt(address, sizeBytes);
    return this.real.answersAt(address, sizeBytes) ? 0n : undefined;
  }

  override wordAt(address: number): number | undefined {
    const word = this.readAt(address, 4);
    return word === undefined ? undefined : Number(word);
  }

  override writeAt(address: number, sizeBytes: number): boolean {
    return this.real.answersAt(address, sizeBytes);
  }
}

/**
 * A second machine that plays a machine's next instruction without consequences, so that a watchpoint can stop before an
 * access, as the architecture's own watchpoints do and GDB expects. It sees the same state and memory, but an empty TLB:
 * an access that only a stale translation lets through is not foreseen.
 */
export class Rehearsal {
  readonly #stand: Machine;
  readonly #real: Uint8Array;
  readonly #copy: Uint8Array;
  #accesses: DebugAccess[] = [];

  constructor(readonly machine: Machine) {
    this.#stand = new Machine(machine.architecture, { memory: new Stage(machine.memory) });
    this.#real = stateBytes(machine);
    this.#copy = stateBytes(this.#stand);
    this.#stand.observe({
      memoryRead: ({ va, sizeBytes }) => this.#accesses.push({ kind: "read", va, sizeBytes }),
      memoryWrite: ({ va, sizeBytes }) => this.#accesses.push({ kind: "write", va, sizeBytes }),
    });
  }

  /** The accesses that the instruction at PC makes, if no interrupt comes first. */
  accesses(): readonly DebugAccess[] {
    this.#copy.set(this.#real);
    this.#stand.tlb.clear();
    // SP_EL2 has no place among the registers of a description without EL3.
    this.#stand.spEl2 = this.machine.spEl2;
    this.#stand.counter = this.machine.counter;
    this.#accesses = [];
    this.#stand.step();
    return this.#accesses;
  }
}

function stateBytes({ architecture, storage }: Machine): Uint8Array {
  const { buffer, byteOffset } = storage.window;
  const { sysregs } = storage;
  const lengthBytes = sysregs.byteOffset - byteOffset + 8 * architecture.registers.length;
  return new Uint8Array(buffer, byteOffset, lengthBytes);
}
