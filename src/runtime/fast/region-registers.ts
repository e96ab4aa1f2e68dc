import type { pstateFields } from "../pstate.js";
import { stateOffsets } from "../state-storage.js";
import type { FunctionCode } from "../wasm/function-code.js";
import { valueType } from "../wasm/opcode.js";
import { control, type EngineLayout } from "./engine-layout.js";
import { pstateOffset } from "./exception-code.js";

const { i32, i64 } = valueType;
const STACK_POINTER = 31;

/** What a region's code uses: general registers, 31 being SP, and the flags. */
export class RegisterUse {
  readonly used = new Set<number>();
  readonly written = new Set<number>();
  usesFlags = false;
}

/**
 * Where a region's function has the general registers and the flags. Flags are in locals: N and V are the signs of n
 * and v, Z that z is 0, C is c. Registers are in locals, too, where there are loops; where there are none they would
 * be loaded and stored more often than used, and stay in the state.
 */
export class RegionRegisters {
  /** What has been used so far. */
  readonly use = new RegisterUse();
  readonly flags: Readonly<Record<"n" | "z" | "c" | "v", number>>;
  readonly #locals = new Map<number, number>();

  constructor(
    readonly code: FunctionCode,
    readonly layout: EngineLayout,
    readonly inLocals: boolean,
  ) {
    this.flags = { n: code.local(i64), z: code.local(i64), c: code.local(i32), v: code.local(i64) };
  }

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
  load({ used, usesFlags }: RegisterUse): void {
    const { code } = this;
    if (this.inLocals)
      for (const number of used) code.i32(0).memory("i64Load", this.#slot(number)).set(this.#local(number));
    if (!usesFlags) return;
    const { n, z, c, v } = this.flags;
    const load = (field: (typeof pstateFields)[number]) => code.i32(0).memory("i32Load", pstateOffset(field));
    load("N").op("i64ExtendI32U").i64(63n).op("i64Shl").set(n);
    load("Z").op("i32Eqz", "i64ExtendI32U").set(z);
    load("C").set(c);
    load("V").op("i64ExtendI32U").i64(63n).op("i64Shl").set(v);
  }

  /** Puts back what the function may have written. */
  spill({ written, usesFlags }: RegisterUse): void {
    const { code } = this;
    if (this.inLocals)
      for (const number of written)
        code.i32(0).get(this.#local(number)).memory("i64Store", this.#slot(number));
    if (!usesFlags) return;
    const { n, z, c, v } = this.flags;
    code.i32(0).get(n).i64(63n).op("i64ShrU", "i32WrapI64").memory("i32Store", pstateOffset("N"));
    code.i32(0).get(z).op("i64Eqz").memory("i32Store", pstateOffset("Z"));
    code.i32(0).get(c).memory("i32Store", pstateOffset("C"));
    code.i32(0).get(v).i64(63n).op("i64ShrU", "i32WrapI64").memory("i32Store", pstateOffset("V"));
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
