import type { Model } from "../model/types.js";
import { CALLER_SAVED } from "./guest-state.js";
import type { Finding, Rule } from "./rule.js";
import { gapOf, runsOf, runText } from "./runs.js";
import { restoredGroups, switchedRegisters } from "./switched.js";
import type { Move } from "./walk.js";

/**
 * The host called a function: AAPCS64 wants X19–X30 back, and everything else that the guest's values are loaded over
 * must come back too.
 */
export const rule: Rule = {
  code: "WS302",
  name: "host-registers",
  severity: "error",
  why: "the host returns from the call with the guest's values in registers that a call must preserve",
  check: (model) => [...neverSwitched(model), ...onlyForTheGuest(model)],
};

/** Callee-saved registers that neither side switches by a group of their own. */
function neverSwitched(model: Model): Finding[] {
  const host = switchedRegisters(model, "host");
  const guest = switchedRegisters(model, "guest");
  const calleeSaved = Array.from({ length: 12 }, (_, n) => `X${n + 19}`);
  const missing = calleeSaved.filter((name) => !host.has(name) && !guest.has(name));
  return runsOf(missing).map((run) => ({
    at: gapOf(model, run).at,
    message: `no group that is switched for the host has ${runText(run)}, which a call must preserve`,
    hint: `add ${runText(run)} to a group that is saved on entry and restored on exit`,
  }));
}

/** Groups that are loaded for the guest over values of the host's that nobody kept. */
function onlyForTheGuest(model: Model): Finding[] {
  const host = switchedRegisters(model, "host");
  return [...restoredGroups(model, "guest").values()].flatMap((move) => lost(move, host));
}

function lost(move: Move, host: ReadonlySet<string>): Finding[] {
  const names = move.group.transfers.map((t) => t.register);
  const lostNames = names.filter((name) => !host.has(name) && !CALLER_SAVED.has(name));
  if (lostNames.length === 0) return [];
  return [
    {
      at: move.at,
      message: `${listed(runsOf(lostNames).map(runText))} of ${move.group.name} ${lostNames.length === 1 ? "is" : "are"} loaded for the guest, but the host's ${lostNames.length === 1 ? "value is" : "values are"} neither saved nor restored`,
      related: [{ at: move.group.at, message: "the group" }],
      hint: `save ${move.group.name} for the host on entry, and restore it on exit`,
      waivers: move.group.waivers,
    },
  ];
}

function listed(texts: readonly string[]): string {
  return texts.length <= 4
    ? texts.join(", ")
    : `${texts.slice(0, 3).join(", ")} and ${texts.length - 3} more`;
}
