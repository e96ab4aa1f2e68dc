import { type Diagnostic, sortDiagnostics } from "../core/diagnostic.js";
import { failure, type Result, resultOf } from "../core/result.js";
import { placeOf, stringAt } from "../read/json-node.js";
import { LAYOUT_DOCUMENTS, type LayoutDocumentName, type LayoutSources } from "../read/sources.js";
import type { DocumentTypes, ValidDocument } from "../validate/document.js";
import { type Architecture, compileArchitecture } from "./architecture.js";
import { resolveConstants } from "./constants.js";
import { type WholeDocuments, wholeDocuments } from "./extend/documents.js";
import type { FeatureSelection } from "./extend/features.js";
import { withOrigins } from "./extend/origins.js";
import { checkOrderGroups } from "./resolve-groups.js";
import { resolveOffsets } from "./resolve-offsets.js";
import { orderIndices, resolveOrder } from "./resolve-order.js";
import { resolveSwitch } from "./resolve-switch.js";
import { findStruct, type Scope } from "./scope.js";
import { resolveSeverities } from "./severities.js";
import { layOutStructs } from "./struct-layout.js";
import type { Feature, Layout, Model, ModelDocument } from "./types.js";

/**
 * The model of a layout's texts. Pure: no disk, no clock; the same texts give the same model.
 * selection: features that are to be on or off; the others are as their defaults say.
 * Errors: reading (WS0xx), schemas (WS1xx), names and values (WS2xx), all that there are, sorted by place.
 */
export function resolveModel(sources: LayoutSources, selection: FeatureSelection = {}): Result<Model> {
  const found: Diagnostic[] = [];
  const whole = wholeDocuments(sources, selection, found);
  const architecture = compileArchitecture(sources.architecture);
  found.push(...architecture.diagnostics);
  if (whole === undefined || !architecture.ok) return failure(sortDiagnostics(found));
  const model = resolveDocuments(whole, architecture.value, documentsOf(sources), found);
  return resultOf(sortDiagnostics(withOrigins(found, whole.origins)), () => {
    if (model === undefined) throw new Error("a layout without model and without error");
    return model;
  });
}

function resolveDocuments(
  { documents, features }: WholeDocuments,
  { sysregs, a64 }: Architecture,
  documentList: readonly ModelDocument[],
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
    layout: resolveLayout(layoutDocument, features),
    constants,
    structs: [...structs.values()].filter((struct) => struct !== "broken"),
    sysregs,
    sysregOrder: order,
    ...offsets,
    worldSwitch,
    a64,
    documents: documentList,
  };
}

function resolveLayout(
  { value, node }: ValidDocument<DocumentTypes["layout"]>,
  features: readonly Feature[],
): Layout {
  const { name, title, doc, source, vcpu, context } = value;
  return {
    name,
    title,
    doc,
    ...(source === undefined ? {} : { source }),
    vcpu,
    context,
    ...(features.length === 0 ? {} : { features }),
    ...resolveSeverities(node),
    at: placeOf(stringAt(node, "name")),
  };
}

/** The documents of what the layout extends come first, from the root on. */
function documentsOf({ documents, overlays = [] }: LayoutSources): readonly ModelDocument[] {
  const layers = [documents, ...overlays];
  return layers.flatMap((layer, depth) =>
    (Object.keys(LAYOUT_DOCUMENTS) as LayoutDocumentName[]).flatMap((name) => {
      const source = layer[name];
      if (source === undefined) return [];
      return [{ file: depth === layers.length - 1 ? name : besideOwn(source.file), text: source.text }];
    }),
  );
}

/** `../kvm-arm64-v3/constants.json` for a document of a layout that is extended: layouts stand side by side. */
function besideOwn(file: string): string {
  return `../${file.split("/").slice(-2).join("/")}`;
}
