import type { Group, Model, Routine } from "../../model/types.js";

/** The group whose registers the vectors put on the stack: the one that the way out pops. */
export function stackedGroup(model: Model): Group | undefined {
  const { exit, routines, groups } = model.worldSwitch;
  const called = (routine: Routine | undefined): Group | undefined => {
    const step = routine?.steps.find((s) => s.kind === "pop");
    return groups.find((g) => g.name === step?.name);
  };
  for (const step of exit) {
    const group = called(routines.find((r) => step.kind === "routine" && r.name === step.name));
    if (group !== undefined) return group;
  }
  return undefined;
}
