import type { CpuState } from "./cpu-state.js";
import { exceptionClass, type SynchronousException, signal } from "./exception-class.js";
import { fromSpsr } from "./pstate.js";

/** ISS of the exception: the status of debug exceptions, and what is known of the instruction. Source: DDI0487, ESR_ELx. */
const DEBUG_EXCEPTION = 0x22;
const EX = 1 << 6;
const ISV = 1 << 24;

/** An instruction that was stepped. */
interface Stepped {
  readonly isLoadExclusive: boolean;
}

/**
 * Software step: a debugger at ELd sets MDSCR_EL1.SS, returns with SPSR.SS = 1 to where debug exceptions are generated, and
 * gets control back after one instruction. PSTATE.SS is 1 until that is executed. Source: DDI0487, Software Step exceptions (D2).
 */
export class SoftwareStep {
  /** Registers whose writes may begin or end steps. */
  static readonly controls: ReadonlySet<string> = new Set(["MDSCR_EL1", "OSLAR_EL1", "OSDLR_EL1"]);

  readonly #flags: Readonly<Record<"SS" | "KDE" | "OSLK" | "DLK" | "TDE" | "TGE", () => boolean>>;
  #stepped: Stepped | undefined;
  #called = false;

  constructor(readonly state: CpuState) {
    const { registers } = state;
    this.#flags = {
      SS: registers.optionalFlag("MDSCR_EL1", "SS"),
      KDE: registers.optionalFlag("MDSCR_EL1", "KDE"),
      OSLK: registers.optionalFlag("OSLSR_EL1", "OSLK"),
      DLK: registers.optionalFlag("OSDLR_EL1", "DLK"),
      TDE: registers.optionalFlag("MDCR_EL2", "TDE"),
      TGE: registers.flag("HCR_EL2", "TGE"),
    };
  }

  /** Whether instructions are stepped at any level at all. While they are not, PSTATE.SS stays 0 over exceptions and returns. */
  isEnabled(): boolean {
    return this.#flags.SS() && !this.#flags.OSLK() && !this.#flags.DLK();
  }

  /**
   * Before an instruction: whether it is one to be stepped. Where one was, its exception is due now: thrown as a signal, ahead of
   * all that the instruction at PC may raise.
   */
  begin(): boolean {
    const stepped = this.#stepped;
    this.#stepped = undefined;
    const { EL, D, SS } = this.state.pstate;
    if (!this.isEnabled() || !this.#reaches(EL, D)) return false;
    if (SS === 0) signal(this.#exception(stepped));
    return true;
  }

  /** After a stepped instruction that raised nothing. */
  complete(stepped: Stepped): void {
    this.state.pstate.SS = 0;
    // The firmware has returned from its exception, which tells nothing of the instruction.
    this.#stepped = this.#called ? undefined : stepped;
    this.#called = false;
  }

  /** A call is over when its exception is taken, if only by the firmware. Source: DDI0487, SSAdvance. */
  advance(): void {
    if (!this.isEnabled()) return;
    this.state.pstate.SS = 0;
    this.#called = true;
  }

  /** PSTATE.SS of an exception's handler; which instruction was stepped is not known there any more. */
  enter(): 0 {
    this.#stepped = undefined;
    this.#called = false;
    return 0;
  }

  /**
   * PSTATE.SS after a return to a level with an SPSR, asked before PSTATE changes. Only a return out of where debug exceptions are
   * not generated begins a step. Source: DDI0487, DebugExceptionReturnSS.
   */
  afterReturn(el: number, spsr: bigint): number {
    const { EL, D } = this.state.pstate;
    const begins = this.isEnabled() && !this.#reaches(EL, D) && this.#reaches(el, fromSpsr(spsr, "D"));
    return begins ? fromSpsr(spsr, "SS") : 0;
  }

  /** Whether debug exceptions are generated from a level. Source: DDI0487, AArch64.GenerateDebugExceptionsFrom. */
  #reaches(el: number, mask: number): boolean {
    const target = this.#target();
    return el === target ? this.#flags.KDE() && mask === 0 : el < target;
  }

  #target(): 1 | 2 {
    return this.#flags.TDE() || this.#flags.TGE() ? 2 : 1;
  }

  #exception(stepped: Stepped | undefined): SynchronousException {
    const known = stepped === undefined ? 0 : ISV | (stepped.isLoadExclusive ? EX : 0);
    const target = this.#target() === 2 ? 2 : "default";
    return { ec: exceptionClass.softwareStep, iss: DEBUG_EXCEPTION | known, target };
  }
}
