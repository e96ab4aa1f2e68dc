import type { ObjectCode } from "../assembler/index.js";
import { lint } from "../lint/index.js";
import type { Member, Model } from "../model/types.js";
import { verify } from "../verify/index.js";
import { sameCode } from "./code.js";

/** A layout, and the object of its assembly. */
export interface Built {
  readonly model: Model;
  readonly object: ObjectCode;
}

/**
 * Whether a mutant leaves the switch as it is, so that what it changes is for others alone: the assembly makes the same
 * bytes, references and symbols, aligned as before or to a multiple of that; the layout asks the same of the switch, place by place and value by value;
 * verify says the same of it, the whole matrix, every path and what is waived included; and lint, notes included, says
 * nothing that it did not say before. Compared are meanings: where in the documents a thing stands, and prose, do not count.
 */
export function sameSwitch(before: Built, after: Built): boolean {
  return (
    sameCode(before.object, after.object) &&
    meaning(before.object.symbols) === meaning(after.object.symbols) &&
    alignedAsBefore(before.object, after.object) &&
    meaning(askedOf(before.model)) === meaning(askedOf(after.model)) &&
    meaning(proofOf(before)) === meaning(proofOf(after)) &&
    lintedOf(after).every((finding) => lintedOf(before).includes(finding))
  );
}

/**
 * What a layout says of its switch: every place that it reaches, with its offset and width, and every value. The
 * section's alignment is compared in the object, where it is more than a number.
 */
function askedOf({ worldSwitch, sysregOrder, layout }: Model): unknown {
  const section = worldSwitch.section.name;
  return {
    worldSwitch: { ...worldSwitch, section },
    ...{ sysregOrder, vcpu: layout.vcpu, context: layout.context, lint: layout.lint },
  };
}

/** Whether wherever the sections after may lie, those before might have lain. Both have the same sections. */
function alignedAsBefore(before: ObjectCode, after: ObjectCode): boolean {
  const alignments = new Map(before.sections.map(({ name, alignmentBytes }) => [name, alignmentBytes]));
  return after.sections.every(
    ({ name, alignmentBytes }) => alignmentBytes % (alignments.get(name) ?? 1) === 0,
  );
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

/** A value as text, without places and prose; of the member that a place leads to, what there is at the place. */
function meaning(value: unknown): string {
  return JSON.stringify(value, (key, part: unknown) => {
    if (NO_MEANING.has(key)) return undefined;
    if (isMember(part)) return { type: part.type, elementBytes: part.elementBytes };
    if (typeof part === "bigint") return `0x${part.toString(16)}`;
    return part instanceof Map ? [...part] : part;
  });
}

function isMember(part: unknown): part is Member {
  return typeof part === "object" && part !== null && "elementBytes" in part && "alignBytes" in part;
}
