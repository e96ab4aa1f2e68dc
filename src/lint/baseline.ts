import type { Diagnostic } from "../core/diagnostic.js";
import { failure, type Result, success } from "../core/result.js";
import type { SourceRef } from "../core/source-ref.js";
import { parseJson } from "../read/json.js";
import { type JsonNode, memberValue, placeOf } from "../read/json-node.js";

/** A finding that is known: it stays unreported wherever in the file it moves. at: in the baseline. */
export interface Known {
  readonly code: string;
  readonly file: string;
  readonly message: string;
  readonly at: SourceRef;
}

/** What the rules find, and what is wrong with waivers; mistakes in documents are never known. */
const COVERED = /^WS(3|9)\d\d$/;

/**
 * The text of a baseline of findings: one line for each that a baseline may cover, in their order.
 * `{ "code": "WS303", "file": "schema/…/world-switch.json", "message": "…" }`
 */
export function printBaseline(found: readonly Diagnostic[]): string {
  const lines = found
    .filter(({ code }) => COVERED.test(code))
    .map(({ code, at, message }) => {
      const [c, f, m] = [code, at.file, message].map((text) => JSON.stringify(text));
      return `    { "code": ${c}, "file": ${f}, "message": ${m} }`;
    });
  const list = lines.length === 0 ? "[]" : `[\n${lines.join(",\n")}\n  ]`;
  return `{\n  "findings": ${list}\n}\n`;
}

/** The findings of a baseline's text. Errors: WS010 to WS016 no JSON; WS904 no baseline. */
export function readBaseline(file: string, text: string): Result<readonly Known[]> {
  const parsed = parseJson(file, text);
  if (!parsed.ok) return parsed;
  const list = memberValue(parsed.value, "findings");
  if (list?.kind !== "array") return failure([noBaseline(parsed.value, 'it has no list "findings"')]);
  const known = list.items.map(knownOf);
  const wrong = list.items.filter((_, i) => known[i] === undefined);
  if (wrong.length > 0)
    return failure(wrong.map((item) => noBaseline(item, 'an entry needs "code", "file" and "message"')));
  return success(known.filter((entry) => entry !== undefined));
}

/**
 * The findings that a baseline does not know, each entry accepting one; and what is stale in it.
 * Code: WS905 an entry that accepts nothing.
 */
export function applyBaseline(found: readonly Diagnostic[], baseline: readonly Known[]): Diagnostic[] {
  const left = [...baseline];
  const unknown = found.filter((diagnostic) => {
    if (!COVERED.test(diagnostic.code)) return true;
    const index = left.findIndex((known) => accepts(known, diagnostic));
    if (index !== -1) left.splice(index, 1);
    return index === -1;
  });
  return [...unknown, ...left.map(stale)];
}

function accepts({ code, file, message }: Known, found: Diagnostic): boolean {
  return code === found.code && file === found.at.file && message === found.message;
}

function knownOf(item: JsonNode): Known | undefined {
  const text = (key: string): string | undefined => {
    const value = memberValue(item, key);
    return value?.kind === "string" ? value.value : undefined;
  };
  const [code, file, message] = [text("code"), text("file"), text("message")];
  if (code === undefined || file === undefined || message === undefined) return undefined;
  return { code, file, message, at: placeOf(item) };
}

function noBaseline(node: JsonNode, why: string): Diagnostic {
  const hint = "worldswitch lint --baseline FILE --update-baseline writes one";
  return {
    code: "WS904",
    severity: "error",
    at: placeOf(node),
    message: `this is no baseline: ${why}`,
    hint,
  };
}

function stale({ code, file, at }: Known): Diagnostic {
  return {
    code: "WS905",
    severity: "warning",
    at,
    message: `the baseline knows a finding of ${code} in ${file} that is not there`,
    hint: "lint with --update-baseline, or remove the entry",
  };
}
