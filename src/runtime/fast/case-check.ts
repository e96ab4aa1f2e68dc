import { hints } from "../instruction-requests.js";
import type { Effect } from "../ir/node.js";
import type { ExceptionRequest } from "../ops.js";
import { immediateTargets } from "../system-access.js";
import type { Shape } from "./shape.js";

/** What the module does itself of what instructions ask for. */
export const calls: Partial<Record<ExceptionRequest, "supervisorCall" | "hypervisorCall">> = {
  "supervisor-call": "supervisorCall",
  "hypervisor-call": "hypervisorCall",
};

/** Whether a shape can have a case; the words of others are left to the reference machine. */
export function hasCase({ ir }: Pick<Shape, "ir">): boolean {
  let wrote = false;
  for (const effect of ir.effects) {
    // Who leaves must not have written anything.
    if (!isLowered(effect) || (wrote && mayLeave.has(effect.kind))) return false;
    wrote ||= writes.has(effect.kind);
  }
  return true;
}

function isLowered(effect: Effect): boolean {
  switch (effect.kind) {
    case "load":
    case "store":
      return !effect.exclusive && !effect.access.unprivileged;
    case "hint":
      return !waits.has(effect.number);
    case "raise":
      return calls[effect.request] !== undefined;
    case "writePstate":
      return pstateWrite(effect) !== undefined;
    default:
      return lowered.has(effect.kind);
  }
}

const mayLeave: ReadonlySet<Effect["kind"]> = new Set([
  "load",
  "store",
  "readSysreg",
  "writeSysreg",
  "requireVectors",
]);

const writes: ReadonlySet<Effect["kind"]> = new Set(["writeX", "writeVector", "writeFlags"]);

const waits: ReadonlySet<number> = new Set(Object.values(hints));

/** The field that MSR (immediate) writes, if the module has a case for it. */
export function pstateWrite({
  op1,
  op2,
}: {
  op1: number;
  op2: number;
}): "DAIFSet" | "DAIFClr" | "SP" | undefined {
  const field = immediateTargets.find((known) => known.op1 === op1 && known.op2 === op2)?.field;
  return field === "DAIFSet" || field === "DAIFClr" || field === "SP" ? field : undefined;
}

const lowered: ReadonlySet<Effect["kind"]> = new Set([
  "readX",
  "writeX",
  "readVector",
  "writeVector",
  "readFlags",
  "writeFlags",
  "clearExclusive",
  "requireVectors",
  "readSysreg",
  "writeSysreg",
  "branch",
  "branchIf",
  "barrier",
  "exceptionReturn",
]);
