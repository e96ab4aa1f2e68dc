import { schemaOfKind } from "../../validate/generated/validators.js";
import type { SchemaNode } from "../../validate/validate-function.js";

/** A part of a document's schema, followed beside a node of the document. node: undefined where the schema says nothing. */
export interface SchemaPlace {
  readonly root: SchemaNode;
  readonly node: SchemaNode | undefined;
}

/** The schema of a whole document. kind: as the schemas under schema/language are named, such as "sysreg-order". */
export function schemaOf(kind: string): SchemaPlace {
  const root = schemaOfKind(kind);
  if (root === undefined) throw new Error(`no schema for documents of kind ${kind}`);
  return { root, node: root };
}

/** The schema of an object's property. */
export function propertyOf({ root, node }: SchemaPlace, name: string): SchemaPlace {
  const properties = node?.properties;
  const property = isNode(properties) && Object.hasOwn(properties, name) ? properties[name] : undefined;
  return { root, node: followed(root, property) };
}

/** The schema of an array's items. */
export function itemOf({ root, node }: SchemaPlace): SchemaPlace {
  return { root, node: followed(root, node?.items) };
}

/** The properties that together name an item of a list ("x-key"), undefined for a list whose items have no name. */
export function keyOf({ node }: SchemaPlace): readonly string[] | undefined {
  const key = node?.["x-key"];
  return Array.isArray(key) ? key.map(String) : undefined;
}

/** Whether every object of this schema has a property. */
export function isRequired({ node }: SchemaPlace, name: string): boolean {
  return Array.isArray(node?.required) && node.required.includes(name);
}

function followed(root: SchemaNode, node: unknown): SchemaNode | undefined {
  if (!isNode(node)) return undefined;
  const { $ref, ...own } = node;
  if (typeof $ref !== "string") return node;
  const target = isNode(root.$defs) ? root.$defs[$ref.replace("#/$defs/", "")] : undefined;
  return { ...followed(root, target), ...own };
}

function isNode(value: unknown): value is SchemaNode {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
