import type { Assembly, Statement } from "./assembly.js";
import { callMacro } from "./directives/blocks.js";
import { alignForInstruction } from "./directives/data.js";
import { directives, isCondition } from "./directives/index.js";
import { assign, defineLabel } from "./directives/symbols.js";
import { evaluate, isProblem } from "./evaluate.js";
import type { LiteralSize } from "./literal-pool.js";
import { writeLiterals } from "./literals.js";
import { nearest } from "./operands/names.js";
import { registerOf } from "./operands/registers.js";
import type { SourceLine } from "./text/source-line.js";
import { TokenReader } from "./text/token-reader.js";
import { endToken, nameToken, type Token, tokenize } from "./text/tokens.js";

/** What stands for an instruction until all symbols are known. */
const UNKNOWN_WORD = [0, 0, 0, 0] as const;
const LABEL = /^\s*([A-Za-z_.$][A-Za-z0-9_.$]*|[0-9]+)\s*:(?!:)/;
const WORD = /^\s*([A-Za-z_.$][A-Za-z0-9_.$]*)/;

/** Reads every statement: gives labels and bytes their places, and leaves values for later. Errors as in AssemblerCode. */
export function readStatements(assembly: Assembly): void {
  for (let line = assembly.source.next(); line !== undefined; line = assembly.source.next()) {
    assembly.ordinal++;
    readStatement(assembly, line);
  }
  for (const at of assembly.conditions.unclosed) assembly.report.error("WS609", at, "this .if has no .endif");
  if (assembly.sectionStack.length > 0) {
    const count = assembly.sectionStack.length;
    const at = assembly.section.marks.at(-1)?.at;
    if (at !== undefined) assembly.report.warning("WS609", at, `${count} .pushsection without .popsection`);
  }
  for (const section of assembly.sections.values()) writeLiterals(assembly, section);
}

function readStatement(assembly: Assembly, line: SourceLine): void {
  let rest = line;
  if (assembly.conditions.active) {
    for (let found = LABEL.exec(rest.text); found !== null; found = LABEL.exec(rest.text)) {
      const [whole, name = ""] = found;
      const start = whole.indexOf(name);
      defineLabel(assembly, name, rest.at(start, start + name.length), statementOf(assembly, rest, 0));
      rest = rest.slice(whole.length);
    }
  }
  if (rest.text.trim() === "") return;
  const word = WORD.exec(rest.text);
  if (word === null) {
    if (!assembly.conditions.active) return;
    const start = rest.text.search(/\S/);
    assembly.report.error("WS616", rest.at(start), `"${rest.text.trim()}" is no statement`, rest.via);
    return;
  }
  readWord(assembly, rest, word[1] ?? "", word[0].length);
}

function readWord(assembly: Assembly, line: SourceLine, word: string, end: number): void {
  const name = word.toLowerCase();
  const handler = Object.hasOwn(directives, name) ? directives[name] : undefined;
  if (!assembly.conditions.active) {
    if (handler !== undefined && isCondition(name)) handler(assembly, statementOf(assembly, line, end));
    return;
  }
  const text = line.text.slice(end);
  const statement = statementOf(assembly, line, end);
  if (/^\s*=(?!=)/.test(text)) readAssignment(assembly, line);
  else if (callMacro(assembly, word, statement) || statement.list.broken) return;
  else if (/^\s+\.req\s/i.test(text)) nameRegister(assembly, word, statement);
  else if (handler !== undefined) handler(assembly, statement);
  else if (name === ".unreq") assembly.registerAliases.delete(statement.reader.next().text);
  else if (name.startsWith(".")) {
    const hint = nearest(name, Object.keys(directives));
    assembly.error(statement, "WS608", statement.at, `there is no directive ${word}`, hint);
  } else readInstruction(assembly, nameToken(line, end - word.length, end), statement);
}

