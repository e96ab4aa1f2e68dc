/** Texts that one function remembers; then it begins again. */
const MOST_REMEMBERED = 10_000;

/** A function of a text that remembers what it made: generated files say the same things in many places, and again after an edit. */
export function oncePerText<V>(make: (text: string) => V): (text: string) => V {
  const made = new Map<string, V>();
  return (text) => {
    const known = made.get(text);
    if (known !== undefined) return known;
    const value = make(text);
    if (made.size >= MOST_REMEMBERED) made.clear();
    made.set(text, value);
    return value;
  };
}
