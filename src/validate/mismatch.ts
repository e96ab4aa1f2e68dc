import type { Diagnostic, Related } from "../core/diagnostic.js";
import type { SourceRef } from "../core/source-ref.js";
import { follow, type JsonNode, locate, placeOf } from "../read/json-node.js";
import { gapFor } from "./missing.js";
import { listNames } from "./name-list.js";
import { nearestHint } from "./nearest.js";
import type { SchemaError, SchemaNode } from "./validate-function.js";

/** A mismatch together with what it is about. name: the property's, for messages. */
interface Subject {
  readonly error: SchemaError;
  readonly root: JsonNode;
  readonly node: JsonNode;
  /** The schema that holds the keyword. */
  readonly schema: SchemaNode;
  readonly name: string;
}

type Finding = { code: string; at: SourceRef; message: string; related?: readonly Related[]; hint?: string };

/**
 * The diagnostic for a mismatch between a document and its schema.
 * Codes: WS101 unknown property; WS102 missing property; WS103 wrong type; WS104 listed twice; WS105 wrong form;
 * WS106 not one of the allowed values; WS107 number out of range; WS108 too few or too many; WS109 does not go
 * with the rest of its object; WS110 wrong $schema.
 */
export function describeMismatch(error: SchemaError, root: JsonNode, documentSchema: SchemaNode): Diagnostic {
  const { node, member } = follow(root, error.instancePath);
  const path = error.schemaPath.replace(/\/[^/]*$/, "");
  const index = /\/(\d+)$/.exec(error.instancePath)?.[1];
  const name =
    member !== undefined
      ? JSON.stringify(member.key.value)
      : index !== undefined
        ? "the item"
        : "the document";
  const subject: Subject = { error, root, node, schema: schemaAt(documentSchema, path), name };
  const describe = KEYWORDS.get(error.keyword) ?? describeOther;
  return { severity: "error", ...describe(subject) };
}

const KEYWORDS: ReadonlyMap<string, (subject: Subject) => Finding> = new Map([
  ["additionalProperties", describeUnknown],
  ["required", describeRequired],
  ["dependentRequired", describeRequired],
  ["type", describeType],
  ["pattern", describePattern],
  ["enum", describeEnum],
  ["const", describeEnum],
  ["minimum", describeRange],
  ["maximum", describeRange],
  ["uniqueItems", describeTwice],
  ["not", describeConflict],
  ["minItems", describeSize],
  ["maxItems", describeSize],
  ["minLength", describeSize],
  ["maxLength", describeSize],
  ["minProperties", describeSize],
  ["maxProperties", describeSize],
]);

function describeUnknown({ error, root, node, schema }: Subject): Finding {
  const property = String(error.params.additionalProperty);
  const known = propertiesOf(schema);
  const present = node.kind === "object" ? node.members.map(({ key }) => key.value) : [];
  const free = known.filter((name) => !present.includes(name));
  const at = locate(root, `${error.instancePath}/${escapePointer(property)}`, { key: true });
  const hint = nearestHint(property, free) ?? `known here: ${listNames(known)}`;
  return { code: "WS101", at, message: `unknown property ${JSON.stringify(property)}`, hint };
}

function describeRequired({ error, node, schema }: Subject): Finding {
  const missing = String(error.params.missingProperty);
  const gap = gapFor(node, propertiesOf(schema), missing);
  const because =
    error.keyword === "dependentRequired" ? `, which "${String(error.params.property)}" needs` : "";
  const after = gap.after === undefined ? "" : ` after "${gap.after}"`;
  return { code: "WS102", at: gap.at, message: `property "${missing}"${because} is missing${after}` };
}

function describeType({ error, node, schema, name }: Subject): Finding {
  const wanted = String(error.params.type)
    .split(",")
    .map((type) => TYPE_NAMES.get(type) ?? type)
    .join(" or ");
  const hint = typeof schema.$comment === "string" ? { hint: `expected is ${schema.$comment}` } : {};
  return {
    code: "WS103",
    at: placeOf(node),
    message: `${name} is ${quote(node)}, expected ${wanted}`,
    ...hint,
  };
}

const TYPE_NAMES: ReadonlyMap<string, string> = new Map([
  ["string", "a text"],
  ["integer", "an integer"],
  ["number", "a number"],
  ["boolean", "true or false"],
  ["object", "an object"],
  ["array", "an array"],
]);

function describePattern({ error, node, schema, name }: Subject): Finding {
  const written = quote(node);
  const wanted =
    typeof schema.$comment === "string" ? schema.$comment : `of the form ${String(error.params.pattern)}`;
  const isSchema = error.instancePath === "/$schema";
  const message = `${name} is ${written}, expected ${wanted}`;
  return { code: isSchema ? "WS110" : "WS105", at: placeOf(node), message };
}

