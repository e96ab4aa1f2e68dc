import { type Diagnostic, sortDiagnostics } from "../../core/diagnostic.js";
import { type Result, resultOf } from "../../core/result.js";
import type { SourceRef } from "../../core/source-ref.js";
import { hex32 } from "../../core/u32.js";
import { compileAlias, compileLine, type LineContext } from "./compile-line.js";
import type { A64Document, A64NamesLine, A64Source, SystemOperation } from "./document.js";
import { compileEncodingGroups } from "./encoding-groups.js";
import { intersect, witness } from "./pattern.js";
import type { A64Alias, A64Instruction, A64Names, A64Table } from "./types.js";

interface Family {
  readonly document: A64Document;
  readonly at: (pointer: string) => SourceRef;
}

/**
 * The instruction set that the documents describe, in the order given.
 * Errors: WS504 a name twice; WS505 two lines that share a word; WS512 an operation of SYS twice; those of
 * compileLine and compileAlias for each line, and of compileEncodingGroups.
 */
export function compileA64(sources: readonly A64Source[]): Result<A64Table> {
  const found: Diagnostic[] = [];
  const report = (diagnostic: Diagnostic): void => void found.push(diagnostic);
  const families: Family[] = sources.flatMap(({ document, at }) =>
    "instructions" in document ? [{ document, at }] : [],
  );
  const names = compileNames(families, report);
  const instructions = families.flatMap(({ document, at }) =>
    document.instructions.flatMap(
      (line, i) => compileLine(line, contextOf(document, at, `/instructions/${i}`, names, report)) ?? [],
    ),
  );
  const aliases = families.flatMap(({ document, at }) =>
    (document.aliases ?? []).flatMap(
      (line, i) =>
        compileAlias(line, instructions, contextOf(document, at, `/aliases/${i}`, names, report)) ?? [],
    ),
  );
  reportDuplicates([...instructions, ...aliases], report);
  reportOverlaps(instructions, report);
  const systemOperations = compileOperations(sources, report);
  const encodingGroups = compileEncodingGroups(sources, report);
  return resultOf(
    sortDiagnostics(found),
    () =>
      ({
        mnemonics: mnemonicsOf(instructions),
        instructions,
        aliases,
        names,
        systemOperations,
        encodingGroups,
      }) satisfies A64Table,
  );
}

/** Behind a line's first underscore stands which of several lines of a mnemonic it is. */
function mnemonicsOf(instructions: readonly A64Instruction[]): ReadonlySet<string> {
  return new Set(instructions.map(({ name }) => name.split("_")[0]?.toLowerCase() ?? name));
}

function contextOf(
  document: A64Document,
  at: (pointer: string) => SourceRef,
  line: string,
  names: ReadonlyMap<string, A64Names>,
  report: (found: Diagnostic) => void,
): LineContext {
  return { family: document.family, place: (key) => at(`${line}/${key}`), names, report };
}

function compileNames(
  families: readonly Family[],
  report: (found: Diagnostic) => void,
): ReadonlyMap<string, A64Names> {
  const all = new Map<string, A64Names>();
  for (const { document, at } of families) {
    for (const [i, line] of (document.names ?? []).entries()) {
      if (all.has(line.name)) {
        const message = `the names "${line.name}" are given twice`;
        report({ code: "WS504", severity: "error", at: at(`/names/${i}/name`), message });
      }
      all.set(line.name, namesOf(line));
    }
  }
  return all;
}

/** Of two names for one value the first is the one that is written. */
function namesOf(line: A64NamesLine): A64Names {
  const byName = new Map(Object.entries(line.values));
  const byValue = new Map<number, string>();
  for (const [name, value] of byName) if (!byValue.has(value)) byValue.set(value, name);
  return { name: line.name, unnamed: line.unnamed, byName, byValue };
}

function reportDuplicates(
  named: readonly Pick<A64Instruction | A64Alias, "name" | "at">[],
  report: (found: Diagnostic) => void,
): void {
  const first = new Map<string, SourceRef>();
  for (const { name, at } of named) {
    const before = first.get(name);
    if (before === undefined) first.set(name, at);
    else {
      const related = [{ at: before, message: "first given here" }];
      report({ code: "WS504", severity: "error", at, message: `${name} is given twice`, related });
    }
  }
}

function reportOverlaps(instructions: readonly A64Instruction[], report: (found: Diagnostic) => void): void {
  for (const [i, b] of instructions.entries()) {
    for (const a of instructions.slice(0, i)) {
      const common = intersect(a, b);
      const word = common === undefined ? undefined : witness(common, [...a.unallocated, ...b.unallocated]);
      if (word === undefined) continue;
      const message = `${b.name} and ${a.name} share words, such as ${hex32(word)}`;
      const related = [{ at: a.at, message: `${a.name} is here` }];
      report({ code: "WS505", severity: "error", at: b.at, message, related });
    }
  }
}

function compileOperations(
  sources: readonly A64Source[],
  report: (found: Diagnostic) => void,
): SystemOperation[] {
  const first = new Map<string, SourceRef>();
  const claim = (key: string, what: string, at: SourceRef): void => {
    const before = first.get(key);
    if (before === undefined) first.set(key, at);
    else {
      const related = [{ at: before, message: "first given here" }];
      report({ code: "WS512", severity: "error", at, message: `${what} is given twice`, related });
    }
  };
  return sources.flatMap(({ document, at }) => {
    if (!("operations" in document)) return [];
    for (const [i, operation] of document.operations.entries()) {
      const { op1, CRn, CRm, op2 } = operation.encoding;
      const place = at(`/operations/${i}/name`);
      claim(`${operation.class} ${operation.name}`, `${operation.class} ${operation.name}`, place);
      claim(`${op1},${CRn},${CRm},${op2}`, `encoding op1=${op1}, CRn=${CRn}, CRm=${CRm}, op2=${op2}`, place);
    }
    return document.operations;
  });
}
