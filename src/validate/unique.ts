import type { Diagnostic } from "../core/diagnostic.js";
import { type JsonNode, nodeAt, placeOf } from "../read/json-node.js";

/** A list whose items differ in a key. path: properties from the root, "*" for every item of an array. */
interface UniqueList {
  readonly path: readonly string[];
  readonly key: string;
  readonly hint: string;
}

const TWO_SLOTS = "remove one, or the register would be moved twice";

/** What JSON Schema cannot say: lists by document kind in which a name stands once. */
const UNIQUE: Readonly<Record<string, readonly UniqueList[]>> = {
  constants: [{ path: ["constants"], key: "name", hint: "remove one" }],
  structs: [
    { path: ["structs"], key: "name", hint: "remove or rename one" },
    { path: ["structs", "*", "members"], key: "name", hint: "remove or rename one; later members move" },
  ],
  "sysreg-order": [
    { path: ["registers"], key: "name", hint: "remove one; every later index moves down by 1" },
  ],
  "asm-offsets": [
    { path: ["symbols"], key: "symbol", hint: "remove or rename one" },
    { path: ["macros"], key: "macro", hint: "remove or rename one" },
  ],
  "world-switch": [
    { path: ["groups"], key: "name", hint: "remove or rename one" },
    { path: ["groups", "*", "transfers"], key: "register", hint: TWO_SLOTS },
    { path: ["routines"], key: "name", hint: "remove or rename one" },
    { path: ["procedures"], key: "symbol", hint: "remove or rename one" },
    { path: ["traps"], key: "register", hint: "remove one; both would be written" },
    { path: ["fault"], key: "register", hint: "remove one; both would be stored" },
    { path: ["abort", "clobbers"], key: "register", hint: "remove one" },
  ],
  sysregs: [{ path: ["registers"], key: "name", hint: "remove one" }],
};

/**
 * WS104 for every item whose name an earlier item of its list has. kind: such as "sysreg-order". value: the document's plain value,
 * which is walked; root: its nodes, which are asked for places only.
 */
export function findDuplicates(kind: string, value: unknown, root: JsonNode): readonly Diagnostic[] {
  const lists = Object.hasOwn(UNIQUE, kind) ? (UNIQUE[kind] ?? []) : [];
  const found: Diagnostic[] = [];
  for (const list of lists)
    inLists(value, list.path, [], (array, at) => report(array, list, root, at, found));
  return found;
}

type Position = readonly (string | number)[];

/** Calls visit for every array that a path leads to, with its position in the document. */
function inLists(
  value: unknown,
  path: readonly string[],
  at: (string | number)[],
  visit: (array: readonly unknown[], at: Position) => void,
): void {
  const part = path[at.length];
  if (part === undefined) {
    if (Array.isArray(value)) visit(value, at);
  } else if (part === "*") {
    if (!Array.isArray(value)) return;
    for (let i = 0; i < value.length; i++) {
      at.push(i);
      inLists(value[i], path, at, visit);
      at.pop();
    }
  } else {
    at.push(part);
    inLists(memberOf(value, part), path, at, visit);
    at.pop();
  }
}

function memberOf(value: unknown, key: string): unknown {
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>)[key] : undefined;
}

function report(
  array: readonly unknown[],
  { key, hint }: UniqueList,
  root: JsonNode,
  at: Position,
  found: Diagnostic[],
): void {
  const first = new Map<string, number>();
  for (let position = 0; position < array.length; position++) {
    const name = memberOf(array[position], key);
    if (typeof name !== "string") continue;
    const earlier = first.get(name);
    if (earlier === undefined) {
      first.set(name, position);
      continue;
    }
    const place = (index: number) => placeOf(nodeAt(root, ...at, index, key));
    const related = [{ at: place(earlier), message: `first listed here, at position ${earlier + 1}` }];
    const message = `${name} is listed twice`;
    found.push({ code: "WS104", severity: "error", at: place(position), message, related, hint });
  }
}
