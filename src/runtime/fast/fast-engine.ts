import type { Engine, EngineRun, InterruptLine } from "../engine.js";
import type { Machine } from "../machine.js";
import { isFault, type TranslationRequest } from "../mmu.js";
import { pstateFields } from "../pstate.js";
import { semantics } from "../semantics/index.js";
import type { StateStorage } from "../state-storage.js";
import { webAssembly } from "../wasm/host.js";
import { CodePages } from "./code-pages.js";
import { control, RECORD_BYTES } from "./engine-layout.js";
import type { EngineMemory } from "./engine-memory.js";
import type { EngineCounts, EngineOptions } from "./engine-options.js";
import { type ExitCode, exitCode, fixedCase } from "./exit-code.js";
import { interpreterModule } from "./interpreter-module.js";
import { KeyTables } from "./key-tables.js";
import { Regions } from "./regions.js";
import { Shapes } from "./shape.js";
import { SoftwareTlb } from "./software-tlb.js";
import { SysregClasses } from "./sysreg-class.js";
import { Trace } from "./trace.js";
import { WordCases } from "./word-cases.js";

/** Instructions after which an interpreter is made: a short run is over before that pays. */
const WARM_UP = 2000;
/** Steps of the reference machine for want of a case, after which a new interpreter is made; doubled each time. */
const MISSING = 500;
/** The module looks at its limit where a branch is taken or a page ends: it may overshoot by a page. */
const MARGIN = 1024;
/** Instructions in one go: a WebAssembly loop that runs on and on is never replaced by its optimised version. */
const SLICE = 1 << 20;

/** Interpreted instructions from one sample to the next, about, while there is code to translate. */
const SAMPLE = 20_000;

/** The way to the next sample grows up to so many times that while nothing new is hot. */
const MOST_SAMPLES = 50;

const MOST_PEEK = 64;

/** What interpreterModule's modules export. */
type Run = (limit: number, ownLimit: number) => ExitCode;

/**
 * Executes a machine's instructions by a WebAssembly interpreter that is generated from their semantics, for the
 * words that the program has. It works on the machine's own state; what it does not know how to do it leaves to
 * the machine's step, so that both always agree.
 * The machine's state and its RAM must lie in the engine's memory. While an observer watches, the machine steps.
 */
export class FastEngine implements Engine {
  readonly counts: EngineCounts = {
    fast: 0,
    reference: 0,
    translated: 0,
    modules: 0,
    regions: 0,
    exits: { 0: 0, 1: 0, 2: 0, 3: 0, 4: 0, 5: 0, 6: 0, 7: 0, 8: 0, 9: 0 },
  };
  readonly #words: Int32Array;
  readonly #view: DataView;
  readonly #cases: WordCases;
  readonly #pages: CodePages;
  readonly #tlb: SoftwareTlb;
  readonly #keys: KeyTables;
  readonly #control: number;
  readonly #regions: Regions | undefined;
  readonly #sampleSteps: number;
  /** How far it is to the next sample: on the average, and this time. In interpreted instructions. */
  #stride: number;
  #nextSample: number;
  /** Interpreted instructions since the last sample. */
  #unsampled = 0;
  #random = 0;
  #peek = 0;
  /** What happened last, when options.trace asks for it. */
  readonly trace: Trace | undefined;
  readonly #exact: boolean;
  readonly #warmUpSteps: number;
  readonly #missingSteps: number;
  readonly #margin: number;
  #run: Run | undefined;
  #missing = 0;
  #stopRequested = false;
  #warm = 0;

