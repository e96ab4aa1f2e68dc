import type { SourceRef } from "../core/source-ref.js";
import type { Group, Model } from "../model/types.js";
import { CALLER_SAVED } from "./guest-state.js";
import type { Finding, Rule } from "./rule.js";
import { runsOf, runText } from "./runs.js";
import { type Event, isMove, type Move, type Way, walkSwitch } from "./walk.js";

/**
 * A register is overwritten only after its value was saved, and not at all after it was restored. (What is never saved is
 * WS301, WS302 or WS306.)
 * Behind it: "keep them at the end", "nothing after this line", and sp_el0 that was restored too late: order that only
 * comments kept.
 */
export const rule: Rule = {
  code: "WS308",
  name: "live-registers",
  severity: "error",
  why: "the value of a register is lost between the guest and the host",
  check: (model) => [...lostOn(model, "entry"), ...lostOn(model, "exit")],
};

/** Why a register's value must not be lost, and the step that makes it so. */
interface Live {
  readonly why: "is saved only here" | "was restored here" | "was loaded here, to be pushed or stored";
  readonly at: SourceRef;
}

/** Registers that a step writes, and what it puts there. */
interface Write {
  readonly numbers: readonly number[];
  readonly what: string;
  readonly group?: Group;
}

function lostOn(model: Model, way: Way): Finding[] {
  const events = walkSwitch(model, way);
  const live = initiallyLive(model, way, events);
  return events.flatMap((event) => {
    const lost = writesOf(model, event).flatMap((write) => overwritten(live, event, write));
    if (isMove(event)) follow(live, event);
    return lost;
  });
}

/** The registers that are saved on the way, from its start; on exit those on the stack are safe already. */
function initiallyLive(model: Model, way: Way, events: readonly Event[]): Map<number, Live> {
  const live = new Map<number, Live>();
  for (const event of events) {
    if (!isMove(event) || event.kind !== "save") continue;
    for (const { kind, number, register } of event.group.transfers) {
      if (kind !== "x" || number === undefined || live.has(number)) continue;
      if (way === "entry" && CALLER_SAVED.has(register)) continue;
      live.set(number, { why: "is saved only here", at: event.at });
    }
  }
  if (way === "entry") live.delete(model.worldSwitch.registers.vcpu);
  return live;
}

function writesOf(model: Model, event: Event): Write[] {
  const { context, exitCode, scratch, link } = model.worldSwitch.registers;
  switch (event.kind) {
    case "context":
      return [{ numbers: [context], what: "the context's address" }];
    case "procedure":
      return [{ numbers: [link], what: `the return address of ${event.symbol}` }];
    case "traps":
      return [{ numbers: event.activate ? [context, exitCode] : [context], what: "the trap settings" }];
    case "vm":
      return event.activate ? [{ numbers: [context, exitCode], what: "the address of the VM" }] : [];
    case "anchor":
      return [{ numbers: [scratch], what: `the address of ${event.group.name}` }];
    default:
      return isMove(event) ? movedTo(event) : [];
  }
}

/** Temporaries that system registers or stacked registers pass through, and registers that get their own values. */
function movedTo({ kind, group }: Move): Write[] {
  const passing = kind === "save" || kind === "restore";
  const count = passing ? group.transfers.filter((t) => t.kind === "sysreg").length : group.transfers.length;
  const through = passing || kind === "pop" || kind === "load" ? group.temporaries.slice(0, count) : [];
  const own = kind === "restore" || kind === "unstack" ? ownNumbers(group) : [];
  return [
    { numbers: through, what: `values of ${group.name}`, group },
    { numbers: own, what: `the restored values of ${group.name}`, group },
  ];
}

function follow(live: Map<number, Live>, { kind, group, at }: Move): void {
  const why =
    kind === "pop" || kind === "load" ? "was loaded here, to be pushed or stored" : "was restored here";
  const arriving =
    kind === "pop" || kind === "load"
      ? group.temporaries.slice(0, group.transfers.length)
      : kind === "restore" || kind === "unstack"
        ? ownNumbers(group)
        : [];
  for (const number of arriving) live.set(number, { why, at });
  const leaving =
    kind === "save" ? ownNumbers(group) : kind === "store" || kind === "push" ? group.temporaries : [];
  for (const number of leaving) live.delete(number);
}

/** One finding for all registers of a write whose values were last needed by the same step. */
function overwritten(live: Map<number, Live>, event: Event, { numbers, what, group }: Write): Finding[] {
  const byStep = new Map<string, { live: Live; names: string[] }>();
  for (const number of numbers) {
    const value = live.get(number);
    if (value === undefined) continue;
    live.delete(number);
    const key = `${value.why} ${value.at.line}:${value.at.column}`;
    const entry = byStep.get(key) ?? { live: value, names: [] };
    entry.names.push(`X${number}`);
    byStep.set(key, entry);
  }
  return [...byStep.values()].map(({ live: { why, at }, names }) => ({
    at: event.at,
    message: `${runsOf(names).map(runText).join(", ")} ${names.length === 1 ? "is" : "are"} overwritten with ${what}, ${AFTER[why]}`,
    related: [{ at, message: `${names.length === 1 ? "its value" : "each value"} ${why}` }],
    hint: HINT[why],
    waivers: group?.waivers,
  }));
}

const AFTER: Readonly<Record<Live["why"], string>> = {
  "is saved only here": "before the save",
  "was restored here": "after the restore",
  "was loaded here, to be pushed or stored": "on the way to memory",
};

const HINT: Readonly<Record<Live["why"], string>> = {
  "is saved only here": "move the save before this step",
  "was restored here": "move this step before the restore",
  "was loaded here, to be pushed or stored": "push or store first, or use other temporaries",
};

function ownNumbers(group: Group): number[] {
  return group.transfers.flatMap((t) => (t.kind === "x" && t.number !== undefined ? [t.number] : []));
}
