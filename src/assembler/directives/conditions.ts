import type { Assembly, Statement } from "../assembly.js";
import type { DirectiveHandler } from "./index.js";

/** A condition's question; undefined after an error, which counts as no. */
type Question = (assembly: Assembly, statement: Statement) => boolean | undefined;

function compared(holds: (value: bigint) => boolean): Question {
  return (assembly, statement) => {
    const value = assembly.readNumber(statement);
    return value !== undefined && assembly.expectEnd(statement) ? holds(value) : undefined;
  };
}

function defined(wanted: boolean): Question {
  return (assembly, statement) => {
    const token = statement.reader.next();
    if (token.kind !== "name") {
      assembly.error(statement, "WS619", token.at, `${statement.name} takes a symbol`);
      return undefined;
    }
    const entry = assembly.symbols.find(token.text);
    const isDefined = entry !== undefined && (entry.label !== undefined || entry.assignments.length > 0);
    return assembly.expectEnd(statement) ? isDefined === wanted : undefined;
  };
}

/** `.ifb` and `.ifnb` ask whether anything is written; `.ifc` and `.ifnc` compare two texts. */
function blank(wanted: boolean): Question {
  return (_assembly, statement) => (statement.line.text.trim() === "") === wanted;
}

function sameText(wanted: boolean): Question {
  return (assembly, statement) => {
    const parts = statement.line.text.split(",");
    if (parts.length === 2) return (parts[0]?.trim() === parts[1]?.trim()) === wanted;
    assembly.error(statement, "WS619", statement.at, `${statement.name} takes two texts`);
    return undefined;
  };
}

const QUESTIONS: Readonly<Record<string, Question>> = {
  ".if": compared((value) => value !== 0n),
  ".ifne": compared((value) => value !== 0n),
  ".ifeq": compared((value) => value === 0n),
  ".ifgt": compared((value) => value > 0n),
  ".ifge": compared((value) => value >= 0n),
  ".iflt": compared((value) => value < 0n),
  ".ifle": compared((value) => value <= 0n),
  ".ifdef": defined(true),
  ".ifndef": defined(false),
  ".ifb": blank(true),
  ".ifnb": blank(false),
  ".ifc": sameText(true),
  ".ifnc": sameText(false),
};

function open(question: Question): DirectiveHandler {
  return (assembly, statement) => {
    assembly.conditions.open(statement.at, () => question(assembly, statement) ?? false);
  };
}

const otherwiseIf: DirectiveHandler = (assembly, statement) => {
  const asked = assembly.conditions.mayTakeElse;
  const holds = asked && (QUESTIONS[".if"]?.(assembly, statement) ?? false);
  if (!assembly.conditions.turn(holds, false)) stray(assembly, statement);
};

const otherwise: DirectiveHandler = (assembly, statement) => {
  if (!assembly.conditions.turn(true, true)) stray(assembly, statement);
  else assembly.expectEnd(statement);
};

const close: DirectiveHandler = (assembly, statement) => {
  if (!assembly.conditions.close()) stray(assembly, statement);
  else assembly.expectEnd(statement);
};

function stray(assembly: Assembly, statement: Statement): void {
  assembly.error(
    statement,
    "WS609",
    statement.at,
    `this ${statement.name} has no .if, or comes after its .else`,
  );
}

/** The directives that are followed even where statements do not count. */
export const conditionDirectives: Readonly<Record<string, DirectiveHandler>> = {
  ...Object.fromEntries(Object.entries(QUESTIONS).map(([name, question]) => [name, open(question)])),
  ".elseif": otherwiseIf,
  ".else": otherwise,
  ".endif": close,
};
