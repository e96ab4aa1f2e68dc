import type { SourceRef } from "../core/source-ref.js";
import { Plain } from "./plain.js";
import { memberOfTree, memberValueOfTree, TreeNode } from "./tree-nodes.js";

/** A JSON text that nodes point into. lineStarts: offset of each line's first code unit, the first being 0. */
export interface JsonSource {
  readonly file: string;
  readonly text: string;
  readonly lineStarts: ArrayLike<number>;
}

/** start and end: offsets into the source's text in UTF-16 code units, end exclusive. */
interface Span {
  readonly source: JsonSource;
  readonly start: number;
  readonly end: number;
}

export interface JsonObject extends Span {
  readonly kind: "object";
  readonly members: readonly JsonMember[];
}
export interface JsonMember {
  readonly key: JsonString;
  readonly value: JsonNode;
}
export interface JsonArray extends Span {
  readonly kind: "array";
  readonly items: readonly JsonNode[];
}
/** value: with escapes resolved; the span includes the quotes. */
export interface JsonString extends Span {
  readonly kind: "string";
  readonly value: string;
}
/** value: an integer of magnitude below 2^53. */
export interface JsonNumber extends Span {
  readonly kind: "number";
  readonly value: number;
}
export interface JsonBoolean extends Span {
  readonly kind: "boolean";
  readonly value: boolean;
}
export interface JsonNull extends Span {
  readonly kind: "null";
}

/**
 * A JSON value that knows where it stands. What parseJson gives is made when it is asked for: the same value comes as another
 * object each time, and is not to be spread.
 */
export type JsonNode = JsonObject | JsonArray | JsonString | JsonNumber | JsonBoolean | JsonNull;

/** The source of a text, whose lines are found when a place is asked for. Lines end in LF; a CR before it belongs to the line. */
export function sourceOf(file: string, text: string): JsonSource {
  return new TextSource(file, text);
}

class TextSource implements JsonSource {
  #lineStarts: ArrayLike<number> | undefined;

  constructor(
    readonly file: string,
    readonly text: string,
  ) {}

  get lineStarts(): ArrayLike<number> {
    this.#lineStarts ??= lineStartsOf(this.text);
    return this.#lineStarts;
  }
}

const LINE_FEED = 0x0a;
const UNITS_PER_LINE = 16;

function lineStartsOf(text: string): ArrayLike<number> {
  let starts = new Int32Array(Math.floor(text.length / UNITS_PER_LINE) + UNITS_PER_LINE);
  let lines = 1;
  for (let at = 0; at < text.length; at++) {
    if (text.charCodeAt(at) !== LINE_FEED) continue;
    if (lines === starts.length) {
      const more = new Int32Array(lines * 2);
      more.set(starts);
      starts = more;
    }
    starts[lines++] = at + 1;
  }
  return starts.subarray(0, lines);
}

/** An object with other members, in the place of the one before. */
export function withMembers({ source, start, end }: JsonObject, members: readonly JsonMember[]): JsonObject {
  return { kind: "object", source, start, end, members };
}

/** An array with other items, in the place of the one before. */
export function withItems({ source, start, end }: JsonArray, items: readonly JsonNode[]): JsonArray {
  return { kind: "array", source, start, end, items };
}

/** The place of text[start, end): on one line, so that a span over several lines is its first code unit. */
export function placeOfSpan(source: JsonSource, start: number, end: number): SourceRef {
  let low = 0;
  let high = source.lineStarts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((source.lineStarts[middle] ?? 0) <= start) low = middle;
    else high = middle - 1;
  }
  const nextLine = source.lineStarts[low + 1];
  const length = nextLine !== undefined && end > nextLine - 1 ? 1 : Math.max(1, end - start);
  return { file: source.file, line: low + 1, column: start - (source.lineStarts[low] ?? 0) + 1, length };
}

/** Where a node stands. */
export function placeOf(node: JsonNode): SourceRef {
  return placeOfSpan(node.source, node.start, node.end);
}

/**
 * Where part of a string's value stands in its literal, escapes counted as written.
 * offset, length: in code units of the value. Used for errors inside expressions and member paths.
 */