/** The statement whose first word ends at a place of the line. */
function statementOf(assembly: Assembly, line: SourceLine, end: number): Statement {
  const start = line.text.search(/\S|$/);
  const rest = line.slice(end);
  const isText = /^\.(?:macro|irpc?|ifn?c|error|ident)$/i.test(line.text.slice(start, end));
  const name = line.text.slice(start, end).toLowerCase();
  const called = assembly.macros.has(name);
  // Text that is not read as tokens may hold characters that start none.
  const list =
    isText || called || end === 0
      ? {
          tokens: [],
          end: endToken(line, end),
          via: line.via,
          broken: false,
        }
      : tokenize(rest, assembly.report);
  return { name, at: line.at(start, end), line: rest, list, reader: new TokenReader(list) };
}

function readAssignment(assembly: Assembly, line: SourceLine): void {
  const list = tokenize(line, assembly.report);
  const reader = new TokenReader(list);
  const name = reader.next();
  reader.next();
  if (name.text === ".") {
    assembly.report.error("WS619", name.at, "use .org to move the place", list.via);
    return;
  }
  assign(assembly, { name: "=", at: name.at, line, list, reader }, name, false);
}

/** `name .req register` */
function nameRegister(assembly: Assembly, name: string, statement: Statement): void {
  statement.reader.next();
  const token = statement.reader.next();
  if (registerOf(token, assembly.registerAliases) === undefined) {
    assembly.error(statement, "WS619", token.at, `"${token.text}" is no register`);
  } else if (assembly.expectEnd(statement)) assembly.registerAliases.set(name, token.text.toLowerCase());
}

/** first: the statement's first word. */
function readInstruction(assembly: Assembly, first: Token, statement: Statement): void {
  if (!assembly.forms.knows(statement.name)) {
    const known = [...assembly.forms.mnemonics, ...assembly.macros.keys()];
    const hint = nearest(statement.name, known);
    assembly.error(statement, "WS601", statement.at, `there is no instruction "${statement.name}"`, hint);
    return;
  }
  if (!assembly.hasRoom(statement, 8)) return;
  const list = { ...statement.list, tokens: [first, ...statement.list.tokens] };
  const literal = readLiteral(assembly, { ...statement, list, reader: new TokenReader(list, 1) });
  if (literal === "wrong") return;
  alignForInstruction(assembly);
  assembly.mark(statement.at);
  assembly.deferred.push({ kind: "instruction", place: assembly.place, list, literal });
  assembly.section.append(UNKNOWN_WORD, "code");
}

const LITERAL_SIZES: Readonly<Record<string, LiteralSize>> = { w: 4, s: 4, x: 8, d: 8, q: 16 };

/** The number of the literal of `ldr register, =value`; undefined for any other instruction. */
function readLiteral(assembly: Assembly, statement: Statement): number | undefined | "wrong" {
  const { reader } = statement;
  const equals = reader.peekAt(2);
  if (reader.peekAt(1).text !== "," || equals.kind !== "mark" || equals.text !== "=") return undefined;
  const target = reader.next();
  const sizeBytes = LITERAL_SIZES[registerOf(target, assembly.registerAliases)?.file ?? ""];
  const first = statement.list.tokens[0];
  if (sizeBytes === undefined || first?.text.toLowerCase() !== "ldr") {
    assembly.error(statement, "WS602", equals.at, "only ldr with a W, X, S, D or Q register takes =value");
    return "wrong";
  }
  reader.position += 2;
  const { place } = assembly;
  const expression = assembly.readExpression(statement);
  if (expression === undefined || !assembly.expectEnd(statement)) return "wrong";
  const known = evaluate(expression, place, assembly.symbols);
  if (isProblem(known)) {
    // A numeric label that comes later is known when the pool is written; it is a literal of its own.
    if (known.code === "WS606")
      return assembly.pool.add(sizeBytes, expression, place, statement.list, {
        addend: BigInt(place.ordinal),
        plus: UNIQUE,
      });
    assembly.reportProblem(known, statement.list);
    return "wrong";
  }
  return assembly.pool.add(sizeBytes, expression, place, statement.list, known);
}

const UNIQUE = { name: "", section: undefined, offset: 0n, visible: false } as const;
