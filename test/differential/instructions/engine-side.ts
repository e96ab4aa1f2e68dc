import {
  type Architecture,
  type Machine,
  StateComparison,
  stateDifferenceText,
} from "../../../src/runtime/index.js";
import { EngineMachine, type FastEngineName, haltingWords } from "../engines/engine-machine.js";
import { EngineTally } from "../engines/engine-tally.js";
import type { Batch } from "./batch.js";
import { loadState, prepareRegisters } from "./case-state.js";
import {
  BLOCK_BYTES,
  CODE,
  CODE_BYTES,
  DATA,
  DATA_BYTES,
  EL1_VECTORS,
  EL1_VECTORS_BYTES,
  EL2_VECTORS,
  TABLES,
} from "./layout.js";
import { pageTables, TABLES_BYTES } from "./page-tables.js";
import { el1Vectors } from "./qemu-side.js";

/** More than a case takes that comes back, and so few that one which does not is noticed at once. */
const MOST_INSTRUCTIONS = 64;
const EL2_VECTORS_BYTES = 0x1000;

/** What the reference machine made of a case, in which it still is. */
export interface Reference {
  readonly machine: Machine;
  readonly steps: number;
  readonly interrupt: boolean;
  readonly data: Uint8Array;
  /** The blocks of data that it has touched. */
  readonly blocks: ReadonlySet<number>;
  readonly writesRegisters: boolean;
}

/** A fast engine beside the reference machine: it executes what that has executed, unwatched. One for all batches of a campaign. */
export class EngineSide {
  readonly tally: EngineTally;
  readonly #own: EngineMachine;
  readonly #start: BigUint64Array;
  readonly #comparison: StateComparison;
  readonly #data: Uint8Array;
  #batch: Batch | undefined;
  #halts = 0;

  constructor(name: FastEngineName, architecture: Architecture) {
    this.tally = new EngineTally(name);
    const ram = [
      { base: TABLES, sizeBytes: TABLES_BYTES },
      { base: EL1_VECTORS, sizeBytes: EL1_VECTORS_BYTES },
      { base: EL2_VECTORS, sizeBytes: EL2_VECTORS_BYTES },
      { base: CODE, sizeBytes: CODE_BYTES },
      { base: DATA, sizeBytes: DATA_BYTES },
    ];
    const own: EngineMachine = new EngineMachine(name, architecture, ram, {
      onHalt: () => (isAtVectors(own.machine) ? true : undefined),
    });
    this.#own = own;
    const { memory, machine } = own;
    memory.load(TABLES, pageTables());
    memory.load(EL1_VECTORS, el1Vectors());
    memory.load(EL2_VECTORS, haltingWords(EL2_VECTORS_BYTES));
    const { buffer, byteOffset } = memory.window(DATA, DATA_BYTES);
    this.#data = new Uint8Array(buffer, byteOffset, DATA_BYTES);
    prepareRegisters(machine);
    this.#start = machine.storage.sysregs.slice();
    this.#comparison = new StateComparison(architecture);
  }

  /** The batch whose cases come next. */
  begin(batch: Batch): void {
    this.#batch = batch;
    this.#own.memory.load(CODE, batch.code);
    this.#own.memory.load(DATA, batch.data);
  }

  /** Executes a case, and says what differs. describe: the case's text, asked for when something does. */
  check(state: BigUint64Array, reference: Reference, describe: () => string): void {
    const difference = this.#difference(state, reference);
    this.tally.add(difference === undefined ? undefined : `${difference}\n${describe()}`);
    this.#restore(reference);
  }

  /** To be called after the cases of a batch: whether the data are as before, but for what the cases have touched. */
  end(): void {
    const spoilt = this.#batch?.data.findIndex((byte, i) => byte !== this.#data[i]) ?? -1;
    if (spoilt >= 0)
      this.tally.add(
        `a case of the batch writes data + 0x${spoilt.toString(16)}, which the reference machine leaves alone`,
      );
  }

  /** To be called after the last batch. */
  finish(): EngineTally {
    this.tally.addCounts(this.#own.engine.counts, this.#halts);
    return this.tally;
  }

  #difference(
    state: BigUint64Array,
    { machine: theirs, steps, interrupt, data, blocks }: Reference,
  ): string | undefined {
    const { machine } = this.#own;
    loadState(machine, state, interrupt);
    machine.counter = theirs.counter - BigInt(steps);
    const { reason } = this.#own.run(MOST_INSTRUCTIONS);
    if (reason !== "halt")
      return `does not come to EL2's vectors, but to 0x${machine.pc.toString(16)} (${reason})`;
    // The HLT is executed on this side alone.
    this.#halts++;
    machine.pc -= 4n;
    machine.counter -= 1n;
    if (!this.#comparison.isSame(machine, theirs)) {
      return this.#comparison.differences(machine, theirs).map(stateDifferenceText).join("; ");
    }
    for (const block of blocks) {
      const [from, to] = [block * BLOCK_BYTES, (block + 1) * BLOCK_BYTES];
      if (Buffer.compare(this.#data.subarray(from, to), data.subarray(from, to)) !== 0)
        return `data + 0x${from.toString(16)} differ`;
    }
    return undefined;
  }

  #restore({ blocks, writesRegisters }: Reference): void {
    const { memory, machine } = this.#own;
    for (const block of blocks) {
      const from = block * BLOCK_BYTES;
      const before = this.#batch?.data.subarray(from, from + BLOCK_BYTES);
      if (before !== undefined) memory.load(DATA + BigInt(from), before);
    }
    if (writesRegisters) this.#own.clearTlb();
    machine.storage.sysregs.set(this.#start);
  }
}

function isAtVectors({ pc, pstate }: Machine): boolean {
  return pstate.EL === 2 && (pc & ~0x7ffn) === EL2_VECTORS;
}
