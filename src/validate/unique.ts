import type { Diagnostic } from "../core/diagnostic.js";
import { type JsonNode, memberOf, memberValue, nodeAt, placeOf } from "../read/json-node.js";

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

/** WS104 for every item whose name an earlier item of its list has. kind: such as "sysreg-order". */
export function findDuplicates(kind: string, root: JsonNode): readonly Diagnostic[] {
  const lists = Object.hasOwn(UNIQUE, kind) ? (UNIQUE[kind] ?? []) : [];
  return lists.flatMap((list) => select(root, list.path).flatMap((array) => duplicatesOf(array, list)));
}

function select(node: JsonNode, path: readonly string[]): readonly JsonNode[] {
  const [part, ...rest] = path;
  if (part === undefined) return [node];
  if (part === "*") return node.kind === "array" ? node.items.flatMap((item) => select(item, rest)) : [];
  const member = memberOf(node, part);
  return member === undefined ? [] : select(member.value, rest);
}

function duplicatesOf(array: JsonNode, { key, hint }: UniqueList): readonly Diagnostic[] {
  if (array.kind !== "array") return [];
  const first = new Map<string, number>();
  const found: Diagnostic[] = [];
  array.items.forEach((item, position) => {
    const node = memberValue(item, key);
    if (node?.kind !== "string") return;
    const earlier = first.get(node.value);
    if (earlier === undefined) {
      first.set(node.value, position);
      return;
    }
    const related = [
      { at: placeOf(nodeAt(array, earlier, key)), message: `first listed here, at position ${earlier + 1}` },
    ];
    found.push({
      code: "WS104",
      severity: "error",
      at: placeOf(node),
      message: `${node.value} is listed twice`,
      related,
      hint,
    });
  });
  return found;
}
