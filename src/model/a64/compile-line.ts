import type { Diagnostic } from "../../core/diagnostic.js";
import type { SourceRef } from "../../core/source-ref.js";
import { type Clause, determinedFields, parseClause } from "./condition.js";
import type { A64AliasLine, A64InstructionLine } from "./document.js";
import { fieldsOf, operandsOf, parseSyntax, usesNames } from "./form.js";
import { type A64Field, type BitPattern, fieldPattern, intersect, parseDiagram } from "./pattern.js";
import type { A64Alias, A64Form, A64Instruction, A64Names } from "./types.js";

/** Where a line stands: place("bits") is its bits. report takes what is wrong with it. */
export interface LineContext {
  readonly family: string;
  readonly place: (key: string) => SourceRef;
  readonly names: ReadonlyMap<string, A64Names>;
  readonly report: (found: Diagnostic) => void;
}

function report(context: LineContext, code: string, key: string, message: string): undefined {
  context.report({ code, severity: "error", at: context.place(key), message });
  return undefined;
}

/**
 * The instruction of a line; undefined when its diagram is wrong.
 * Errors: WS501 to WS503 the diagram; WS506 unknown field; WS507 syntax; WS509 condition; WS510 a form that
 * leaves a field without a value; WS511 unknown name set.
 */
export function compileLine(line: A64InstructionLine, context: LineContext): A64Instruction | undefined {
  const diagram = parseDiagram(line.bits);
  if ("code" in diagram) return report(context, diagram.code, "bits", `${line.name}: ${diagram.message}`);
  for (const name of line.variant ?? []) {
    if (!diagram.fields.some((f) => f.name === name)) {
      report(context, "WS506", "variant", `${line.name} has no field ${name}`);
    }
  }
  const unallocated = (line.unallocated ?? []).flatMap((text, i) =>
    compileUnallocated(text, `unallocated/${i}`, diagram, context),
  );
  const texts = typeof line.asm === "string" ? [["", line.asm] as const] : Object.entries(line.asm);
  const forms = texts.flatMap(([condition, text]) => {
    const key = condition === "" ? "asm" : `asm/${condition}`;
    const when = compileClauses(
      condition === "" ? [] : condition.split(" "),
      () => key,
      diagram.fields,
      context,
    );
    return compileForm(text, when, diagram.fields, key, context) ?? [];
  });
  return {
    name: line.name,
    family: context.family,
    mask: diagram.mask,
    match: diagram.match,
    should: diagram.should,
    fields: diagram.fields,
    variant: line.variant ?? [],
    unallocated,
    forms,
    section: line.section,
    at: context.place("name"),
  };
}

function compileUnallocated(
  text: string,
  key: string,
  diagram: BitPattern & { readonly fields: readonly A64Field[] },
  context: LineContext,
): BitPattern[] {
  let pattern: BitPattern = { mask: diagram.mask, match: diagram.match };
  for (const part of text.split(" ")) {
    const [name = "", bits = ""] = part.split("=");
    const field = diagram.fields.find((f) => f.name === name);
    if (field === undefined || bits.length !== field.msb - field.lsb + 1) {
      report(context, "WS509", key, `"${part}" gives no field of this line a value of its width`);
      return [];
    }
    const joined = intersect(pattern, fieldPattern(field, bits));
    if (joined === undefined) {
      report(context, "WS509", key, `no word of this line has ${part}`);
      return [];
    }
    pattern = joined;
  }
  return [pattern];
}

/**
 * The alias of a line; undefined when its instruction or its syntax is wrong.
 * Errors: WS508 of names no instruction; the rest as for compileLine.
 */
export function compileAlias(
  line: A64AliasLine,
  instructions: readonly A64Instruction[],
  context: LineContext,
): A64Alias | undefined {
  const of = instructions.findIndex((i) => i.name === line.of);
  const instruction = instructions[of];
  if (instruction === undefined) return report(context, "WS508", "of", `there is no instruction ${line.of}`);
  const clauses = (list: readonly string[], key: string): Clause[] =>
    compileClauses(list, (i) => `${key}/${i}`, instruction.fields, context);
  const form = compileForm(line.asm, clauses(line.when ?? [], "when"), instruction.fields, "asm", context);
  if (form === undefined) return undefined;
  return {
    name: line.name,
    of,
    form,
    prefer: clauses(line.prefer ?? [], "prefer"),
    printed: line.printed ?? true,
    at: context.place("name"),
  };
}

function compileClauses(
  texts: readonly string[],
  key: (index: number) => string,
  fields: readonly A64Field[],
  context: LineContext,
): Clause[] {
  return texts.flatMap((text, i) => {
    const clause = parseClause(text, fields);
    if (typeof clause !== "string") return [clause];
    report(context, "WS509", key(i), clause);
    return [];
  });
}

function compileForm(
  text: string,
  when: readonly Clause[],
  fields: readonly A64Field[],
  key: string,
  context: LineContext,
): A64Form | undefined {
  const syntax = parseSyntax(text);
  if (typeof syntax === "string") return report(context, "WS507", key, syntax);
  const given = new Set(determinedFields(when));
  for (const operand of operandsOf(syntax)) {
    for (const name of fieldsOf(operand)) {
      if (fields.some((f) => f.name === name)) given.add(name);
      else report(context, "WS506", key, `${operand.kind} uses ${name}, which the diagram has not`);
    }
    if (usesNames(operand) && !context.names.has(operand.names)) {
      report(context, "WS511", key, `there is no set of names "${operand.names}"`);
    }
  }
  // The width is also said by a register: a bitmask or a shift needs sf, and R has given it.
  for (const field of fields) {
    if (!given.has(field.name))
      report(context, "WS510", key, `nothing in this form gives ${field.name} a value`);
  }
  return { syntax, when };
}
