import type { Environment } from "./concrete-ops.js";
import type { CpuState } from "./cpu-state.js";
import {
  exceptionClass,
  type SynchronousException,
  signal,
  undefinedInstruction,
} from "./exception-class.js";
import type { Exceptions } from "./exceptions.js";
import type { Interrupts } from "./interrupts.js";
import type { MachineOptions, StepOutcome } from "./machine.js";
import type { Mmu } from "./mmu.js";
import type { ExceptionRequest } from "./ops.js";

/** Numbers of the hints that do something here. Source: DDI0487, HINT. */
export const hints = { wfe: 2, wfi: 3, sev: 4, sevl: 5 } as const;

/** ISS of a trapped WFI or WFE: CV = 1, COND = 0b1110, TI = 0 for WFI and 1 for WFE. */
const WAIT_ISS = 0x1e00000;

/** Exceptions by request, returns, waits and halts. Source: DDI0487, the instructions' own pages. */
export class InstructionRequests implements Environment {
  readonly #hcr: Readonly<Record<"TSC" | "HCD" | "TWI" | "TWE", () => boolean>>;
  readonly #ntwi: () => boolean;
  readonly #ntwe: () => boolean;
  readonly #tde: () => boolean;
  readonly #eventStreams: readonly (() => boolean)[];
  #outcome: StepOutcome = "executed";
  #returned = false;
  #waitsForEvent = false;

  constructor(
    readonly state: CpuState,
    readonly mmu: Mmu,
    readonly exceptions: Exceptions,
    readonly interrupts: Interrupts,
    readonly outside: Pick<MachineOptions, "onHalt" | "onSecureMonitorCall" | "onSendEvent">,
  ) {
    const { registers } = state;
    this.#hcr = {
      TSC: registers.flag("HCR_EL2", "TSC"),
      HCD: registers.flag("HCR_EL2", "HCD"),
      TWI: registers.flag("HCR_EL2", "TWI"),
      TWE: registers.flag("HCR_EL2", "TWE"),
    };
    this.#ntwi = registers.flag("SCTLR_EL1", "nTWI");
    this.#ntwe = registers.flag("SCTLR_EL1", "nTWE");
    this.#tde = registers.flag("MDCR_EL2", "TDE");
    this.#eventStreams = [
      registers.optionalFlag("CNTKCTL_EL1", "EVNTEN"),
      registers.optionalFlag("CNTHCTL_EL2", "EVNTEN"),
    ];
  }

  /** What the instruction just executed amounts to; asking forgets it. */
  takeOutcome(): StepOutcome {
    const outcome = this.#outcome;
    this.#outcome = "executed";
    return outcome;
  }

  /** Whether the instruction just executed has set the PC itself; asking forgets it. */
  tookPC(): boolean {
    const returned = this.#returned;
    this.#returned = false;
    return returned;
  }

  /** Whether the wait that the PE is in is over. */
  wakes(): boolean {
    return this.interrupts.anyPending() || (this.#waitsForEvent && this.state.eventRegister);
  }

  raise(request: ExceptionRequest, immediate: number): void {
    if (request === "halt") this.#halt(immediate);
    else if (request !== "secure-monitor-call" || !this.#callFirmware(immediate)) {
      signal(this.#requested(request, immediate));
    }
  }

  #halt(immediate: number): void {
    const stops = this.outside.onHalt?.(immediate);
    if (stops === undefined) signal(undefinedInstruction);
    if (stops) this.#outcome = "halt";
  }

  /** An SMC of EL1 that EL2 traps does not get as far as the firmware. Source: DDI0487, SMC. */
  #callFirmware(immediate: number): boolean {
    const { EL } = this.state.pstate;
    if (EL === 0 || (EL === 1 && this.#hcr.TSC())) return false;
    const isCall = this.outside.onSecureMonitorCall?.(immediate) === true;
    if (isCall) this.exceptions.softwareStep.advance();
    return isCall;
  }

  #requested(request: Exclude<ExceptionRequest, "halt">, iss: number): SynchronousException {
    const { EL } = this.state.pstate;
    switch (request) {
      case "undefined":
        return undefinedInstruction;
      case "supervisor-call":
        return { ec: exceptionClass.supervisorCall, iss, target: "default", returnsAfter: true };
      case "hypervisor-call":
        if (EL === 0 || this.#hcr.HCD()) return undefinedInstruction;
        return { ec: exceptionClass.hypervisorCall, iss, target: 2, returnsAfter: true };
      case "secure-monitor-call":
        if (EL !== 1 || !this.#hcr.TSC()) return undefinedInstruction;
        return { ec: exceptionClass.secureMonitorCall, iss, target: 2 };
      case "breakpoint":
        return {
          ec: exceptionClass.breakpointInstruction,
          iss,
          target: EL < 2 && this.#tde() ? 2 : "default",
        };
    }
  }

  exceptionReturn(): void {
    if (this.state.pstate.EL === 0) signal(undefinedInstruction);
    this.exceptions.return((address) => this.branchAddress(address));
    this.#returned = true;
  }

  hint(number: number): void {
    if (number === hints.wfi) this.#wait(0, this.interrupts.anyPending(), this.#ntwi, this.#hcr.TWI);
    if (number === hints.wfe) {
      this.#wait(1, this.state.eventRegister || this.interrupts.anyPending(), this.#ntwe, this.#hcr.TWE);
      this.state.eventRegister = false;
    }
    if (number === hints.sev || number === hints.sevl) this.state.eventRegister = true;
    if (number === hints.sev) this.outside.onSendEvent?.();
  }

  /** Removes an ignored tag from the target of a branch. Source: DDI0487, AArch64.BranchAddr. */
  branchAddress(address: bigint): bigint {
    return this.mmu.regimeOf(this.state.pstate.EL).untagged(address);
  }

  /** Traps and waits happen only where the wait would really suspend the PE. */
  #wait(ti: 0 | 1, wakes: boolean, notTrapped: () => boolean, trapped: () => boolean): void {
    if (wakes) return;
    const { EL } = this.state.pstate;
    const exception = { ec: exceptionClass.waitTrap, iss: WAIT_ISS | ti } as const;
    if (EL === 0 && !notTrapped()) signal({ ...exception, target: "default" });
    if (EL < 2 && trapped()) signal({ ...exception, target: 2 });
    // An event stream ends each WFE before long; here at once, which the architecture allows. DDI0487, CNTKCTL_EL1.EVNTEN.
    if (ti === 1 && this.#eventStreams.some((isOn) => isOn())) return;
    this.#waitsForEvent = ti === 1;
    this.#outcome = "wait";
  }
}
