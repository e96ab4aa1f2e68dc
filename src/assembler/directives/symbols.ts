import type { SourceRef } from "../../core/source-ref.js";
import type { Assembly, Statement } from "../assembly.js";
import { evaluate, isProblem } from "../evaluate.js";
import { isRegisterName } from "../operands/codec.js";
import type { SymbolEntry } from "../symbols.js";
import type { Token } from "../text/tokens.js";
import type { DirectiveHandler } from "./index.js";

/** The symbol named here; undefined after an error. */
function readSymbol(
  assembly: Assembly,
  statement: Statement,
): { entry: SymbolEntry; token: Token } | undefined {
  const token = statement.reader.next();
  if (token.kind === "name" && token.text !== ".")
    return { entry: assembly.symbols.entry(token.text), token };
  const said = token.kind === "end" ? "the end of the line" : `"${token.text}"`;
  assembly.error(statement, "WS619", token.at, `${statement.name} takes a symbol, not ${said}`);
  return undefined;
}

function binding(wanted: "local" | "global" | "weak"): DirectiveHandler {
  return (assembly, statement) => {
    do {
      const read = readSymbol(assembly, statement);
      if (read === undefined) return;
      read.entry.binding = wanted;
      read.entry.mentioned ||= wanted !== "weak";
    } while (statement.reader.accept(","));
    assembly.expectEnd(statement);
  };
}

/** `.type symbol, %function` */
const type: DirectiveHandler = (assembly, statement) => {
  const read = readSymbol(assembly, statement);
  if (read === undefined) return;
  statement.reader.accept(",");
  for (const mark of ["%", "@", "#"]) if (statement.reader.accept(mark)) break;
  const word = statement.reader.next();
  const kind = /^(?:STT_FUNC|function)$/.test(word.text)
    ? "function"
    : /^(?:STT_OBJECT|object)$/.test(word.text)
      ? "object"
      : undefined;
  if (kind !== undefined) read.entry.type = kind;
  else if (word.text === "notype" || word.text === "STT_NOTYPE") delete read.entry.type;
  else {
    assembly.error(statement, "WS619", word.at, `"${word.text}" is not %function, %object or %notype`);
    return;
  }
  assembly.expectEnd(statement);
};

/** `.size symbol, expression`; the value is asked at the end. */
const size: DirectiveHandler = (assembly, statement) => {
  const read = readSymbol(assembly, statement);
  if (read === undefined) return;
  if (!statement.reader.accept(",")) {
    assembly.error(statement, "WS619", statement.reader.peek.at, ".size takes a symbol and a value");
    return;
  }
  const { place } = assembly;
  const expression = assembly.readExpression(statement);
  if (expression !== undefined && assembly.expectEnd(statement)) read.entry.size = { expression, place };
};

function assignment(once: boolean): DirectiveHandler {
  return (assembly, statement) => {
    const read = readSymbol(assembly, statement);
    if (read === undefined) return;
    if (statement.reader.accept(",")) assign(assembly, statement, read.token, once);
    else
      assembly.error(
        statement,
        "WS619",
        statement.reader.peek.at,
        `${statement.name} takes a symbol and a value`,
      );
  };
}

/**
 * Gives a symbol the value of the expression here. once: it may not have one yet.
 * Errors: WS605 the symbol is a label, or has a value that stays; WS619 the name is a register's.
 */
export function assign(assembly: Assembly, statement: Statement, name: Token, once: boolean): void {
  const { place } = assembly;
  const expression = assembly.readExpression(statement);
  if (expression === undefined || !assembly.expectEnd(statement)) return;
  const entry = assembly.symbols.entry(name.text);
  if (isRegisterName(name.text)) {
    assembly.error(statement, "WS619", name.at, `${name.text} is a register and can be no symbol`);
    return;
  }
  if (entry.label !== undefined || entry.fixed || (once && entry.assignments.length > 0)) {
    reportRedefined(assembly, statement, entry, name.at);
    return;
  }
  const value = evaluate(expression, place, assembly.symbols);
  if (isProblem(value) && value.code !== "WS606") {
    assembly.reportProblem(value, statement.list);
    return;
  }
  const known =
    !isProblem(value) &&
    (value.plus?.section !== undefined) === (value.plus !== undefined) &&
    value.minus === undefined;
  entry.assignments.push({ place, expression, value: known && !isProblem(value) ? value : undefined });
  entry.at ??= name.at;
  entry.fixed ||= once;
}

/**
 * Defines a label at the place of the next byte.
 * Errors: WS605 it is defined already; WS619 the name is a register's.
 */
export function defineLabel(assembly: Assembly, name: string, at: SourceRef, statement: Statement): void {
  const { section, offset, ordinal } = assembly.place;
  if (/^[0-9]+$/.test(name)) {
    assembly.symbols.addNumeric(name, { ordinal, section, offset });
    return;
  }
  if (isRegisterName(name)) {
    assembly.error(statement, "WS619", at, `${name} is a register and can be no label`);
    return;
  }
  const entry = assembly.symbols.entry(name);
  if (entry.label !== undefined || entry.assignments.length > 0) {
    reportRedefined(assembly, statement, entry, at);
    return;
  }
  entry.label = { section, offset };
  entry.at = at;
}

function reportRedefined(assembly: Assembly, statement: Statement, entry: SymbolEntry, at: SourceRef): void {
  const first = entry.at === undefined ? [] : [{ at: entry.at, message: "first defined here" }];
  assembly.report.error("WS605", at, `${entry.name} is defined already`, [...first, ...statement.list.via]);
}

/** Directives about symbols. */
export const symbolDirectives: Readonly<Record<string, DirectiveHandler>> = {
  ".globl": binding("global"),
  ".global": binding("global"),
  ".weak": binding("weak"),
  ".local": binding("local"),
  ".type": type,
  ".size": size,
  ".set": assignment(false),
  ".equ": assignment(false),
  ".equiv": assignment(true),
};
