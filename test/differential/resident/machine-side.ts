import { type Architecture, type ExceptionEvent, isFault, Machine } from "../../../src/runtime/index.js";
import { beginCase, prepareMachine, WFE } from "./case-state.js";
import type { Discard } from "./discards.js";
import { type EngineSide, stateOf } from "./engine-side.js";
import { JournalMemory } from "./journal-memory.js";
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
  RESULT_WORDS,
  record,
  recorded,
  TIMER_TICKS,
} from "./layout.js";

/** A case that is not over after so many steps does not come back without the timer. */
const MOST_STEPS = 12;

/**
 * The reference machine beside QEMU's harness: it sets the state of a case as the harness does and executes until an
 * exception comes to EL2.
 */
export class MachineSide {
  readonly machine: Machine;
  readonly #memory = new JournalMemory();
  #taken: ExceptionEvent | undefined;
  #spoilt = false;
  #unknown: bigint | undefined;
  #keeps = true;
  #before = new Uint8Array();
  #instructions = 0n;
  #describe: () => string = () => "";

  constructor(
    architecture: Architecture,
    readonly registers: readonly string[],
    parts: readonly { readonly address: bigint; readonly bytes: Uint8Array }[],
    /** The words that cases may execute; all unless said. */
    words?: ReadonlySet<number>,
    /** Whether the timer ends what goes round, too, as cases that set HCR_EL2.IMO allow; waits it ends always. */
    readonly endsLoops = false,
    /** Each executes the cases that are kept, too, and compares. */
    readonly engines: readonly EngineSide[] = [],
  ) {
    const memory = this.#memory;
    this.machine = new Machine(architecture, { memory });
    memory.addRam(CODE, BigInt(CODE_BYTES));
    memory.addRam(DATA, BigInt(DATA_BYTES));
    memory.addRam(POOLS, BigInt(POOLS_BYTES));
    for (const [base, end] of forbidden) {
      memory.addDevice(base, end - base, {
        read: () => {
          this.#spoilt = true;
          return 0n;
        },
        write: () => {
          this.#spoilt = true;
        },
      });
    }
    this.machine.observe({
      instruction: ({ pc, el, word }) => {
        if (words?.has(word) === false) this.#unknown ??= this.#fetchedFrom(pc, el);
      },
      exception: (event) => {
        if (event.to === 2) this.#taken ??= event;
        this.first ??= {
          esr: event.esr ?? 0n,
          lastDescriptor: memory.lastDoubleword,
        };
      },
    });
    for (const { address, bytes } of parts) memory.load(address, bytes);
    prepareMachine(this.machine);
    memory.commit();
    for (const engine of engines) engine.begin(parts);
  }

  /**
   * The result of a case, RESULT_WORDS doublewords, or why it cannot be run on QEMU; then it leaves no trace. Where the case comes
   * to an unknown word, its record is changed to hold POKED there; where it waits, or goes round, to have the timer. isOwn: addresses
   * that a case must not write besides the code. describe: the case's text, for engines that differ.
   */
  run(
    state: BigUint64Array,
    isOwn: (address: number) => boolean = () => false,
    describe: () => string = () => "",
  ): BigUint64Array | Discard {
    this.#describe = describe;
    let result = this.#attempt(state, isOwn);
    if (this.#unknown !== undefined && state[record.poke] === 0n) {
      state[record.poke] = this.#unknown & ~7n;
      result = this.#attempt(state, isOwn);
    }
    return result;
  }

  /** As run, and no trace is left in any case. */
  try(state: BigUint64Array): BigUint64Array | Discard {
    this.#keeps = false;
    const result = this.run(state);
    this.#keeps = true;
    return result;
  }

