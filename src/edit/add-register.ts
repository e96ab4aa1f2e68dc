import { type JsonArray, type JsonNode, type JsonObject, memberValue } from "../read/json-node.js";
import type { Insertion } from "./text-edit.js";

/**
 * What a new line of sysreg-order.json says. via: the register that MRS and MSR name, where it is another.
 * groups: absent for those of the neighbour. after: to be written, in a layout that extends another.
 */
export interface NewRegister {
  readonly name: string;
  readonly via?: string;
  readonly groups?: readonly string[];
  readonly after?: string;
}

/**
 * The insertion that adds a register to a sysreg-order document, after the register `after`, by default the
 * last one. The new entry is written like its neighbour: its groups, its spacing, its line breaks.
 * document: a sysreg-order document that is valid. undefined: it lists no register of the name `after`.
 */
export function addRegister(
  document: JsonNode,
  register: NewRegister,
  after?: string,
): Insertion | undefined {
  const list = memberValue(document, "registers");
  if (list?.kind !== "array") return undefined;
  const entries = list.items.filter((item) => item.kind === "object");
  const index =
    after === undefined ? entries.length - 1 : entries.findIndex((entry) => nameOf(entry) === after);
  const neighbour = entries[index];
  if (neighbour === undefined) return undefined;

  const entry = entryLike(neighbour, register);
  const next = entries[index + 1];
  if (next === undefined) return { offset: neighbour.end, text: `,${spaceBefore(list, neighbour)}${entry}` };
  return { offset: next.start, text: `${entry},${spaceBefore(list, next)}` };
}

function nameOf(entry: JsonObject): string | undefined {
  const name = memberValue(entry, "name");
  return name?.kind === "string" ? name.value : undefined;
}

/** The white space between what comes before an item of a list (a comma, the bracket) and the item. */
function spaceBefore(list: JsonArray, item: JsonNode): string {
  const before = list.source.text.slice(list.start, item.start);
  return before.slice(before.search(/\s*$/));
}

/** The text of a register's entry, its members in order and spaced as in the neighbour. */
function entryLike(neighbour: JsonObject, register: NewRegister): string {
  const { text } = neighbour.source;
  const [first, second] = neighbour.members;
  const last = neighbour.members.at(-1);
  if (first === undefined || last === undefined) return `{ "name": ${JSON.stringify(register.name)} }`;

  const likewise = memberValue(neighbour, "groups");
  const groups =
    register.groups !== undefined
      ? `[${register.groups.map((name) => JSON.stringify(name)).join(", ")}]`
      : likewise && text.slice(likewise.start, likewise.end);
  const colon = text.slice(first.key.end, first.value.start);
  const separator = second === undefined ? ", " : text.slice(first.value.end, second.key.start);
  const member = (key: string, value: string): string => `${JSON.stringify(key)}${colon}${value}`;
  const members = [
    member("name", JSON.stringify(register.name)),
    ...(register.via === undefined ? [] : [member("via", JSON.stringify(register.via))]),
    ...(groups === undefined ? [] : [member("groups", groups)]),
    ...(register.after === undefined ? [] : [member("after", JSON.stringify(register.after))]),
  ];
  const open = text.slice(neighbour.start, first.key.start);
  const close = text.slice(last.value.end, neighbour.end);
  return open + members.join(separator) + close;
}
