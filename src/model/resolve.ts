import { createHash } from "node:crypto";
import { type Diagnostic, sortDiagnostics } from "../core/diagnostic.js";
import { failure, type Result, resultOf } from "../core/result.js";
import { parseJson } from "../read/json.js";
import { placeOf, stringAt } from "../read/json-node.js";
import { LAYOUT_DOCUMENTS, type LayoutDocumentName, type LayoutSources } from "../read/sources.js";
import { type DocumentTypes, type ValidDocument, validateDocument } from "../validate/document.js";
import { type Architecture, compileArchitecture } from "./architecture.js";
import { resolveConstants } from "./constants.js";
import { checkOrderGroups } from "./resolve-groups.js";
import { resolveOffsets } from "./resolve-offsets.js";
import { orderIndices, resolveOrder } from "./resolve-order.js";
import { resolveSwitch } from "./resolve-switch.js";
import { findStruct, type Scope } from "./scope.js";
import { layOutStructs } from "./struct-layout.js";
import type { DocumentDigest, Layout, Model } from "./types.js";

type Kinds = typeof LAYOUT_DOCUMENTS;
type Documents = { readonly [Name in LayoutDocumentName]: ValidDocument<DocumentTypes[Kinds[Name]]> };

/**
 * The model of a layout's texts. Pure: no disk, no clock; the same texts give the same model.
 * Errors: reading (WS0xx), schemas (WS1xx), names and values (WS2xx), all that there are, sorted by place.
 */
export function resolveModel(sources: LayoutSources): Result<Model> {
  const found: Diagnostic[] = [];
  const documents = readDocuments(sources, found);
  const architecture = compileArchitecture(sources.architecture);
  found.push(...architecture.diagnostics);
  if (documents === undefined || !architecture.ok) return failure(sortDiagnostics(found));
  const model = resolveDocuments(documents, architecture.value, digests(sources), found);
  return resultOf(sortDiagnostics(found), () => {
    if (model === undefined) throw new Error("a layout without model and without error");
    return model;
  });
}

function readDocuments({ documents }: LayoutSources, found: Diagnostic[]): Documents | undefined {
  const read = <Name extends LayoutDocumentName>(name: Name): Documents[Name] | undefined => {
    const { file, text } = documents[name];
    const parsed = parseJson(file, text);
    const result = parsed.ok ? validateDocument(LAYOUT_DOCUMENTS[name], parsed.value) : parsed;
    found.push(...result.diagnostics);
    return result.ok ? (result.value as Documents[Name]) : undefined;
  };
  const layout = read("layout.json");
  const constants = read("constants.json");
  const structs = read("vcpu-context.json");
  const order = read("sysreg-order.json");
  const offsets = read("asm-offsets.json");
  const worldSwitch = read("world-switch.json");
  if (!layout || !constants || !structs || !order || !offsets || !worldSwitch) return undefined;
  return {
    "layout.json": layout,
    "constants.json": constants,
    "vcpu-context.json": structs,
    "sysreg-order.json": order,
    "asm-offsets.json": offsets,
    "world-switch.json": worldSwitch,
  };
}

function resolveDocuments(
  documents: Documents,
  { sysregs, a64 }: Architecture,
  digestList: readonly DocumentDigest[],
  found: Diagnostic[],
): Model | undefined {
  const orderDocument = documents["sysreg-order.json"];
  const switchDocument = documents["world-switch.json"];
  const layoutDocument = documents["layout.json"];
  const { constants, values } = resolveConstants(documents["constants.json"], orderDocument, {
    sysregs,
    found,
  });
  const structs = layOutStructs(documents["vcpu-context.json"], { constants: values, found });
  const scope: Scope = { sysregs, constants: values, structs, order: orderIndices(orderDocument), found };
  const vcpu = findStruct(scope, layoutDocument.value.vcpu, placeOf(stringAt(layoutDocument.node, "vcpu")));
  const context = findStruct(
    scope,
    layoutDocument.value.context,
    placeOf(stringAt(layoutDocument.node, "context")),
  );
  const order = resolveOrder(orderDocument, layoutDocument.value, scope);
  checkOrderGroups(orderDocument, switchDocument, found);
  const offsets = resolveOffsets(documents["asm-offsets.json"], scope);
  const worldSwitch = resolveSwitch(
    switchDocument,
    { layout: layoutDocument.value, vcpu, context, order, a64 },
    scope,
  );
  if (order === undefined || worldSwitch === undefined) return undefined;
  return {
    layout: resolveLayout(layoutDocument),
    constants,
    structs: [...structs.values()].filter((struct) => struct !== "broken"),
    sysregs,
    sysregOrder: order,
    ...offsets,
    worldSwitch,
    a64,
    documents: digestList,
  };
}

function resolveLayout({ value, node }: ValidDocument<DocumentTypes["layout"]>): Layout {
  const { name, title, doc, source, vcpu, context } = value;
  return {
    name,
    title,
    doc,
    ...(source === undefined ? {} : { source }),
    vcpu,
    context,
    at: placeOf(stringAt(node, "name")),
  };
}

function digests({ documents }: LayoutSources): readonly DocumentDigest[] {
  return (Object.keys(LAYOUT_DOCUMENTS) as LayoutDocumentName[]).map((file) => ({
    file,
    sha256: createHash("sha256").update(documents[file].text, "utf8").digest("hex"),
  }));
}
