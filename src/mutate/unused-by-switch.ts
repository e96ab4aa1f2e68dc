import type { ObjectCode } from "../assembler/index.js";
import { lint } from "../lint/index.js";
import type { Model } from "../model/types.js";
import { documentsDigest } from "../targets/header.js";
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
 * verify says the same of it, the whole matrix, every path and what is waived included; and lint, notes included, says
 * nothing that it did not say before. Compared are meanings: where in the documents a thing stands, and prose, do not count.
 */
export function sameSwitch(before: Built, after: Built): boolean {
  return (
    instructions(before) === instructions(after) &&
    sameCode(before.object, after.object) &&
    meaning(askedOf(before.model)) === meaning(askedOf(after.model)) &&
    meaning(proofOf(before)) === meaning(proofOf(after)) &&
    lintedOf(after).every((finding) => lintedOf(before).includes(finding))
  );
}

/** hyp.S without the documents' hash. */
function instructions({ model, texts }: Built): string {
  return (texts.get("hyp.S") ?? "").replace(documentsDigest(model), "");
}

/** What a layout says of its switch: every place that it reaches, with its offset and width, and every value. */
function askedOf({ worldSwitch, sysregOrder, layout }: Model): unknown {
  return { worldSwitch, sysregOrder, vcpu: layout.vcpu, context: layout.context, lint: layout.lint };
}

function proofOf({ model, object }: Built): unknown {
  const proof = verify(model, object);
  return proof.ok ? proof.value : proof.diagnostics;
}

/** What lint says, notes included, in words. */
function lintedOf({ model }: Built): readonly string[] {
  return lint(model, { notes: true }).map(({ code, severity, message }) => `${code} ${severity} ${message}`);
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
