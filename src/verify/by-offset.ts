import type { Term } from "./term.js";

/** Values by a base and a distance in bytes from it. base: undefined for an address that is a number. */
export class ByOffset<V> {
  readonly #bases = new Map<Term | undefined, Map<bigint, V>>();

  get(base: Term | undefined, offset: bigint): V | undefined {
    return this.#bases.get(base)?.get(offset);
  }

  set(base: Term | undefined, offset: bigint, value: V): void {
    const known = this.#bases.get(base);
    if (known === undefined) this.#bases.set(base, new Map([[offset, value]]));
    else known.set(offset, value);
  }
}
