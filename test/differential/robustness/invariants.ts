import { implementedPstate } from "../../../src/runtime/features.js";
import {
  type ExceptionEvent,
  type MemoryEvent,
  type Observer,
  type PstateField,
  pstateFields,
  type RegisterDescription,
  type StepOutcome,
  type SysregEvent,
} from "../../../src/runtime/index.js";
import { type Bench, bench } from "./bench.js";

/**
 * Exception classes of AArch64 state and where the exception may come from. Source: DDI0487, ESR_EL1 and ESR_EL2, EC.
 * "same" and "lower": the class says that the level stays, or does not.
 */
const classes: ReadonlyMap<number, "any" | "same" | "lower" | "to EL2"> = new Map([
  [0x00, "any"],
  [0x01, "any"],
  [0x07, "any"],
  [0x0e, "any"],
  [0x15, "any"],
  [0x16, "to EL2"],
  [0x17, "to EL2"],
  [0x18, "any"],
  [0x20, "lower"],
  [0x21, "same"],
  [0x22, "any"],
  [0x24, "lower"],
  [0x25, "same"],
  [0x26, "any"],
  [0x2f, "any"],
  [0x30, "lower"],
  [0x31, "same"],
  [0x32, "lower"],
  [0x33, "same"],
  [0x34, "lower"],
  [0x35, "same"],
  [0x3c, "any"],
]);

const offsets = { synchronous: 0x000n, irq: 0x080n, fiq: 0x100n, serror: 0x180n } as const;

/** What a step must have come with: instructions begun, exceptions taken. */
const expectedEvents: Readonly<Record<StepOutcome, readonly (readonly [number, number])[]>> = {
  executed: [[1, 0]],
  wait: [[1, 0]],
  halt: [[1, 0]],
  // A misaligned PC and a fetch that aborts are exceptions before there is an instruction.
  exception: [
    [0, 1],
    [1, 1],
  ],
  interrupt: [[0, 1]],
};

/**
 * A step translates its own address, and the two ends of an access or a block: each by a stage 1 walk of at most four
 * descriptors and the output, of which stage 2 may keep one each, and one entry for the whole.
 */
const MOST_TLB_ENTRIES_OF_A_STEP = 3 * (4 + 1 + 1);

/** Counts of what happened, for the report. */
export interface Tally {
  steps: number;
  interrupts: number;
  waits: number;
  returns: number;
  readonly classes: Map<number, number>;
}

/** Watches a bench and says what no architecture allows. */
export class Invariants implements Observer {
  readonly broken: string[] = [];
  readonly tally: Tally = { steps: 0, interrupts: 0, waits: 0, returns: 0, classes: new Map() };
  readonly #implemented: ReadonlySet<PstateField>;
  readonly #descriptions: ReadonlyMap<string, RegisterDescription>;
  readonly #zeroRegister: BigUint64Array;
  readonly #before = { EL: 0, SP: 0, tlbSize: 0 };
  /** Registers that instructions have written in this run. */
  readonly #written = new Set<RegisterDescription>();
  #instructions = 0;
  #exceptions = 0;
  #returns = 0;

  constructor(readonly where: Bench) {
    const { machine } = where;
    this.#implemented = implementedPstate(machine.registers);
    this.#descriptions = new Map(where.descriptions.map((d) => [d.name, d]));
    this.#zeroRegister = new BigUint64Array(where.state.buffer, where.state.bytes.byteOffset + 31 * 8, 1);
    machine.observe(this);
  }

