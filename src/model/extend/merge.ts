import {
  type JsonMember,
  type JsonNode,
  type JsonObject,
  placeOf,
  plainValueOf,
  withMembers,
} from "../../read/json-node.js";
import { nearestHint } from "../../validate/nearest.js";
import { errorAt } from "../finding.js";
import { mergeList } from "./merge-list.js";
import { type Merging, withoutEffect } from "./merging.js";
import { isRequired, keyOf, propertyOf, type SchemaPlace } from "./schema-place.js";

/** Properties of a document that every folder has for itself, whatever its base's are. */
const OWN = new Set(["$schema", "extends"]);

/**
 * A base's document with an overlay's on top; every node of it keeps the place where it was written. Pure.
 * Objects are merged property by property, null takes one away (as in RFC 7396, JSON Merge Patch); a list whose
 * items have names takes additions, changes and removals (see merge-list.ts); anything else is replaced.
 * Errors: WS120 to WS124; WS125 (a warning) for an overlay that says what its base says.
 */
export function mergeDocument(
  base: JsonNode,
  overlay: JsonNode,
  schema: SchemaPlace,
  merging: Merging,
): JsonNode {
  if (base.kind !== "object" || overlay.kind !== "object") return overlay;
  const own = overlay.members.filter(({ key }) => OWN.has(key.value));
  const changes = overlay.members.filter(({ key }) => !OWN.has(key.value));
  if (changes.length === 0 && own.length < 2)
    withoutEffect(overlay, "the document changes nothing of what is extended", merging, "leave it out");
  const rest = base.members.filter(({ key }) => !OWN.has(key.value));
  const merged = mergeObject(withMembers(base, rest), withMembers(overlay, changes), schema, merging);
  return withMembers(merged, [...own, ...merged.members]);
}

/** An object with another on top. The result stands where the overlay's does. */
export function mergeObject(
  base: JsonObject,
  overlay: JsonObject,
  schema: SchemaPlace,
  merging: Merging,
): JsonObject {
  const members = new Map(base.members.map((member) => [member.key.value, member]));
  for (const member of overlay.members) {
    const name = member.key.value;
    const before = members.get(name);
    if (member.value.kind === "null") {
      if (mayTakeAway(member, before, base, schema, merging)) members.delete(name);
    } else if (before === undefined) members.set(name, member);
    else members.set(name, mergeMember(before, member, propertyOf(schema, name), merging));
  }
  return withMembers(overlay, [...members.values()]);
}

function mergeMember(
  base: JsonMember,
  overlay: JsonMember,
  schema: SchemaPlace,
  merging: Merging,
): JsonMember {
  const { value: old } = base;
  const { value } = overlay;
  if (old.kind === "object" && value.kind === "object" && value.members.length > 0)
    return { key: overlay.key, value: mergeObject(old, value, schema, merging) };
  const key = keyOf(schema);
  if (key !== undefined && old.kind === "array" && value.kind === "array")
    return {
      key: overlay.key,
      value: mergeList(old, value, { key, schema, mergeItem: mergeObject }, merging),
    };
  if (JSON.stringify(plainValueOf(old)) === JSON.stringify(plainValueOf(value)))
    withoutEffect(value, `"${overlay.key.value}" is what it is without this`, merging, undefined, old);
  else merging.origins.push({ at: placeOf(value), base: placeOf(old) });
  return overlay;
}

function mayTakeAway(
  { key, value }: JsonMember,
  before: JsonMember | undefined,
  base: JsonObject,
  schema: SchemaPlace,
  { found }: Merging,
): boolean {
  if (before === undefined) {
    const names = base.members.map((member) => member.key.value);
    const related = [{ at: placeOf(base), message: "what is extended" }];
    const hint = nearestHint(key.value, names);
    found.push(errorAt("WS120", placeOf(key), `there is no "${key.value}" to take away`, { related, hint }));
    return false;
  }
  if (!isRequired(schema, key.value)) return true;
  const related = [{ at: placeOf(before.key), message: "what is extended has it here" }];
  const message = `"${key.value}" cannot be taken away: it must always be there`;
  found.push(errorAt("WS123", placeOf(value), message, { related, hint: "give it another value" }));
  return false;
}
