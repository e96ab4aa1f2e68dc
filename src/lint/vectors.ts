import type { Model, Vector } from "../model/types.js";
import type { Finding, Rule } from "./rule.js";

/**
 * Each vector leads to a handler for what comes through it. The handlers for synchronous exceptions and interrupts leave
 * the guest, so they serve exceptions from EL1 and EL0 alone; at EL2 there is nothing to leave.
 */
export const rule: Rule = {
  code: "WS319",
  name: "vectors",
  severity: "error",
  why: "an exception is taken for another: a syndrome is read that was not written, or the host never gets its interrupt",
  check: (model) => [...model.worldSwitch.vectors.flatMap(wrongHandler), ...needed(model)],
};

const SERVES: Readonly<Record<Vector["handler"], readonly Vector["kind"][]>> = {
  panic: ["sync", "irq", "fiq", "error"],
  sync: ["sync"],
  irq: ["irq", "fiq"],
};

function wrongHandler(vector: Vector): Finding[] {
  const { from, kind, handler, at } = vector;
  if (!SERVES[handler].includes(kind)) {
    return [
      {
        at,
        message: `${kind} from ${from} goes to the handler ${handler}, which serves ${SERVES[handler].join(" and ")} alone`,
        hint: `use "panic" or a handler for ${kind}`,
      },
    ];
  }
  if (handler !== "panic" && from.startsWith("EL2")) {
    return [
      {
        at,
        message: `${kind} from ${from} goes to the handler ${handler}, which takes it for the guest's`,
        hint: 'an exception at EL2 itself leads to "panic"',
      },
    ];
  }
  return [];
}

/** The host's calls come in as synchronous exceptions, and its interrupts end the guest's turn. */
function needed(model: Model): Finding[] {
  return model.worldSwitch.vectors
    .filter(
      (v) => v.from === "64-bit EL1" && v.handler === "panic" && (v.kind === "sync" || v.kind === "irq"),
    )
    .map((v) => ({
      at: v.at,
      message:
        v.kind === "sync"
          ? `sync from ${v.from} panics, but the host's calls and the guest's traps come through it`
          : `irq from ${v.from} panics, but the host's interrupts come through it while the guest runs`,
      hint: `use "${v.kind}"`,
    }));
}
