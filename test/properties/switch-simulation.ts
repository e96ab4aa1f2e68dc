import type { PlannedInstruction, Register } from "../../src/model/plan/instruction.js";
import { planPush, planRoutine } from "../../src/model/plan/routines.js";
import type { Model, Routine, SwitchStep, Sysreg, Transfer } from "../../src/model/types.js";

const HOST_CONTEXT = 0x2000;
const GUEST_CONTEXT = 0x8000;
const STACK_TOP = 0xf000;
const MEMORY_BYTES = 0x10000;
const VCPU = 0x1234_5678n;
const EXIT_CODE = 0x0e01n;
/** Where BL puts the return address, whatever the layout says. */
const RETURN_ADDRESS = 30;
/** What a register holds after something that this simulation does not follow has used it. */
const JUNK = 0xdead_dead_dead_deadn;

/**
 * A machine that runs the planned instructions of a layout's routines in the order of its switch, and nothing else:
 * no fields, no traps, no translation. It knows where registers and slots are only from the instructions.
 */
class SwitchMachine {
  readonly x: bigint[] = Array.from({ length: 31 }, () => 0n);
  readonly q: bigint[] = Array.from({ length: 32 }, () => 0n);
  readonly sysregs = new Map<string, bigint>();
  readonly memory = new Uint8Array(MEMORY_BYTES);
  sp = STACK_TOP;

  constructor(private readonly model: Model) {}

  run(steps: readonly SwitchStep[]): void {
    for (const step of steps) this.step(step);
  }

  private step(step: SwitchStep): void {
    const { registers, procedures } = this.model.worldSwitch;
    if (step.kind === "context") {
      if (this.x[registers.vcpu] !== VCPU)
        throw new Error("the vcpu's address is lost before a context step");
      this.x[registers.context] = BigInt(step.name === "host" ? HOST_CONTEXT : GUEST_CONTEXT);
    } else if (step.kind === "traps" || step.kind === "vm") {
      // Deactivating the VM writes XZR; everything else works in these two.
      if (step.kind === "traps" || step.name === "activate") this.x[registers.context] = JUNK;
      if (step.name === "activate") this.x[registers.exitCode] = JUNK;
    } else if (step.kind === "routine") this.routine(this.routineOf(step.name));
    else {
      this.x[RETURN_ADDRESS] = JUNK;
      this.routine(this.routineOf(procedures.find((p) => p.symbol === step.name)!.routine));
      if (this.x[RETURN_ADDRESS] !== JUNK) throw new Error(`${step.name} loses its return address`);
    }
  }

  private routineOf(name: string): Routine {
    return this.model.worldSwitch.routines.find((r) => r.name === name)!;
  }

  private routine(routine: Routine): void {
    for (const instruction of planRoutine(this.model, routine)) this.execute(instruction);
  }

  execute(instruction: PlannedInstruction): void {
    switch (instruction.op) {
      case "address":
        this.x[instruction.destination] = this.x[instruction.base]! + BigInt(instruction.offset);
        return;
      case "load":
      case "store": {
        const address = Number(this.x[instruction.base]) + instruction.offset;
        if (instruction.writeBack) this.x[instruction.base] = BigInt(address);
        const bytes = { w: 4, x: 8, q: 16 }[instruction.registers[0].bank];
        instruction.registers.forEach((register, i) => {
          if (instruction.op === "load") this.set(register, this.read(address + i * bytes, bytes));
          else this.write(address + i * bytes, bytes, this.get(register));
        });
        return;
      }
      case "read":
        this.x[instruction.register] = this.sysregs.get(keyOf(instruction.sysreg)) ?? JUNK;
        return;
      case "write":
        this.sysregs.set(keyOf(instruction.sysreg), this.x[instruction.register]!);
        return;
      case "push":
        this.sp -= 16;
        this.write(this.sp, 8, this.x[instruction.first] ?? 0n);
        this.write(this.sp + 8, 8, this.x[instruction.second] ?? 0n);
        return;
      case "pop":
        if (instruction.first < 31) this.x[instruction.first] = this.read(this.sp, 8);
        if (instruction.second < 31) this.x[instruction.second] = this.read(this.sp + 8, 8);
        this.sp += 16;
        return;
      case "call":
        this.routine(this.routineOf(instruction.routine));
    }
  }

  get({ bank, number }: Register): bigint {
    if (bank === "q") return this.q[number]!;
    return bank === "w" ? this.x[number]! & 0xffff_ffffn : this.x[number]!;
  }

  set({ bank, number }: Register, value: bigint): void {
    if (bank === "q") this.q[number] = value;
    else this.x[number] = value;
  }

  read(address: number, bytes: number): bigint {
    if (!(address >= 0 && address + bytes <= MEMORY_BYTES)) throw new Error(`a load from ${address}`);
    let value = 0n;
    for (let i = bytes - 1; i >= 0; i--) value = (value << 8n) | BigInt(this.memory[address + i]!);
    return value;
  }

  write(address: number, bytes: number, value: bigint): void {
    if (!(address >= 0 && address + bytes <= MEMORY_BYTES)) throw new Error(`a store to ${address}`);
    for (let i = 0; i < bytes; i++) this.memory[address + i] = Number((value >> BigInt(8 * i)) & 0xffn);
  }
}

