import type { SourceRef } from "../core/source-ref.js";
import type { Model } from "../model/types.js";
import type { Finding, Rule } from "./rule.js";
import { restoredGroups, restoringWay, savedGroups, savingWay } from "./switched.js";
import { isMove, type Move, movesOf, type Side, type Way, walkSwitch } from "./walk.js";

/**
 * What is saved for a side is restored for it, and the reverse. A step that addresses the other side's context, or none,
 * explains what is missing: it alone is reported (WS328 reports a context that was never chosen).
 * Behind it: hand-kept lists of save and restore of which one got a register and the other did not.
 */
export const rule: Rule = {
  code: "WS306",
  name: "one-way",
  severity: "error",
  why: "a register that is only saved comes back with the other side's value; one that is only restored, with an old one",
  check(model) {
    const ways = ["entry", "exit"] as const;
    const wrong = ways.flatMap((way) => wrongContext(model, way));
    const noContext = ways.some((way) =>
      walkSwitch(model, way).some((e) => isMove(e) && e.side === undefined),
    );
    if (wrong.length > 0 || noContext) return wrong;
    return (["host", "guest"] as const).flatMap((side) => oneWay(model, side));
  },
};

/** A side's groups that are moved on one way only, those of one place in one finding. */
function oneWay(model: Model, side: Side): Finding[] {
  const saved = savedGroups(model, side);
  const restored = restoredGroups(model, side);
  const notRestored = [...saved.values()].filter((move) => !restored.has(move.group.name));
  const notSaved = [...restored.values()].filter((move) => !saved.has(move.group.name));
  return [
    ...byPlace(model, side, notRestored, restoringWay(side)).map((at) =>
      finding(side, at, "saved", "restored"),
    ),
    ...byPlace(model, side, notSaved, savingWay(side)).map((at) => finding(side, at, "restored", "saved")),
  ];
}

interface Gap {
  readonly at: SourceRef;
  readonly way: Way;
  readonly moves: readonly Move[];
}

function byPlace(model: Model, side: Side, moves: readonly Move[], way: Way): Gap[] {
  const gaps: { at: SourceRef; way: Way; moves: Move[] }[] = [];
  for (const move of moves) {
    const at = missingPlace(model, side, move, way);
    const gap = gaps.find((g) => g.at === at);
    if (gap === undefined) gaps.push({ at, way, moves: [move] });
    else gap.moves.push(move);
  }
  return gaps;
}

function finding(side: Side, { at, way, moves }: Gap, done: string, missing: string): Finding {
  const names = moves.map((move) => move.group.name).join(", ");
  const verb = moves.length === 1 ? "is" : "are";
  return {
    at,
    message: `${names} ${verb} ${done} for the ${side} on ${other(way)}, but never ${missing} on ${way}`,
    related: moves.map((move) => ({ at: move.at, message: `${move.group.name} is ${done} here` })),
    hint: `${missing === "saved" ? "save" : "restore"} ${moves.length === 1 ? "it" : "them"} on ${way} too`,
    waivers: moves.every((move) => move.group.waivers !== undefined)
      ? moves.flatMap((m) => m.group.waivers ?? [])
      : [],
  };
}

/**
 * Where the counterpart of move would stand on the other way, which mirrors this one: next to what is next to move
 * here, in the innermost list that has such a neighbour. What goes by the stack is unstacked last.
 */
function missingPlace(model: Model, side: Side, move: Move, way: Way): SourceRef {
  const mirror = movesOf(model, way, side);
  const startOf = (name: string) =>
    mirror.find((m) => m.kind === "unstack" && m.group.name === name) ??
    mirror.find((m) => m.group.name === name);
  const endOf = (name: string) => mirror.findLast((m) => m.kind !== "unstack" && m.group.name === name);
  const own = movesOf(model, other(way), side);
  for (let depth = move.trail.length - 1; depth >= 0; depth--) {
    const list = move.trail[depth]?.list;
    const siblings = own.filter((m) => m.trail[depth]?.list === list);
    const here = siblings.findIndex((m) => m.group.name === move.group.name);
    const next =
      firstOf(siblings.slice(0, here).reverse(), startOf) ?? firstOf(siblings.slice(here + 1), endOf);
    if (next !== undefined) return (depth === 0 ? next.trail[0]?.at : undefined) ?? next.at;
  }
  return model.worldSwitch[way][0]?.at ?? move.at;
}

function firstOf(moves: readonly Move[], find: (group: string) => Move | undefined): Move | undefined {
  for (const { group } of moves) {
    const found = find(group.name);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Memory of the host's context is written on entry and read on exit, the guest's the other way round. */
function wrongContext(model: Model, way: Way): Finding[] {
  const events = walkSwitch(model, way);
  return (["host", "guest"] as const).flatMap((side) => {
    const storing = way === savingWay(side);
    const wrong = events
      .filter(isMove)
      .filter((m) => m.side === side && (storing ? READS : WRITES).has(m.kind));
    const [first] = wrong;
    if (first === undefined) return [];
    const names = [...new Set(wrong.map((move) => move.group.name))].join(", ");
    const chosen = events.slice(0, events.indexOf(first)).findLast((e) => e.kind === "context");
    return [
      {
        at: first.trail[0]?.at ?? first.at,
        message: `on ${way} the ${side}'s context is ${storing ? "saved to" : "restored from"}, but ${names} would be ${storing ? "restored from" : "saved to"} it`,
        ...(chosen === undefined
          ? {}
          : { related: [{ at: chosen.at, message: "the context is chosen here" }] }),
        hint: `choose the ${side === "host" ? "guest" : "host"}'s context before it`,
      },
    ];
  });
}

const READS: ReadonlySet<string> = new Set(["restore", "load"]);
const WRITES: ReadonlySet<string> = new Set(["save", "store"]);

function other(way: Way): Way {
  return way === "entry" ? "exit" : "entry";
}
