import type { Diagnostic } from "../core/diagnostic.js";
import type { Model, Waiver } from "../model/types.js";
import type { Found, Rule } from "./rule.js";

/** All waivers of the layout's documents, in document order of each kind. */
export function allWaivers(model: Model): Waiver[] {
  const { fault, abort, flush, groups, routines, traps, barriers = [] } = model.worldSwitch;
  return [
    ...model.sysregOrder.slots.flatMap((slot) => slot.waivers),
    ...model.asmOffsets.flatMap((offset) => offset.waivers),
    ...[...groups, ...routines, ...traps].flatMap((thing) => thing.waivers ?? []),
    ...fault.flatMap((f) => f.waivers),
    ...abort.failed.waivers,
    ...abort.clobbers.flatMap((clobber) => clobber.waivers),
    ...flush.waivers,
    ...barriers.flatMap((barrier) => barrier.waivers),
  ];
}

/** WS901: a waiver that accepts nothing. WS902: a waiver of a code that no rule has. */
export function checkWaivers(model: Model, rules: readonly Rule[], used: ReadonlySet<Waiver>): Found[] {
  const codes = new Set(rules.map((rule) => rule.code));
  return allWaivers(model).flatMap((waiver): Found[] => {
    if (!codes.has(waiver.code)) return [{ diagnostic: unknown(waiver, rules) }];
    return used.has(waiver) ? [] : [{ diagnostic: withoutEffect(waiver), mend: { kind: "remove" } }];
  });
}

function withoutEffect({ code, at }: Waiver): Diagnostic {
  return {
    code: "WS901",
    severity: "warning",
    at,
    message: `the waiver of ${code} has no effect: there is no such finding here`,
    hint: "remove the waiver",
  };
}

function unknown({ code, at }: Waiver, rules: readonly Rule[]): Diagnostic {
  const first = rules[0]?.code ?? "";
  const last = rules.at(-1)?.code ?? "";
  return {
    code: "WS902",
    severity: "error",
    at,
    message: `no rule has the code ${code}, so it cannot be waived`,
    hint: `the rules are ${first} to ${last}; findings of other codes are mended, not waived`,
  };
}
