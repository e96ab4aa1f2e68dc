import type { SystemEncoding } from "./architecture.js";
import type { CpuState } from "./cpu-state.js";
import { exceptionClass, signal, undefinedInstruction, withoutException } from "./exception-class.js";
import type { Interrupts } from "./interrupts.js";
import { isPstateField, type PstateField } from "./pstate.js";
import { keptBits, type Register, type RegisterFile } from "./register-file.js";
import type { SystemTrap, SystemTraps } from "./system-traps.js";
import type { Timers } from "./timers.js";
import type { VectorTraps } from "./vector-traps.js";

/** ID registers that EL1 sees through a register of EL2. */
const virtualised: readonly (readonly [seen: string, from: string])[] = [
  ["MIDR_EL1", "VPIDR_EL2"],
  ["MPIDR_EL1", "VMPIDR_EL2"],
];

/** Fields that read as 1 where an operation of SYS would trap: DCZID_EL0.DZP says so of DC ZVA. Source: DDI0487, DCZID_EL0. */
const prohibitions: readonly {
  readonly register: string;
  readonly field: string;
  readonly operation: SystemEncoding;
}[] = [{ register: "DCZID_EL0", field: "DZP", operation: { op0: 1, op1: 3, CRn: 7, CRm: 4, op2: 1 } }];

/** Registers whose bit 0 is seen as a field of another. Source: DDI0487, OSLAR_EL1. */
const reflections: readonly (readonly [written: string, field: string, seen: string])[] = [
  ["OSLAR_EL1", "OSLK", "OSLSR_EL1"],
];

/** The PSTATE fields that MSR (immediate) writes, by op1 and op2. Source: DDI0487, MSR (immediate). */
export const immediateTargets: readonly {
  readonly op1: number;
  readonly op2: number;
  readonly field: PstateField | "DAIFSet" | "DAIFClr";
  readonly minimumEl: number;
}[] = [
  { op1: 0, op2: 3, field: "UAO", minimumEl: 1 },
  { op1: 0, op2: 4, field: "PAN", minimumEl: 1 },
  { op1: 0, op2: 5, field: "SP", minimumEl: 1 },
  { op1: 3, op2: 1, field: "SSBS", minimumEl: 0 },
  { op1: 3, op2: 2, field: "DIT", minimumEl: 0 },
  { op1: 3, op2: 4, field: "TCO", minimumEl: 0 },
  { op1: 3, op2: 6, field: "DAIFSet", minimumEl: 0 },
  { op1: 3, op2: 7, field: "DAIFClr", minimumEl: 0 },
];

/** The bits of DAIFSet's and DAIFClr's immediate. */
export const maskBits: readonly (readonly [PstateField, bigint])[] = [
  ["D", 8n],
  ["A", 4n],
  ["I", 2n],
  ["F", 1n],
];

interface Prohibition {
  readonly bit: bigint;
  readonly operation: SystemEncoding;
}

interface Reflection {
  readonly seen: Register;
  readonly bit: bigint;
}

/**
 * MRS, MSR and MSR (immediate): who may, what traps, and what a register's effects make of the value.
 * A register that is an alias under HCR_EL2.E2H is UNDEFINED: this machine has no FEAT_VHE.
 */
export class SystemAccess {
  readonly #virtualised: ReadonlyMap<Register, Register>;
  readonly #prohibitions: ReadonlyMap<Register, Prohibition>;
  readonly #reflections: ReadonlyMap<Register, Reflection>;
  readonly #selected: ReadonlyMap<Register, () => bigint>;
  readonly #pending: Register;
  readonly #pendingBits: () => bigint;

