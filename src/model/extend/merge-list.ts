import {
  type JsonArray,
  type JsonNode,
  type JsonObject,
  type JsonString,
  memberOf,
  memberValue,
  placeOf,
  plainValueOf,
  withItems,
  withMembers,
} from "../../read/json-node.js";
import { nearestHint } from "../../validate/nearest.js";
import { errorAt } from "../finding.js";
import { type Merging, withoutEffect } from "./merging.js";
import { type Operation, readOperation } from "./operation.js";
import { itemOf, type SchemaPlace } from "./schema-place.js";

/** A list whose items have names. key: the properties that make the name. mergeItem: a change put on an item. */
interface NamedList {
  readonly key: readonly string[];
  readonly schema: SchemaPlace;
  readonly mergeItem: (
    base: JsonObject,
    patch: JsonObject,
    schema: SchemaPlace,
    merging: Merging,
  ) => JsonObject;
}

/** The list while its operations are made, one after the other. */
interface Work extends NamedList {
  readonly base: JsonArray;
  readonly items: JsonNode[];
  readonly merging: Merging;
}

/**
 * A list with an overlay's additions, changes and removals made, in their order.
 * Errors: WS120 a name that the list does not have; WS121 an addition that is there already; WS122 an item that
 * is neither addition, change nor removal; WS124 a change of what is there several times; WS125 no effect.
 */
export function mergeList(base: JsonArray, overlay: JsonArray, list: NamedList, merging: Merging): JsonArray {
  const work: Work = { ...list, base, items: [...base.items], merging };
  if (overlay.items.length === 0)
    withoutEffect(overlay, "the list changes nothing of what is extended", merging);
  for (const item of overlay.items) {
    const operation = readOperation(item, merging.found);
    if (operation !== undefined) make(operation, work);
  }
  return withItems(overlay, work.items);
}

function make(operation: Operation, work: Work): void {
  if (operation.kind === "remove") {
    const gone = new Set(find(operation.name, work));
    const kept = work.items.filter((_, index) => !gone.has(index));
    work.items.splice(0, work.items.length, ...kept);
  } else if (operation.kind === "change") change(operation, work);
  else add(operation, work);
}

function add({ item, after }: Extract<Operation, { kind: "add" }>, work: Work): void {
  const name = nameOf(item, work.key);
  const same = work.items.find(
    (other) => nameOf(other, work.key) === name && conditionOf(other) === conditionOf(item),
  );
  if (name !== undefined && same !== undefined && saysTheSame(item, same)) {
    withoutEffect(item, `${name} is there already, and says the same`, work.merging, undefined, same);
    return;
  }
  if (name !== undefined && same !== undefined) {
    const related = [{ at: placeOfName(same, work.key), message: "it is here" }];
    const hint = `to say what differs about it, write { "change": ${JSON.stringify(name)}, … }`;
    work.merging.found.push(
      errorAt("WS121", placeOfName(item, work.key), `${name} is there already`, { related, hint }),
    );
    return;
  }
  work.items.splice(positionAfter(after, work) ?? work.items.length, 0, item);
}

function saysTheSame(a: JsonNode, b: JsonNode): boolean {
  return JSON.stringify(plainValueOf(a)) === JSON.stringify(plainValueOf(b));
}

function change(operation: Extract<Operation, { kind: "change" }>, work: Work): void {
  const { name, patch, after } = operation;
  const [index, second] = find(name, work);
  const old = index === undefined ? undefined : work.items[index];
  if (index === undefined || old?.kind !== "object") return;
  const { merging } = work;
  if (second !== undefined) {
    const related = [old, work.items[second]].flatMap((item) =>
      item === undefined ? [] : [{ at: placeOfName(item, work.key), message: "one of them" }],
    );
    const message = `${name.value} is there several times, under different conditions`;
    const hint = "remove it, and add what is wanted";
    merging.found.push(errorAt("WS124", placeOf(name), message, { related, hint }));
    return;
  }
  if (patch.members.length === 0 && after === undefined)
    withoutEffect(name, `the change of ${name.value} says nothing that differs`, merging, undefined, old);
  const merged = renamed(work.mergeItem(old, patch, itemOf(work.schema), merging), patch, name, work);
  merging.origins.push({ at: placeOf(name), base: placeOfName(old, work.key) });
  work.items.splice(index, 1);
  const position = positionAfter(after, work) ?? index;
  if (after !== undefined && position === index)
    withoutEffect(after, `${name.value} is in this place without this`, merging);
  work.items.splice(position, 0, merged);
}

/** A changed item, whose name stands where the change is written. Names of several properties stay with the base. */
function renamed(item: JsonObject, patch: JsonObject, name: JsonString, { key }: Work): JsonObject {
  const [property, more] = key;
  if (property === undefined || more !== undefined || memberOf(patch, property) !== undefined) return item;
  return withMembers(
    item,
    item.members.map((member) => (member.key.value === property ? { ...member, value: name } : member)),
  );
}

/** Where an item comes that stands after another; undefined without a wish, or after WS120. */
function positionAfter(after: JsonNode | undefined, work: Work): number | undefined {
  if (after === undefined) return undefined;
  if (after.kind !== "string") return 0;
  const last = find(after, work).at(-1);
  return last === undefined ? undefined : last + 1;
}

/** Positions of the items of a name; none after WS120. */
function find(name: JsonString, { base, items, key, merging }: Work): readonly number[] {
  const positions = items.flatMap((item, index) => (nameOf(item, key) === name.value ? [index] : []));
  if (positions.length === 0) {
    const names = items.flatMap((item) => nameOf(item, key) ?? []);
    const related = [{ at: placeOf(base), message: "the list that is extended" }];
    const hint = nearestHint(name.value, names);
    merging.found.push(errorAt("WS120", placeOf(name), `the list has no ${name.value}`, { related, hint }));
  }
  return positions;
}

/** The name of an item, its parts with a space between; undefined when it lacks one. */
function nameOf(item: JsonNode, key: readonly string[]): string | undefined {
  const parts = key.map((property) => memberValue(item, property));
  return parts.every((part) => part?.kind === "string")
    ? parts.map((part) => part.value).join(" ")
    : undefined;
}

function placeOfName(item: JsonNode, [property]: readonly string[]): ReturnType<typeof placeOf> {
  return placeOf((property === undefined ? undefined : memberValue(item, property)) ?? item);
}

function conditionOf(item: JsonNode): string | undefined {
  const when = memberValue(item, "when");
  return when?.kind === "string" ? when.value : undefined;
}
