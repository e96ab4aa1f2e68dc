import { type Architecture, type ExceptionEvent, isFault, Machine } from "../../../src/runtime/index.js";
import { JournalMemory } from "./journal-memory.js";
import {
  CODE,
  CODE_BYTES,
  DATA,
  DATA_BYTES,
  HARNESS,
  POOLS,
  POOLS_BYTES,
  RESULT_WORDS,
  record,
  recorded,
} from "./layout.js";

/** A case that is not over after so many steps does not come back. */
const MOST_STEPS = 12;
const ERET = 0xd69f03e0n;
const START = CODE + BigInt(CODE_BYTES) - 8n;

/** Where a case must not go: what the harness keeps on QEMU, and QEMU's devices. */
const forbidden: readonly (readonly [base: bigint, end: bigint])[] = [
  [0n, CODE],
  [CODE + BigInt(CODE_BYTES), DATA],
  [DATA + BigInt(DATA_BYTES), POOLS],
  [POOLS + BigInt(POOLS_BYTES), 0x60000000n],
  [1n << 38n, 1n << 41n],
];

/**
 * The reference machine beside QEMU's harness: it sets the state of a case as the harness does and executes until an
 * exception comes to EL2.
 */
export class MachineSide {
  readonly machine: Machine;
  readonly #memory = new JournalMemory();
  #taken: ExceptionEvent | undefined;
  #spoilt = false;
  #keeps = true;

  constructor(
    architecture: Architecture,
    readonly registers: readonly string[],
    parts: readonly { readonly address: bigint; readonly bytes: Uint8Array }[],
    /** The words that cases may execute; all unless said. */
    words?: ReadonlySet<number>,
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
      instruction: ({ word }) => {
        if (words?.has(word) === false) this.#spoilt = true;
      },
      exception: (event) => {
        if (event.to === 2) this.#taken ??= event;
      },
    });
    for (const { address, bytes } of parts) memory.load(address, bytes);
    memory.write(START, 4, ERET);
    this.machine.registers.set("CPACR_EL1", 0x300000n);
    memory.commit();
  }

  /**
   * The result of a case, RESULT_WORDS doublewords, or undefined when it cannot be run on QEMU: it never comes to EL2,
   * waits for ever, or touches what it must not; then it leaves no trace. isOwn: addresses that a case must not write
   * besides the code.
   */
  run(state: BigUint64Array, isOwn: (address: number) => boolean = () => false): BigUint64Array | undefined {
    this.#begin(state);
    const { machine } = this;
    let waits = false;
    for (let steps = 0; steps < MOST_STEPS && this.#taken === undefined && !waits; steps++) {
      waits = machine.step() === "wait";
    }
    this.lastDoubleword = this.#memory.lastDoubleword;
    const touched = this.#memory.addresses();
    const spoils = this.#spoilt || touched.some((at) => isOwn(at) || (at >= CODE && at < DATA));
    if (this.#taken === undefined || waits || spoils || !this.#harnessRuns()) {
      this.#memory.undo();
      return undefined;
    }
    if (this.#keeps) this.#memory.commit();
    else this.#memory.undo();
    return this.#result(this.#taken);
  }

  /** As run, and no trace is left in any case. */
  try(state: BigUint64Array): BigUint64Array | undefined {
    this.#keeps = false;
    const result = this.run(state);
    this.#keeps = true;
    return result;
  }

  /** Keeps what has been written to memory from outside. */
  commit(): void {
    this.#memory.commit();
  }

  /** The last doubleword that the last case has read: when it faults on a walk, the descriptor that says so. */
  lastDoubleword = 0n;

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
    const { machine, registers } = this;
    const file = machine.registers;
    const at = (slot: number) => state[slot] ?? 0n;
    for (const name of recorded) file.set(name, 0n);
    for (const [i, name] of registers.entries()) file.write(name, at(record.registers + i));
    const own = file.get("SCTLR_EL2");
    file.set("SCTLR_EL2", 0x30c50830n);
    file.set("ELR_EL2", at(record.pc));
    file.set("SPSR_EL2", at(record.spsr));
    file.set("SP_EL0", at(record.spEl0));
    file.set("SP_EL1", at(record.spEl1));
    machine.spEl2 = at(record.spEl2);
    for (let i = 0; i < 8; i++) machine.x[i] = at(record.x + i);
    Object.assign(machine.pstate, { N: 0, Z: 0, C: 0, V: 0, EL: 2, SP: 1, IL: 0, SS: 0 });
    Object.assign(machine.pstate, { D: 1, A: 1, I: 1, F: 1 });
    machine.state.exclusive = undefined;
    machine.setIrq(at(record.irq) !== 0n);
    machine.tlb.clear();
    this.#memory.lastDoubleword = 0n;
    machine.pc = START;
    machine.step();
    file.set("SCTLR_EL2", own);
    this.#taken = undefined;
    this.#spoilt = false;
  }

  #result(taken: ExceptionEvent): BigUint64Array {
    const { machine } = this;
    const result = new BigUint64Array(RESULT_WORDS);
    result.set(machine.x.subarray(0, 4));
    result[4] = BigInt.asUintN(11, taken.vector) >> 7n;
    recorded.forEach((name, i) => {
      result[5 + i] = machine.registers.get(name);
    });
    return result;
  }
}
