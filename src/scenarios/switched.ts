import type { Group, Model, Routine, Transfer } from "../model/types.js";

/** Whose registers: the host's or the guest's. */
export type Side = "host" | "guest";

/** A register of the switch, with the name of the group that it is moved in. */
export interface Switched extends Transfer {
  readonly group: string;
}

/** Where a side resumes: what an exception writes and ERET reads. They are that side's PC and PSTATE. */
const RETURN_STATE: ReadonlySet<string> = new Set(["ELR_EL2", "SPSR_EL2"]);

/** Whether a register holds its side's PC or PSTATE while EL2 runs. */
export function isReturnState(register: Transfer): boolean {
  return RETURN_STATE.has(register.register);
}

/** The system register that the switch names to move a register. Throws for X and Q registers. */
export function movedThrough(register: Transfer): string {
  if (register.sysreg === undefined) throw new Error(`${register.register} is no system register`);
  return register.sysreg.name;
}

const SAVES: ReadonlySet<string> = new Set(["save", "store"]);
const RESTORES: ReadonlySet<string> = new Set(["restore", "load"]);

/** What the switch saves for a side, in the order in which it does: the host on the way in, the guest on the way out. */
export function saved(model: Model, side: Side): Switched[] {
  return transfers(model, side, side === "host" ? "entry" : "exit", SAVES);
}

/** What the switch restores for a side: the guest on the way in, the host on the way out. */
export function restored(model: Model, side: Side): Switched[] {
  return transfers(model, side, side === "guest" ? "entry" : "exit", RESTORES);
}

function transfers(model: Model, side: Side, way: "entry" | "exit", kinds: ReadonlySet<string>): Switched[] {
  const groups: Group[] = [];
  let current: Side | undefined;
  for (const step of model.worldSwitch[way]) {
    if (step.kind === "context") current = step.name === "host" ? "host" : "guest";
    if (current !== side) continue;
    const name =
      step.kind === "procedure"
        ? model.worldSwitch.procedures.find((p) => p.symbol === step.name)?.routine
        : step.kind === "routine"
          ? step.name
          : undefined;
    if (name !== undefined) groups.push(...groupsOf(model, name, kinds, []));
  }
  return groups.flatMap((group) => group.transfers.map((transfer) => ({ ...transfer, group: group.name })));
}

function groupsOf(
  model: Model,
  routine: string,
  kinds: ReadonlySet<string>,
  callers: readonly string[],
): Group[] {
  const found: Routine | undefined = model.worldSwitch.routines.find((r) => r.name === routine);
  if (found === undefined || callers.includes(routine)) return [];
  return found.steps.flatMap((step) => {
    if (step.kind === "call") return groupsOf(model, step.name, kinds, [...callers, routine]);
    if (!kinds.has(step.kind)) return [];
    return model.worldSwitch.groups.filter((group) => group.name === step.name);
  });
}
