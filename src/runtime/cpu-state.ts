import type { Observer } from "./observer.js";
import type { VectorValue } from "./ops.js";
import { type Pstate, resetPstate } from "./pstate.js";
import type { RegisterFile } from "./register-file.js";

/**
 * What a PE remembers between instructions, besides its system registers' file and memory.
 * x: X0 … X30. v: V0 … V31. exclusive: the physical location that is marked for exclusive access.
 * eventRegister: what SEV sets and WFE consumes. word: the instruction being executed.
 */
export class CpuState {
  readonly x: bigint[] = new Array<bigint>(31).fill(0n);
  readonly v: VectorValue<bigint>[] = new Array<VectorValue<bigint>>(32).fill({ low: 0n, high: 0n });
  readonly observers: Observer[] = [];
  readonly #stackPointers: readonly { value: bigint }[];
  /** SP_EL2 has a name for EL3 only, so that a description without EL3 may lack it. */
  readonly spEl2: { value: bigint };
  pc = 0n;
  pstate: Pstate;
  exclusive: { readonly pa: bigint; readonly sizeBytes: number } | undefined;
  eventRegister = false;
  word = 0;

  constructor(
    readonly registers: RegisterFile,
    startEl: number,
  ) {
    this.pstate = resetPstate(startEl);
    this.spEl2 = registers.find("SP_EL2") ?? { value: 0n };
    this.#stackPointers = [registers.named("SP_EL0"), registers.named("SP_EL1"), this.spEl2];
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

  readV(index: number): VectorValue<bigint> {
    return this.v[index] ?? { low: 0n, high: 0n };
  }
}
