import type { Group, Model } from "../model/types.js";
import type { Finding, Rule } from "./rule.js";

/**
 * Temporaries are registers that hold nothing else: not the roles that the switch gives to
 * registers. A group of X registers has some only where it goes by the stack.
 */
export const rule: Rule = {
  code: "WS307",
  name: "temporaries",
  severity: "error",
  why: "a value on its way to memory overwrites the vcpu's address, the exit code or the way back",
  check: (model) => model.worldSwitch.groups.flatMap((group) => inGroup(model, group)),
};

type RoleName = keyof Model["worldSwitch"]["registers"];

const ROLES: readonly { readonly role: RoleName; readonly what: string }[] = [
  { role: "vcpu", what: "the vcpu's address" },
  { role: "exitCode", what: "the exit code" },
  { role: "context", what: "the context's address" },
  { role: "scratch", what: "the base of slots" },
  { role: "link", what: "the return address" },
];

function inGroup(model: Model, group: Group): Finding[] {
  const { registers, routines } = model.worldSwitch;
  const { at, waivers } = group;
  const found: Finding[] = [];
  for (const { role, what } of ROLES) {
    if (group.temporaries.includes(registers[role])) {
      found.push({
        at,
        message: `${group.name} has x${registers[role]} among its temporaries, which holds ${what} ("${role}")`,
        waivers,
      });
    }
  }
  const steps = routines.flatMap((r) => r.steps).filter((s) => s.kind !== "call" && s.name === group.name);
  const stacked = steps.find((s) => s.kind === "push" || s.kind === "pop" || s.kind === "unstack");
  const x = group.transfers.filter((t) => t.kind === "x");
  if (stacked !== undefined && x.length < group.transfers.length) {
    found.push({
      at: stacked.at,
      message: `${stacked.kind} is for groups of X registers, but ${group.name} has others`,
      waivers,
    });
  }
  const direct = steps.find((s) => s.kind === "save" || s.kind === "restore");
  if (direct !== undefined && x.length > 0 && group.temporaries.length > 0) {
    found.push({
      at: direct.at,
      message: `${direct.kind} moves ${group.name} between its own registers and memory, but the group has temporaries`,
      hint: "leave the temporaries out, or use store and load around the stack",
      waivers,
    });
  }
  return found;
}
