/**
 * Makes objects of texts that are read when a property is first asked for, once each: most objects of a long list are asked
 * for nothing. keys: the properties that such an object can have. read: the object of a text.
 */
export function readLater<T extends object>(
  keys: Readonly<Record<keyof T, true>>,
  read: (text: string) => T,
): (text: string) => T {
  class Later {
    #text: string;
    #made: T | undefined;

    constructor(text: string) {
      this.#text = text;
    }

    made(): T {
      if (this.#made === undefined) {
        this.#made = read(this.#text);
        this.#text = "";
      }
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
  return (text) => new Later(text) as object as T;
}
