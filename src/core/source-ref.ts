/**
 * A place in a source text: a document, an assembly file or an object.
 * line and column count from 1; column counts UTF-16 code units. length (code units, at least 1 when
 * present) is how much of the line the place covers: what the caret line underlines.
 */
export interface SourceRef {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly length?: number;
}

/** -1, 0 or 1: file by code unit, then line, then column. The order in which findings are reported. */
export function compareSourceRefs(a: SourceRef, b: SourceRef): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  if (a.line !== b.line) return a.line < b.line ? -1 : 1;
  if (a.column !== b.column) return a.column < b.column ? -1 : 1;
  return 0;
}

/** `file:line:column`, as compilers print it and editors open it. */
export function formatSourceRef(at: SourceRef): string {
  return `${at.file}:${at.line}:${at.column}`;
}
