import { fromSpsr, type Machine, pstateFields } from "../../../src/runtime/index.js";
import { controls } from "./controls.js";
import { EL2_VECTORS, input } from "./layout.js";

/** Gives a machine the controls that all cases run under. */
export function prepareRegisters({ registers }: Machine): void {
  for (const [name, value] of controls) registers.set(name, value);
  registers.set("VBAR_EL2", EL2_VECTORS);
}

/** Gives a machine the state that a case starts from: a record as layout.ts says. interrupt: whether one is pending. */
export function loadState(machine: Machine, state: BigUint64Array, interrupt: boolean): void {
  const { registers, state: cpu } = machine;
  const at = (index: number): bigint => state[index] ?? 0n;
  cpu.storage.x.set(state.subarray(input.x, input.x + 31));
  cpu.storage.v.set(state.subarray(input.v, input.v + 64));
  registers.set("SP_EL0", at(input.spEl0));
  registers.set("SP_EL1", at(input.spEl1));
  machine.spEl2 = at(input.spEl2);
  registers.set("ELR_EL1", at(input.elrEl1));
  registers.set("SPSR_EL1", at(input.spsrEl1));
  registers.set("ELR_EL2", at(input.pc));
  registers.set("SPSR_EL2", at(input.spsr));
  registers.set("SCTLR_EL1", at(input.sctlrEl1));
  registers.set("SCTLR_EL2", at(input.sctlrEl2));
  for (const field of pstateFields) cpu.pstate[field] = fromSpsr(at(input.spsr), field);
  cpu.pc = at(input.pc);
  cpu.exclusive = undefined;
  cpu.eventRegister = true;
  machine.setIrq(interrupt);
}