  constructor(
    readonly state: CpuState,
    readonly traps: SystemTraps,
    readonly vectors: VectorTraps,
    readonly timers: Timers,
    readonly implemented: ReadonlySet<PstateField>,
    interrupts: Interrupts,
  ) {
    const { registers } = state;
    this.#pending = registers.named("ISR_EL1");
    this.#pendingBits = () => interrupts.pendingBits();
    this.#virtualised = new Map(
      virtualised.map(([seen, from]) => [registers.named(seen), registers.named(from)]),
    );
    this.#prohibitions = new Map(
      prohibitions.map(({ register, field, operation }) => {
        const found = registers.named(register);
        return [found, { bit: bitOf(registers, register, field), operation }];
      }),
    );
    this.#reflections = new Map(
      reflections.map(([written, field, name]) => {
        const seen = registers.named(name);
        return [registers.named(written), { seen, bit: bitOf(registers, name, field) }];
      }),
    );
    this.#selected = selectionsOf(registers);
  }

  /** Whether an instruction sees something else in a register than what is stored for it. */
  derives(register: Register): boolean {
    const isTimer = this.timers.view(register) !== undefined;
    const isMade = isTimer || register === this.#pending || this.#selected.has(register);
    return isMade || this.#virtualised.has(register);
  }

  /** MRS. */
  read(encoding: SystemEncoding): bigint {
    const register = this.#reach(encoding, "read");
    if (register === undefined) return 0n;
    const value = this.#valueOf(register);
    for (const observer of this.state.observers) {
      observer.sysregRead?.({ name: register.description.name, value });
    }
    return value;
  }

  /** MSR (register). */
  write(encoding: SystemEncoding, value: bigint): void {
    const register = this.#reach(encoding, "write");
    if (register === undefined) return;
    const { effects } = register.description;
    const kept = keptBits(register.description, value);
    const view = this.timers.view(register);
    if (effects.includes("pstate")) this.#writePstateView(register, kept);
    else if (view !== undefined) view.write?.(kept);
    else if (!effects.includes("constant")) this.#store(register, kept);
    if (effects.includes("timer")) this.timers.onWrite();
    for (const observer of this.state.observers) {
      observer.sysregWrite?.({ name: register.description.name, value: kept });
    }
  }

  /** Whether an access of the present level reaches a register without an exception. */
  permits(encoding: SystemEncoding, direction: "read" | "write"): boolean {
    return withoutException(() => this.#reach(encoding, direction) !== undefined);
  }

  /** MSR (immediate). */
  writeImmediate(op1: number, op2: number, immediate: bigint): void {
    const { pstate } = this.state;
    const target = immediateTargets.find((known) => known.op1 === op1 && known.op2 === op2);
    if (target === undefined || pstate.EL < target.minimumEl) signal(undefinedInstruction);
    if (target.field === "DAIFSet" || target.field === "DAIFClr") {
      this.#trap(this.traps.find({ op0: 3, op1: 3, CRn: 4, CRm: 2, op2: 1 }, "write", pstate.EL));
      for (const [field, bit] of maskBits) {
        if ((immediate & bit) !== 0n) pstate[field] = target.field === "DAIFSet" ? 1 : 0;
      }
      return;
    }
    if (target.field !== "SP" && !this.implemented.has(target.field)) signal(undefinedInstruction);
    pstate[target.field] = Number(immediate & 1n);
  }

  #store(register: Register, value: bigint): void {
    register.value = value;
    const reflection = this.#reflections.get(register);
    if (reflection === undefined) return;
    const { seen, bit } = reflection;
    seen.value = (value & 1n) === 0n ? seen.value & ~bit : seen.value | bit;
  }

  /** The register that an access reaches; undefined for the reserved part of the ID space, which reads as zero. */
  #reach(encoding: SystemEncoding, direction: "read" | "write"): Register | undefined {
    const { EL, SP } = this.state.pstate;
    const register = this.state.registers.encoded(encoding, direction);
    const description = register?.description;
    const minimum = direction === "read" ? description?.readEl : description?.writeEl;
    const reservedId = register === undefined && direction === "read" && isIdSpace(encoding) && EL >= 1;
    const allowed = minimum !== undefined && EL >= minimum && description?.aliasOf === undefined;
    const named = allowed && this.#isImplemented(register);
    const trap = named || reservedId || isImplementationDefined(encoding);
    if (trap) this.#trap(this.traps.find(encoding, direction, EL));
    if (reservedId) return undefined;
    if (!named || register === undefined) signal(undefinedInstruction);
    if (this.vectors.guards(encoding)) this.vectors.require();
    // With SP_EL0 selected, SP_EL0 is SP and has no name. DDI0487, SP_EL0.
    if (SP === 0 && description?.name === "SP_EL0") signal(undefinedInstruction);
    return register;
  }

  /** A view of PSTATE exists with the field that it shows. */
  #isImplemented(register: Register | undefined): boolean {
    if (register === undefined) return false;
    const { effects, fields } = register.description;
    return (
      !effects.includes("pstate") ||
      Object.keys(fields).some((field) => isPstateField(field) && this.implemented.has(field))
    );
  }

  #trap(trap: SystemTrap | undefined): void {
    if (trap === undefined) return;
    signal({ ec: exceptionClass.systemTrap, iss: systemIss(this.state.word), target: trap.target });
  }

  #valueOf(register: Register): bigint {
    const { effects } = register.description;
    if (effects.includes("pstate")) return this.#readPstateView(register);
    const virtual = this.state.pstate.EL === 1 ? this.#virtualised.get(register) : undefined;
    if (virtual !== undefined) return virtual.value;
    if (register === this.#pending) return this.#pendingBits();
    const made = this.timers.view(register)?.read() ?? this.#selected.get(register)?.();
    return this.#withProhibition(register, made ?? register.value);
  }

  #withProhibition(register: Register, value: bigint): bigint {
    const prohibition = this.#prohibitions.get(register);
    if (prohibition === undefined) return value;
    const trap = this.traps.find(prohibition.operation, "write", this.state.pstate.EL);
    return trap === undefined ? value & ~prohibition.bit : value | prohibition.bit;
  }

  #readPstateView(register: Register): bigint {
    let value = 0n;
    for (const [name, [lsb]] of Object.entries(register.description.fields)) {
      if (isPstateField(name)) value |= BigInt(this.state.pstate[name]) << BigInt(lsb);
    }
    return value;
  }

  #writePstateView(register: Register, value: bigint): void {
    for (const [name, [lsb, widthBits]] of Object.entries(register.description.fields)) {
      if (isPstateField(name)) {
        this.state.pstate[name] = Number((value >> BigInt(lsb)) & ((1n << BigInt(widthBits)) - 1n));
      }
    }
  }
}

