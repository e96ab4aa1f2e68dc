import {
  type Architecture,
  type Machine,
  memoryDifference,
  StateComparison,
  stateDifferenceText as textOf,
} from "../../../src/runtime/index.js";
import { EngineMachine, haltingWords } from "../engines/engine-machine.js";
import type { EngineTally } from "../engines/engine-tally.js";
import { ERET, START, WFE } from "./case-state.js";
import type { Written } from "./journal-memory.js";
import {
  CODE,
  CODE_BYTES,
  DATA,
  DATA_BYTES,
  forbidden,
  HARNESS,
  POKED,
  POOLS,
  POOLS_BYTES,
  record,
} from "./layout.js";

/** More than a case takes that ends without the timer. */
const MOST_INSTRUCTIONS = 64;
const VECTORS_BYTES = 0x1000;

const ram = [
  { base: CODE, sizeBytes: CODE_BYTES },
  { base: DATA, sizeBytes: DATA_BYTES },
  { base: POOLS, sizeBytes: POOLS_BYTES },
];

/**
 * What the reference machine made of a case, in which it still is. before: its state at the case's first instruction; instructions: how
 * many it had executed by then. written: where it has written to memory since.
 */
export interface Reference {
  readonly machine: Machine;
  readonly before: Uint8Array;
  readonly instructions: bigint;
  readonly written: readonly Written[];
}

/** A fast engine beside the reference machine: it executes what that has executed, unwatched. */
export class EngineSide {
  readonly #own: EngineMachine;
  readonly #comparison: StateComparison;
  #halts = 0;
  #strays = false;

  constructor(
    readonly tally: EngineTally,
    architecture: Architecture,
  ) {
    const own: EngineMachine = new EngineMachine(
      tally.engine,
      architecture,
      [...ram, { base: HARNESS, sizeBytes: VECTORS_BYTES }],
      { onHalt: () => (isAtVectors(own.machine) ? true : undefined) },
    );
    this.#own = own;
    for (const [base, end] of forbidden.flatMap(withoutVectors)) {
      own.memory.addDevice(base, end - base, {
        read: () => {
          this.#strays = true;
          return 0n;
        },
        write: () => {
          this.#strays = true;
        },
      });
    }
    this.#comparison = new StateComparison(architecture);
  }

  /** Begins a batch: what lies in its memory. */
  begin(parts: readonly { readonly address: bigint; readonly bytes: Uint8Array }[]): void {
    const { memory } = this.#own;
    for (const { base, sizeBytes } of ram) memory.load(base, new Uint8Array(sizeBytes));
    for (const { address, bytes } of parts) memory.load(address, bytes);
    memory.load(HARNESS, haltingWords(VECTORS_BYTES));
    memory.write(START, 4, ERET);
  }

  /** Writes a word to memory between the cases. */
  write(address: bigint, word: bigint): void {
    this.#own.memory.write(address, 4, word);
  }

  /**
   * Executes a case, and counts whether something differs. state: its record, as the reference machine leaves it.
   * It is executed a second time with the translations of the first, for those are what a module goes by.
   */
  check(state: BigUint64Array, reference: Reference, describe: () => string): void {
    const { memory } = this.#own;
    const poked = state[record.poke] ?? 0n;
    const before = poked === 0n ? undefined : memory.read(poked, 8);
    if (before !== undefined) memory.write(poked, 8, POKED);
    this.#own.clearTlb();
    const first = this.#difference(state, reference);
    if (first === undefined) this.#undo(reference);
    const second = first === undefined ? this.#difference(state, reference) : undefined;
    const difference = first ?? (second && `the second time ${second}`);
    if (before !== undefined) memory.write(poked, 8, before);
    this.tally.add(difference === undefined ? undefined : `${difference}\n${describe()}`);
    if (difference !== undefined) this.#repair(reference);
  }

  /** Compares all memory, after the cases of a batch. */
  end({ memory }: Machine): void {
    for (const range of ram) {
      const difference = memoryDifference(this.#own.memory, memory, range);
      if (difference !== undefined) this.tally.add(`after a batch ${textOf(difference)}`);
    }
  }

  /** To be called after the last batch. */
  finish(): void {
    this.tally.addCounts(this.#own.engine.counts, this.#halts);
  }

  #difference(
    state: BigUint64Array,
    { machine: theirs, before, instructions, written }: Reference,
  ): string | undefined {
    const { machine, memory } = this.#own;
    machine.state.exclusive = undefined;
    stateOf(machine).set(before);
    machine.setIrq(state[record.irq] !== 0n);
    machine.counter = instructions;
    this.#strays = false;
    const isTimed = state[record.timer] !== 0n;
    const reason = this.#execute(isTimed);
    if (reason !== "halt")
      return `does not come to EL2's vectors, but to 0x${machine.pc.toString(16)} (${reason})`;
    if (this.#strays) return "reaches what the reference machine does not: the harness or a device";
    // The HLT is executed on this side alone.
    this.#halts++;
    machine.pc -= 4n;
    machine.counter -= 1n;
    // When the timer ends a case is for each machine to say.
    if (isTimed) machine.counter = theirs.counter;
    if (!this.#comparison.isSame(machine, theirs))
      return this.#comparison.differences(machine, theirs).map(textOf).join("; ");
    const wrong = written.find(({ address, sizeBytes }) => {
      return memory.readAt(address, sizeBytes) !== theirs.memory.readAt(address, sizeBytes);
    });
    return wrong && `RAM 0x${wrong.address.toString(16)} differs`;
  }

  /** Memory is as before the case. */
  #undo({ written }: Reference): void {
    for (const { address, sizeBytes, before } of written.toReversed())
      this.#own.memory.writeAt(address, sizeBytes, before);
  }

  /** Runs to EL2's vectors; with the timer, its interrupt comes when nothing else ends the case. */
  #execute(isTimed: boolean): string {
    const { machine, engine } = this.#own;
    for (let interrupts = isTimed ? 1 : 0; ; ) {
      const { reason } = engine.run({ maxInstructions: MOST_INSTRUCTIONS });
      if (reason === "wait" && machine.state.word === WFE) machine.state.eventRegister = true;
      else if (reason === "halt" || interrupts-- === 0) return reason;
      else machine.setIrq(true);
    }
  }

  /** Memory is as the reference machine's, so that one difference is counted once. */
  #repair({ machine: { memory }, written }: Reference): void {
    for (const { address, sizeBytes } of written) {
      const value = memory.readAt(address, sizeBytes);
      if (value !== undefined) this.#own.memory.writeAt(address, sizeBytes, value);
    }
  }
}

/** A range but for EL2's vectors, which are RAM on this side. */
function withoutVectors([base, end]: readonly [bigint, bigint]): readonly (readonly [bigint, bigint])[] {
  const after = HARNESS + BigInt(VECTORS_BYTES);
  if (base > HARNESS || end < after) return [[base, end]];
  return [
    [base, HARNESS],
    [after, end],
  ];
}

/** The bytes of a machine's state. */
export function stateOf({ storage: { window, sysregs } }: Machine): Uint8Array {
  const end = sysregs.byteOffset + sysregs.byteLength - window.byteOffset;
  return new Uint8Array(window.buffer, window.byteOffset, end);
}

function isAtVectors({ pc, pstate }: Machine): boolean {
  return pstate.EL === 2 && (pc & ~0x7ffn) === HARNESS;
}