  #attempt(state: BigUint64Array, isOwn: (address: number) => boolean): BigUint64Array | Discard {
    const memory = this.#memory;
    const poked = Number(state[record.poke] ?? 0n);
    const before = poked === 0 ? undefined : memory.readAt(poked, 8);
    if (before !== undefined) memory.writeAt(poked, 8, POKED);
    this.#begin(state);
    const comes = this.#execute(state);
    this.lastDoubleword = memory.lastDoubleword;
    const touched = memory.written.slice(before === undefined ? 0 : 1);
    const written = touched.some(({ address: at }) => isOwn(at) || (at >= CODE && at < DATA));
    const discard = this.#discard(comes, written);
    const result = discard ?? this.#result();
    if (discard === undefined && this.#keeps) this.#compareEngines(state);
    if (before !== undefined) memory.writeAt(poked, 8, before);
    if (discard === undefined && this.#keeps) memory.commit();
    else memory.undo();
    return result;
  }

  #compareEngines(state: BigUint64Array): void {
    const { machine } = this;
    const [before, instructions] = [this.#before, this.#instructions];
    const poked = state[record.poke] === 0n ? 0 : 1;
    const written = this.#memory.written.slice(poked);
    const reference = { machine, before, instructions, written };
    for (const engine of this.engines) engine.check(state, reference, this.#describe);
  }

  /** To be called after the cases of a batch. */
  end(): void {
    for (const engine of this.engines) engine.end(this.machine);
  }

  /** Steps until an exception comes to EL2; when the case does not end by itself, its record gets the timer, whose interrupt comes. */
  #execute(state: BigUint64Array): "EL2" | "waits" | "loops" {
    const { machine } = this;
    let left = MOST_STEPS;
    state[record.timer] = 0n;
    while (this.#taken === undefined && this.#unknown === undefined) {
      const waits = left > 0 && machine.step() === "wait";
      left--;
      if (waits && this.#waitsForEvent()) machine.state.eventRegister = true;
      else if (waits || left < 0) {
        if (state[record.timer] !== 0n || !(waits || this.endsLoops)) return waits ? "waits" : "loops";
        state[record.timer] = TIMER_TICKS;
        machine.setIrq(true);
        left = MOST_STEPS;
      }
    }
    return "EL2";
  }

  /** Whether the wait is one by WFE, which never waits in QEMU: its event comes at once. */
  #waitsForEvent(): boolean {
    return this.machine.state.word === WFE;
  }

  #discard(comes: "EL2" | "waits" | "loops", written: boolean): Discard | undefined {
    if (this.#unknown !== undefined) return "executes an unknown word";
    if (this.#spoilt) return "touches the harness or a device";
    if (written) return "writes code or its own tables";
    if (comes !== "EL2") return comes === "waits" ? "waits for ever" : "does not come to EL2";
    return this.#harnessRuns() ? undefined : "EL2 cannot fetch the harness";
  }

  /** The physical address of the instruction at an address. */
  #fetchedFrom(va: bigint, el: number): bigint {
    const result = this.machine.mmu.translate({ va, access: "fetch", el, pan: false, aligned: true });
    if (isFault(result)) throw new Error("an instruction is executed that cannot be fetched");
    return result.pa;
  }

  /** Writes a word to memory from outside, and keeps it. */
  write(address: bigint, word: number): void {
    this.machine.memory.write(address, 4, BigInt(word));
    for (const engine of this.engines) engine.write(address, BigInt(word));
    this.#memory.commit();
  }

  /** The last doubleword that the last case has read: when it faults on a walk, the descriptor that says so. */
  lastDoubleword = 0n;

  /**
   * The syndrome of the first exception of the last case and the last doubleword read before it, which what follows in EL1's vectors
   * may hide.
   */
  first: { readonly esr: bigint; readonly lastDescriptor: bigint } | undefined;

  /** Whether EL2 can fetch the harness, whose vectors are entered with the case's own translation. */
  #harnessRuns(): boolean {
    return [0n, 0x1000n].every((offset) => {
      const va = HARNESS + offset;
      const request = { va, access: "fetch", el: 2, pan: false, aligned: true } as const;
      const result = this.machine.mmu.translate(request);
      return !isFault(result) && result.pa === va;
    });
  }

  #begin(state: BigUint64Array): void {
    beginCase(this.machine, this.registers, state);
    if (this.engines.length > 0) this.#before = stateOf(this.machine).slice();
    this.#instructions = this.machine.counter;
    this.#memory.lastDoubleword = 0n;
    this.#taken = undefined;
    this.first = undefined;
    this.#spoilt = false;
    this.#unknown = undefined;
  }

  #result(): BigUint64Array {
    const { machine } = this;
    const result = new BigUint64Array(RESULT_WORDS);
    result.set(machine.x.subarray(0, 4));
    result[4] = BigInt.asUintN(11, this.#taken?.vector ?? 0n) >> 7n;
    recorded.forEach((name, i) => {
      result[5 + i] = machine.registers.get(name);
    });
    return result;
  }
}
