import type { SourceRef } from "../core/source-ref.js";
import type { Model } from "../model/types.js";
import type { Finding, Rule } from "./rule.js";
import { restoredGroups, restoringWay, savedGroups, savingWay } from "./switched.js";
import { type Move, movesOf, type Side, type Way } from "./walk.js";

/**
 * What is saved for a side is restored for it, and the reverse.
 * Behind it: hand-kept lists of save and restore of which one got a register and the other did not.
 */
export const rule: Rule = {
  code: "WS306",
  name: "one-way",
  severity: "error",
  why: "a register that is only saved comes back with the other side's value; one that is only restored, with an old one",
  check: (model) =>
    (["host", "guest"] as const).flatMap((side) => [...oneWay(model, side), ...wrongWay(model, side)]),
};

function oneWay(model: Model, side: Side): Finding[] {
  const saved = savedGroups(model, side);
  const restored = restoredGroups(model, side);
  const notRestored = [...saved.values()].filter((move) => !restored.has(move.group.name));
  const notSaved = [...restored.values()].filter((move) => !saved.has(move.group.name));
  return [
    ...notRestored.map((move) => finding(model, side, move, "saved", "restored", restoringWay(side))),
    ...notSaved.map((move) => finding(model, side, move, "restored", "saved", savingWay(side))),
  ];
}

function finding(model: Model, side: Side, move: Move, done: string, missing: string, way: Way): Finding {
  return {
    at: missingPlace(model, side, move, way),
    message: `${move.group.name} is ${done} for the ${side} on ${way === "entry" ? "exit" : "entry"}, but never ${missing} on ${way}`,
    related: [{ at: move.at, message: `${done} here` }],
    hint: `${missing === "saved" ? "save" : "restore"} ${move.group.name} on ${way}, or leave it out on both ways`,
    waivers: move.group.waivers,
  };
}

/**
 * Where the counterpart of move would stand on the other way, which mirrors this one: next to what is next to move
 * here, in the innermost list that has such a neighbour.
 */
function missingPlace(model: Model, side: Side, move: Move, way: Way): SourceRef {
  const mirror = movesOf(model, way, side).filter((m) => m.kind !== "unstack");
  const own = movesOf(model, move.trail[0]?.list === "entry" ? "entry" : "exit", side);
  for (let depth = move.trail.length - 1; depth >= 0; depth--) {
    const list = move.trail[depth]?.list;
    const siblings = own.filter((m) => m.trail[depth]?.list === list);
    const here = siblings.findIndex((m) => m.group.name === move.group.name);
    const before = siblings.slice(0, here).reverse();
    const after = siblings.slice(here + 1);
    const next = firstOf(before, mirror) ?? lastOf(after, mirror);
    if (next !== undefined) return placeIn(next, depth === 0);
  }
  return model.worldSwitch[way][0]?.at ?? move.at;
}

function firstOf(groups: readonly Move[], mirror: readonly Move[]): Move | undefined {
  return pick(groups, (name) => mirror.find((m) => m.group.name === name));
}

function lastOf(groups: readonly Move[], mirror: readonly Move[]): Move | undefined {
  return pick(groups, (name) => mirror.findLast((m) => m.group.name === name));
}

function pick(groups: readonly Move[], find: (name: string) => Move | undefined): Move | undefined {
  for (const { group } of groups) {
    const found = find(group.name);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The neighbour's step on the way itself, or in the routine that has it. */
function placeIn(move: Move, onTheWay: boolean): SourceRef {
  return (onTheWay ? move.trail[0]?.at : undefined) ?? move.at;
}

/** Memory of the host's context is written on entry and read on exit, the guest's the other way round. */
function wrongWay(model: Model, side: Side): Finding[] {
  const saves = movesOf(model, restoringWay(side), side).filter(
    (m) => m.kind === "save" || m.kind === "store",
  );
  const restores = movesOf(model, savingWay(side), side).filter(
    (m) => m.kind === "restore" || m.kind === "load",
  );
  return [...saves, ...restores].map((move) => {
    const way = move.trail[0]?.list ?? "";
    const verb = saves.includes(move) ? "saved to" : "restored from";
    return {
      at: move.trail[0]?.at ?? move.at,
      message: `${move.group.name} is ${verb} the ${side}'s context on ${way}, where the ${side}'s registers are ${saves.includes(move) ? "not in the CPU" : "still in the CPU"}`,
      related: [{ at: move.at, message: `${move.kind} ${move.group.name}` }],
      hint: `change the context before it: the host is saved on entry and restored on exit, the guest the other way round`,
    };
  });
}
