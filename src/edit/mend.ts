import type { SourceRef } from "../core/source-ref.js";
import type { Mend } from "../lint/rule.js";
import { type JsonNode, type JsonObject, memberValue } from "../read/json-node.js";

/** A text that takes the place of text[start, end), in UTF-16 code units. */
export interface Replacement {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * The replacement that makes a mend in a document. at: the finding's place in it.
 * undefined: the document has no object there, or the object has no member of that key, as when another document
 * of an extended layout has it.
 */
export function replacementFor(document: JsonNode, at: SourceRef, mend: Mend): Replacement | undefined {
  const offset = (document.source.lineStarts[at.line - 1] ?? 0) + at.column - 1;
  const way = wayTo(document, offset);
  const index = way.findLastIndex((node) => node.kind === "object");
  const object = way[index];
  if (object?.kind !== "object") return undefined;
  if (mend.kind === "remove") return removal(way.slice(0, index), object);
  const value = memberValue(object, mend.key);
  if (value?.kind !== "number") return undefined;
  return { start: value.start, end: value.end, text: String(mend.value) };
}

/** text with a replacement made. */
export function applyReplacement(text: string, { start, end, text: by }: Replacement): string {
  return text.slice(0, start) + by + text.slice(end);
}

/** The nodes around an offset, from the document to the innermost. */
function wayTo(node: JsonNode, offset: number): JsonNode[] {
  const children =
    node.kind === "object" ? node.members.map(({ value }) => value) : node.kind === "array" ? node.items : [];
  const next = children.find(({ start, end }) => start <= offset && offset < end);
  return next === undefined ? [node] : [node, ...wayTo(next, offset)];
}

/** Takes an item out of its list, and the list out of its object when it was the only one. */
function removal(around: readonly JsonNode[], item: JsonObject): Replacement | undefined {
  const list = around.at(-1);
  const owner = around.at(-2);
  if (list?.kind !== "array") return undefined;
  if (list.items.length > 1)
    return withoutOne(
      list.items,
      list.items.findIndex(({ start }) => start === item.start),
    );
  if (owner?.kind !== "object" || owner.members.length < 2) return undefined;
  const spans = owner.members.map(({ key, value }) => ({ start: key.start, end: value.end }));
  return withoutOne(
    spans,
    owner.members.findIndex(({ value }) => value.start === list.start),
  );
}

/** One of at least two items separated by commas goes with the comma before it, or the first with that behind it. */
function withoutOne(
  items: readonly { readonly start: number; readonly end: number }[],
  index: number,
): Replacement | undefined {
  const here = items[index];
  const before = items[index - 1];
  const after = items[index + 1];
  if (here === undefined) return undefined;
  if (before !== undefined) return { start: before.end, end: here.end, text: "" };
  return after === undefined ? undefined : { start: here.start, end: after.start, text: "" };
}