/** Registers that a side's groups move, found from the steps of the way on which they are put away. */
export interface SwitchedTransfers {
  readonly host: readonly Transfer[];
  readonly guest: readonly Transfer[];
}

/**
 * What goes wrong when a host with a value of its own in every register enters a guest, the guest changes every
 * register, and the host comes back: nothing, if the layout's switch is right. One line per register.
 */
export function simulateSwitch(model: Model, switched: SwitchedTransfers): string[] {
  const machine = new SwitchMachine(model);
  const problems: string[] = [];
  fillRegisters(machine, model, "host");
  machine.x[0] = VCPU;
  const hostValues = new Map(switched.host.map((t) => [t.register, valueIn(machine, t)]));
  for (const t of switched.guest)
    machine.write(GUEST_CONTEXT + t.place.offsetBytes, t.place.widthBytes, guestValue("entering", t));

  const stopped = tryRun(machine, model.worldSwitch.entry);
  if (stopped !== undefined) return [`entry: ${stopped}`];
  if (machine.sp !== STACK_TOP) problems.push(`entry leaves the stack at ${machine.sp - STACK_TOP}`);
  for (const t of switched.guest) {
    if (valueIn(machine, t) !== guestValue("entering", t))
      problems.push(`entry: ${t.register} is not the guest's`);
  }

  fillRegisters(machine, model, "guest");
  const guestValues = new Map(switched.guest.map((t) => [t.register, valueIn(machine, t)]));
  const stacked = stackedTransfers(model);
  for (const instruction of planPush(stacked.map((t) => t.number!))) machine.execute(instruction);
  machine.x[model.worldSwitch.registers.vcpu] = VCPU;
  machine.x[model.worldSwitch.registers.exitCode] = EXIT_CODE;
  const stoppedBack = tryRun(machine, model.worldSwitch.exit);
  if (stoppedBack !== undefined) return [`exit: ${stoppedBack}`];
  if (machine.sp !== STACK_TOP) problems.push(`exit leaves the stack at ${machine.sp - STACK_TOP}`);
  if (machine.x[model.worldSwitch.registers.exitCode] !== EXIT_CODE)
    problems.push("exit: the exit code is lost");
  for (const t of switched.host) {
    if (valueIn(machine, t) !== hostValues.get(t.register))
      problems.push(`exit: ${t.register} is not the host's`);
  }
  for (const t of switched.guest) {
    const slot = machine.read(GUEST_CONTEXT + t.place.offsetBytes, t.place.widthBytes);
    if (slot !== guestValues.get(t.register))
      problems.push(`exit: the slot of ${t.register} does not have the guest's`);
  }
  return problems;
}

/** Why the machine stopped, if it did. */
function tryRun(machine: SwitchMachine, steps: readonly SwitchStep[]): string | undefined {
  try {
    machine.run(steps);
    return undefined;
  } catch (error) {
    return (error as Error).message;
  }
}

/** What the vectors push: the group that a routine of the exit pops. */
function stackedTransfers(model: Model): readonly Transfer[] {
  const { exit, routines, groups } = model.worldSwitch;
  const steps = exit.flatMap(
    (s) => routines.find((r) => s.kind === "routine" && r.name === s.name)?.steps ?? [],
  );
  return groups.find((g) => g.name === steps.find((s) => s.kind === "pop")?.name)?.transfers ?? [];
}

function fillRegisters(machine: SwitchMachine, model: Model, side: string): void {
  for (let n = 0; n < 31; n++) machine.x[n] = hash(`${side} X${n}`, 8);
  for (let n = 0; n < 32; n++) machine.q[n] = hash(`${side} Q${n}`, 16);
  for (const group of model.worldSwitch.groups) {
    for (const { sysreg, place } of group.transfers) {
      if (sysreg !== undefined)
        machine.sysregs.set(keyOf(sysreg), hash(`${side} ${keyOf(sysreg)}`, place.widthBytes));
    }
  }
}

function valueIn(machine: SwitchMachine, transfer: Transfer): bigint {
  if (transfer.kind === "sysreg") return machine.sysregs.get(keyOf(transfer.sysreg!)) ?? JUNK;
  return transfer.kind === "q" ? machine.q[transfer.number!]! : machine.x[transfer.number!]!;
}

function guestValue(side: string, transfer: Transfer): bigint {
  return hash(`${side} ${transfer.register}`, transfer.place.widthBytes);
}

function keyOf({ encoding: { op0, op1, CRn, CRm, op2 } }: Sysreg): string {
  return `${op0} ${op1} ${CRn} ${CRm} ${op2}`;
}

/** A value of that many bytes that no other text gives (FNV-1a, once for each 8 bytes). */
function hash(text: string, bytes: number): bigint {
  let value = 0n;
  for (let part = 0; part < Math.max(1, bytes / 8); part++) {
    let h = 0xcbf2_9ce4_8422_2325n + BigInt(part);
    for (const c of text) h = ((h ^ BigInt(c.codePointAt(0)!)) * 0x100_0000_01b3n) & 0xffff_ffff_ffff_ffffn;
    value |= h << BigInt(64 * part);
  }
  return value & ((1n << BigInt(8 * bytes)) - 1n);
}
