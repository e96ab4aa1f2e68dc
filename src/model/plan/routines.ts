import type { Group, Model, Routine, Step } from "../types.js";
import { type PlannedInstruction, printInstruction } from "./instruction.js";
import { type Addressing, heldIn, planAnchor, planGroup } from "./transfers.js";

/**
 * The instructions of a routine. A called routine stays a call: each routine is a macro of its own.
 * After a call nothing is known of the scratch register.
 */
export function planRoutine(model: Model, routine: Routine): PlannedInstruction[] {
  const { registers } = model.worldSwitch;
  const addressing: Addressing = {
    contextRegister: registers.context,
    scratchRegister: registers.scratch,
    anchorBytes: undefined,
  };
  return routine.steps.flatMap((step) => planStep(model, step, addressing));
}

/** The routine as lines of GNU syntax without indentation, as in `add\tx3, x2, #CPU_XREG_OFFSET(19)`. */
export function printRoutine(model: Model, routine: Routine): string[] {
  return planRoutine(model, routine).flatMap(printInstruction);
}

/** STP pairs, first register first: `push x0, x1`, `push x2, x3`. */
export function planPush(numbers: readonly number[]): PlannedInstruction[] {
  return pairsOf(numbers).map(([first, second]) => ({ op: "push", first, second }));
}

/** The mirror of planPush: the last pair comes back first. */
export function planPop(numbers: readonly number[]): PlannedInstruction[] {
  return pairsOf(numbers)
    .reverse()
    .map(([first, second]) => ({ op: "pop", first, second }));
}

function planStep(model: Model, step: Step, addressing: Addressing): PlannedInstruction[] {
  if (step.kind === "call") {
    addressing.anchorBytes = undefined;
    return [{ op: "call", routine: step.name }];
  }
  const group = groupOf(model, step.name);
  switch (step.kind) {
    case "anchor": {
      const first = group.transfers[0];
      return first === undefined ? [] : [planAnchor(model, first, addressing)];
    }
    case "save":
    case "store":
    case "restore":
    case "load":
      return planGroup(model, group, step.kind, addressing);
    case "push":
      return planPush(heldIn(group).map((r) => r.number));
    case "pop":
      return planPop(heldIn(group).map((r) => r.number));
    case "unstack":
      return planPop(group.transfers.map((t) => t.number ?? 0));
  }
}

/** The group of that name; the model holds every name that a step uses. */
export function groupOf(model: Model, name: string): Group {
  const group = model.worldSwitch.groups.find((g) => g.name === name);
  if (group === undefined) throw new Error(`no group ${name} in the model`);
  return group;
}

/** 31 stands for XZR beside the last of an odd number: SP stays aligned to 16. */
function pairsOf(numbers: readonly number[]): [number, number][] {
  const pairs: [number, number][] = [];
  for (let i = 0; i < numbers.length; i += 2) pairs.push([numbers[i] ?? 31, numbers[i + 1] ?? 31]);
  return pairs;
}
