import { maskOf } from "../core/u64.js";
import type { Model } from "../model/types.js";
import { type Architecture, encodingKey, Machine } from "../runtime/index.js";
import { guestTraps } from "./guest-controls.js";
import { movedThrough, type Switched, saved } from "./switched.js";

const CODE = 0x1000n;

/**
 * The switched system registers that a guest at EL1 can write with MSR under the layout's traps, in the order of
 * saving. It is found out by trying, on a machine of its own.
 */
export function changeable(model: Model, architecture: Architecture): Switched[] {
  const machine = new Machine(architecture, { startEl: 1 });
  machine.memory.addRam(CODE, 0x1000n);
  for (const { register, activate } of model.worldSwitch.traps) {
    const { description } = machine.registers.named(register.name);
    const members = activate.members.length === 0 ? 0n : guestTraps(description);
    machine.registers.set(register.name, members | (activate.value?.value ?? 0n));
  }
  enableVectors(machine);
  const byName = new Map<string, Switched>();
  for (const register of saved(model, "guest")) {
    if (register.kind === "sysreg" && accepts(machine, movedThrough(register))) {
      byName.set(register.register, register);
    }
  }
  return [...byName.values()];
}

/** Whether MSR of a register runs at EL1 without an exception. */
function accepts(machine: Machine, name: string): boolean {
  const register = machine.registers.named(name);
  const before = register.value;
  // MSR (register): 0xd5000000, with op0 … op2 from bit 5 up and X0.
  const word = 0xd500_0000 + encodingKey(register.description) * 32;
  machine.memory.write(CODE, 4, BigInt(word));
  machine.pc = CODE;
  Object.assign(machine.pstate, { EL: 1, SP: 1 });
  machine.x[0] = before;
  const accepted = machine.step() === "executed";
  register.value = before;
  return accepted;
}

/** CPACR_EL1.FPEN: FPSR and FPCR are the guest's. */
function enableVectors(machine: Machine): void {
  const cpacr = machine.registers.named("CPACR_EL1");
  const fpen = cpacr.description.fields.FPEN;
  if (fpen !== undefined) cpacr.value |= maskOf(...fpen);
}
