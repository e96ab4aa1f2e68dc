import type { pstateFields } from "../pstate.js";
import type { FunctionCode } from "../wasm/function-code.js";
import { valueType } from "../wasm/opcode.js";
import { pstateOffset } from "./exception-code.js";

const { i32, i64 } = valueType;
/** The shift of flags that are kept as themselves. */
const THEMSELVES = -1;

/**
 * The condition flags in a region's function. After a comparison they are kept as its two sides, x and y, of which most
 * are never more than compared; shift is 0 for all 64 bits of them and 32 for 32. Otherwise they are themselves: N and V are the
 * signs of n and v, Z that z is 0, C is c.
 */
export class KeptFlags {
  /** Whether the function reads or writes any. */
  used = false;
  readonly n: number;
  readonly z: number;
  readonly c: number;
  readonly v: number;
  readonly x: number;
  readonly y: number;
  readonly #shift: number;

  constructor(readonly code: FunctionCode) {
    [this.n, this.z, this.c, this.v] = [code.local(i64), code.local(i64), code.local(i32), code.local(i64)];
    [this.x, this.y, this.#shift] = [code.local(i64), code.local(i64), code.local(i32)];
  }

  /** Takes them up from PSTATE. */
  load(): void {
    const { code } = this;
    const load = (field: (typeof pstateFields)[number]) => code.i32(0).memory("i32Load", pstateOffset(field));
    load("N").op("i64ExtendI32U").i64(63n).op("i64Shl").set(this.n);
    load("Z").op("i32Eqz", "i64ExtendI32U").set(this.z);
    load("C").set(this.c);
    load("V").op("i64ExtendI32U").i64(63n).op("i64Shl").set(this.v);
    this.setThemselves();
  }

  /** From here on they are n, z, c and v, which are set. */
  setThemselves(): void {
    this.code.i32(THEMSELVES).set(this.#shift);
  }

  /** From here on they are those of x - y, which are set. */
  setCompared(widthBits: 32 | 64): void {
    this.code.i32(64 - widthBits).set(this.#shift);
  }

  /** Makes n, z, c and v of whatever they are kept as. */
  settle(): void {
    const { code, n, z, c, v, x, y } = this;
    const pushShift = () => code.get(this.#shift).op("i64ExtendI32U", "i64Shl");
    code.get(this.#shift).i32(0).op("i32GeS");
    code.if();
    code.get(x).get(y).op("i64GeU").set(c);
    code.get(x).get(y).op("i64Sub").tee(n);
    code.get(x).op("i64Xor").get(x).get(y).op("i64Xor", "i64And");
    pushShift();
    code.set(v);
    code.get(n);
    pushShift();
    code.tee(n).set(z);
    this.setThemselves();
    code.end();
  }

  /** Puts them back into PSTATE. */
  spill(): void {
    this.settle();
    const { code } = this;
    code.i32(0).get(this.n).i64(63n).op("i64ShrU", "i32WrapI64").memory("i32Store", pstateOffset("N"));
    code.i32(0).get(this.z).op("i64Eqz").memory("i32Store", pstateOffset("Z"));
    code.i32(0).get(this.c).memory("i32Store", pstateOffset("C"));
    code.i32(0).get(this.v).i64(63n).op("i64ShrU", "i32WrapI64").memory("i32Store", pstateOffset("V"));
  }
}
