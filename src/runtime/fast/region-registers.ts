import { stateOffsets } from "../state-storage.js";
import type { FunctionCode } from "../wasm/function-code.js";
import { valueType } from "../wasm/opcode.js";
import { control, type EngineLayout } from "./engine-layout.js";

const { i64 } = valueType;
const STACK_POINTER = 31;

/** The general registers that a region's code uses, 31 being SP. */
export class RegisterUse {
  readonly used = new Set<number>();
  readonly written = new Set<number>();
}

/**
 * Where a region's function has the general registers: in locals where there are loops; where there are none they would
 * be loaded and stored more often than used, and stay in the state.
 */
export class RegionRegisters {
  /** What has been used so far. */
  readonly use = new RegisterUse();
  readonly #locals = new Map<number, number>();

  constructor(
    readonly code: FunctionCode,
    readonly layout: EngineLayout,
    readonly inLocals: boolean,
  ) {}

  /** Pushes X0 … X30 or, as 31, SP. */
  push(number: number): void {
    this.use.used.add(number);
    if (this.inLocals) this.code.get(this.#local(number));
    else this.code.i32(0).memory("i64Load", this.#slot(number));
  }

  /** Writes what push pushes. */
  store(number: number, push: () => void): void {
    this.use.used.add(number);
    this.use.written.add(number);
    if (!this.inLocals) this.code.i32(0);
    push();
    if (this.inLocals) this.code.set(this.#local(number));
    else this.code.memory("i64Store", this.#slot(number));
  }

  /** Takes up what the function is going to use. */
  load({ used }: RegisterUse): void {
    if (!this.inLocals) return;
    for (const number of used)
      this.code.i32(0).memory("i64Load", this.#slot(number)).set(this.#local(number));
  }

  /** Puts back what the function may have written. */
  spill({ written }: RegisterUse): void {
    if (!this.inLocals) return;
    for (const number of written)
      this.code.i32(0).get(this.#local(number)).memory("i64Store", this.#slot(number));
  }

  #local(number: number): number {
    const known = this.#locals.get(number);
    if (known !== undefined) return known;
    const local = this.code.local(i64);
    this.#locals.set(number, local);
    return local;
  }

  #slot(number: number): number {
    return number === STACK_POINTER ? this.layout.control + control.sp : stateOffsets.x + 8 * number;
  }
}
