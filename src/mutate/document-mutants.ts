import type { SourceRef } from "../core/source-ref.js";
import { type JsonArray, type JsonNode, type JsonObject, placeOf } from "../read/json-node.js";

/** A change of one point of a document: text takes the place of [start, end) of it. */
export interface DocumentMutant {
  readonly kind: "drop" | "swap" | "shift" | "narrow" | "retarget" | "flip";
  readonly what: string;
  readonly at: SourceRef;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Texts for readers: no mutant of them means anything. */
const PROSE = new Set(["$schema", "title", "doc", "source", "because", "message", "name", "symbol"]);
/** Names of registers, groups, routines and handlers, which a mutant replaces by another of the document. */
const NAMES = new Set([
  ...["register", "via", "advanceAt", "member", "struct", "type", "pointer", "handler", "kind", "from"],
  ...["anchor", "save", "restore", "store", "load", "push", "pop", "unstack", "call"],
  ...[
    "routine",
    "procedure",
    "context",
    "traps",
    "vm",
    "guest",
    "host",
    "count",
    "field",
    "before",
    "pairWith",
  ],
]);
const NARROWER = new Map([
  ["u128", "u64"],
  ["u64", "u32"],
  ["u32", "u16"],
  ["u16", "u8"],
  ["s64", "s32"],
  ["s32", "s16"],
]);

/**
 * Every single-point mutant of a document: items and properties dropped, neighbours in lists swapped, numbers and
 * indices shifted by one, types and widths narrowed, names exchanged for others of the document, flags flipped.
 */
export function documentMutants(document: JsonNode): DocumentMutant[] {
  const names = new Map<string, string[]>();
  collectNames(document, "", names);
  return mutantsOf(document, "", names);
}

function mutantsOf(node: JsonNode, key: string, names: ReadonlyMap<string, string[]>): DocumentMutant[] {
  if (node.kind === "array")
    return [...ofList(node), ...node.items.flatMap((item) => mutantsOf(item, key, names))];
  if (node.kind === "object")
    return [
      ...drops(node),
      ...node.members
        .filter(({ key: k }) => !PROSE.has(k.value))
        .flatMap(({ key: k, value }) => mutantsOf(value, k.value, names)),
    ];
  if (node.kind === "string") return ofText(node, node.value, key, names);
  const to = (kind: DocumentMutant["kind"], text: string): DocumentMutant => replaced(node, kind, key, text);
  if (node.kind === "boolean") return [to("flip", String(!node.value))];
  if (node.kind !== "number") return [];
  if (key === "width") return [to("narrow", node.value === 64 ? "32" : "64")];
  return [to("shift", String(node.value + 1))];
}

function ofText(
  node: JsonNode,
  value: string,
  key: string,
  names: ReadonlyMap<string, string[]>,
): DocumentMutant[] {
  const to = (kind: DocumentMutant["kind"], text: string): DocumentMutant =>
    replaced(node, kind, key, JSON.stringify(text));
  const found: DocumentMutant[] = [];
  const index = /^(.*\[)(\d+)(\].*)$/.exec(value);
  if (index !== null) found.push(to("shift", `${index[1]}${Number(index[2]) + 1}${index[3]}`));
  if (/^(0x[0-9a-f]+|\d+)$/i.test(value)) found.push(to("shift", `0x${(BigInt(value) + 1n).toString(16)}`));
  const range = /^x(\d+)(?:-x(\d+))?$/.exec(value);
  if (range !== null) {
    const [first, last] = [Number(range[1]), range[2] === undefined ? undefined : Number(range[2])];
    found.push(to("shift", last === undefined ? `x${first + 1}` : `x${first + 1}-x${last}`));
    if (last !== undefined) found.push(to("narrow", `x${first}-x${last - 1}`));
  }
  const narrower = key === "type" ? NARROWER.get(value) : undefined;
  if (narrower !== undefined) found.push(to("narrow", narrower));
  const known = names.get(key);
  const other = known === undefined ? undefined : known[(known.indexOf(value) + 1) % known.length];
  if (other !== undefined && other !== value) found.push(to("retarget", other));
  return found;
}

/** Every item dropped, and swapped with the next. */
function ofList(list: JsonArray): DocumentMutant[] {
  const { text } = list.source;
  const { items } = list;
  return items.flatMap((item, i): DocumentMutant[] => {
    const found = [drop(list, items, i, item)];
    const next = items[i + 1];
    const [own, other] = [item, next ?? item].map(({ start, end }) => text.slice(start, end));
    if (next === undefined || own === other) return found;
    const swapped = `${other}${text.slice(item.end, next.start)}${own}`;
    const what = `${short(own ?? "")} after ${short(other ?? "")}`;
    return [
      ...found,
      { kind: "swap", what, at: placeOf(item), start: item.start, end: next.end, text: swapped },
    ];
  });
}

/** Every property dropped that is more than prose. */
function drops(object: JsonObject): DocumentMutant[] {
  const spans = object.members.map(({ key, value }) => ({ start: key.start, end: value.end }));
  return object.members.flatMap(({ key }, i) => (PROSE.has(key.value) ? [] : [drop(object, spans, i, key)]));
}

function drop(
  owner: JsonNode,
  items: readonly { readonly start: number; readonly end: number }[],
  index: number,
  node: JsonNode,
): DocumentMutant {
  const [before, here, after] = [items[index - 1], items[index], items[index + 1]];
  const start = before?.end ?? here?.start ?? owner.start;
  const end = before === undefined ? (after?.start ?? here?.end ?? owner.end) : (here?.end ?? owner.end);
  const what = short(owner.source.text.slice(here?.start, here?.end));
  return { kind: "drop", what, at: placeOf(node), start, end, text: "" };
}

function replaced(node: JsonNode, kind: DocumentMutant["kind"], key: string, text: string): DocumentMutant {
  const { start, end } = node;
  const what = `${key}: ${node.source.text.slice(start, end)} -> ${text}`;
  return { kind, what, at: placeOf(node), start, end, text };
}

function collectNames(node: JsonNode, key: string, names: Map<string, string[]>): void {
  if (node.kind === "array") for (const item of node.items) collectNames(item, key, names);
  if (node.kind === "object")
    for (const member of node.members) collectNames(member.value, member.key.value, names);
  if (node.kind !== "string" || !NAMES.has(key)) return;
  const known = names.get(key) ?? [];
  if (!known.includes(node.value)) names.set(key, [...known, node.value]);
}

/** A piece of JSON in a line of at most 60 characters. */
function short(text: string): string {
  const line = text.replace(/\s+/g, " ");
  return line.length <= 60 ? line : `${line.slice(0, 59)}…`;
}