function describeEnum({ error, node, name }: Subject): Finding {
  const values = error.keyword === "const" ? [error.params.allowedValue] : error.params.allowedValues;
  const allowed = Array.isArray(values) ? values.map(String) : [];
  const near = node.kind === "string" ? nearestHint(node.value, allowed) : undefined;
  const list = Array.isArray(values) ? values.map((value) => JSON.stringify(value)).join(", ") : "";
  const wanted = allowed.length === 1 ? list : `one of ${list}`;
  const message = `${name} is ${quote(node)}, expected ${wanted}`;
  return { code: "WS106", at: placeOf(node), message, ...(near === undefined ? {} : { hint: near }) };
}

function describeRange({ error, node, name }: Subject): Finding {
  const bound = error.keyword === "minimum" ? "at least" : "at most";
  const message = `${name} is ${quote(node)}, expected ${bound} ${String(error.params.limit)}`;
  return { code: "WS107", at: placeOf(node), message };
}

function describeTwice({ error, root, node }: Subject): Finding {
  const [first, second] = [Number(error.params.i), Number(error.params.j)].sort((a, b) => a - b);
  const at = locate(root, `${error.instancePath}/${second}`);
  const item = node.kind === "array" ? node.items[second ?? 0] : undefined;
  const message = `${item === undefined ? "the item" : quote(item)} is listed twice`;
  const related = [{ at: locate(root, `${error.instancePath}/${first}`), message: "first listed here" }];
  return { code: "WS104", at, message, related, hint: "remove one" };
}

function describeConflict({ error, root, schema, name }: Subject): Finding {
  const at = locate(root, error.instancePath, { key: true });
  const why = typeof schema.$comment === "string" ? `: ${schema.$comment}` : "";
  return { code: "WS109", at, message: `${name} does not apply here${why}` };
}

function describeSize({ error, node, schema, name }: Subject): Finding {
  const limit = Number(error.params.limit);
  const bound = error.keyword.startsWith("min") ? "at least" : "at most";
  if (node.kind === "object") {
    const choice = propertiesOf(schema).join(", ");
    const found = node.members.map(({ key }) => JSON.stringify(key.value)).join(" and ");
    const second = node.members[limit];
    const at = second === undefined ? placeOf(node) : placeOf(second.key);
    const wanted = schema.maxProperties === 1 ? "exactly one" : `${bound} ${limit}`;
    return {
      code: "WS108",
      at,
      message: `${found === "" ? "nothing" : found} here, expected ${wanted} of ${choice}`,
    };
  }
  const [count, unit] =
    node.kind === "array"
      ? [node.items.length, "items"]
      : [node.kind === "string" ? node.value.length : 0, "characters"];
  const message =
    count === 0 ? `${name} is empty` : `${name} has ${count} ${unit}, expected ${bound} ${limit}`;
  return { code: "WS108", at: placeOf(node), message };
}

function describeOther({ error, node, schema, name }: Subject): Finding {
  const why = typeof schema.$comment === "string" ? schema.$comment : `its schema's ${error.keyword}`;
  return { code: "WS109", at: placeOf(node), message: `${name} does not match ${why}` };
}

/** Property names in the schema's order, which is the order that documents are written in. */
function propertiesOf(schema: SchemaNode): readonly string[] {
  return isNode(schema.properties) ? Object.keys(schema.properties) : [];
}

/** The schema at a path such as "#/properties/count/minimum"; conditions lead to the schema that has them. */
function schemaAt(root: SchemaNode, schemaPath: string): SchemaNode {
  let here: SchemaNode = root;
  const plain = schemaPath.replace(/(\/allOf\/\d+)?\/(then|else|if)$/, "");
  for (const part of plain.split("/").slice(1)) {
    const next = here[unescapePointer(decodeURIComponent(part))];
    if (!isNode(next)) return here;
    here = followReference(root, next);
  }
  return here;
}

/** What a "#/$defs/…" names, with the keywords beside it. */
function followReference(root: SchemaNode, node: SchemaNode): SchemaNode {
  const { $ref, ...own } = node;
  if (typeof $ref !== "string") return node;
  const target = isNode(root.$defs) ? root.$defs[$ref.replace("#/$defs/", "")] : undefined;
  return isNode(target) ? { ...followReference(root, target), ...own } : node;
}

function isNode(value: unknown): value is SchemaNode {
  return typeof value === "object" && value !== null;
}

function unescapePointer(part: string): string {
  return part.replaceAll("~1", "/").replaceAll("~0", "~");
}

function escapePointer(part: string): string {
  return part.replaceAll("~", "~0").replaceAll("/", "~1");
}

/** A value as it was written, cut when it is long. */
function quote(node: JsonNode): string {
  if (node.kind === "object") return "an object";
  if (node.kind === "array") return "an array";
  const written = node.source.text.slice(node.start, node.end);
  return written.length > 60 ? `${written.slice(0, 59)}…` : written;
}
