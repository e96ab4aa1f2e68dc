import type { ObjectCode } from "../assembler/index.js";
import { lint } from "../lint/index.js";
import type { Model } from "../model/types.js";
import { verify } from "../verify/index.js";
import { sameCode } from "./code.js";

/** A layout with its printed assembly, by file name, and the object of it. */
export interface Built {
  readonly model: Model;
  readonly texts: ReadonlyMap<string, string>;
  readonly object: ObjectCode;
}

/**
 * Whether a mutant leaves the switch as it is, so that what it changes is for others alone: the instructions are the same
 * line for line, what they name has the same values and the bytes are the same; the layout asks the same of the switch;
 * and lint and verify say the same of it, waived and noted things, the whole matrix and every path included. Compared are
 * meanings: where in the documents a thing stands, and prose, do not count.
 */
export function sameSwitch(before: Built, after: Built): boolean {
  return (
    instructions(before) === instructions(after) &&
    sameCode(before.object, after.object) &&
    meaning(askedOf(before.model)) === meaning(askedOf(after.model)) &&
    meaning(saidOf(before)) === meaning(saidOf(after))
  );
}

/** hyp.S without its header, which has the documents' hash. */
function instructions({ texts }: Built): string {
  const text = texts.get("hyp.S") ?? "";
  return text.slice(text.indexOf("*/"));
}

/** What a layout says of its switch: every place that it reaches, with its offset and width, and every value. */
function askedOf({ worldSwitch, sysregOrder, layout }: Model): unknown {
  return { worldSwitch, sysregOrder, vcpu: layout.vcpu, context: layout.context, lint: layout.lint };
}

function saidOf({ model, object }: Built): unknown {
  const proof = verify(model, object, { traces: true });
  const linted = lint(model, { notes: true }).map(({ code, severity, message }) => [code, severity, message]);
  return { proof: proof.ok ? proof.value : proof.diagnostics, linted };
}

/** Where something was written, and what was written for readers. */
const NO_MEANING = new Set(["at", "doc", "source", "because", "title", "comment"]);

/** A value as text, without places and prose. */
function meaning(value: unknown): string {
  return JSON.stringify(value, (key, part: unknown) => {
    if (NO_MEANING.has(key)) return undefined;
    if (typeof part === "bigint") return `0x${part.toString(16)}`;
    return part instanceof Map ? [...part] : part;
  });
}
