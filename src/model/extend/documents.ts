import { type Diagnostic, hasErrors } from "../../core/diagnostic.js";
import { type JsonNode, memberValue, placeOf } from "../../read/json-node.js";
import { parseDocument } from "../../read/parsed-documents.js";
import {
  LAYOUT_DOCUMENTS,
  type LayoutChain,
  type LayoutDocumentName,
  type LayoutOverlay,
} from "../../read/sources.js";
import { type DocumentTypes, type ValidDocument, validateDocument } from "../../validate/document.js";
import { errorAt } from "../finding.js";
import type { Feature } from "../types.js";
import { withoutAbsentGroups, withoutAbsentSteps } from "./absent.js";
import { withoutConditions } from "./conditional.js";
import { type FeatureSelection, reportUnused, resolveFeatures } from "./features.js";
import { mergeDocument } from "./merge.js";
import type { Merging, Origin } from "./merging.js";
import { schemaOf } from "./schema-place.js";

type Kinds = typeof LAYOUT_DOCUMENTS;
/** A layout's documents, each accepted by its schema. */
export type Documents = {
  readonly [Name in LayoutDocumentName]: ValidDocument<DocumentTypes[Kinds[Name]]>;
};
type Nodes = Readonly<Partial<Record<LayoutDocumentName, JsonNode>>>;

/** The documents of a layout as one, whatever it extends and depends on. origins: of what overlays replaced. */
export interface WholeDocuments {
  readonly documents: Documents;
  readonly features: readonly Feature[];
  readonly origins: readonly Origin[];
}

const NAMES = Object.keys(LAYOUT_DOCUMENTS) as LayoutDocumentName[];

/**
 * A layout's texts as one valid set of documents: read, merged with what they extend, the parts whose condition
 * does not hold left out. undefined after an error. Every layout on the way is held to the schemas by itself.
 * Errors: WS0xx, WS1xx: text, schemas, overlays, features.
 */
export function wholeDocuments(
  { documents, overlays = [] }: LayoutChain,
  selection: FeatureSelection,
  found: Diagnostic[],
): WholeDocuments | undefined {
  const origins: Origin[] = [];
  let nodes = parse(documents, found);
  for (const overlay of overlays) {
    validateAll(nodes, {}, found);
    if (hasErrors(found)) return undefined;
    nodes = extend(nodes, parse(overlay, found), { found, origins });
  }
  const valid = validateAll(nodes, selection, found);
  if (valid === undefined || hasErrors(found)) return undefined;
  found.push(...reportUnused(valid.features, valid.used));
  return { documents: valid.documents, features: valid.features, origins };
}

/** The features of a layout, whatever is wrong with its other documents; undefined after an error in layout.json. */
export function layoutFeatures(chain: LayoutChain, found: Diagnostic[]): readonly Feature[] | undefined {
  const [root, ...overlays] = [chain.documents, ...(chain.overlays ?? [])].map((documents) => {
    const text = documents["layout.json"];
    return parse(text === undefined ? {} : { "layout.json": text }, found);
  });
  const merging = { found, origins: [] };
  const whole = overlays.reduce((base, overlay) => extend(base, overlay, merging), root ?? {});
  const valid = validLayout(whole, {}, found);
  return hasErrors(found) ? undefined : valid?.features;
}

function parse(texts: LayoutOverlay, found: Diagnostic[]): Nodes {
  const nodes: Partial<Record<LayoutDocumentName, JsonNode>> = {};
  for (const name of NAMES) {
    const source = texts[name];
    if (source === undefined) continue;
    const parsed = parseDocument(source.file, source.text);
    found.push(...parsed.diagnostics);
    if (parsed.ok) nodes[name] = parsed.value;
  }
  return nodes;
}

function extend(base: Nodes, overlay: Nodes, merging: Merging): Nodes {
  const nodes: Partial<Record<LayoutDocumentName, JsonNode>> = { ...base };
  for (const name of NAMES) {
    const below = base[name];
    const above = overlay[name];
    if (below !== undefined && above !== undefined)
      nodes[name] = mergeDocument(below, above, schemaOf(LAYOUT_DOCUMENTS[name]), merging);
  }
  checkName(base["layout.json"], overlay["layout.json"], merging.found);
  return nodes;
}

