/** A text to put in at an offset, in UTF-16 code units; nothing is taken away. */
export interface Insertion {
  readonly offset: number;
  readonly text: string;
}

/** text with an insertion made. */
export function applyInsertion(text: string, insertion: Insertion): string {
  return text.slice(0, insertion.offset) + insertion.text + text.slice(insertion.offset);
}
