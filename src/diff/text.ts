import { type Change, type PropertyChange, SUBJECTS, type Subject } from "./change.js";
import { type BrokenBy, breaksOf, type ModelDiff } from "./model-diff.js";

/** How a terminal shows the parts; each the identity where there is no colour. */
export interface DiffPaint {
  bold(text: string): string;
  green(text: string): string;
  red(text: string): string;
  yellow(text: string): string;
  dim(text: string): string;
}

const TITLES: Readonly<Record<Subject, string>> = {
  layout: "layout",
  register: "registers",
  group: "groups",
  routine: "routines",
  switch: "switch",
  trap: "traps",
  vector: "vectors",
  struct: "structs",
  member: "members",
  symbol: "symbols",
  constant: "constants",
};

const MARKS = { added: "+", removed: "-", changed: "~" } as const;

/** Names that are listed for one reason before the rest is only counted. */
const LISTED = 8;

/**
 * The changes by subject, then what they break, a line each.
 *
 *     registers
 *       + PAR_EL1   index 21; offset 1032; groups sysregs
 *       ~ FAR_EL1   index 12 -> 13; offset 960 -> 968    [index-renumbered, slot-moved]
 *
 *     breaks compiled consumers and migrated guests
 *       WS352 index-renumbered (1): FAR_EL1
 *         the old index now names another register, in compiled code and in saved guests
 */
export function diffLines(diff: ModelDiff, allowed: ReadonlySet<string>, paint: DiffPaint): string[] {
  const lines = SUBJECTS.flatMap((subject) => {
    const changes = diff.changes.filter((change) => change.subject === subject);
    if (changes.length === 0) return [];
    const width = Math.max(...changes.map(({ name }) => name.length));
    return [
      paint.bold(TITLES[subject]),
      ...changes.flatMap((change) => changeLines(change, width, paint)),
      "",
    ];
  });
  return [...lines, ...breakLines(breaksOf(diff, allowed), paint)];
}

function changeLines(change: Change, width: number, paint: DiffPaint): string[] {
  const colour = change.kind === "added" ? paint.green : change.kind === "removed" ? paint.red : paint.yellow;
  const reasons = change.breaks.map(({ name }) => name).join(", ");
  const tail = reasons === "" ? "" : `    ${paint.red(`[${reasons}]`)}`;
  const text = change.properties.map(propertyText).join("; ");
  return [`  ${colour(MARKS[change.kind])} ${`${change.name.padEnd(width)}  ${text}`.trimEnd()}${tail}`];
}

/** `offset 960 -> 968`; lists of words as what came and what went. */
function propertyText({ property, before, after }: PropertyChange): string {
  if (before === undefined || after === undefined) return `${property} ${before ?? after ?? ""}`;
  const words = wordChanges(property, before, after);
  return words ?? `${property} ${before === "" ? "none" : before} -> ${after === "" ? "none" : after}`;
}

/** Long lists by their difference: `registers +PAR_EL1 -ACTLR_EL1`, or that only the order differs. */
function wordChanges(property: string, before: string, after: string): string | undefined {
  if (property !== "registers" && property !== "groups" && property !== "steps") return undefined;
  const separator = property === "steps" ? ", " : " ";
  const [old, now] = [before, after].map((text) => text.split(separator).filter((word) => word !== ""));
  if (old === undefined || now === undefined) return undefined;
  const came = surplus(now, old).map((word) => `+${word}`);
  const went = surplus(old, now).map((word) => `-${word}`);
  const all = [...came, ...went];
  return all.length === 0 ? `${property} in another order` : `${property} ${all.join(separator)}`;
}

/** The words of a list that it has more often than another list. */
function surplus(words: readonly string[], others: readonly string[]): string[] {
  const left = [...others];
  return words.filter((word) => {
    const at = left.indexOf(word);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

function breakLines(broken: readonly BrokenBy[], paint: DiffPaint): string[] {
  if (broken.length === 0) return [];
  const victims = [
    "compiled consumers",
    ...(broken.some(({ reason }) => reason.breaks.includes("guest")) ? ["migrated guests"] : []),
  ];
  return [
    paint.bold(`breaks ${victims.join(" and ")}`),
    ...broken.flatMap(({ reason, changes }) => {
      const names = changes.slice(0, LISTED).map(({ name }) => name);
      const more = changes.length > LISTED ? [`${changes.length - LISTED} more`] : [];
      return [
        `  ${paint.red(`${reason.code} ${reason.name}`)} (${changes.length}): ${[...names, ...more].join(", ")}`,
        `    ${paint.dim(reason.why)}`,
      ];
    }),
  ];
}
