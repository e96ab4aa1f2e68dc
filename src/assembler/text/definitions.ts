import type { SourceRef } from "../../core/source-ref.js";
import type { Report } from "../report.js";
import type { SourceLine } from "./source-line.js";

/** A #define. parameters: undefined for one that is used without parentheses. */
export interface Definition {
  readonly parameters: readonly string[] | undefined;
  readonly body: string;
  readonly at?: SourceRef;
}

/**
 * The definition that the rest of a #define line writes.
 * Errors: WS612 no name, malformed parameters, or `#parameter` and `##`, which are not supported.
 */
export function parseDefinition(
  rest: SourceLine,
  report: Report,
): { name: string; definition: Definition } | undefined {
  const head = /^\s+([A-Za-z_]\w*)(?:\(([^()]*)\))?/.exec(rest.text);
  const wrong = (message: string, at = 0): undefined => {
    report.error("WS612", rest.at(at), message, rest.via);
    return undefined;
  };
  if (head === null) return wrong("#define takes a name");
  const [whole, name = "", list] = head;
  const after = rest.text[whole.length];
  if (list === undefined && after !== undefined && !/\s/.test(after)) {
    return wrong(`"${after}" cannot follow the name ${name}`, whole.length);
  }
  const parameters = list?.trim() === "" ? [] : list?.split(",").map((p) => p.trim());
  if (
    parameters?.some((p) => !/^[A-Za-z_]\w*$/.test(p)) ||
    new Set(parameters).size !== (parameters?.length ?? 0)
  ) {
    return wrong(`the parameters of ${name} are not a list of different names`);
  }
  const body = rest.text.slice(whole.length).trim();
  const paste = /##/.exec(withoutStrings(body)) ?? /#\s*([A-Za-z_]\w*)/.exec(withoutStrings(body));
  if (paste !== null && (paste[1] === undefined || parameters?.includes(paste[1]) === true)) {
    return wrong(
      `"${paste[0]}" in the body of ${name}: C's # and ## are not supported`,
      rest.text.indexOf(paste[0]),
    );
  }
  return { name, definition: { parameters, body, at: rest.at(rest.text.indexOf(name), whole.length) } };
}

function withoutStrings(text: string): string {
  return text.replace(/"(?:\\.|[^"\\])*"/g, (s) => " ".repeat(s.length));
}

const LONGEST = 100_000;

/** What stands for a call that cannot be expanded, so that the rest of the line is still read. */
const UNKNOWN = "0";

/** A line with its definitions expanded, again and again until none is left, a name never inside its own expansion. */
export function expandDefinitions(
  line: SourceLine,
  definitions: ReadonlyMap<string, Definition>,
  report: Report,
): SourceLine {
  let result = line;
  /** Where a replaced text ends, counted from the line's end: to the left of it the name is not replaced again. */
  const hidden: { readonly name: string; readonly fromEnd: number }[] = [];
  let at = 0;
  while (at < result.text.length) {
    const end = pieceEnd(result.text, at);
    const name = result.text.slice(at, end);
    const definition = isNameAt(result.text, at) ? definitions.get(name) : undefined;
    const left = result.text.length - at;
    if (definition === undefined || hidden.some((h) => h.name === name && left > h.fromEnd)) {
      at = end;
      continue;
    }
    const call = replacement(result, at, name, definition, definitions, report);
    if (call === undefined) {
      at = end;
      continue;
    }
    hidden.push({ name, fromEnd: result.text.length - call.end });
    result = result.replaced(at, call.end, call.text);
    if (result.text.length > LONGEST) {
      report.error("WS615", line.at(0), `this line grows past ${LONGEST} characters`, line.via);
      return line;
    }
  }
  return result;
}

const PIECE = /[A-Za-z_]\w*|"(?:\\.|[^"\\])*"?|'\\?.'?|\.?[0-9][\w.]*|[\s\S]/y;
const NAME_START = /[A-Za-z_]/y;

/** Where the name, the string, the number or the single character at a place ends. */
function pieceEnd(text: string, at: number): number {
  PIECE.lastIndex = at;
  return PIECE.test(text) ? PIECE.lastIndex : text.length;
}

function isNameAt(text: string, at: number): boolean {
  NAME_START.lastIndex = at;
  return NAME_START.test(text);
}

function replacement(
  line: SourceLine,
  at: number,
  name: string,
  definition: Definition,
  definitions: ReadonlyMap<string, Definition>,
  report: Report,
): { text: string; end: number } | undefined {
  const afterName = at + name.length;
  if (definition.parameters === undefined) return { text: definition.body, end: afterName };
  const open = /^\s*\(/.exec(line.text.slice(afterName));
  if (open === null) return undefined;
  const read = readArguments(line.text, afterName + open[0].length);
  if (read === undefined) {
    const message = `the call of ${name} has no closing parenthesis on its line`;
    report.error("WS612", line.at(at, afterName), message, line.via);
    return { text: UNKNOWN, end: line.text.length };
  }
  const given = definition.parameters.length === 0 && read.list.join("").trim() === "" ? [] : read.list;
  if (given.length !== definition.parameters.length) {
    const message = `${name} takes ${definition.parameters.length} arguments, not ${given.length}`;
    report.error("WS612", line.at(at, read.end), message, line.via);
    return { text: UNKNOWN, end: read.end };
  }
  const expanded = given.map((text) => expandText(line, at, text.trim(), definitions, report));
  return { text: substitute(definition, expanded), end: read.end };
}

/** Arguments are expanded by themselves before they are put in. */
function expandText(
  line: SourceLine,
  at: number,
  text: string,
  definitions: ReadonlyMap<string, Definition>,
  report: Report,
): string {
  const alone = line.slice(at, at + 1).replaced(0, 1, text);
  return expandDefinitions(alone, definitions, report).text;
}

function readArguments(text: string, start: number): { list: string[]; end: number } | undefined {
  const list = [""];
  let depth = 0;
  let at = start;
  while (at < text.length) {
    const end = pieceEnd(text, at);
    const piece = text.slice(at, end);
    at = end;
    if (piece === ")" && depth === 0) return { list, end: at };
    if (piece === "," && depth === 0) {
      list.push("");
      continue;
    }
    if (piece === "(") depth++;
    if (piece === ")") depth--;
    list[list.length - 1] += piece;
  }
  return undefined;
}

function substitute(definition: Definition, given: readonly string[]): string {
  const { body, parameters = [] } = definition;
  let text = "";
  let at = 0;
  while (at < body.length) {
    const end = pieceEnd(body, at);
    const piece = body.slice(at, end);
    const index = isNameAt(body, at) ? parameters.indexOf(piece) : -1;
    text += index < 0 ? piece : given[index];
    at = end;
  }
  return text;
}
