import type { Model, Routine, Step } from "../model/types.js";

/**
 * One moment of the world switch at which a group moves. way: into the guest or back. side: whose registers.
 * by: the routine, or the procedure's symbol, that the switch calls.
 */
export interface Moment {
  readonly way: "entry" | "exit";
  readonly side: string;
  readonly action: "saved" | "restored";
  readonly group: string;
  readonly by: string;
}

/** When each group is saved and restored, in the order in which it happens. */
export function switchMoments(model: Model): Moment[] {
  const { entry, exit, routines, procedures } = model.worldSwitch;
  const moments: Moment[] = [];
  for (const [way, steps] of [["entry", entry] as const, ["exit", exit] as const]) {
    let side = "";
    for (const step of steps) {
      if (step.kind === "context") side = step.name;
      const name =
        step.kind === "procedure"
          ? procedures.find((procedure) => procedure.symbol === step.name)?.routine
          : step.name;
      const routine = routines.find((candidate) => candidate.name === name);
      if (routine === undefined || (step.kind !== "procedure" && step.kind !== "routine")) continue;
      for (const moved of movesOf(routine, routines, new Set()))
        moments.push({ way, side, by: step.name, ...moved });
    }
  }
  return moments;
}

/** The groups that a routine moves, through the routines that it calls; a circle of calls ends where it closes. */
function movesOf(
  routine: Routine,
  routines: readonly Routine[],
  above: ReadonlySet<string>,
): Pick<Moment, "action" | "group">[] {
  if (above.has(routine.name)) return [];
  const inside = new Set([...above, routine.name]);
  return routine.steps.flatMap((step) => {
    if (step.kind === "call") {
      const called = routines.find((candidate) => candidate.name === step.name);
      return called === undefined ? [] : movesOf(called, routines, inside);
    }
    const action = actionOf(step);
    return action === undefined ? [] : [{ action, group: step.name }];
  });
}

/** A group that goes by the stack is saved when it is stored and restored when it is taken from the stack. */
function actionOf(step: Step): Moment["action"] | undefined {
  if (step.kind === "save" || step.kind === "store") return "saved";
  return step.kind === "restore" || step.kind === "unstack" ? "restored" : undefined;
}
