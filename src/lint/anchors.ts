import type { Group, Model, Routine, Step } from "../model/types.js";
import type { Finding, Rule } from "./rule.js";

/**
 * In each routine, slots that are addressed through the scratch register have an anchor before them, and no anchor is
 * replaced before it is used. A routine is a macro: what its caller anchored is not known in it, nor after a call.
 */
export const rule: Rule = {
  code: "WS314",
  name: "anchors",
  severity: "error",
  why: "the scratch register holds the address of something else, and a group is stored there",
  check: (model) =>
    model.worldSwitch.routines.flatMap((routine) =>
      inRoutine(model, routine).map((finding) => ({ ...finding, waivers: routine.waivers })),
    ),
};

function inRoutine(model: Model, routine: Routine): Finding[] {
  const found: Finding[] = [];
  let anchor: Step | undefined;
  let used = true;
  const replaced = (): void => {
    if (anchor !== undefined && !used) found.push(unused(anchor));
  };
  for (const step of routine.steps) {
    const group = model.worldSwitch.groups.find((g) => g.name === step.name);
    if (step.kind === "anchor") {
      replaced();
      [anchor, used] = [step, false];
    } else if (step.kind === "call") {
      replaced();
      [anchor, used] = [undefined, true];
    } else if (group !== undefined && addresses(step, group)) {
      if (anchor === undefined) found.push(missing(routine, step, group));
      used = true;
    }
  }
  replaced();
  return found;
}

function addresses(step: Step, group: Group): boolean {
  return group.base === "scratch" && ["save", "restore", "store", "load"].includes(step.kind);
}

function missing(routine: Routine, step: Step, group: Group): Finding {
  return {
    at: step.at,
    message: `${step.kind} ${group.name} in ${routine.name} without an anchor before it`,
    related: [{ at: group.at, message: `${group.name} is addressed through the scratch register` }],
    hint: `add { "anchor": "${group.name}" } before it`,
  };
}

function unused(anchor: Step): Finding {
  return {
    at: anchor.at,
    message: `nothing uses the anchor at ${anchor.name} before the scratch register changes or the routine ends`,
    hint: "remove it, or move it before the step that it is for",
  };
}
