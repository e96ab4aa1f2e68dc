import type { Diagnostic } from "../../core/diagnostic.js";
import { type JsonString, placeInString } from "../../read/json-node.js";
import { listNames } from "../../validate/name-list.js";
import { nearestHint } from "../../validate/nearest.js";
import { errorAt } from "../finding.js";

/** Which features are on, by name, in the order in which layout.json has them. */
export type FeatureStates = ReadonlyMap<string, boolean>;

const TOKEN = /\s*(&&|\|\||[!()]|[a-z][a-z0-9_-]*)/y;
/** A text of 200 characters cannot nest deeper by meaning; more brackets than this are a mistake. */
const DEPTH_LIMIT = 50;

/** What evaluates a condition: its tokens, where it is, and what it has found out about the features. */
interface Reader {
  readonly node: JsonString;
  readonly features: FeatureStates;
  readonly used: Set<string>;
  readonly found: Diagnostic[];
  at: number;
  depth: number;
  /** After the first error nothing more is read. */
  broken: boolean;
}

/**
 * The value of a condition such as `sve && !nested`: names, !, &&, || and brackets, && before ||, as in C.
 * used: gets the names that stand in it, all of them whatever the value. undefined after an error.
 * Errors: WS140 syntax; WS141 a feature that layout.json does not have.
 */
export function evaluateCondition(
  node: JsonString,
  features: FeatureStates,
  used: Set<string>,
  found: Diagnostic[],
): boolean | undefined {
  const reader: Reader = { node, features, used, found, at: 0, depth: 0, broken: false };
  const value = either(reader);
  if (!reader.broken && node.value.slice(reader.at).trim() !== "")
    fail(reader, "expected && or || or the end");
  return reader.broken ? undefined : value;
}

function either(reader: Reader): boolean {
  let value = both(reader);
  while (accept(reader, "||")) {
    const right = both(reader);
    value ||= right;
  }
  return value;
}

function both(reader: Reader): boolean {
  let value = single(reader);
  while (accept(reader, "&&")) {
    const right = single(reader);
    value &&= right;
  }
  return value;
}

function single(reader: Reader): boolean {
  if (reader.depth === DEPTH_LIMIT) return fail(reader, "the condition is nested too deep");
  reader.depth++;
  const value = accept(reader, "!")
    ? !single(reader)
    : accept(reader, "(")
      ? bracketed(reader)
      : feature(reader);
  reader.depth--;
  return value;
}

function bracketed(reader: Reader): boolean {
  const value = either(reader);
  return accept(reader, ")") ? value : fail(reader, "expected )");
}

function feature(reader: Reader): boolean {
  const { node, features, used, found } = reader;
  const name = peek(reader);
  if (name === undefined || !/^[a-z]/.test(name)) return fail(reader, "expected a feature's name, ! or (");
  const start = node.value.indexOf(name, reader.at);
  reader.at = start + name.length;
  used.add(name);
  const state = features.get(name);
  if (state !== undefined) return state;
  const names = [...features.keys()];
  const known = names.length === 0 ? "layout.json has none" : `there is ${listNames(names)}`;
  const hint = nearestHint(name, names) ?? known;
  found.push(
    errorAt("WS141", placeInString(node, start, name.length), `no feature is called ${name}`, { hint }),
  );
  reader.broken = true;
  return false;
}

function peek(reader: Reader): string | undefined {
  if (reader.broken) return undefined;
  TOKEN.lastIndex = reader.at;
  return TOKEN.exec(reader.node.value)?.[1];
}

function accept(reader: Reader, token: string): boolean {
  if (peek(reader) !== token) return false;
  reader.at = reader.node.value.indexOf(token, reader.at) + token.length;
  return true;
}

/** WS140 at the next token, unless there was an error before. The value is of no use. */
function fail(reader: Reader, message: string): false {
  if (reader.broken) return false;
  reader.broken = true;
  const { node, found } = reader;
  const rest = node.value.slice(reader.at).trimStart();
  const offset = Math.max(0, Math.min(node.value.length - rest.length, node.value.length - 1));
  const what = rest === "" ? "the condition ends here" : `this is ${JSON.stringify(rest[0])}`;
  const hint = 'conditions are feature names with !, &&, || and brackets, such as "sve && !nested"';
  found.push(errorAt("WS140", placeInString(node, offset, 1), `${what}, ${message}`, { hint }));
  return false;
}
