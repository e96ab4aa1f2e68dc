import type { FunctionCode } from "../wasm/function-code.js";
import { type ValueType, valueType } from "../wasm/opcode.js";

/** Locals of one function that its instructions use one after the other. */
export class LocalPool {
  readonly #locals = new Map<ValueType, number[]>();
  readonly #taken = new Map<ValueType, number>();

  constructor(readonly code: FunctionCode) {
    for (const type of Object.values(valueType)) this.#locals.set(type, []);
  }

  /** A local that nobody holds until the next release. */
  take(type: ValueType): number {
    const locals = this.#locals.get(type) ?? [];
    const at = this.#taken.get(type) ?? 0;
    this.#taken.set(type, at + 1);
    const known = locals[at];
    if (known !== undefined) return known;
    const made = this.code.local(type);
    locals.push(made);
    return made;
  }

  /** Ends the use of all locals. */
  release(): void {
    this.#taken.clear();
  }
}