export function placeInString(node: JsonString, offset: number, length: number): SourceRef {
  const { text } = node.source;
  let raw = node.start + 1;
  let start = raw;
  for (let value = 0; value < offset + length && raw < node.end - 1; value++) {
    if (value === offset) start = raw;
    raw += text[raw] !== "\\" ? 1 : text[raw + 1] === "u" ? 6 : 2;
    if (value + 1 === offset) start = raw;
  }
  return placeOfSpan(node.source, start, Math.max(raw, start + 1));
}

/**
 * The plain value of a node, in objects that inherit nothing.
 * Depth is bounded by the parser's limit.
 */
export function plainValueOf(node: JsonNode): unknown {
  if (node instanceof TreeNode) return node.tree.plain(node.row);
  switch (node.kind) {
    case "object": {
      const value = new Plain();
      for (const member of node.members) value[member.key.value] = plainValueOf(member.value);
      return value;
    }
    case "array":
      return node.items.map(plainValueOf);
    case "null":
      return null;
    default:
      return node.value;
  }
}

/** A member of an object, undefined when node is no object or has no such key. */
export function memberOf(node: JsonNode, key: string): JsonMember | undefined {
  if (node instanceof TreeNode) return memberOfTree(node, key);
  if (node.kind !== "object") return undefined;
  for (const member of node.members) if (member.key.value === key) return member;
  return undefined;
}

/** The value of a member, undefined when node is no object or has no such key. */
export function memberValue(node: JsonNode, key: string): JsonNode | undefined {
  return node instanceof TreeNode ? memberValueOfTree(node, key) : memberOf(node, key)?.value;
}

/** Whether some object in a node, at any depth, has a key. Of a document it is known from the names of all its keys. */
export function hasKey(node: JsonNode, key: string): boolean {
  if (node instanceof TreeNode && node.row === 0) return node.tree.names.includes(key);
  if (node.kind === "array") return node.items.some((item) => hasKey(item, key));
  return (
    node.kind === "object" &&
    node.members.some((member) => member.key.value === key || hasKey(member.value, key))
  );
}

/**
 * The node that a JSON pointer (RFC 6901) leads to, with the member that holds it; the deepest one on the
 * way when a part does not exist.
 */
export function follow(
  node: JsonNode,
  pointer: string,
): { readonly node: JsonNode; readonly member?: JsonMember; readonly found: boolean } {
  let here: JsonNode = node;
  let member: JsonMember | undefined;
  const reached = (found: boolean) =>
    member === undefined ? { node: here, found } : { node: here, member, found };
  for (const part of pointer.split("/").slice(1)) {
    if (here.kind === "array") {
      const item: JsonNode | undefined = /^\d+$/.test(part) ? here.items[Number(part)] : undefined;
      if (item === undefined) return reached(false);
      here = item;
      member = undefined;
    } else {
      const next = memberOf(here, part.replaceAll("~1", "/").replaceAll("~0", "~"));
      if (next === undefined) return reached(false);
      here = next.value;
      member = next;
    }
  }
  return reached(true);
}

/** The place of what a JSON pointer leads to; of its key with `key`. A part that does not exist ends the way. */
export function locate(node: JsonNode, pointer: string, options: { readonly key?: boolean } = {}): SourceRef {
  const { node: target, member } = follow(node, pointer);
  return placeOf(options.key === true && member !== undefined ? member.key : target);
}

/** The node at a way of keys and indices that is known to exist, its document being valid. */
export function nodeAt(node: JsonNode, ...way: readonly (string | number)[]): JsonNode {
  let here = node;
  for (const part of way) {
    const next: JsonNode | undefined =
      typeof part === "string"
        ? memberValue(here, part)
        : here.kind === "array"
          ? here.items[part]
          : undefined;
    if (next === undefined) throw new Error(`${here.source.file} has nothing at ${way.join("/")}`);
    here = next;
  }
  return here;
}

/** The string at a way that is known to lead to one. */
export function stringAt(node: JsonNode, ...way: readonly (string | number)[]): JsonString {
  const found = nodeAt(node, ...way);
  if (found.kind !== "string") throw new Error(`${node.source.file} has no text at ${way.join("/")}`);
  return found;
}
