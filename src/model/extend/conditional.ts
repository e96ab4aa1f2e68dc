import type { Diagnostic } from "../../core/diagnostic.js";
import { oncePer } from "../../core/once-per.js";
import {
  hasKey,
  type JsonArray,
  type JsonMember,
  type JsonNode,
  memberOf,
  memberValue,
  withItems,
  withMembers,
} from "../../read/json-node.js";
import { evaluateCondition, type FeatureStates } from "./condition.js";
import { itemOf, keyOf, propertyOf, type SchemaPlace } from "./schema-place.js";

/** What the conditions of a layout are evaluated with, and what that finds out. */
export interface Conditions {
  readonly features: FeatureStates;
  /** Features that some condition names. */
  readonly used: Set<string>;
  readonly found: Diagnostic[];
}

/** A document without its conditions. absent: by list ("groups"), the names that no item of the list has any more. */
export interface Unconditional {
  readonly node: JsonNode;
  readonly conditional: boolean;
  readonly absent: ReadonlyMap<string, ReadonlySet<string>>;
}

interface Walk extends Conditions {
  readonly absent: Map<string, ReadonlySet<string>>;
  conditional: boolean;
}

/**
 * A document with the parts whose condition does not hold left out, and `when` removed from the others.
 * A document without conditions comes back as it is. Errors: those of conditions; such a part is kept.
 */
export function withoutConditions(
  node: JsonNode,
  schema: SchemaPlace,
  conditions: Conditions,
): Unconditional {
  const walk: Walk = { ...conditions, absent: new Map(), conditional: false };
  if (!mayHaveConditions(node)) return { node, conditional: false, absent: walk.absent };
  const kept = keep(node, schema, "", walk);
  return { node: kept, conditional: walk.conditional, absent: walk.absent };
}

/** Whether anything in a document might be a condition: most have none, and need not be held against their schema. */
const mayHaveConditions: (document: JsonNode) => boolean = oncePer((document) => hasKey(document, "when"));

function keep(node: JsonNode, schema: SchemaPlace, name: string, walk: Walk): JsonNode {
  if (node.kind === "object") {
    const before = node.members;
    const members = before.map((member): JsonMember => {
      const value = keep(member.value, propertyOf(schema, member.key.value), member.key.value, walk);
      return value === member.value ? member : { ...member, value };
    });
    return members.every((member, i) => member === before[i]) ? node : withMembers(node, members);
  }
  if (node.kind !== "array" || schema.node === undefined) return node;
  const key = keyOf(schema);
  const before = node.items;
  const held = key === undefined ? before : before.flatMap((item) => heldItem(item, walk));
  const items = held.map((item) => keep(item, itemOf(schema), "", walk));
  const [property] = key ?? [];
  if (property !== undefined && held.length < before.length)
    walk.absent.set(name, absentNames(node, items, property));
  const same = items.length === before.length && items.every((item, i) => item === before[i]);
  return same ? node : withItems(node, items);
}

/** The item without its `when`, or nothing where that does not hold. */
function heldItem(item: JsonNode, walk: Walk): readonly JsonNode[] {
  const when = memberOf(item, "when");
  if (when?.value.kind !== "string" || item.kind !== "object") return [item];
  walk.conditional = true;
  const holds = evaluateCondition(when.value, walk.features, walk.used, walk.found) ?? true;
  return holds
    ? [
        withMembers(
          item,
          item.members.filter(({ key }) => key.value !== "when"),
        ),
      ]
    : [];
}

function absentNames(before: JsonArray, items: readonly JsonNode[], property: string): ReadonlySet<string> {
  const names = (list: readonly JsonNode[]): string[] =>
    list.flatMap((item) => {
      const value = memberValue(item, property);
      return value?.kind === "string" ? [value.value] : [];
    });
  const present = new Set(names(items));
  return new Set(names(before.items).filter((name) => !present.has(name)));
}