  constructor(
    readonly machine: Machine,
    readonly memory: EngineMemory,
    options: EngineOptions = {},
  ) {
    this.#exact = options.exact === true;
    this.#warmUpSteps = options.warmUp ?? WARM_UP;
    this.#missingSteps = options.missing ?? MISSING;
    this.#margin = options.exact === true ? 0 : (options.margin ?? MARGIN);
    const { buffer } = memory.memory;
    this.#words = new Int32Array(buffer);
    this.#view = new DataView(buffer);
    this.#control = memory.layout.control;
    const shapes = new Shapes(
      machine.architecture,
      semantics,
      new SysregClasses(machine.registers, machine.system),
    );
    this.#cases = new WordCases(this.#view, shapes);
    this.#tlb = new SoftwareTlb(machine, memory);
    this.#pages = new CodePages(memory, this.#tlb);
    this.#keys = new KeyTables(machine, memory);
    this.trace = options.trace === true ? new Trace(memory) : undefined;
    const isPlain = options.translate === false || options.trace === true;
    const regions = isPlain ? undefined : new Regions(memory, shapes, this.#keys, options.hot, this.#exact);
    this.#regions = regions;
    this.#sampleSteps = options.sample ?? SAMPLE;
    this.#stride = regions === undefined ? SLICE : this.#sampleSteps;
    this.#nextSample = this.#stride;
    this.#pages.onWrite = (page) => regions?.forgetPage(page);
    this.#pages.onClear = () => regions?.clear();
    machine.tlb.onForget = (forgotten) => this.#keys.forget(forgotten, this.#tlb);
    machine.memory.onWrite = (byteOffset, lengthBytes) => this.#pages.written(byteOffset, lengthBytes);
  }

  /** Executes at most maxInstructions steps, as Machine.run does. */
  run({ maxInstructions }: { readonly maxInstructions: number }): EngineRun {
    const { machine } = this;
    this.#stopRequested = false;
    let done = 0;
    while (done < maxInstructions) {
      const allowed = Math.min(maxInstructions - done - this.#margin, SLICE);
      const fast = allowed > 0 && this.#mayRun();
      if (fast) {
        const code = this.#enter(allowed);
        done += this.#words[(this.#control + control.executed) >> 2] ?? 0;
        if (!this.#resolve(code)) continue;
        if (done >= maxInstructions) break;
      }
      const outcome = this.trace?.step(machine) ?? machine.step();
      done += 1;
      this.counts.reference += 1;
      if (!fast) this.#warmUp();
      if (fast && outcome === "executed") this.#tlb.fillMissed();
      if (outcome === "wait" || outcome === "halt") return { reason: outcome, instructions: done };
      if (this.#stopRequested) return { reason: "requested", instructions: done };
    }
    return { reason: "limit", instructions: done };
  }

  get storage(): StateStorage {
    return this.machine.storage;
  }

  setLine(line: InterruptLine, asserted: boolean): void {
    this.machine.setLine(line, asserted);
  }

  wakes(): boolean {
    return this.machine.wakes();
  }

  /** Ends the present run after the current instruction: only what the machine executes can lead here. */
  requestStop(): void {
    this.#stopRequested = true;
  }

  invalidate(what: "translation" | "code", physicalAddress = 0n, sizeBytes = 0): void {
    if (what === "translation") this.#keys.forget({}, this.#tlb);
    else if (this.machine.memory.isPlainRam(physicalAddress, sizeBytes)) {
      const { byteOffset } = this.machine.memory.window(physicalAddress, sizeBytes);
      this.#pages.written(byteOffset, sizeBytes);
    }
  }

  /** Whether the module may go on from the present state. */
  #mayRun(): boolean {
    const { machine } = this;
    if (this.#run === undefined || machine.state.observers.length > 0) return false;
    if (machine.softwareStep.isEnabled()) return false;
    return machine.state.storage.pstate[IL] !== 1 && !machine.interrupts.isDue();
  }

  #enter(allowed: number): ExitCode {
    const { machine } = this;
    const attention = (this.#control + control.attention) >> 2;
    this.#words[attention] = machine.interrupts.anyAsserted ? 1 : 0;
    const own = Math.min(allowed, this.#unsampled < this.#nextSample ? this.#nextSample : this.#nextPeek());
    const code = this.#run?.(allowed * RECORD_BYTES, own * RECORD_BYTES) ?? exitCode.reference;
    const executed = this.#words[(this.#control + control.executed) >> 2] ?? 0;
    const translated = this.#words[(this.#control + control.translated) >> 2] ?? 0;
    machine.counter += BigInt(executed);
    this.counts.fast += executed;
    this.counts.translated += translated;
    this.#unsampled += executed - translated;
    this.counts.exits[code] += 1;
    return code;
  }

  /** Sees to what the module was left for; whether the machine is to execute the instruction at PC. */
  #resolve(code: ExitCode): boolean {
    this.#tlb.missed = code === exitCode.data;
    switch (code) {
      case exitCode.limit:
        if (this.#unsampled >= this.#nextSample) this.#sample();
        return false;
      case exitCode.decode:
        this.#decode(this.#words[(this.#control + control.ip) >> 2] ?? 0);
        return false;
      case exitCode.missing:
        this.#countMissing();
        return true;
      case exitCode.fetch:
        return !this.#fetch();
      case exitCode.context:
        this.#keys.addContext(this.#tlb);
        return false;
      case exitCode.permitTable:
        this.#keys.addPermitTable();
        return false;
      case exitCode.permit:
        return !this.#keys.judge();
      case exitCode.reference:
      case exitCode.data:
      case exitCode.attention:
        return true;
    }
  }

  /** Counts where the stretch began that the interpreter was in: there it spends its time, which translated code would not. */
  #sample(): void {
    this.#unsampled = 0;
    if (this.#regions === undefined) return;
    const record = this.#words[(this.#control + control.stretch) >> 2] ?? 0;
    const page = this.#pages.at(record);
    const isNew = this.#regions.sample(page, record);
    if (isNew) this.counts.regions += 1;
    this.#stride = isNew
      ? this.#sampleSteps
      : Math.min(this.#sampleSteps * MOST_SAMPLES, this.#stride + (this.#stride >> 4));
    // A loop whose length divides the way from sample to sample would be seen at one place only.
    this.#random = (Math.imul(this.#random, 1_664_525) + 1_013_904_223) >>> 0;
    this.#nextSample = Math.max(1, (this.#stride >> 1) + (this.#random % this.#stride));
  }

  /**
   * How far to go to the next sample when the module is left again and again before it comes to one: not far, and never
   * twice as far, so that no place is always stepped over.
   */
  #nextPeek(): number {
    this.#peek = (this.#peek * 5 + 1) & (MOST_PEEK - 1);
    return this.#peek + 1;
  }

  #warmUp(): void {
    this.#warm += 1;
    this.#cases.want(this.machine.state.word, Number(this.machine.pc & 4095n));
    if (this.#run === undefined && this.#warm >= this.#warmUpSteps) this.#build();
  }

  #countMissing(): void {
    this.#missing += 1;
    if (this.#missing < this.#missingSteps * 2 ** (this.counts.modules - 1)) return;
    this.#missing = 0;
    this.#build();
  }

  /** A new module, with cases for all that is wanted. */
  #build(): void {
    const { machine, memory } = this;
    const shapes = this.#cases.wanted;
    const { bytes, slots } = interpreterModule(memory.layout, machine.registers, shapes, {
      exact: this.#exact,
      trace: this.trace !== undefined,
    });
    this.#cases.adopt(shapes, slots);
    const instance = new webAssembly.Instance(new webAssembly.Module(bytes), {
      env: { memory: memory.memory },
    });
    this.#run = instance.exports.run as Run;
    this.counts.modules += 1;
    this.#regions?.attach(instance.exports);
    this.#pages.forgetCases();
  }

  /** Decodes the records from one on, as far as the flow surely goes. */
  #decode(first: number): void {
    const page = this.#pages.at(first);
    for (let record = first; record < page.end; record += RECORD_BYTES) {
      if (record !== first && this.#view.getUint16(record, true) !== fixedCase.decode) break;
      const offsetBytes = ((record - page.records) / RECORD_BYTES) * 4;
      const word = this.#view.getUint32(page.host + offsetBytes, true);
      const ends = this.#cases.decode(record, word, offsetBytes);
      if (this.#regions?.restore(record) === true || ends) break;
    }
    if (this.#regions?.hot === 0 && this.#regions.sample(page, first)) this.counts.regions += 1;
  }

  /** Makes the page of PC known to the module; false when the machine must see to the instruction. */
  #fetch(): boolean {
    const { machine } = this;
    const { pc } = machine;
    const { EL } = machine.pstate;
    if (pc % 4n !== 0n || machine.mmu.regimeOf(EL).untagged(pc) !== pc) return false;
    const request: TranslationRequest = { va: pc, access: "fetch", el: EL, pan: false, aligned: true };
    const result = machine.mmu.translate(request);
    if (isFault(result)) return false;
    const page = (result.pa >> 12n) << 12n;
    if (!machine.memory.isPlainRam(page, 4096)) return false;
    const { byteOffset } = machine.memory.window(page, 4096);
    this.#tlb.fillFetch(pc, this.#pages.recordsOf(byteOffset));
    return true;
  }
}

const IL = pstateFields.indexOf("IL");
