/**
 * A generated file in memory.
 * path: relative to the layout's output folder, with "/" between parts, no "." or ".." part.
 * text: the whole file, ending in a newline.
 */
export interface OutFile {
  readonly path: string;
  readonly text: string;
}
