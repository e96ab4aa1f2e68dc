import { architecture } from "../../../generated/kvm-arm64/ts/emulator/machine.js";
import { memoryDifference, StateComparison, stateDifferenceText } from "../../../src/runtime/index.js";
import { EngineMachine, type FastEngineName } from "../engines/engine-machine.js";
import { EngineTally } from "../engines/engine-tally.js";
import { type Bench, BenchDevice, bench } from "./bench.js";

const ram = { base: bench.ram, sizeBytes: bench.ramBytes };
/**
 * An engine makes every run of so many: code that is new in each run is dear to decode, and dearer to translate.
 */
const oneIn: Readonly<Record<FastEngineName, number>> = { interpreter: 4, translate: 64 };
const lines = ["irq", "fiq", "serror"] as const;

/** A fast engine beside a bench: it makes the same runs, unwatched. */
export class EngineSide {
  readonly tally: EngineTally;
  readonly device = new BenchDevice();
  readonly #own: EngineMachine;
  readonly #comparison = new StateComparison(architecture);

  constructor(readonly name: FastEngineName) {
    this.tally = new EngineTally(name);
    this.#own = new EngineMachine(name, architecture, [ram], { startEl: 2 }, true);
    this.#own.memory.addDevice(bench.device, BigInt(bench.deviceBytes), this.device);
  }

  /** Whether it makes the run of that number among those of its kind. */
  makes(run: number): boolean {
    return run % oneIn[this.name] === 0;
  }

  /** Takes over what a bench has been prepared to. */
  prepare({ machine, ram: { bytes }, state }: Bench): void {
    const own = this.#own.machine;
    own.state.exclusive = undefined;
    const { buffer, byteOffset } = own.storage.window;
    new Uint8Array(buffer, byteOffset, state.lengthBytes).set(state.bytes);
    this.#own.memory.load(bench.ram, bytes);
    own.counter = machine.counter;
    for (const kind of lines) own.interrupts.set(kind, machine.interrupts.isAsserted(kind));
    this.#own.clearTlb();
  }

  /** Executes so many steps, and counts whether state or memory differ from the bench's. */
  run(steps: number, { machine }: Bench, run: number): void {
    for (let left = steps; left > 0; ) left -= this.#own.run(left).instructions;
    const own = this.#own.machine;
    const found = this.#comparison.isSame(own, machine)
      ? memoryDifference(this.#own.memory, machine.memory, ram)
      : this.#comparison.differences(own, machine)[0];
    this.tally.add(found && `run ${run}, ${steps} steps: ${stateDifferenceText(found)}`);
  }

  /** To be called after the last run. */
  finish(): EngineTally {
    this.tally.addCounts(this.#own.engine.counts, 0);
    return this.tally;
  }
}
