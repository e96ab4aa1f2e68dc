import { implementedPstate } from "../runtime/features.js";
import {
  fromSpsr,
  isPstateField,
  type Machine,
  type Pstate,
  pstateFields,
  type Register,
  type RegisterDescription,
  toSpsr,
} from "../runtime/index.js";
import type { DebugField, DebugRegister } from "./target.js";

const plain = { kind: "integer", fields: [] } as const;

/**
 * A machine's registers in the order of their numbers: those of GDB's features org.gnu.gdb.aarch64.core and .fpu,
 * then every system register that instructions can name. Reading one has no effect; writing one does what MSR does,
 * traps aside. Source: Debugging with GDB, appendix G.5.1, AArch64 Features.
 */
export function machineRegisters(machine: Machine): DebugRegister[] {
  const named = [...machine.registers.all()].filter(({ description }) => description.aliasOf === undefined);
  return [
    ...coreRegisters(machine),
    ...vectorRegisters(machine),
    ...["FPSR", "FPCR"].map((name) => floatingPointRegister(machine, name)),
    ...named.map((register) => systemRegister(machine, register)),
    ...(machine.registers.find("SP_EL2") === undefined ? [stackPointerEl2(machine)] : []),
  ];
}

function coreRegisters(machine: Machine): DebugRegister[] {
  const base = { ...plain, feature: "core", group: "general", widthBits: 64 } as const;
  const general = Array.from(
    machine.x,
    (_, number): DebugRegister => ({
      ...base,
      name: `x${number}`,
      read: () => machine.x[number] ?? 0n,
      write(value) {
        machine.x[number] = value;
        return true;
      },
    }),
  );
  return [
    ...general,
    {
      ...base,
      name: "sp",
      kind: "data-address",
      read: () => machine.sp,
      write(value) {
        machine.sp = value;
        return true;
      },
    },
    {
      ...base,
      name: "pc",
      kind: "code-address",
      read: () => machine.pc,
      write(value) {
        machine.pc = value;
        return true;
      },
    },
    {
      ...base,
      name: "cpsr",
      widthBits: 32,
      fields: fieldsOf(machine.registers.named("SPSR_EL2").description),
      read: () => toSpsr(machine.pstate),
      write: (value) => writePstate(machine, readSpsr(machine, value)),
    },
  ];
}

function vectorRegisters({ state }: Machine): DebugRegister[] {
  return Array.from({ length: 32 }, (_, number) => ({
    name: `v${number}`,
    widthBits: 128,
    kind: "vector",
    feature: "fpu",
    group: "vector",
    fields: [],
    read() {
      const { low, high } = state.readV(number);
      return (high << 64n) | low;
    },
    write(value) {
      state.writeV(number, { low: BigInt.asUintN(64, value), high: value >> 64n });
      return true;
    },
  }));
}

/** GDB has FPSR and FPCR among the registers of the floating-point unit, 32 bits each and in lower case. */
function floatingPointRegister(machine: Machine, name: string): DebugRegister {
  const register = systemRegister(machine, machine.registers.named(name));
  return { ...register, name: name.toLowerCase(), widthBits: 32, feature: "fpu", group: "float" };
}

function systemRegister(machine: Machine, register: Register): DebugRegister {
  const { description } = register;
  return {
    name: description.name,
    widthBits: 64,
    kind: "integer",
    feature: "sysregs",
    group: (description.group ?? "system").replaceAll("-", ""),
    fields: fieldsOf(description),
    read: () => readSystem(machine, register),
    write: (value) => writeSystem(machine, register, value),
  };
}

/** SP_EL2, for which only EL3 has a name, so that a description without EL3 may lack it. */
function stackPointerEl2(machine: Machine): DebugRegister {
  return {
    ...plain,
    name: "SP_EL2",
    widthBits: 64,
    kind: "data-address",
    feature: "sysregs",
    group: "exception",
    read: () => machine.spEl2,
    write(value) {
      machine.spEl2 = value;
      return true;
    },
  };
}

/** The fields, where they tell more than the number: not of a register that is one address. */
function fieldsOf(description: RegisterDescription): DebugField[] {
  const fields = Object.entries(description.fields).map(([name, [lsb, widthBits]]) => ({
    name,
    lsb,
    widthBits,
  }));
  return fields.length > 1 || fields.some(({ widthBits }) => widthBits === 1) ? fields : [];
}

function readSystem(machine: Machine, register: Register): bigint {
  const { effects, fields } = register.description;
  if (effects.includes("pstate")) {
    let value = 0n;
    for (const [name, [lsb]] of Object.entries(fields)) {
      if (isPstateField(name)) value |= BigInt(machine.pstate[name]) << BigInt(lsb);
    }
    return value;
  }
  return machine.timers.view(register)?.read() ?? register.value;
}

function writeSystem(machine: Machine, register: Register, value: bigint): boolean {
  const { name, effects, writeEl, fields } = register.description;
  if (writeEl === undefined || effects.includes("constant")) return false;
  if (effects.includes("pstate")) {
    const pstate = { ...machine.pstate };
    for (const [field, [lsb, widthBits]] of Object.entries(fields)) {
      if (isPstateField(field)) pstate[field] = Number(BigInt.asUintN(widthBits, value >> BigInt(lsb)));
    }
    return writePstate(machine, pstate);
  }
  const view = machine.timers.view(register);
  if (view === undefined) machine.registers.write(name, value);
  else view.write?.(value);
  return view === undefined || view.write !== undefined;
}

/** PSTATE as an SPSR has it; undefined for AArch32 state and for modes that do not exist. */
function readSpsr(machine: Machine, value: bigint): Pstate | undefined {
  if ((value & 0b10010n) !== 0n) return undefined;
  const implemented = implementedPstate(machine.registers);
  const pstate = { ...machine.pstate };
  for (const field of pstateFields) pstate[field] = implemented.has(field) ? fromSpsr(value, field) : 0;
  return pstate;
}

/** False for a state that no PE of this machine is in: EL3, or EL0 with a stack pointer of its own. */
function writePstate(machine: Machine, pstate: Pstate | undefined): boolean {
  if (pstate === undefined || pstate.EL > 2 || (pstate.EL === 0 && pstate.SP === 1)) return false;
  Object.assign(machine.pstate, pstate);
  return true;
}
