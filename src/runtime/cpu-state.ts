import type { Observer } from "./observer.js";
import type { VectorValue } from "./ops.js";
import { type Pstate, pstateOver, resetPstate } from "./pstate.js";
import type { RegisterFile } from "./register-file.js";
import type { StateStorage } from "./state-storage.js";

/** A physical location that is marked for exclusive access. */
export interface ExclusiveMark {
  readonly pa: bigint;
  readonly sizeBytes: number;
}

/**
 * What a PE remembers between instructions, besides memory: all of it in its storage.
 * x: X0 … X30. eventRegister: what SEV sets and WFE consumes. word: the instruction being executed, u32.
 */
export class CpuState {
  readonly x: BigUint64Array;
  readonly observers: Observer[] = [];
  readonly pstate: Pstate;
  readonly #stackPointers: readonly { value: bigint }[];
  /** SP_EL2, which has a name for EL3 only: a register of the state, not of the file. */
  readonly spEl2: { value: bigint };

  constructor(
    readonly registers: RegisterFile,
    readonly storage: StateStorage,
    startEl: number,
  ) {
    this.x = storage.x;
    this.pstate = pstateOver(storage.pstate);
    Object.assign(this.pstate, resetPstate(startEl));
    this.spEl2 = valueOver(storage.spEl2);
    this.#stackPointers = [registers.named("SP_EL0"), registers.named("SP_EL1"), this.spEl2];
  }

  get pc(): bigint {
    return this.storage.pc[0] ?? 0n;
  }

  set pc(address: bigint) {
    this.storage.pc[0] = address;
  }

  get word(): number {
    return this.storage.word[0] ?? 0;
  }

  set word(word: number) {
    this.storage.word[0] = word;
  }

  get eventRegister(): boolean {
    return this.storage.eventRegister[0] === 1;
  }

  set eventRegister(set: boolean) {
    this.storage.eventRegister[0] = set ? 1 : 0;
  }

  get exclusive(): ExclusiveMark | undefined {
    const sizeBytes = this.storage.exclusiveBytes[0] ?? 0;
    return sizeBytes === 0 ? undefined : { pa: this.storage.exclusiveAddress[0] ?? 0n, sizeBytes };
  }

  set exclusive(mark: ExclusiveMark | undefined) {
    this.storage.exclusiveAddress[0] = mark?.pa ?? 0n;
    this.storage.exclusiveBytes[0] = mark?.sizeBytes ?? 0;
  }

  /** The file's register that SP means now. */
  stackPointer(): { value: bigint } {
    const register = this.#stackPointers[this.pstate.SP === 1 ? this.pstate.EL : 0];
    if (register === undefined) throw new Error(`no stack pointer at EL${this.pstate.EL}`);
    return register;
  }

  readX(index: number): bigint {
    return this.x[index] ?? 0n;
  }

  writeX(index: number, value: bigint): void {
    if (index === 31) return;
    this.x[index] = value;
    for (const observer of this.observers) observer.registerWrite?.({ index, value });
  }

  /** V0 … V31. */
  readV(index: number): VectorValue<bigint> {
    const { v } = this.storage;
    return { low: v[2 * index] ?? 0n, high: v[2 * index + 1] ?? 0n };
  }

  writeV(index: number, { low, high }: VectorValue<bigint>): void {
    const { v } = this.storage;
    v[2 * index] = low;
    v[2 * index + 1] = high;
  }
}

/** A value that is kept in the first element of values. */
function valueOver(values: BigUint64Array): { value: bigint } {
  return {
    get value() {
      return values[0] ?? 0n;
    },
    set value(value: bigint) {
      values[0] = value;
    },
  };
}
