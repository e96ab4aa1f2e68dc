import { type Architecture, Machine, PhysicalMemory } from "../../../src/runtime/index.js";
import type { Batch, Case } from "./batch.js";
import { loadState, prepareRegisters } from "./case-state.js";
import { disassemble } from "./disassembly.js";
import type { EngineSide } from "./engine-side.js";
import { filterOf, harnessReason, isHarness, movingEffects, movingReason } from "./filters.js";
import {
  BLOCK_BYTES,
  BLOCKS,
  CODE,
  CODE_BYTES,
  DATA,
  DATA_BYTES,
  EL1_VECTORS,
  EL1_VECTORS_BYTES,
  EL2_VECTORS,
  flag,
  input,
  RESULT_BYTES,
  RESULT_WORDS,
  result,
  TABLES,
} from "./layout.js";
import { pageTables, TABLES_BYTES } from "./page-tables.js";
import { el1Vectors } from "./qemu-side.js";

/** A case that is not over after so many steps does not come back. */
const MOST_STEPS = 24;

/** Thrown by the observer of instructions, to abandon a case. */
class Filtered {
  constructor(readonly reason: string) {}
}

/** What our machine made of a batch. */
export interface MachineResults {
  readonly records: Uint8Array;
  readonly data: Uint8Array;
  /** How many cases were left out, by the reason. */
  readonly filtered: ReadonlyMap<string, number>;
  /** The words that a case executed besides its own, by its index: a branch may lead into the slot of another. */
  readonly elsewhere: ReadonlyMap<number, readonly number[]>;
}

/**
 * Runs the cases of a batch on the reference machine, one machine for all of them. It also completes the cases'
 * records with what only the run shows: which blocks of data are touched, whether system registers are written, and whether the case
 * must be left out.
 */
export class MachineSide {
  readonly #machine: Machine;
  readonly #data: Uint8Array;
  readonly #start: BigUint64Array;
  #blocks = new Set<number>();
  #writesRegisters = false;
  #interrupt = false;
  #steps = 0;
  /** Where the present case's own words are, and what it executed besides. */
  #own = { first: 0n, end: 0n };
  #elsewhere: number[] = [];

