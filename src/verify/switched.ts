import { groupOf } from "../model/plan/routines.js";
import type { Model, Routine, Step, SwitchStep, Transfer } from "../model/types.js";

/** The registers that the layout switches for each side: saved or restored, in the order of their groups. */
export interface SwitchedRegisters {
  readonly guest: readonly Transfer[];
  readonly host: readonly Transfer[];
}

/** Both sides' registers, from the steps of the two ways. What only one way moves is listed too: it shall be moved both ways. */
export function switchedRegisters(model: Model): SwitchedRegisters {
  const groups = { guest: new Set<string>(), host: new Set<string>() };
  for (const way of [model.worldSwitch.entry, model.worldSwitch.exit]) walk(model, way, groups);
  const transfers = (names: ReadonlySet<string>): readonly Transfer[] =>
    model.worldSwitch.groups.filter(({ name }) => names.has(name)).flatMap((group) => group.transfers);
  return { guest: transfers(groups.guest), host: transfers(groups.host) };
}

function walk(
  model: Model,
  way: readonly SwitchStep[],
  groups: Readonly<Record<"guest" | "host", Set<string>>>,
): void {
  let side: "guest" | "host" = "host";
  for (const step of way) {
    if (step.kind === "context") side = step.name === "guest" ? "guest" : "host";
    if (step.kind !== "routine" && step.kind !== "procedure") continue;
    for (const name of groupsMoved(model, routineOf(model, step))) groups[side].add(name);
  }
}

function routineOf(model: Model, { kind, name }: SwitchStep): Routine | undefined {
  const { routines, procedures } = model.worldSwitch;
  const wanted = kind === "procedure" ? procedures.find((p) => p.symbol === name)?.routine : name;
  return routines.find((routine) => routine.name === wanted);
}

function groupsMoved(model: Model, routine: Routine | undefined): string[] {
  return (routine?.steps ?? []).flatMap((step) => groupsOfStep(model, step));
}

function groupsOfStep(model: Model, step: Step): string[] {
  if (step.kind === "call") {
    return groupsMoved(
      model,
      model.worldSwitch.routines.find(({ name }) => name === step.name),
    );
  }
  return step.kind === "anchor" ? [] : [groupOf(model, step.name).name];
}

/** The register that a transfer moves, as the machine names it. */
export function nameInMachine(transfer: Transfer): string {
  return transfer.kind === "sysreg" ? (transfer.sysreg?.name ?? transfer.register) : transfer.register;
}
