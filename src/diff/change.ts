import type { SourceRef } from "../core/source-ref.js";
import type { Break } from "./breaks.js";

/** What a change is about, in the order in which changes are listed. */
export const SUBJECTS = [
  "layout",
  "register",
  "group",
  "routine",
  "switch",
  "trap",
  "vector",
  "struct",
  "member",
  "symbol",
  "constant",
] as const;

export type Subject = (typeof SUBJECTS)[number];

/** One property with its value on either side: before is absent for an addition, after for a removal. */
export interface PropertyChange {
  readonly property: string;
  readonly before?: string;
  readonly after?: string;
}

/**
 * One thing that is not the same in both models.
 * name: of the thing, `kvm_regs.fp_regs` for a member. at: in the new layout, in the old one for a removal.
 * breaks: why it breaks what was made with the old layout; empty when it does not.
 */
export interface Change {
  readonly kind: "added" | "removed" | "changed";
  readonly subject: Subject;
  readonly name: string;
  readonly properties: readonly PropertyChange[];
  readonly breaks: readonly Break[];
  readonly at: SourceRef;
}

/** A thing's properties as text, in the order in which they are shown; an empty value is not shown. */
export type Properties = Readonly<Record<string, string>>;

/** How things of one kind are compared. */
export interface Comparison<T> {
  readonly subject: Subject;
  name(thing: T): string;
  at(thing: T): SourceRef;
  properties(thing: T): Properties;
  /** What of the properties to show when the whole thing is new or gone (default: all). */
  readonly summary?: readonly string[];
  /** Why it matters that the thing is gone. */
  readonly removed?: Break;
  /** Why it matters that a property differs; a property that is not named here breaks nothing. */
  readonly changed?: Readonly<Record<string, Break>>;
}

/**
 * The changes from before to after: things are the same thing when they have the same name; order does not count.
 * The new things first in their own order, then those that are gone in theirs.
 */
export function compareNamed<T>(before: readonly T[], after: readonly T[], how: Comparison<T>): Change[] {
  const old = new Map(before.map((thing) => [how.name(thing), thing]));
  const names = new Set(after.map(how.name));
  const changes = after.flatMap((thing): Change[] => {
    const was = old.get(how.name(thing));
    if (was === undefined) return [wholeThing("added", thing, how)];
    const properties = differences(how.properties(was), how.properties(thing));
    if (properties.length === 0) return [];
    const reasons = properties.flatMap(({ property }) => how.changed?.[property] ?? []);
    const breaks = [...new Set(reasons)];
    return [
      { kind: "changed", subject: how.subject, name: how.name(thing), properties, breaks, at: how.at(thing) },
    ];
  });
  const gone = before.filter((thing) => !names.has(how.name(thing)));
  return [...changes, ...gone.map((thing) => wholeThing("removed", thing, how))];
}

function wholeThing<T>(kind: "added" | "removed", thing: T, how: Comparison<T>): Change {
  const side = kind === "added" ? "after" : "before";
  const properties = Object.entries(how.properties(thing))
    .filter(([property, value]) => value !== "" && (how.summary?.includes(property) ?? true))
    .map(([property, value]) => ({ property, [side]: value }));
  const breaks = kind === "removed" && how.removed !== undefined ? [how.removed] : [];
  return { kind, subject: how.subject, name: how.name(thing), properties, breaks, at: how.at(thing) };
}

function differences(before: Properties, after: Properties): PropertyChange[] {
  return Object.keys(after)
    .filter((property) => before[property] !== after[property])
    .map((property) => ({ property, before: before[property] ?? "", after: after[property] ?? "" }));
}
