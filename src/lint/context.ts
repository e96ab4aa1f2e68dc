import type { Model } from "../model/types.js";
import type { Finding, Rule } from "./rule.js";
import { type Event, isMove, type Way, walkSwitch } from "./walk.js";

/**
 * Where a step addresses a context, the context register holds its address: it is set before, and set again after what
 * overwrites it: the traps, the VM, and the registers of a group that has it.
 */
export const rule: Rule = {
  code: "WS328",
  name: "context",
  severity: "error",
  why: "registers are stored over whatever the context register points to",
  check: (model) => (["entry", "exit"] as const).flatMap((way) => onWay(model, way)),
};

function onWay(model: Model, way: Way): Finding[] {
  let lost: Event | "never" | undefined = "never";
  let vcpuLost: Event | undefined;
  const found: Finding[] = [];
  for (const event of walkSwitch(model, way)) {
    if (event.kind === "context" || event.kind === "traps" || event.kind === "vm") {
      if (vcpuLost !== undefined) found.push(overwritten(event, "the vcpu's address", vcpuLost));
    }
    if (event.kind === "context") lost = undefined;
    else if (lost !== undefined && needsContext(event)) {
      found.push(lost === "never" ? neverSet(event) : overwritten(event, "the context's address", lost));
      lost = undefined;
    }
    if (overwrites(model, event, "context")) lost = event;
    if (overwrites(model, event, "vcpu")) vcpuLost ??= event;
  }
  return found;
}

function needsContext(event: Event): boolean {
  return isMove(event) && ["anchor", "save", "restore", "store", "load"].includes(event.kind);
}

/** Deactivating the VM needs no register; the rest of the glue works in the context's. */
function overwrites(model: Model, event: Event, role: "context" | "vcpu"): boolean {
  if (event.kind === "traps") return role === "context";
  if (event.kind === "vm") return role === "context" && event.activate;
  if (event.kind !== "restore" && event.kind !== "unstack") return false;
  const number = model.worldSwitch.registers[role];
  return event.group.transfers.some((t) => t.kind === "x" && t.number === number);
}

function neverSet(event: Event): Finding {
  return {
    at: event.trail[0]?.at ?? event.at,
    message: `the context is not chosen before this step, which addresses it`,
    related: [{ at: event.at, message: "addressed here" }],
    hint: 'put { "context": "host" } or { "context": "guest" } before it',
  };
}

function overwritten(event: Event, what: string, by: Event): Finding {
  return {
    at: event.trail[0]?.at ?? event.at,
    message: `this step needs ${what}, which was overwritten by ${textOf(by)}`,
    related: [{ at: by.at, message: "overwritten here" }],
    hint: "put the context's step after what overwrites it",
  };
}

function textOf(event: Event): string {
  if (isMove(event)) return `${event.kind} ${event.group.name}`;
  return event.kind === "vm" ? "the activation of the VM" : "the trap settings";
}
