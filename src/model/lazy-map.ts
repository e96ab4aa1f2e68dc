/** A map whose values are made when they are asked for, once each; keys in the order of the entries. */
export class LazyMap<T> implements ReadonlyMap<string, T> {
  readonly #made = new Map<string, T>();
  readonly #sources: ReadonlyMap<string, string>;
  readonly #make: (source: string) => T;

  /** entries: keys, and what their values are made from. */
  constructor(entries: Iterable<readonly [string, string]>, make: (source: string) => T) {
    this.#sources = new Map(entries);
    this.#make = make;
  }

  get size(): number {
    return this.#sources.size;
  }

  has(key: string): boolean {
    return this.#sources.has(key);
  }

  get(key: string): T | undefined {
    const made = this.#made.get(key);
    const source = made === undefined ? this.#sources.get(key) : undefined;
    if (source === undefined) return made;
    const value = this.#make(source);
    this.#made.set(key, value);
    return value;
  }

  keys(): MapIterator<string> {
    return this.#sources.keys();
  }

  *values(): MapIterator<T> {
    for (const [, value] of this) yield value;
  }

  entries(): MapIterator<[string, T]> {
    return this[Symbol.iterator]();
  }

  forEach(call: (value: T, key: string, map: ReadonlyMap<string, T>) => void): void {
    for (const [key, value] of this) call(value, key, this);
  }

  *[Symbol.iterator](): MapIterator<[string, T]> {
    for (const key of this.#sources.keys()) {
      const value = this.get(key);
      if (value !== undefined) yield [key, value];
    }
  }
}
