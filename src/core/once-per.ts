/**
 * A function that remembers what it made of each object: what follows from the Model or from
 * a part of it alone, and is asked for often. The objects must not change.
 */
export function oncePer<K extends object, V>(make: (key: K) => V): (key: K) => V {
  const made = new WeakMap<K, V>();
  return (key) => {
    const known = made.get(key);
    if (known !== undefined) return known;
    const value = make(key);
    made.set(key, value);
    return value;
  };
}
