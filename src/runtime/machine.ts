import type { Architecture, TlbInvalidation } from "./architecture.js";
import { ConcreteOps } from "./concrete-ops.js";
import { CpuState } from "./cpu-state.js";
import { DataAccess } from "./data-access.js";
import { encodingGroup } from "./encoding-group.js";
import type { Clock, Engine, EngineRun, EngineStop, InterruptLine } from "./engine.js";
import { ExceptionSignal, exceptionClass, signal, undefinedInstruction } from "./exception-class.js";
import { Exceptions } from "./exceptions.js";
import { implementedPstate } from "./features.js";
import { InstructionRequests } from "./instruction-requests.js";
import { Interrupts } from "./interrupts.js";
import { Mmu } from "./mmu.js";
import type { Observer, UndefinedEvent } from "./observer.js";
import { WordOperands } from "./operands.js";
import type { Semantics } from "./ops.js";
import { PhysicalMemory } from "./physical-memory.js";
import type { Pstate } from "./pstate.js";
import { RegisterFile } from "./register-file.js";
import { semantics } from "./semantics/index.js";
import { SoftwareStep } from "./software-step.js";
import { type BufferWindow, StateStorage } from "./state-storage.js";
import { SystemAccess } from "./system-access.js";
import { SystemOperations } from "./system-operations.js";
import { SystemTraps } from "./system-traps.js";
import { type TimerName, Timers } from "./timers.js";
import { type InvalidationOperand, Tlb } from "./tlb.js";
import { VectorTraps } from "./vector-traps.js";

/** How a machine is made. */
export interface MachineOptions {
  /** The level that it starts at, with its own stack pointer and interrupts masked; 2 unless said. */
  readonly startEl?: 1 | 2;
  /** Called at HLT; true stops the run, false goes on after it. UNDEFINED without it, and when it gives undefined. */
  readonly onHalt?: (immediate: number) => boolean | undefined;
  /** Firmware, called at an SMC that nothing traps: whether it answers. UNDEFINED without it, and when it does not. */
  readonly onSecureMonitorCall?: (immediate: number) => boolean;
  /** Called after a write of a register with the effect "timer": the next deadline may be another one. */
  readonly onTimerWrite?: () => void;
  /** Called at SEV, for the event registers of other PEs. */
  readonly onSendEvent?: () => void;
  /**
   * Called at a TLB invalidation that other PEs of the shareability domain have to make, too, with what this PE's own TLB
   * was told: the other's `tlb.invalidate`.
   */
  readonly onBroadcast?: (invalidation: TlbInvalidation, operand: InvalidationOperand) => void;
  /** The system counter, when it is shared; its own unless said. */
  readonly clock?: Clock;
  /** Physical memory that it shares with others; its own, and empty, unless said. */
  readonly memory?: PhysicalMemory;
  /** Where its state is kept (stateBytes long); a buffer of its own unless said. */
  readonly storage?: BufferWindow;
}

/**
 * What one step did: executed an instruction, took a synchronous exception of one, took an interrupt before one,
 * executed a WFI or WFE with nothing to wake it, or stopped at a HLT.
 */
export type StepOutcome = "executed" | "exception" | "interrupt" | "wait" | "halt";

/** Why a run ended: as every engine's does, or its condition was met (before the instruction at PC). */
export type StopReason = EngineStop | "until";

interface RunOptions {
  readonly maxInstructions: number;
  readonly until?: (machine: Machine) => boolean;
}

/** Words whose meaning is remembered: programs have fewer, and data that is executed must not fill the host's memory. */
const MOST_DECODED = 0x1_0000;

interface Decoded {
  readonly meaning: Semantics;
  readonly operands: WordOperands;
}

/**
 * The reference machine: one PE with EL0 to EL2 in AArch64 state, little-endian, and its memory. It interprets the
 * semantics over bigints, one instruction at a time; correctness and legibility come before speed.
 * Not modelled: EL3 and Secure state, AArch32, debug state, breakpoints and watchpoints, FEAT_VHE, caches.
 */
