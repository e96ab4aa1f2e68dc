/**
 * Makes objects of the items of a source, each read when a property of it is first asked for, once: most objects of a long list
 * are asked for nothing. keys: the properties that such an object can have. read: the object of an index.
 */
export function readLater<T extends object, S>(
  keys: Readonly<Record<keyof T, true>>,
  read: (source: S, index: number) => T,
): (source: S, index: number) => T {
  class Later {
    readonly #source: S;
    readonly #index: number;
    #made: T | undefined;

    constructor(source: S, index: number) {
      this.#source = source;
      this.#index = index;
    }

    made(): T {
      this.#made ??= read(this.#source, this.#index);
      return this.#made;
    }
  }
  for (const key of Object.keys(keys) as (keyof T)[]) {
    Object.defineProperty(Later.prototype, key, {
      enumerable: true,
      get(this: Later) {
        return this.made()[key];
      },
    });
  }
  return (source, index) => new Later(source, index) as object as T;
}
