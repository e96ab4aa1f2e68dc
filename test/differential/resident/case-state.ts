import type { Machine } from "../../../src/runtime/index.js";
import { CODE, CODE_BYTES, HARNESS, record, recorded } from "./layout.js";

/** Where a case is begun from: an ERET at EL2. */
export const START = CODE + BigInt(CODE_BYTES) - 8n;
export const ERET = 0xd69f03e0n;
export const WFE = 0xd503205f;
/** The harness' SCTLR_EL2: its RES1 bits, no MMU. */
const SCTLR_OFF = 0x30c50830n;

/** Gives a machine what it has before the first case. */
export function prepareMachine({ memory, registers }: Machine): void {
  memory.write(START, 4, ERET);
  registers.set("CPACR_EL1", 0x300000n);
  registers.set("VBAR_EL2", HARNESS);
}

/** Brings a machine to a case's first instruction, as the harness does. registers: what the case's record sets. */
export function beginCase(machine: Machine, registers: readonly string[], state: BigUint64Array): void {
  const file = machine.registers;
  const at = (slot: number) => state[slot] ?? 0n;
  for (const name of recorded) file.set(name, 0n);
  for (const [i, name] of registers.entries()) file.write(name, at(record.registers + i));
  const own = file.get("SCTLR_EL2");
  file.set("SCTLR_EL2", SCTLR_OFF);
  file.set("ELR_EL2", at(record.pc));
  file.set("SPSR_EL2", at(record.spsr));
  file.set("SP_EL0", at(record.spEl0));
  file.set("SP_EL1", at(record.spEl1));
  machine.spEl2 = at(record.spEl2);
  for (let i = 0; i < 8; i++) machine.x[i] = at(record.x + i);
  Object.assign(machine.pstate, { N: 0, Z: 0, C: 0, V: 0, EL: 2, SP: 1, IL: 0, SS: 0 });
  Object.assign(machine.pstate, { D: 1, A: 1, I: 1, F: 1 });
  machine.state.exclusive = undefined;
  machine.setIrq(at(record.irq) !== 0n);
  machine.tlb.clear();
  machine.pc = START;
  machine.step();
  file.set("SCTLR_EL2", own);
}