/** The mask of a one-bit field. */
function bitOf(registers: RegisterFile, name: string, field: string): bigint {
  const [lsb = 0] = registers.fieldRange(name, field) ?? [];
  return 1n << BigInt(lsb);
}

/** What registers show that another one selects. */
function selectionsOf(registers: RegisterFile): ReadonlyMap<Register, () => bigint> {
  return new Map(
    registers.selected().map((register) => [
      register,
      () => {
        const { selected } = register.description;
        return selected?.values[Number(registers.get(selected.by))] ?? 0n;
      },
    ]),
  );
}

/** ISS of a trapped MRS, MSR or SYS, from the word's own fields. Source: DDI0487, AArch64.SystemAccessTrapSyndrome. */
export function systemIss(word: number): number {
  const bits = (lsb: number, width: number) => (word >>> lsb) & ((1 << width) - 1);
  return (
    (bits(19, 2) << 20) |
    (bits(5, 3) << 17) |
    (bits(16, 3) << 14) |
    (bits(12, 4) << 10) |
    (bits(0, 5) << 5) |
    (bits(8, 4) << 1) |
    bits(21, 1)
  );
}

/** op0 3, op1 0, CRn 0, CRm 1 … 7: identification registers, those without a name read as zero. */
function isIdSpace({ op0, op1, CRn, CRm }: SystemEncoding): boolean {
  return op0 === 3 && op1 === 0 && CRn === 0 && CRm >= 1 && CRm <= 7;
}

/** CRn 11 and 15 of op0 3: IMPLEMENTATION DEFINED registers, which HCR_EL2.TIDCP traps although there are none. */
function isImplementationDefined({ op0, CRn }: SystemEncoding): boolean {
  return op0 === 3 && (CRn === 11 || CRn === 15);
}