/** WS132: the output of two layouts of one name would go to one folder. */
function checkName(base: JsonNode | undefined, overlay: JsonNode | undefined, found: Diagnostic[]): void {
  if (base === undefined || overlay === undefined) return;
  const taken = memberValue(base, "name");
  const own = memberValue(overlay, "name");
  if (taken?.kind !== "string") return;
  if (own !== undefined && (own.kind !== "string" || own.value !== taken.value)) return;
  const at = placeOf(own ?? memberValue(overlay, "extends") ?? overlay);
  const message = `the layout has no name of its own: ${taken.value} is that of what it extends, whose output it would replace`;
  const related = [{ at: placeOf(taken), message: "the name is given here" }];
  found.push(errorAt("WS132", at, message, { related, hint: 'give it another "name"' }));
}

interface Valid {
  readonly documents: Documents;
  readonly features: readonly Feature[];
  readonly used: ReadonlySet<string>;
}

/** The document of a name as its schema's type; undefined without one, or after errors. */
function validate<Name extends LayoutDocumentName>(
  name: Name,
  node: JsonNode | undefined,
  found: Diagnostic[],
): Documents[Name] | undefined {
  if (node === undefined) return undefined;
  const result = validateDocument(LAYOUT_DOCUMENTS[name], node);
  found.push(...result.diagnostics);
  return result.ok ? (result.value as Documents[Name]) : undefined;
}

function validLayout(
  nodes: Nodes,
  selection: FeatureSelection,
  found: Diagnostic[],
): { readonly layout: Documents["layout.json"]; readonly features: readonly Feature[] } | undefined {
  const layout = validate("layout.json", nodes["layout.json"], found);
  return layout && { layout, features: resolveFeatures(layout, selection, found) };
}

function validateAll(nodes: Nodes, selection: FeatureSelection, found: Diagnostic[]): Valid | undefined {
  const own = validLayout(nodes, selection, found);
  const used = new Set<string>();
  const held = heldParts(nodes, own?.features, used, found);
  const constants = validate("constants.json", held["constants.json"], found);
  const structs = validate("vcpu-context.json", held["vcpu-context.json"], found);
  const order = validate("sysreg-order.json", held["sysreg-order.json"], found);
  const offsets = validate("asm-offsets.json", held["asm-offsets.json"], found);
  const worldSwitch = validate("world-switch.json", held["world-switch.json"], found);
  if (!own || !constants || !structs || !order || !offsets || !worldSwitch) return undefined;
  const documents: Documents = {
    "layout.json": own.layout,
    "constants.json": constants,
    "vcpu-context.json": structs,
    "sysreg-order.json": order,
    "asm-offsets.json": offsets,
    "world-switch.json": worldSwitch,
  };
  return { documents, features: own.features, used };
}

/**
 * The documents with the parts that the features ask for. Parts that are left out are held to the schema as well.
 * features: undefined when layout.json is wrong; conditions then stay, and are not looked at.
 */
function heldParts(
  nodes: Nodes,
  features: readonly Feature[] | undefined,
  used: Set<string>,
  found: Diagnostic[],
): Nodes {
  if (features === undefined) return nodes;
  const states = new Map(features.map(({ name, enabled }) => [name, enabled]));
  const held: Partial<Record<LayoutDocumentName, JsonNode>> = {};
  const absent = new Map<string, ReadonlySet<string>>();
  for (const name of NAMES) {
    const node = nodes[name];
    if (node === undefined) continue;
    const kind = LAYOUT_DOCUMENTS[name];
    const kept = withoutConditions(node, schemaOf(kind), { features: states, used, found });
    if (kept.conditional) found.push(...shapeFindings(kind, node));
    held[name] = kept.node;
    if (name === "world-switch.json") for (const [list, names] of kept.absent) absent.set(list, names);
  }
  const order = held["sysreg-order.json"];
  const worldSwitch = held["world-switch.json"];
  if (order !== undefined) held["sysreg-order.json"] = withoutAbsentGroups(order, absent);
  if (worldSwitch !== undefined) held["world-switch.json"] = withoutAbsentSteps(worldSwitch, absent);
  return held;
}

/** What the schema says of a document with all of its parts. One name may stand twice, under two conditions. */
function shapeFindings(kind: Kinds[LayoutDocumentName], node: JsonNode): readonly Diagnostic[] {
  return validateDocument(kind, node).diagnostics.filter(({ code }) => code !== "WS104");
}
