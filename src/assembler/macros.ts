import type { SourceRef } from "../core/source-ref.js";
import type { Report } from "./report.js";
import type { SourceLine } from "./text/source-line.js";

/** A macro's parameter. rest: it takes everything that is left of the call (`:vararg`). */
interface Parameter {
  readonly name: string;
  readonly value: string;
  readonly required: boolean;
  readonly rest: boolean;
}

/** A `.macro` with its body. */
export interface Macro {
  readonly name: string;
  readonly parameters: readonly Parameter[];
  readonly body: readonly SourceLine[];
  readonly at: SourceRef;
}

const PARAMETER =
  /\s*,?\s*([A-Za-z_.$][A-Za-z0-9_.$]*)(?::(req|vararg))?(?:\s*=\s*("(?:\\.|[^"\\])*"|[^\s,]*))?/y;

/**
 * The macro that the rest of a `.macro` line and a body make.
 * Errors: WS614 no name, or malformed or repeated parameters.
 */
export function parseMacro(rest: SourceLine, body: readonly SourceLine[], report: Report): Macro | undefined {
  const head = /^\s*([A-Za-z_.$][A-Za-z0-9_.$]*)/.exec(rest.text);
  if (head === null) {
    report.error("WS614", rest.at(0), ".macro takes a name", rest.via);
    return undefined;
  }
  const name = head[1] ?? "";
  const parameters: Parameter[] = [];
  PARAMETER.lastIndex = head[0].length;
  while (rest.text.slice(PARAMETER.lastIndex).trim() !== "") {
    const from = PARAMETER.lastIndex;
    const found = PARAMETER.exec(rest.text);
    if (found === null || parameters.some((p) => p.name === found[1])) {
      const what = found === null ? "is no parameter" : "is a parameter already";
      report.error("WS614", rest.at(from), `"${rest.text.slice(from).trim()}" ${what}`, rest.via);
      return undefined;
    }
    const [, parameter = "", mark, value] = found;
    parameters.push({
      name: parameter,
      value: unquote(value ?? ""),
      required: mark === "req",
      rest: mark === "vararg",
    });
  }
  return { name, parameters, body, at: rest.at(rest.text.indexOf(name), head[0].length) };
}

function unquote(text: string): string {
  return text.startsWith('"') && text.endsWith('"') && text.length >= 2
    ? text.slice(1, -1).replace(/\\"/g, '"')
    : text;
}

/**
 * The body of a macro with a call's arguments put in. count: how many macros were called before (`\@`).
 * Errors: WS614 too many arguments, a required one missing, a named one that the macro has not.
 */
export function expandMacro(
  macro: Macro,
  call: SourceLine,
  at: SourceRef,
  count: number,
  report: Report,
): SourceLine[] | undefined {
  const values = bindArguments(macro, call, at, report);
  if (values === undefined) return undefined;
  const from = { at, message: `expanded from this ${macro.name}` };
  return macro.body.map((line) => substitute(line, values, count).expandedFrom(from, call.via));
}

function bindArguments(
  macro: Macro,
  call: SourceLine,
  at: SourceRef,
  report: Report,
): Map<string, string> | undefined {
  const values = new Map<string, string>();
  const wrong = (message: string): undefined => {
    report.error("WS614", at, message, [{ at: macro.at, message: `${macro.name} is here` }, ...call.via]);
    return undefined;
  };
  const given = splitArguments(call.text);
  for (const [i, argument] of given.entries()) {
    const byName = /^([A-Za-z_.$][A-Za-z0-9_.$]*)\s*=(?!=)\s*(.*)$/s.exec(argument.text);
    const named = macro.parameters.find((p) => p.name === byName?.[1]);
    const positional = macro.parameters[i];
    if (named !== undefined) values.set(named.name, unquote(byName?.[2] ?? ""));
    else if (positional === undefined) {
      return wrong(`${macro.name} takes ${macro.parameters.length} arguments, and ${given.length} are given`);
    } else if (positional.rest) {
      values.set(positional.name, call.text.slice(argument.start).trim());
      break;
    } else if (argument.text !== "") values.set(positional.name, unquote(argument.text));
  }
  for (const parameter of macro.parameters) {
    if (parameter.required && !values.has(parameter.name))
      return wrong(`${macro.name} needs its argument ${parameter.name}`);
    if (!values.has(parameter.name)) values.set(parameter.name, parameter.value);
  }
  return values;
}

/** The arguments of a call: separated by commas, or by blanks between two words. Brackets keep commas inside. */
export function splitArguments(text: string): { text: string; start: number }[] {
  const list: { text: string; start: number }[] = [];
  let current = "";
  let start = 0;
  let depth = 0;
  const push = (next: number): void => {
    list.push({ text: current.trim(), start });
    current = "";
    start = next;
  };
  const pieces = /"(?:\\.|[^"\\])*"?|\s+|[\s\S]/gy;
  for (const { 0: piece, index } of text.matchAll(pieces)) {
    if (piece === "(" || piece === "[") depth++;
    if (piece === ")" || piece === "]") depth = Math.max(0, depth - 1);
    const next = text[index + piece.length] ?? "";
    const wordEnds = /\s/.test(piece) && /[\w.$)\]"\\]$/.test(current.trimEnd()) && /[\w.$"\\]/.test(next);
    if (depth === 0 && piece === ",") push(index + 1);
    else if (depth === 0 && wordEnds && current.trim() !== "") push(index + piece.length);
    else current += piece;
  }
  if (current.trim() !== "" || list.length > 0) push(text.length);
  return list;
}

const REFERENCE = /\\(?:\(\)|@|([A-Za-z_.$][A-Za-z0-9_.$]*))/;

/** A line with `\name` and `\@` put in and `\()` taken out. A name that is no parameter stays as it is. */
export function substitute(line: SourceLine, values: ReadonlyMap<string, string>, count: number): SourceLine {
  let result = line;
  let at = 0;
  for (;;) {
    const found = REFERENCE.exec(result.text.slice(at));
    if (found === null) return result;
    const start = at + found.index;
    const { by, length } = replacementOf(found, values, count);
    if (by === undefined) at = start + 2;
    else {
      result = result.replaced(start, start + length, by);
      at = start + by.length;
    }
  }
}

/** The longest parameter name that the reference starts with: `\reg.b` may be `\reg` before `.b`. */
function replacementOf(
  found: RegExpExecArray,
  values: ReadonlyMap<string, string>,
  count: number,
): { by: string | undefined; length: number } {
  const [whole, name] = found;
  if (name === undefined) return { by: whole === "\\@" ? String(count) : "", length: whole.length };
  for (let end = name.length; end > 0; end--) {
    const by = values.get(name.slice(0, end));
    const cut = end === name.length || /[.$]/.test(name[end] ?? "");
    if (by !== undefined && cut) return { by, length: end + 1 };
  }
  return { by: undefined, length: whole.length };
}
