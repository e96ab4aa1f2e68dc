import { type JsonNode, memberValue, withItems, withMembers } from "../../read/json-node.js";

/** By list ("groups"), the names that conditions leave out. */
export type AbsentNames = ReadonlyMap<string, ReadonlySet<string>>;

/** What a step, or a procedure, names, by property. */
const NAMED_IN: Readonly<Record<string, string>> = {
  anchor: "groups",
  save: "groups",
  restore: "groups",
  store: "groups",
  load: "groups",
  push: "groups",
  pop: "groups",
  unstack: "groups",
  call: "routines",
  routine: "routines",
  procedure: "procedures",
};

/**
 * A world-switch document without the procedures and steps that name an absent group, routine or procedure: a
 * condition is written once, at the thing, and not again wherever it is used.
 */
export function withoutAbsentSteps(node: JsonNode, absent: AbsentNames): JsonNode {
  if (absent.size === 0) return node;
  const procedures = memberValue(node, "procedures");
  const gone =
    procedures?.kind === "array" ? procedures.items.filter((item) => namesAbsent(item, absent)) : [];
  const symbols = gone.flatMap((item) => textOf(item, "symbol"));
  const names = new Map([
    ...absent,
    ["procedures", new Set([...(absent.get("procedures") ?? []), ...symbols])],
  ]);
  return prune(node, (item) => !namesAbsent(item, names));
}

/** A sysreg-order document whose registers name no absent group. */
export function withoutAbsentGroups(node: JsonNode, absent: AbsentNames): JsonNode {
  const groups = absent.get("groups");
  if (groups === undefined) return node;
  return prune(node, (item) => item.kind !== "string" || !groups.has(item.value));
}

/** A node without the items of its arrays that are not wanted, at any depth. */
function prune(node: JsonNode, wanted: (item: JsonNode) => boolean): JsonNode {
  if (node.kind === "array")
    return withItems(
      node,
      node.items.filter(wanted).map((item) => prune(item, wanted)),
    );
  if (node.kind !== "object") return node;
  return withMembers(
    node,
    node.members.map((member) => ({ ...member, value: prune(member.value, wanted) })),
  );
}

function namesAbsent(item: JsonNode, absent: AbsentNames): boolean {
  return Object.entries(NAMED_IN).some(([property, list]) =>
    textOf(item, property).some((name) => absent.get(list)?.has(name) === true),
  );
}

function textOf(item: JsonNode, property: string): string[] {
  const value = memberValue(item, property);
  return value?.kind === "string" ? [value.value] : [];
}
