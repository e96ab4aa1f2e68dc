import type { CpuState } from "./cpu-state.js";
import { exceptionClass, type SynchronousException } from "./exception-class.js";
import type { ExceptionEvent } from "./observer.js";
import { fromSpsr, type PstateField, toSpsr } from "./pstate.js";
import type { Register, RegisterFile } from "./register-file.js";
import type { SoftwareStep } from "./software-step.js";

/** The banked registers of an exception level. */
interface Bank {
  readonly esr: Register;
  readonly far: Register;
  readonly elr: Register;
  readonly spsr: Register;
  readonly vbar: Register;
}

/** Offsets into a vector table by kind. Source: DDI0487, exception vectors. */
export const vectorOffset = { synchronous: 0x000n, irq: 0x080n, fiq: 0x100n, serror: 0x180n } as const;
/** The bits of VBAR that count. */
export const VECTOR_TABLE = 0xffff_ffff_ffff_f800n;

/** What ERET takes over from SPSR besides EL and SP. */
export const restored: readonly PstateField[] = ["N", "Z", "C", "V", "D", "A", "I", "F"];
export const restoredIfImplemented: readonly PstateField[] = ["PAN", "UAO", "DIT", "SSBS", "TCO"];

/** Exception entry and return for EL1 and EL2. Source: DDI0487, AArch64.TakeException and ExceptionReturn. */
export class Exceptions {
  readonly #banks: Readonly<Record<1 | 2, Bank>>;
  readonly #hpfar: Register;
  readonly #tge: () => boolean;
  readonly #span: () => boolean;
  readonly #implemented: ReadonlySet<PstateField>;

  constructor(
    readonly state: CpuState,
    implemented: ReadonlySet<PstateField>,
    readonly softwareStep: SoftwareStep,
  ) {
    const registers = state.registers;
    this.#banks = { 1: bankOf(registers, 1), 2: bankOf(registers, 2) };
    this.#hpfar = registers.named("HPFAR_EL2");
    this.#tge = registers.flag("HCR_EL2", "TGE");
    this.#span = registers.optionalFlag("SCTLR_EL1", "SPAN");
    this.#implemented = implemented;
  }

