/**
 * Makes one piece of a text. What was put together from parts V8 keeps as a tree of these until somebody reads it: objects by the
 * thousand, which each collection of the young generation copies while the text is alive.
 */
export function flattenText(text: string): void {
  // To read it as a number is to read it, and ends at the first character that belongs to none.
  Number(text);
}
