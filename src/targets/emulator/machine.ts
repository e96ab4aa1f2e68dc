/** `architecture`, `createMachine(options)` and `registerFile(machine)`: the machine, and the layout's functions on it. */
export function machineStatements(): readonly string[] {
  return statements;
}

const statements: readonly string[] = [
  `import { type Architecture, Machine, type MachineOptions, type StructClass } from "worldswitch/runtime";
import type { RegisterFile } from "../save-restore.js";
import { decode } from "./decoder.js";
import { encodingGroups } from "./encoding-groups.js";
import { instructions } from "./instructions.js";
import { registers } from "./registers.js";
import { systemOperations } from "./system-operations.js";`,
  `
/** What the machine knows of the architecture. */
export const architecture: Architecture = {
  registers,
  instructions,
  decode,
  systemOperations,
  encodingGroups,
};`,
  `
/** A machine with EL0 to EL2 and no memory yet: machine.memory.addRam gives it some. */
export function createMachine(options: MachineOptions = {}): Machine {
  return new Machine(architecture, options);
}`,
  `
/**
 * A struct in the machine's memory, in place: what the code writes is read here, and the reverse.
 * physicalAddress: of its first byte. Throws RangeError where the struct does not lie in one range of RAM.
 */
export function structAt<T>(machine: Machine, struct: StructClass<T>, physicalAddress: bigint): T {
  const { buffer, byteOffset } = machine.memory.window(physicalAddress, struct.byteLength);
  return new struct(buffer, byteOffset);
}`,
  `
/**
 * The machine's registers as the functions of save-restore.ts take them, so that they and asm/hyp.S can be run
 * on one machine and compared. System registers are reached without traps, and keep what MSR would leave in them.
 */
export function registerFile(machine: Machine): RegisterFile {
  return {
    readX: (number) => machine.x[number] ?? 0n,
    writeX: (number, value) => {
      machine.x[number] = value;
    },
    readQ: (number) => {
      const { low, high } = machine.state.readV(number);
      return (high << 64n) | low;
    },
    writeQ: (number, value) => {
      machine.state.writeV(number, { low: BigInt.asUintN(64, value), high: value >> 64n });
    },
    readSysreg: (name) => machine.registers.named(name).value,
    writeSysreg: (name, value) => machine.registers.write(name, value),
  };
}`,
];
