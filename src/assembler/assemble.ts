import { sortDiagnostics } from "../core/diagnostic.js";
import { oncePer } from "../core/once-per.js";
import { type Result, resultOf } from "../core/result.js";
import type { A64Table } from "../model/a64/index.js";
import { Assembly } from "./assembly.js";
import { objectOf, resolveDeferred } from "./finish.js";
import { FormIndex } from "./instruction.js";
import type { ObjectCode } from "./object/object-code.js";
import type { Sysregs } from "./operands/codec.js";
import { readStatements } from "./read-statements.js";
import { Report } from "./report.js";
import { StatementSource } from "./statement-source.js";
import { preprocess, type SourceText } from "./text/preprocess.js";

/**
 * A text to assemble. file: its name in places. readInclude: the text that `#include "name"` in `from` means;
 * without it every include is an error. defines: the preprocessor's names with their bodies.
 */
export interface AssembleInput {
  readonly file: string;
  readonly text: string;
  readonly table: A64Table;
  readonly sysregs: Sysregs;
  readonly readInclude?: (name: string, from: string) => SourceText | undefined;
  readonly defines?: ReadonlyMap<string, string>;
}

const formsOf = oncePer((table: A64Table) => new FormIndex(table));

/**
 * The object that GNU as would make of the text: the same bytes, symbols and relocations, or errors.
 * The text may use a subset of C's preprocessor and of GNU as's directives and all of the table's instructions.
 * Errors: WS601 to WS621, all that are found, sorted by place; see AssemblerCode.
 */
export function assemble(input: AssembleInput): Result<ObjectCode> {
  const report = new Report();
  const options = {
    readInclude: input.readInclude ?? (() => undefined),
    defines: input.defines ?? new Map(),
  };
  const lines = preprocess({ file: input.file, text: input.text }, options, report);
  const source = new StatementSource(lines, report);
  const assembly = new Assembly(source, formsOf(input.table), input.sysregs, report);
  readStatements(assembly);
  resolveDeferred(assembly);
  const object = objectOf(assembly);
  return resultOf(sortDiagnostics(report.diagnostics), () => object);
}