  /** To be called before a step. */
  begin(): void {
    const { EL, SP } = this.where.machine.pstate;
    Object.assign(this.#before, { EL, SP, tlbSize: this.where.machine.tlb.size });
    this.#instructions = 0;
    this.#exceptions = 0;
    this.#returns = 0;
  }

  /** To be called after a step with its outcome. */
  end(outcome: StepOutcome): void {
    this.tally.steps++;
    if (outcome === "wait") this.tally.waits++;
    if (outcome === "interrupt") this.tally.interrupts++;
    const allowed = expectedEvents[outcome];
    if (allowed === undefined) this.#break(`step gave ${outcome}`);
    else if (!allowed.some(([i, e]) => i === this.#instructions && e === this.#exceptions)) {
      this.#break(`${outcome} with ${this.#instructions} instructions and ${this.#exceptions} exceptions`);
    }
    const { EL } = this.where.machine.pstate;
    if (EL !== this.#before.EL && this.#exceptions + this.#returns === 0) {
      this.#break(`EL${this.#before.EL} became EL${EL} without an exception or a return`);
    }
    const tlbSize = this.where.machine.tlb.size;
    if (tlbSize - this.#before.tlbSize > MOST_TLB_ENTRIES_OF_A_STEP) {
      this.#break(`the TLB grew from ${this.#before.tlbSize} to ${tlbSize} entries`);
    }
    if (this.#returns > 1) this.#break(`${this.#returns} returns in one step`);
    if (this.#zeroRegister[0] !== 0n) this.#break("register 31 is not zero");
    this.#checkPstate();
  }

  /** To be called when a run is over. */
  finish(): void {
    const { state, ram, device, machine } = this.where;
    if (!state.untouched) this.#break("memory beside the state was written");
    if (!ram.untouched) this.#break("memory beside RAM was written");
    if (device.wrong > 0) this.#break(`${device.wrong} wrong accesses of the device`);
    for (const { name, res0, res1, widthBits, effects } of this.#written) {
      if (effects.includes("pstate")) continue;
      const value = machine.registers.get(name);
      if ((value & res0) !== 0n) this.#break(`RES0 bits of ${name} are set`);
      if ((BigInt.asUintN(widthBits, res1) & ~value) !== 0n) this.#break(`RES1 bits of ${name} are clear`);
    }
    this.#written.clear();
  }

  instruction({ pc, el, word }: { readonly pc: bigint; readonly el: number; readonly word: number }): void {
    this.#instructions++;
    if (pc % 4n !== 0n) this.#break(`an instruction at ${pc}`);
    if (el !== this.#before.EL) this.#break(`an instruction of EL${el} at EL${this.#before.EL}`);
    if (!Number.isInteger(word) || word < 0 || word > 0xffff_ffff) this.#break(`the word ${word}`);
  }

  registerWrite({ index, value }: { readonly index: number; readonly value: bigint }): void {
    if (index < 0 || index > 30) this.#break(`a write of X${index}`);
    if (value < 0n || value >> 64n !== 0n) this.#break(`X${index} was written with ${value}`);
  }

  sysregRead({ name, value }: SysregEvent): void {
    if (value < 0n || value >> 64n !== 0n) this.#break(`${name} was read as ${value}`);
  }

  sysregWrite({ name, value }: SysregEvent): void {
    const description = this.#descriptions.get(name);
    if (description === undefined) {
      this.#break(`a write of ${name}, which does not exist`);
      return;
    }
    this.#written.add(description);
    if (description.writeEl === undefined) this.#break(`a write of ${name}, which is read only`);
    else if (description.writeEl > this.#before.EL) this.#break(`a write of ${name} at EL${this.#before.EL}`);
    if ((value & description.res0) !== 0n) this.#break(`RES0 bits of ${name} were written`);
    const { widthBits, res1 } = description;
    if ((BigInt.asUintN(widthBits, res1) & ~value) !== 0n) this.#break(`RES1 bits of ${name} were cleared`);
    if (value < 0n || value >> BigInt(widthBits) !== 0n) this.#break(`${name} was written with ${value}`);
  }

  memoryRead(event: MemoryEvent): void {
    this.#checkAccess(event);
  }

  memoryWrite(event: MemoryEvent): void {
    this.#checkAccess(event);
  }

  exception(event: ExceptionEvent): void {
    this.#exceptions++;
    const { machine } = this.where;
    const { from, to, kind, vector, returnAddress, esr } = event;
    const get = (name: string) => machine.registers.get(`${name}_EL${to}`);
    if (from !== this.#before.EL || (to !== 1 && to !== 2) || to < from) {
      this.#break(`an exception from EL${from} to EL${to} at EL${this.#before.EL}`);
      return;
    }
    const source = to > from ? 0x400n : this.#before.SP === 1 ? 0x200n : 0n;
    const expected = BigInt.asUintN(64, (get("VBAR") & ~0x7ffn) + source + offsets[kind]);
    if (vector !== expected || machine.pc !== vector) this.#break(`${kind} went to ${vector.toString(16)}`);
    if (get("ELR") !== returnAddress) this.#break("ELR is not the return address");
    const spsr = get("SPSR");
    if (Number((spsr >> 2n) & 3n) !== from || (spsr & 0x12n) !== 0n) this.#break(`SPSR ${spsr.toString(16)}`);
    if (machine.pstate.EL !== to || machine.pstate.SP !== 1) this.#break("PSTATE is not the handler's");
    if (esr !== undefined) this.#checkSyndrome(event, esr, get("ESR"));
    else if (kind === "synchronous" || kind === "serror") this.#break(`${kind} without a syndrome`);
  }

  exceptionReturn({
    from,
    to,
    illegal,
  }: {
    readonly from: number;
    readonly to: number;
    readonly illegal: boolean;
  }): void {
    this.#returns++;
    this.tally.returns++;
    if (from === 0 || to > from) this.#break(`a return from EL${from} to EL${to}`);
    if (illegal && to !== from) this.#break("an illegal return changed the level");
  }

  #checkSyndrome({ from, to, kind }: ExceptionEvent, esr: bigint, kept: bigint): void {
    if (esr !== kept) this.#break("the reported syndrome is not in ESR");
    if (esr >> 32n !== 0n || ((esr >> 25n) & 1n) !== 1n) this.#break(`ESR ${esr.toString(16)}`);
    const ec = Number(esr >> 26n) & 0x3f;
    this.tally.classes.set(ec, (this.tally.classes.get(ec) ?? 0) + 1);
    const rule = classes.get(ec);
    const fits =
      rule === "any" ||
      (rule === "same" && from === to) ||
      (rule === "lower" && from < to) ||
      (rule === "to EL2" && to === 2);
    if (!fits || (kind === "serror") !== (ec === 0x2f)) {
      this.#break(`${kind} of class 0x${ec.toString(16)} from EL${from} to EL${to}`);
    }
  }

  #checkAccess({ pa, sizeBytes, value, va }: MemoryEvent): void {
    const end = pa + BigInt(sizeBytes);
    const inRam = pa >= bench.ram && pa < bench.ram + BigInt(bench.ramBytes);
    const inDevice = pa >= bench.device && end <= bench.device + BigInt(bench.deviceBytes);
    if (!inRam && !inDevice) this.#break(`an access of ${pa.toString(16)}`);
    if (va < 0n || va >> 64n !== 0n) this.#break(`an access of VA ${va}`);
    if (value < 0n || value >> BigInt(8 * sizeBytes) !== 0n) this.#break(`${sizeBytes} bytes of ${value}`);
  }

  #checkPstate(): void {
    const { pstate } = this.where.machine;
    if (pstate.EL > 2) this.#break(`EL${pstate.EL}`);
    if (pstate.EL === 0 && pstate.SP === 1) this.#break("EL0 with a stack pointer of its own");
    for (const field of pstateFields) {
      const value = pstate[field];
      if (field !== "EL" && value !== 0 && value !== 1) this.#break(`PSTATE.${field} is ${value}`);
      if (value !== 0 && !this.#implemented.has(field)) this.#break(`PSTATE.${field} is not implemented`);
    }
  }

  #break(what: string): void {
    if (this.broken.length < 20) this.broken.push(what);
  }
}
