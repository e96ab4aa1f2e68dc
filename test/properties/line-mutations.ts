import type { LayoutDocumentName } from "../../src/read/sources.js";
import { documentNames, faithful } from "./layout-edits.js";

/** What is done to a line; swap is with the next one. */
export type Change = "remove" | "double" | "swap";

/** The faithful layout with one line changed in one document. */
export interface Mutation {
  readonly document: LayoutDocumentName;
  readonly change: Change;
  /** From 1, in the faithful document. */
  readonly line: number;
  readonly text: string;
}

/** Lines of a faithful document. */
export const linesOf = (name: LayoutDocumentName): string[] =>
  faithful.documents[name].text.replace(/\n$/, "").split("\n");

/** Every line of a document changed; swapping two equal lines changes nothing. */
export function mutationsOf(document: LayoutDocumentName, change: Change): Mutation[] {
  const lines = linesOf(document);
  const last = change === "swap" ? lines.length - 1 : lines.length;
  return Array.from({ length: last }, (_, i) => ({
    document,
    change,
    line: i + 1,
    text: apply(lines, change, i),
  }));
}

function apply(lines: readonly string[], change: Change, i: number): string {
  const out = [...lines];
  if (change === "remove") out.splice(i, 1);
  else if (change === "double") out.splice(i, 0, out[i]!);
  else [out[i], out[i + 1]] = [out[i + 1]!, out[i]!];
  return `${out.join("\n")}\n`;
}

export const CHANGES: readonly Change[] = ["remove", "double", "swap"];

/** Every change of every line of the layout. */
export function allMutations(): Mutation[] {
  return documentNames.flatMap((name) => CHANGES.flatMap((change) => mutationsOf(name, change)));
}
