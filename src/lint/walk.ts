import { oncePer } from "../core/once-per.js";
import type { SourceRef } from "../core/source-ref.js";
import type { Group, Model, Routine, Step, SwitchStep } from "../model/types.js";

/** Into the guest, or back to the host. */
export type Way = "entry" | "exit";

/** Whose registers a step moves: that of the last context step before it. */
export type Side = "host" | "guest";

/** A step's place in each list that leads to it: the way first, then the routines. */
export interface Stop {
  /** `entry`, `exit` or a routine's name. */
  readonly list: string;
  readonly at: SourceRef;
}

interface Passed {
  readonly at: SourceRef;
  readonly trail: readonly Stop[];
  /** Absent before the first context step. */
  readonly side: Side | undefined;
}

/** A step that moves a group or its values, or anchors the scratch register at it. */
export type Move = Passed & { readonly kind: Exclude<Step["kind"], "call">; readonly group: Group };

/**
 * What happens on a way of the switch, with all calls followed: moves, and what else changes registers. A procedure
 * is reached by BL; traps and vm are sequences of their own.
 */
export type Event =
  | Move
  | (Passed & { readonly kind: "context"; readonly to: Side })
  | (Passed & { readonly kind: "procedure"; readonly symbol: string })
  | (Passed & { readonly kind: "return"; readonly symbol: string })
  | (Passed & { readonly kind: "traps" | "vm"; readonly activate: boolean })
  | (Passed & { readonly kind: "barrier"; readonly barrier: string });

const MOVES: ReadonlySet<string> = new Set([
  "anchor",
  "save",
  "restore",
  "store",
  "load",
  "push",
  "pop",
  "unstack",
]);

/** Whether an event moves a group. */
export function isMove(event: Event): event is Move {
  return MOVES.has(event.kind);
}

/**
 * The events of a way in the order in which they happen. Names that lead nowhere and calls in a circle end there:
 * the model has none.
 */
export function walkSwitch(model: Model, way: Way): readonly Event[] {
  return way === "entry" ? entryOf(model) : exitOf(model);
}

const entryOf = oncePer((model: Model) => walkWay(model, "entry"));
const exitOf = oncePer((model: Model) => walkWay(model, "exit"));

function walkWay(model: Model, way: Way): Event[] {
  const events: Event[] = [];
  let side: Side | undefined;
  for (const step of model.worldSwitch[way]) {
    const trail = [{ list: way, at: step.at }];
    if (step.kind === "context") side = step.name === "host" ? "host" : "guest";
    events.push(...eventsOf(model, step, { at: step.at, trail, side }));
  }
  return events;
}

/** The moves of a way for one side. */
export function movesOf(model: Model, way: Way, side: Side): Move[] {
  return walkSwitch(model, way)
    .filter(isMove)
    .filter((move) => move.side === side);
}

/** The moves of a routine and of those that it calls, as if it were called once. */
function walkRoutine(model: Model, routine: Routine, passed: Passed): Move[] {
  if (passed.trail.some((stop) => stop.list === routine.name)) return [];
  return routine.steps.flatMap((step) => {
    const here = { ...passed, at: step.at, trail: [...passed.trail, { list: routine.name, at: step.at }] };
    if (step.kind === "call") {
      const called = routineOf(model, step.name);
      return called === undefined ? [] : walkRoutine(model, called, here);
    }
    const group = model.worldSwitch.groups.find((g) => g.name === step.name);
    return group === undefined ? [] : [{ ...here, kind: step.kind, group }];
  });
}

/** The routine of that name, if there is one. */
export function routineOf(model: Model, name: string): Routine | undefined {
  return model.worldSwitch.routines.find((routine) => routine.name === name);
}

function eventsOf(model: Model, step: SwitchStep, passed: Passed): Event[] {
  switch (step.kind) {
    case "context":
      return [{ ...passed, kind: "context", to: step.name === "host" ? "host" : "guest" }];
    case "traps":
    case "vm":
      return [{ ...passed, kind: step.kind, activate: step.name === "activate" }];
    case "barrier":
      return [{ ...passed, kind: "barrier", barrier: step.name }];
    case "routine": {
      const routine = routineOf(model, step.name);
      return routine === undefined ? [] : walkRoutine(model, routine, passed);
    }
    case "procedure": {
      const procedure = model.worldSwitch.procedures.find((p) => p.symbol === step.name);
      const routine = procedure && routineOf(model, procedure.routine);
      if (routine === undefined) return [];
      return [
        { ...passed, kind: "procedure", symbol: step.name },
        ...walkRoutine(model, routine, passed),
        { ...passed, kind: "return", symbol: step.name },
      ];
    }
  }
}
