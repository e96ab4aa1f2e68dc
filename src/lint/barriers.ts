import type { SourceRef } from "../core/source-ref.js";
import type { Model, RequiredBarrier } from "../model/types.js";
import type { Finding, Rule } from "./rule.js";
import { type Event, isMove, type Way, walkSwitch } from "./walk.js";

/**
 * Where the layout asks for a barrier between two registers, a barrier step stands between the write of the one and the
 * next write of the other, on each way that writes both in this order; and some way does.
 * Behind it: the workaround for Cortex-A57's and A72's speculative AT (erratum 1319367) writes TCR_EL1 and SCTLR_EL1
 * around an ISB, and is void without it.
 */
export const rule: Rule = {
  code: "WS334",
  name: "barriers",
  severity: "error",
  why: "the hardware sees the second write without the first",
  check: (model) => (model.worldSwitch.barriers ?? []).flatMap((required) => findingsOf(model, required)),
};

/** A write of a system register, or a barrier, in the order of the steps. */
type Mark =
  | { readonly kind: "write"; readonly register: string; readonly at: SourceRef }
  | { readonly kind: "barrier"; readonly barrier: string };

interface Unheld {
  readonly way: Way;
  readonly first: SourceRef;
  readonly second: SourceRef;
}

function findingsOf(model: Model, required: RequiredBarrier): Finding[] {
  const { at, waivers, because, barrier, after, before } = required;
  const onWays = (["entry", "exit"] as const).map((way) => follow(marksOf(model, way), way, required));
  const wanted = `${barrier === "isb" ? "ISB" : "DSB SY"} between the write of ${after.name} and the next of ${before.name}`;
  if (onWays.every(({ pairs }) => pairs === 0)) {
    const message = `the layout asks for ${barrier === "isb" ? "an" : "a"} ${wanted}, but no way of the switch writes ${before.name} after ${after.name}`;
    return [{ at, message, waivers, hint: "remove the constraint, or name what the switch writes" }];
  }
  const [first, ...more] = onWays.flatMap(({ unheld }) => unheld);
  if (first === undefined) return [];
  const ways = [...new Set([first, ...more].map(({ way }) => way))].join(" and ");
  const related = [
    { at: first.first, message: `${after.name} is written here` },
    { at: first.second, message: `${before.name} is written here` },
  ];
  const message = `there is no ${wanted} on ${ways}, which there must be: ${because}`;
  return [{ at, message, related, waivers, hint: `put { "barrier": "${barrier}" } between the two steps` }];
}

/** How often the second is written after the first, and where that happens without a barrier. */
function follow(
  marks: readonly Mark[],
  way: Way,
  { barrier, after, before }: RequiredBarrier,
): { readonly pairs: number; readonly unheld: readonly Unheld[] } {
  let pairs = 0;
  let last: { readonly at: SourceRef; held: boolean } | undefined;
  const unheld: Unheld[] = [];
  for (const mark of marks) {
    if (mark.kind === "barrier") {
      if (last !== undefined && mark.barrier === barrier) last.held = true;
      continue;
    }
    if (mark.register === before.name && last !== undefined) {
      pairs += 1;
      if (!last.held) unheld.push({ way, first: last.at, second: mark.at });
      last = undefined;
    }
    if (mark.register === after.name) last = { at: mark.at, held: false };
  }
  return { pairs, unheld };
}

function marksOf(model: Model, way: Way): Mark[] {
  return walkSwitch(model, way).flatMap((event): Mark[] => {
    if (event.kind === "barrier") return [{ kind: "barrier", barrier: event.barrier }];
    const { at } = event.trail[0] ?? event;
    return writtenBy(model, event).map((register) => ({ kind: "write", register, at }));
  });
}

/** The system registers that an event writes, as MSR names them, in order. */
function writtenBy({ worldSwitch }: Model, event: Event): string[] {
  if (event.kind === "traps") return worldSwitch.traps.map(({ register }) => register.name);
  if (event.kind === "vm") return [worldSwitch.vm.register.name];
  if (!isMove(event) || event.kind !== "restore") return [];
  return event.group.transfers.flatMap(({ sysreg }) => (sysreg === undefined ? [] : [sysreg.name]));
}
