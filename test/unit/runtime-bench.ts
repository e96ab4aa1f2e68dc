import { Machine, type MachineOptions } from "../../src/runtime/index.js";
import { architecture } from "./runtime-architecture.js";

/** Where test code lies, and RAM around it. */
export const CODE = 0x40000000n;
export const RAM_BYTES = 0x1000000n;
/** Vector tables of EL1 and EL2 in tests. */
export const VBAR_EL1 = 0x40010000n;
export const VBAR_EL2 = 0x40020000n;

/** A machine with 16 MiB of RAM, both VBARs set and words at CODE, at the given level. */
export function machineWith(
  words: readonly number[],
  options: MachineOptions & { el?: number } = {},
): Machine {
  const machine = new Machine(architecture, options);
  machine.memory.addRam(CODE, RAM_BYTES);
  words.forEach((word, i) => {
    machine.memory.write(CODE + BigInt(4 * i), 4, BigInt(word));
  });
  machine.registers.set("VBAR_EL1", VBAR_EL1);
  machine.registers.set("VBAR_EL2", VBAR_EL2);
  machine.registers.set("HCR_EL2", 1n << 31n);
  machine.pc = CODE;
  if (options.el !== undefined) {
    machine.pstate.EL = options.el;
    machine.pstate.SP = options.el === 0 ? 0 : 1;
  }
  return machine;
}

/** Class, specific syndrome and status of an ESR. */
export function syndromeOf(machine: Machine, el: 1 | 2): { ec: number; il: number; iss: number } {
  const esr = Number(machine.registers.get(`ESR_EL${el}`));
  return { ec: esr >>> 26, il: (esr >>> 25) & 1, iss: esr & 0x1ffffff };
}

/** Instruction words that tests use, by their assembly. */
export const words = {
  nop: 0xd503201f,
  wfe: 0xd503205f,
  wfi: 0xd503207f,
  sev: 0xd503209f,
  svc: (imm: number): number => 0xd4000001 + imm * 32,
  hvc: (imm: number): number => 0xd4000002 + imm * 32,
  smc: (imm: number): number => 0xd4000003 + imm * 32,
  brk: (imm: number): number => 0xd4200000 + imm * 32,
  hlt: (imm: number): number => 0xd4400000 + imm * 32,
  eret: 0xd69f03e0,
  /** ldr x1, [x0] */
  ldr: 0xf9400001,
  /** str x1, [x0] */
  str: 0xf9000001,
  /** ldr q0, [x0] */
  ldrQ: 0x3dc00000,
  /** msr daifset, #2 */
  maskIrq: 0xd50342df,
} as const;