  constructor(
    architecture: Architecture,
    readonly batch: Batch,
    /** Each executes the cases, too, and compares. */
    readonly engines: readonly EngineSide[] = [],
  ) {
    const memory = new PhysicalMemory();
    memory.addRam(TABLES, BigInt(TABLES_BYTES));
    memory.addRam(EL1_VECTORS, BigInt(EL1_VECTORS_BYTES));
    memory.addRam(CODE, BigInt(CODE_BYTES));
    memory.addRam(DATA, BigInt(DATA_BYTES));
    memory.load(TABLES, pageTables());
    memory.load(EL1_VECTORS, el1Vectors());
    memory.load(CODE, batch.code);
    memory.load(DATA, batch.data);
    const { buffer, byteOffset } = memory.window(DATA, DATA_BYTES);
    this.#data = new Uint8Array(buffer, byteOffset, DATA_BYTES);
    this.#machine = new Machine(architecture, { memory });
    prepareRegisters(this.#machine);
    this.#start = this.#machine.state.storage.sysregs.slice();
    this.#watch();
  }

  /** Runs all cases. */
  run(): MachineResults {
    const { cases } = this.batch;
    const records = new BigUint64Array(cases.length * RESULT_WORDS);
    const filtered = new Map<string, number>();
    const elsewhere = new Map<number, readonly number[]>();
    for (const engine of this.engines) engine.begin(this.batch);
    for (const [i, one] of cases.entries()) {
      const reason = this.#runCase(one, records.subarray(i * RESULT_WORDS, (i + 1) * RESULT_WORDS));
      if (reason !== undefined) filtered.set(reason, (filtered.get(reason) ?? 0) + 1);
      else if (this.#elsewhere.length > 0) elsewhere.set(i, this.#elsewhere);
    }
    for (const engine of this.engines) engine.end();
    return { records: new Uint8Array(records.buffer), data: this.#data, filtered, elsewhere };
  }

  #watch(): void {
    const machine = this.#machine;
    const touch = (address: bigint, sizeBytes: number): void => {
      const offset = Number(address - DATA);
      for (const at of [offset, offset + sizeBytes - 1]) {
        if (at >= 0 && at < DATA_BYTES) this.#blocks.add(Math.floor(at / BLOCK_BYTES));
      }
    };
    machine.observe({
      instruction: ({ pc, word, el }) => {
        if (pc < this.#own.first || pc >= this.#own.end) this.#elsewhere.push(word);
        const reason = filterOf(word, el, machine, this.#interrupt);
        if (reason !== undefined) throw new Filtered(reason);
      },
      sysregRead: ({ name }) => this.#dropMoving(name),
      memoryRead: ({ pa, sizeBytes }) => touch(pa, sizeBytes),
      memoryWrite: ({ pa, sizeBytes }) => touch(pa, sizeBytes),
      sysregWrite: ({ name }) => {
        this.#dropMoving(name);
        this.#writesRegisters = true;
      },
      // A store that faults may have been done in part: show what lies before the address that faults.
      exception: ({ far }) => {
        if (far === undefined) return;
        if (isHarness(far)) throw new Filtered(harnessReason);
        touch(far, 1);
        touch(far - BigInt(BLOCK_BYTES), BLOCK_BYTES);
      },
    });
  }

  #dropMoving(name: string): void {
    const { effects } = this.#machine.registers.named(name).description;
    if (effects.some((effect) => movingEffects.has(effect))) throw new Filtered(movingReason);
  }

  /** The reason why the case is left out, if it is. */
  #runCase(one: Case, record: BigUint64Array): string | undefined {
    const flags = Number(one.state[input.flags] ?? 0n);
    this.#blocks = new Set();
    this.#elsewhere = [];
    const first = one.state[input.pc] ?? 0n;
    this.#own = { first, end: first + BigInt(4 * one.words.length) };
    this.#writesRegisters = false;
    this.#interrupt = (flags & flag.interrupt) !== 0;
    loadState(this.#machine, one.state, this.#interrupt);
    const reason =
      this.#stepToTheEnd() ?? (this.#blocks.size > BLOCKS ? "touches too much memory" : undefined);
    const left = reason === undefined ? 0 : flag.skipped;
    const restores = this.#writesRegisters ? flag.restores : 0;
    one.state[input.flags] = BigInt((flags & flag.interrupt) | left | restores);
    if (reason === undefined) {
      this.#record(one.state, record);
      this.#compareEngines(one);
    }
    this.#restore();
    return reason;
  }

  #compareEngines(one: Case): void {
    const reference = {
      machine: this.#machine,
      steps: this.#steps,
      interrupt: this.#interrupt,
      data: this.#data,
      blocks: this.#blocks,
      writesRegisters: this.#writesRegisters,
    };
    for (const engine of this.engines) engine.check(one.state, reference, () => caseText(one));
  }

  #stepToTheEnd(): string | undefined {
    const machine = this.#machine;
    this.#steps = 0;
    try {
      while (this.#steps < MOST_STEPS) {
        machine.step();
        this.#steps++;
        if (machine.pstate.EL === 2 && (machine.pc & ~0x7ffn) === EL2_VECTORS) return undefined;
      }
    } catch (thrown) {
      if (thrown instanceof Filtered) return thrown.reason;
      throw thrown;
    }
    return "does not come back";
  }

  #record(state: BigUint64Array, record: BigUint64Array): void {
    const machine = this.#machine;
    const { storage } = machine.state;
    record.set(storage.x, result.x);
    record.set(storage.v, result.v);
    for (const [slot, name] of recordedRegisters) record[slot] = machine.registers.get(name);
    record[result.spEl2] = machine.spEl2;
    record[result.vector] = (machine.pc & 0x7ffn) >> 7n;
    const shown = new Uint8Array(record.buffer, record.byteOffset, RESULT_BYTES);
    let at = 0;
    for (const block of [...this.#blocks, ...this.#untouchedBlocks()].slice(0, BLOCKS)) {
      const from = block * BLOCK_BYTES;
      state[input.blocks + at] = BigInt(from);
      shown.set(this.#data.subarray(from, from + BLOCK_BYTES), result.blocks * 8 + at * BLOCK_BYTES);
      at++;
    }
  }

  /** As many blocks as a record has room for: none is shown twice, for it is put back after it is shown. */
  #untouchedBlocks(): number[] {
    return Array.from({ length: 2 * BLOCKS }, (_, i) => i).filter((block) => !this.#blocks.has(block));
  }

  #restore(): void {
    const { storage } = this.#machine.state;
    for (const block of this.#blocks) {
      const from = block * BLOCK_BYTES;
      this.#data.set(this.batch.data.subarray(from, from + BLOCK_BYTES), from);
    }
    if (this.#writesRegisters) this.#machine.tlb.clear();
    storage.sysregs.set(this.#start);
  }
}

/** A case's words and where they start, for people. */
function caseText({ name, words, state }: Case): string {
  const spsr = state[input.spsr] ?? 0n;
  const lines = words.map(
    (word) => `    .inst 0x${word.toString(16).padStart(8, "0")}  // ${disassemble(word)}`,
  );
  return `${name}, PSTATE 0x${spsr.toString(16)}\n${lines.join("\n")}`;
}

/** The system registers that a result shows, by their doublewords. */
export const recordedRegisters: readonly (readonly [slot: number, name: string])[] = [
  [result.spEl0, "SP_EL0"],
  [result.spEl1, "SP_EL1"],
  [result.esrEl2, "ESR_EL2"],
  [result.elrEl2, "ELR_EL2"],
  [result.spsrEl2, "SPSR_EL2"],
  [result.farEl2, "FAR_EL2"],
  [result.hpfarEl2, "HPFAR_EL2"],
  [result.esrEl1, "ESR_EL1"],
  [result.elrEl1, "ELR_EL1"],
  [result.spsrEl1, "SPSR_EL1"],
  [result.farEl1, "FAR_EL1"],
  [result.fpcr, "FPCR"],
  [result.fpsr, "FPSR"],
  [result.tpidrEl0, "TPIDR_EL0"],
  [result.parEl1, "PAR_EL1"],
];
