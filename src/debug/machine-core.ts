import { hex } from "../core/u64.js";
import { isFault, type Machine } from "../runtime/index.js";
import { DebugMemory } from "./debug-memory.js";
import { machineRegisters } from "./machine-registers.js";
import { Rehearsal } from "./rehearsal.js";
import type { DebugAccess, DebugCore, DebugRegister, DebugTarget } from "./target.js";

/** Machines as what is debugged: one thread each, in their order. */
export function machineTarget(machines: readonly Machine[]): DebugTarget {
  const target: { devices: boolean; cores: readonly DebugCore[] } = { devices: false, cores: [] };
  target.cores = machines.map((machine) => new MachineCore(machine, () => target.devices));
  return target;
}

/** A machine as one PE of what is debugged. */
class MachineCore implements DebugCore {
  readonly registers: readonly DebugRegister[];
  readonly #memory: DebugMemory;
  #rehearsal: Rehearsal | undefined;

  constructor(
    readonly machine: Machine,
    devices: () => boolean,
  ) {
    this.registers = machineRegisters(machine);
    this.#memory = new DebugMemory(machine, devices);
  }

  get pc(): bigint {
    return this.machine.pc;
  }

  readMemory(address: bigint, lengthBytes: number): Uint8Array {
    return this.#memory.read(address, lengthBytes);
  }

  writeMemory(address: bigint, bytes: Uint8Array): boolean {
    return this.#memory.write(address, bytes);
  }

  translate(address: bigint): string {
    const found = this.#memory.translate(address);
    const from = `EL${this.machine.pstate.EL} ${hex(address)}`;
    if (!isFault(found)) {
      const kind = this.machine.memory.isRam(found.pa) ? "RAM" : "no RAM";
      return `${from} -> PA ${hex(found.pa)} (${kind}), attributes ${hex(BigInt(found.attributes))}`;
    }
    const ipa = found.ipa === undefined ? "" : `, IPA ${hex(found.ipa)}`;
    const walk = found.s1ptw ? ", on the walk of stage 1" : "";
    return `${from}: ${found.kind} fault of stage ${found.stage}, level ${found.level}${ipa}${walk}`;
  }

  nextAccesses(): readonly DebugAccess[] {
    this.#rehearsal ??= new Rehearsal(this.machine);
    return this.#rehearsal.accesses();
  }

  watch(listener: (access: DebugAccess) => void): () => void {
    return this.machine.observe({
      memoryRead: ({ va, sizeBytes }) => listener({ kind: "read", va, sizeBytes }),
      memoryWrite: ({ va, sizeBytes }) => listener({ kind: "write", va, sizeBytes }),
    });
  }

  trace(listener: (line: string) => void): () => void {
    return this.machine.observe({
      instruction: ({ pc, el, word }) =>
        listener(`EL${el} ${hex(pc).padEnd(18)} ${word.toString(16).padStart(8, "0")}`),
      exception: ({ kind, from, to, vector, esr }) =>
        listener(
          `--- ${kind} exception, EL${from} to EL${to}${esr === undefined ? "" : `, ESR_EL${to} ${hex(esr)}`}, vector ${hex(vector)}`,
        ),
      exceptionReturn: ({ from, to, pc }) => listener(`--- ERET, EL${from} to EL${to}, PC ${hex(pc)}`),
    });
  }
}
