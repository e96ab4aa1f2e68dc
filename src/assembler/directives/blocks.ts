import type { Assembly, Statement } from "../assembly.js";
import { expandMacro, parseMacro, splitArguments, substitute } from "../macros.js";
import { MOST_STATEMENTS } from "../statement-source.js";
import type { SourceLine } from "../text/source-line.js";
import type { DirectiveHandler } from "./index.js";

function takeBlock(assembly: Assembly, statement: Statement): SourceLine[] | undefined {
  const body = assembly.source.takeBlock(statement.name);
  if (body === undefined) {
    const closer = statement.name === ".macro" ? ".endm" : ".endr";
    assembly.error(statement, "WS609", statement.at, `this ${statement.name} has no ${closer}`);
  }
  return body;
}

const macro: DirectiveHandler = (assembly, statement) => {
  const body = takeBlock(assembly, statement);
  const made = body === undefined ? undefined : parseMacro(statement.line, body, assembly.report);
  if (made === undefined) return;
  const key = made.name.toLowerCase();
  const before = assembly.macros.get(key);
  if (before !== undefined) {
    const related = [{ at: before.at, message: "first defined here" }, ...statement.list.via];
    assembly.report.error("WS605", made.at, `the macro ${made.name} is defined twice`, related);
    return;
  }
  assembly.macros.set(key, made);
};

const purgeMacro: DirectiveHandler = (assembly, statement) => {
  const token = statement.reader.next();
  if (token.kind !== "name" || !assembly.macros.delete(token.text.toLowerCase())) {
    assembly.error(statement, "WS614", token.at, `there is no macro "${token.text}"`);
    return;
  }
  assembly.expectEnd(statement);
};

const repeat: DirectiveHandler = (assembly, statement) => {
  const count = assembly.readNumber(statement);
  const ended = count !== undefined && assembly.expectEnd(statement);
  const body = takeBlock(assembly, statement);
  if (!ended || body === undefined) return;
  if (count < 0n || count * BigInt(Math.max(1, body.length)) > BigInt(MOST_STATEMENTS)) {
    const message = `${count} times ${body.length} lines are out of range: 0 to ${MOST_STATEMENTS} lines`;
    assembly.error(statement, "WS615", statement.at, message);
    return;
  }
  const from = { at: statement.at, message: "repeated from here" };
  const lines = body.map((line) => line.expandedFrom(from, statement.list.via));
  if (lines.length === 0) return;
  assembly.source.insert(Array.from({ length: Number(count) }, () => lines).flat(), statement.at);
};

/** `.irp name, a, b` repeats its block for each value; `.irpc name, abc` for each character. */
function repeatFor(split: (text: string) => string[]): DirectiveHandler {
  return (assembly, statement) => {
    const body = takeBlock(assembly, statement);
    const head = /^\s*([A-Za-z_.$][\w.$]*)\s*,?\s*/.exec(statement.line.text);
    if (head === null) {
      assembly.error(statement, "WS614", statement.at, `${statement.name} takes a name and values`);
      return;
    }
    if (body === undefined) return;
    const from = { at: statement.at, message: "repeated from here" };
    const values = split(statement.line.text.slice(head[0].length));
    // Without values GNU as takes the empty one.
    const lines = (values.length === 0 ? [""] : values).flatMap((value) =>
      body.map((line) =>
        substitute(line, new Map([[head[1] ?? "", value]]), assembly.macroCalls).expandedFrom(
          from,
          statement.list.via,
        ),
      ),
    );
    assembly.source.insert(lines, statement.at);
  };
}

function strayEnd(opener: string): DirectiveHandler {
  return (assembly, statement) => {
    assembly.error(statement, "WS609", statement.at, `this ${statement.name} has no ${opener}`);
  };
}

/** Expands a call of a macro: its lines come next. */
export function callMacro(assembly: Assembly, name: string, statement: Statement): boolean {
  const called = assembly.macros.get(name.toLowerCase());
  if (called === undefined) return false;
  const lines = expandMacro(called, statement.line, statement.at, assembly.macroCalls, assembly.report);
  assembly.macroCalls++;
  if (lines !== undefined) assembly.source.insert(lines, statement.at);
  return true;
}

/** Directives that make statements out of statements. */
export const blockDirectives: Readonly<Record<string, DirectiveHandler>> = {
  ".macro": macro,
  ".purgem": purgeMacro,
  ".rept": repeat,
  ".irp": repeatFor((text) => splitArguments(text).map((a) => a.text)),
  ".irpc": repeatFor((text) => [...text.trim()]),
  ".endm": strayEnd(".macro"),
  ".endr": strayEnd(".rept, .irp or .irpc"),
};
