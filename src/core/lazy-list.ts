/**
 * A list whose items are made when they are asked for, once each: most of a long one are asked for by nobody. It reads as any other
 * list. make: the item of an index, not undefined.
 */
export function lazyList<T extends {}>(length: number, make: (index: number) => T): readonly T[] {
  const made: T[] = new Array(length);
  return new Proxy(made, {
    get(target, key, receiver) {
      const index = indexOf(key, length);
      if (index === undefined) return Reflect.get(target, key, receiver);
      target[index] ??= make(index);
      return target[index];
    },
    has: (target, key) => indexOf(key, length) !== undefined || Reflect.has(target, key),
  });
}

function indexOf(key: string | symbol, length: number): number | undefined {
  const index = typeof key === "string" ? Number(key) : -1;
  return Number.isInteger(index) && index >= 0 && index < length && key === String(index) ? index : undefined;
}
