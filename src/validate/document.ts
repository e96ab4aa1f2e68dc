import type { Diagnostic } from "../core/diagnostic.js";
import { oncePer } from "../core/once-per.js";
import { type Result, resultOf } from "../core/result.js";
import { type JsonNode, plainValueOf } from "../read/json-node.js";
import type {
  A64Document,
  AsmOffsetsDocument,
  ConstantsDocument,
  CpuDocument,
  EncodingGroupsDocument,
  LayoutDocument,
  StructsDocument,
  SysregOrderDocument,
  SysregsDocument,
  SystemOperationsDocument,
  WorldSwitchDocument,
} from "./generated/documents.js";
import { schemaOfKind, validators } from "./generated/validators.js";
import { describeMismatch } from "./mismatch.js";
import { nearest } from "./nearest.js";
import { findDuplicates } from "./unique.js";
import type { SchemaError } from "./validate-function.js";

/** The TypeScript type of each kind of document; kinds are named as the schemas under schema/language. */
export interface DocumentTypes {
  layout: LayoutDocument;
  constants: ConstantsDocument;
  structs: StructsDocument;
  "sysreg-order": SysregOrderDocument;
  "asm-offsets": AsmOffsetsDocument;
  "world-switch": WorldSwitchDocument;
  sysregs: SysregsDocument;
  a64: A64Document;
  "system-operations": SystemOperationsDocument;
  cpu: CpuDocument;
  "encoding-groups": EncodingGroupsDocument;
}

export type DocumentKind = keyof DocumentTypes;

/** A document that its schema accepts, with the nodes that say where its parts stand. */
export interface ValidDocument<T> {
  readonly value: T;
  readonly node: JsonNode;
}

/**
 * The document as its schema's type.
 * Errors: WS101 to WS110, each mismatch once (see mismatch.ts and unique.ts).
 */
export function validateDocument<K extends DocumentKind>(
  kind: K,
  node: JsonNode,
): Result<ValidDocument<DocumentTypes[K]>> {
  const { diagnostics, value } = check(kind, node);
  return resultOf(diagnostics, () => ({ value: value as DocumentTypes[K], node }));
}

interface Checked {
  readonly diagnostics: readonly Diagnostic[];
  readonly value: unknown;
}

/** What a document came to, by kind: it comes back as it was after an edit of another one. */
const checkedAs = oncePer((_document: JsonNode) => new Map<string, Checked>());

function check(kind: string, node: JsonNode): Checked {
  const known = checkedAs(node);
  const checked = known.get(kind) ?? checkAnew(kind, node);
  known.set(kind, checked);
  return checked;
}

function checkAnew(kind: string, node: JsonNode): Checked {
  const validate = validators[kind];
  const schema = schemaOfKind(kind);
  if (validate === undefined || schema === undefined)
    throw new Error(`no schema for documents of kind ${kind}`);
  const value = plainValueOf(node);
  const errors = validate(value) ? [] : (validate.errors ?? []);
  const mismatches = withoutNoise(errors).map((error) => describeMismatch(error, node, schema));
  return { diagnostics: [...mismatches, ...findDuplicates(kind, value, node)], value };
}

/** One error per mistake: without conditions' own errors, branches of a choice, and values of a wrong type. */
function withoutNoise(errors: readonly SchemaError[]): readonly SchemaError[] {
  const choices = errors.filter(({ keyword }) => keyword === "oneOf" || keyword === "anyOf");
  const wrongType = new Set(
    errors.filter(({ keyword }) => keyword === "type").map(({ instancePath }) => instancePath),
  );
  return errors.filter((error) => {
    if (error.keyword === "if") return false;
    if (error.keyword === "required" && isMisspelt(error, errors)) return false;
    if (error.keyword !== "type" && wrongType.has(error.instancePath)) return false;
    return !choices.some(
      (choice) =>
        choice !== error &&
        (error.instancePath === choice.instancePath ||
          error.instancePath.startsWith(`${choice.instancePath}/`)) &&
        error.schemaPath.startsWith(`${choice.schemaPath}/`),
    );
  });
}

/** Whether a missing property is there under a name that is nearly its own, which is reported by itself. */
function isMisspelt({ instancePath, params }: SchemaError, errors: readonly SchemaError[]): boolean {
  return errors.some(
    (error) =>
      error.keyword === "additionalProperties" &&
      error.instancePath === instancePath &&
      nearest(String(error.params.additionalProperty), [String(params.missingProperty)]) !== undefined,
  );
}