export class Machine implements Engine {
  readonly registers: RegisterFile;
  readonly memory: PhysicalMemory;
  readonly tlb = new Tlb();
  readonly state: CpuState;
  readonly mmu: Mmu;
  readonly data: DataAccess;
  readonly interrupts: Interrupts;
  readonly timers: Timers;
  readonly softwareStep: SoftwareStep;
  readonly clock: Clock;
  readonly #exceptions: Exceptions;
  readonly #requests: InstructionRequests;
  readonly system: SystemAccess;
  readonly vectors: VectorTraps;
  readonly #ops: ConcreteOps;
  readonly #decoded = new Map<number, Decoded | undefined>();
  #stopRequested = false;

  /** Throws when the architecture lacks a register or field that the machine is steered by. */
  constructor(
    readonly architecture: Architecture,
    options: MachineOptions = {},
  ) {
    const storage = new StateStorage(architecture.registers.length, options.storage);
    this.registers = new RegisterFile(architecture, storage.sysregs);
    this.memory = options.memory ?? new PhysicalMemory();
    this.clock = options.clock ?? { ticks: 0n };
    const implemented = implementedPstate(this.registers);
    const state = new CpuState(this.registers, storage, options.startEl ?? 2);
    const traps = new SystemTraps(this.registers);
    this.vectors = new VectorTraps(state);
    this.state = state;
    this.mmu = new Mmu(this.registers, this.memory, this.tlb);
    this.data = new DataAccess(state, this.mmu, this.memory);
    this.memory.exclusives.join(state);
    this.timers = new Timers(this.registers, () => this.counter, options.onTimerWrite);
    this.softwareStep = new SoftwareStep(state);
    this.#exceptions = new Exceptions(state, implemented, this.softwareStep);
    this.interrupts = new Interrupts(state, this.#exceptions);
    this.#requests = new InstructionRequests(state, this.mmu, this.#exceptions, this.interrupts, options);
    const { vectors } = this;
    this.system = new SystemAccess(state, traps, vectors, this.timers, implemented, this.interrupts);
    this.#ops = new ConcreteOps({
      state,
      data: this.data,
      vectors,
      system: this.system,
      operations: new SystemOperations(state, traps, this.mmu, this.data, architecture, options),
      environment: this.#requests,
    });
  }

  /** The address of the next instruction. */
  get pc(): bigint {
    return this.state.pc;
  }

  set pc(address: bigint) {
    this.state.pc = BigInt.asUintN(64, address);
  }

  /** PSTATE; its parts may be set. */
  get pstate(): Pstate {
    return this.state.pstate;
  }

  /** X0 … X30; the array may be written. */
  get x(): BigUint64Array {
    return this.state.x;
  }

  /** The stack pointer of the current level. */
  get sp(): bigint {
    return this.state.stackPointer().value;
  }

  set sp(address: bigint) {
    this.state.stackPointer().value = BigInt.asUintN(64, address);
  }

  /** SP_EL2, which has a name for EL3 only. */
  get spEl2(): bigint {
    return this.state.spEl2.value;
  }

  set spEl2(address: bigint) {
    this.state.spEl2.value = BigInt.asUintN(64, address);
  }

  /** What the system counter shows; each step adds 1. */
  get counter(): bigint {
    return this.clock.ticks;
  }

  set counter(ticks: bigint) {
    this.clock.ticks = BigInt.asUintN(64, ticks);
  }

  /** Where all of its state is. */
  get storage(): StateStorage {
    return this.state.storage;
  }

  /** Adds an observer; the returned function removes it. */
  observe(observer: Observer): () => void {
    this.state.observers.push(observer);
    return () => {
      const at = this.state.observers.indexOf(observer);
      if (at >= 0) this.state.observers.splice(at, 1);
    };
  }

  /** Drives the physical IRQ line. */
  setIrq(asserted: boolean): void {
    this.interrupts.set("irq", asserted);
  }

  /** Drives the physical FIQ line. */
  setFiq(asserted: boolean): void {
    this.interrupts.set("fiq", asserted);
  }

  /** Makes a physical SError pending, until it is taken. */
  raiseSError(): void {
    this.interrupts.set("serror", true);
  }

  /** Drives an interrupt input of the PE. */
  setLine(line: InterruptLine, asserted: boolean): void {
    this.interrupts.set(line, asserted);
  }

  /** Whether the WFI or WFE that it waits in is over. */
  wakes(): boolean {
    return this.#requests.wakes();
  }

  /** Ends the present run after the current instruction. */
  requestStop(): void {
    this.#stopRequested = true;
  }

  /** It keeps nothing that outlives a change, apart from the TLB, which the architecture lets be stale. */
  invalidate(): void {}

  /** Whether a generic timer asks for an interrupt. */
  timerOutput(timer: TimerName): boolean {
    return this.timers.output(timer);
  }

  /** Takes the interrupt that is due, or executes the instruction at PC, with whatever exception that ends in. */
  step(): StepOutcome {
    this.counter += 1n;
    if (this.interrupts.takePending()) return "interrupt";
    let isStepped = false;
    try {
      isStepped = this.softwareStep.begin();
      // Those of instructions before it do not count.
      if (isStepped) this.data.takeLoadExclusive();
      this.#execute();
    } catch (thrown) {
      if (!(thrown instanceof ExceptionSignal)) throw thrown;
      if (thrown.exception === undefinedInstruction) this.#notifyUndefined();
      this.#exceptions.takeSynchronous(thrown.exception);
      return "exception";
    }
    const outcome = this.#requests.takeOutcome();
    return isStepped ? this.#completeStep(outcome) : outcome;
  }

  /** A stepped instruction does not wait: the step is over, and its exception would end the wait. */
  #completeStep(outcome: StepOutcome): StepOutcome {
    this.softwareStep.complete({ isLoadExclusive: this.data.takeLoadExclusive() });
    return outcome === "wait" ? "executed" : outcome;
  }

  /** Steps until one of the reasons to stop. maxInstructions counts steps. until is asked before each step. */
  run(options: RunOptions & { readonly until: (machine: Machine) => boolean }): EngineRun<StopReason>;
  run(options: { readonly maxInstructions: number }): EngineRun;
  run(options: RunOptions): EngineRun<StopReason> {
    this.#stopRequested = false;
    for (let instructions = 0; instructions < options.maxInstructions; instructions++) {
      if (options.until?.(this) === true) return { reason: "until", instructions };
      const outcome = this.step();
      if (outcome === "wait" || outcome === "halt") {
        return { reason: outcome, instructions: instructions + 1 };
      }
      if (this.#stopRequested) return { reason: "requested", instructions: instructions + 1 };
    }
    return { reason: "limit", instructions: options.maxInstructions };
  }

  #execute(): void {
    const { state } = this;
    const { pc } = state;
    if (pc % 4n !== 0n) signal({ ec: exceptionClass.pcAlignment, iss: 0, target: "default", far: pc });
    const word = this.data.fetch(pc);
    state.word = word;
    for (const observer of state.observers) observer.instruction?.({ pc, el: state.pstate.EL, word });
    if (state.pstate.IL === 1) signal({ ec: exceptionClass.illegalState, iss: 0, target: "default" });
    const decoded = this.#decode(word);
    if (decoded === undefined) signal(undefinedInstruction);
    this.#ops.nextPC = BigInt.asUintN(64, pc + 4n);
    decoded.meaning(this.#ops, decoded.operands);
    if (!this.#requests.tookPC()) state.pc = this.#ops.nextPC;
  }

  #notifyUndefined(): void {
    const { state, architecture } = this;
    if (state.observers.length === 0) return;
    const { word } = state;
    const instruction = architecture.instructions[architecture.decode(word)]?.name;
    const event: UndefinedEvent = {
      pc: state.pc,
      el: state.pstate.EL,
      word,
      group: encodingGroup(architecture, word),
      ...(instruction === undefined ? {} : { instruction }),
    };
    for (const observer of state.observers) observer.undefinedInstruction?.(event);
  }

  /** The meaning of a word; what a word means never changes, so it is looked up once. */
  #decode(word: number): Decoded | undefined {
    const known = this.#decoded.get(word);
    if (known !== undefined || this.#decoded.has(word)) return known;
    if (this.#decoded.size >= MOST_DECODED) this.#decoded.clear();
    const instruction = this.architecture.instructions[this.architecture.decode(word)];
    const meaning = instruction && semantics[instruction.name];
    const decoded = instruction && meaning && { meaning, operands: new WordOperands(instruction, word) };
    this.#decoded.set(word, decoded);
    return decoded;
  }
}
