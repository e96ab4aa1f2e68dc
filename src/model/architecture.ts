import { type Diagnostic, hasErrors } from "../core/diagnostic.js";
import { failure, type Result, resultOf, success } from "../core/result.js";
import { parseJson } from "../read/json.js";
import { locate, memberValue } from "../read/json-node.js";
import type { ArchitectureSources, SourceText } from "../read/sources.js";
import { type DocumentTypes, type ValidDocument, validateDocument } from "../validate/document.js";
import { type A64Source, type A64Table, compileA64 } from "./a64/index.js";
import { compileCatalogue } from "./catalogue.js";
import type { Sysreg } from "./types.js";

/** What all layouts share: the registers by name, and the instruction set. */
export interface Architecture {
  readonly sysregs: ReadonlyMap<string, Sysreg>;
  readonly a64: A64Table;
}

const compiled = new WeakMap<ArchitectureSources, Result<Architecture>>();

/**
 * The architecture of its documents; made once for each object of sources.
 * Errors: reading (WS0xx), schemas (WS1xx), the catalogue's (WS104, WS205, WS207, WS208) and the A64 table's (WS5xx).
 */
export function compileArchitecture(sources: ArchitectureSources): Result<Architecture> {
  const known = compiled.get(sources);
  if (known !== undefined) return known;
  const result = compile(sources);
  compiled.set(sources, result);
  return result;
}

/** Makes an architecture that was compiled before the one of these sources, which it must have been compiled from. */
export function adoptArchitecture(sources: ArchitectureSources, architecture: Architecture): void {
  compiled.set(sources, success(architecture));
}

function compile(sources: ArchitectureSources): Result<Architecture> {
  const found: Diagnostic[] = [];
  const documents = sources.sysregs.flatMap((source) => keep(found, readSysregs(source)));
  const a64Sources = sources.a64.flatMap((source) => keep(found, readA64(source)));
  if (hasErrors(found)) return failure(found);
  const sysregs = compileCatalogue(documents, found);
  const a64 = compileA64(a64Sources);
  found.push(...a64.diagnostics);
  return resultOf(found, () => {
    if (!a64.ok) throw new Error("a failed A64 table without an error");
    return { sysregs, a64: a64.value };
  });
}

function readSysregs({ file, text }: SourceText): Result<ValidDocument<DocumentTypes["sysregs"]>> {
  const parsed = parseJson(file, text);
  return parsed.ok ? validateDocument("sysregs", parsed.value) : parsed;
}

/** The documents of the A64 folder besides those of instructions; each says by its $schema that it is one. */
const OTHER_A64_KINDS = ["system-operations", "encoding-groups"] as const;

function readA64({ file, text }: SourceText): Result<A64Source> {
  const parsed = parseJson(file, text);
  if (!parsed.ok) return parsed;
  const schema = memberValue(parsed.value, "$schema");
  const named = schema?.kind === "string" ? schema.value : "";
  const kind = OTHER_A64_KINDS.find((other) => named.endsWith(`/${other}.schema.json`)) ?? "a64";
  const valid = validateDocument(kind, parsed.value);
  if (!valid.ok) return valid;
  const { value: document, node } = valid.value;
  return success({ document, at: (pointer: string) => locate(node, pointer) }, valid.diagnostics);
}

function keep<T>(found: Diagnostic[], result: Result<T>): readonly T[] {
  found.push(...result.diagnostics);
  return result.ok ? [result.value] : [];
}
