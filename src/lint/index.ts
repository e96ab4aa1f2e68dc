import { type Diagnostic, sortDiagnostics } from "../core/diagnostic.js";
import type { Model, Waiver } from "../model/types.js";
import { rule as abiRegisters } from "./abi-registers.js";
import { rule as accessLevel } from "./access-level.js";
import { rule as accessWidth } from "./access-width.js";
import { rule as anchors } from "./anchors.js";
import { rule as barriers } from "./barriers.js";
import { rule as catalogueValues } from "./catalogue-values.js";
import { rule as clobbers } from "./clobbers.js";
import { rule as context } from "./context.js";
import { rule as failureBit } from "./failure-bit.js";
import { rule as faultRegisters } from "./fault-registers.js";
import { rule as foreignSlot } from "./foreign-slot.js";
import { rule as guestRegisters } from "./guest-registers.js";
import { rule as guestSysregs } from "./guest-sysregs.js";
import { rule as hostRegisters } from "./host-registers.js";
import { rule as immediates } from "./immediates.js";
import { rule as ipaShift } from "./ipa-shift.js";
import { rule as liveRegisters } from "./live-registers.js";
import { rule as missingConstant } from "./missing-constant.js";
import { rule as missingSymbol } from "./missing-symbol.js";
import { rule as names } from "./names.js";
import { rule as oneWay } from "./one-way.js";
import { rule as ownRegisters } from "./own-registers.js";
import { rule as pairs } from "./pairs.js";
import { rule as panicArguments } from "./panic-arguments.js";
import { rule as restoreOrder } from "./restore-order.js";
import type { Finding, Found, Rule } from "./rule.js";
import { rule as sameEncoding } from "./same-encoding.js";
import { checkSeverities, configured } from "./severities.js";
import { rule as stack } from "./stack.js";
import { rule as switchedTwice } from "./switched-twice.js";
import { rule as temporaries } from "./temporaries.js";
import { rule as traps } from "./traps.js";
import { rule as unreached } from "./unreached.js";
import { rule as unswitchedSlot } from "./unswitched-slot.js";
import { rule as unusedSymbol } from "./unused-symbol.js";
import { rule as vectors } from "./vectors.js";
import { allWaivers, checkWaivers } from "./waivers.js";

export type { Finding, Found, Mend, Rule } from "./rule.js";

/** The rules in the order of their codes. */
export const RULES: readonly Rule[] = [
  guestRegisters,
  hostRegisters,
  accessWidth,
  failureBit,
  clobbers,
  oneWay,
  temporaries,
  liveRegisters,
  switchedTwice,
  stack,
  unswitchedSlot,
  sameEncoding,
  accessLevel,
  anchors,
  unusedSymbol,
  missingSymbol,
  names,
  traps,
  vectors,
  foreignSlot,
  catalogueValues,
  immediates,
  missingConstant,
  faultRegisters,
  panicArguments,
  guestSysregs,
  unreached,
  context,
  abiRegisters,
  restoreOrder,
  pairs,
  ownRegisters,
  ipaShift,
  barriers,
];

/** notes: whether findings of severity note are among the rest (default: no). rules: those to ask (default: all). */
export interface LintOptions {
  readonly notes?: boolean;
  readonly rules?: readonly Rule[];
}

/**
 * What the rules find in a layout and no waiver accepts, and what is wrong with the waivers, sorted by place; with the
 * severities that the layout gives the rules.
 * Codes: WS301 to WS334 by rule; WS901, a waiver without effect; WS902, a waiver of no rule; WS903, a severity of no rule.
 */
export function lint(model: Model, options: LintOptions = {}): Diagnostic[] {
  return sortDiagnostics(findings(model, options).map(({ diagnostic }) => diagnostic));
}

/** The same as lint in the order of the rules, each finding with the edit that mends it where that is certain. */
export function findings(model: Model, { notes = false, rules = RULES }: LintOptions = {}): Found[] {
  const used = new Set<Waiver>();
  const asked = configured(rules, model);
  const found = asked.flatMap((rule) =>
    rule.check(model).flatMap((finding) => {
      const waiver = finding.waivers?.find((w) => w.code === rule.code);
      if (waiver !== undefined) used.add(waiver);
      return waiver === undefined ? [foundBy(rule, finding)] : [];
    }),
  );
  const shown = found.filter(({ diagnostic }) => notes || diagnostic.severity !== "note");
  const unasked = new Set(RULES.filter(({ code }) => !asked.some((r) => r.code === code)).map((r) => r.code));
  const idle = allWaivers(model).filter(({ code }) => unasked.has(code));
  return [
    ...shown,
    ...checkWaivers(model, RULES, new Set([...used, ...idle])),
    ...checkSeverities(model, RULES).map((diagnostic) => ({ diagnostic })),
  ];
}

function foundBy(rule: Rule, { at, message, related, hint, mend }: Finding): Found {
  const diagnostic = {
    code: rule.code,
    severity: rule.severity,
    at,
    message,
    ...(related === undefined ? {} : { related }),
    ...(hint === undefined ? {} : { hint }),
  };
  return { diagnostic, ...(mend === undefined ? {} : { mend }) };
}
