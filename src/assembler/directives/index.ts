import type { Assembly, Statement } from "../assembly.js";
import { blockDirectives } from "./blocks.js";
import { conditionDirectives } from "./conditions.js";
import { dataDirectives } from "./data.js";
import { layoutDirectives } from "./layout.js";
import { symbolDirectives } from "./symbols.js";

/** Does what a directive says; reports what is wrong with it. */
export type DirectiveHandler = (assembly: Assembly, statement: Statement) => void;

/** Directives that say nothing about bytes or symbols here: the machine is always Armv8-A, and errors stop nothing. */
const ignored: DirectiveHandler = () => undefined;

const userError: DirectiveHandler = (assembly, statement) => {
  assembly.error(statement, "WS619", statement.at, `${statement.name}${statement.line.text}`);
};

/** Every directive by its lower-case name. */
export const directives: Readonly<Record<string, DirectiveHandler>> = {
  ...blockDirectives,
  ...conditionDirectives,
  ...dataDirectives,
  ...layoutDirectives,
  ...symbolDirectives,
  ".arch": ignored,
  ".arch_extension": ignored,
  ".cpu": ignored,
  ".file": ignored,
  ".ident": ignored,
  ".error": userError,
};

/** Whether a directive is followed where statements do not count. */
export function isCondition(name: string): boolean {
  return Object.hasOwn(conditionDirectives, name);
}