  /** Where an exception goes that nothing sends elsewhere. */
  defaultTarget(): 1 | 2 {
    const { EL } = this.state.pstate;
    return EL === 2 || (EL === 0 && this.#tge()) ? 2 : 1;
  }

  /** Enters the handler of a synchronous exception of the instruction at PC. */
  takeSynchronous(exception: SynchronousException): void {
    const { state } = this;
    if (exception.returnsAfter === true) this.softwareStep.advance();
    const target = exception.target === 2 ? 2 : this.defaultTarget();
    const sameLevel = target === state.pstate.EL;
    const hidden = exception.uncategorizedAtEl2 === true && target === 2;
    const ec = hidden ? exceptionClass.unknown : classAt(exception.ec, sameLevel);
    const bank = this.#banks[target];
    bank.esr.value = esrValue(ec, hidden ? 0 : exception.iss);
    if (exception.far !== undefined) bank.far.value = exception.far;
    if (exception.hpfar !== undefined) this.#hpfar.value = exception.hpfar;
    const after = exception.returnsAfter === true ? state.pc + 4n : state.pc;
    this.#enter(target, "synchronous", BigInt.asUintN(64, after), {
      esr: bank.esr.value,
      ...(exception.far === undefined ? {} : { far: exception.far }),
      ...(exception.hpfar === undefined ? {} : { hpfar: exception.hpfar }),
    });
  }

  /** Enters the handler of an interrupt before the instruction at PC. SErrors report iss; IRQ and FIQ leave ESR. */
  takeAsynchronous(target: 1 | 2, kind: "irq" | "fiq" | "serror", iss = 0): void {
    const bank = this.#banks[target];
    if (kind === "serror") bank.esr.value = esrValue(exceptionClass.serror, iss);
    this.#enter(target, kind, this.state.pc, kind === "serror" ? { esr: bank.esr.value } : {});
  }

  #enter(
    target: 1 | 2,
    kind: ExceptionEvent["kind"],
    returnAddress: bigint,
    reported: Pick<ExceptionEvent, "esr" | "far" | "hpfar">,
  ): void {
    const { state } = this;
    const { pstate } = state;
    const from = pstate.EL;
    const bank = this.#banks[target];
    const source = target > from ? 0x400n : pstate.SP === 1 ? 0x200n : 0n;
    bank.spsr.value = toSpsr(pstate);
    bank.elr.value = returnAddress;
    Object.assign(pstate, {
      EL: target,
      SP: 1,
      D: 1,
      A: 1,
      I: 1,
      F: 1,
      SS: this.softwareStep.enter(),
      IL: 0,
      UAO: 0,
      TCO: 1,
    });
    if (!this.#implemented.has("TCO")) pstate.TCO = 0;
    if (this.#implemented.has("PAN") && target === 1 && !this.#span()) pstate.PAN = 1;
    state.pc = (bank.vbar.value & VECTOR_TABLE) + source + vectorOffset[kind];
    for (const observer of state.observers) {
      observer.exception?.({ from, to: target, kind, vector: state.pc, returnAddress, ...reported });
    }
  }

  /**
   * ERET at EL1 or EL2, to the address that branchAddress makes of ELR. An illegal return keeps the level and
   * sets PSTATE.IL.
   */
  return(branchAddress: (address: bigint) => bigint): void {
    const { state } = this;
    const { pstate } = state;
    const from = pstate.EL === 2 ? 2 : 1;
    const { elr, spsr } = this.#banks[from];
    const illegal = this.#isIllegalReturn(spsr.value);
    const el = illegal ? from : fromSpsr(spsr.value, "EL");
    pstate.SS = this.softwareStep.afterReturn(el, spsr.value);
    for (const field of restored) pstate[field] = fromSpsr(spsr.value, field);
    for (const field of restoredIfImplemented) {
      if (this.#implemented.has(field)) pstate[field] = fromSpsr(spsr.value, field);
    }
    pstate.IL = illegal ? 1 : fromSpsr(spsr.value, "IL");
    pstate.EL = el;
    if (!illegal) pstate.SP = fromSpsr(spsr.value, "SP");
    state.exclusive = undefined;
    state.eventRegister = true;
    state.pc = illegal ? elr.value : branchAddress(elr.value);
    for (const observer of state.observers) {
      observer.exceptionReturn?.({ from, to: pstate.EL, pc: state.pc, illegal });
    }
  }

  #isIllegalReturn(spsr: bigint): boolean {
    const mode = Number(spsr & 0x1fn);
    const target = (mode >> 2) & 3;
    const exists = mode === 0b00000 || mode === 0b00100 || mode === 0b00101 || mode >> 1 === 0b00100;
    return !exists || target > this.state.pstate.EL || (target === 1 && this.#tge());
  }
}

function bankOf(registers: RegisterFile, el: 1 | 2): Bank {
  return {
    esr: registers.named(`ESR_EL${el}`),
    far: registers.named(`FAR_EL${el}`),
    elr: registers.named(`ELR_EL${el}`),
    spsr: registers.named(`SPSR_EL${el}`),
    vbar: registers.named(`VBAR_EL${el}`),
  };
}

const twofold: ReadonlySet<number> = new Set([
  exceptionClass.instructionAbort,
  exceptionClass.dataAbort,
  exceptionClass.softwareStep,
]);

/** Aborts and software steps have two classes: from a lower level, and one more from the same level. */
function classAt(ec: number, sameLevel: boolean): number {
  return twofold.has(ec) && sameLevel ? ec + 1 : ec;
}

/** ESR: every A64 instruction is 32 bits long, so IL is 1. */
function esrValue(ec: number, iss: number): bigint {
  return BigInt(ec * 2 ** 26 + 2 ** 25 + iss);
}
