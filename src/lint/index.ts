import { type Diagnostic, sortDiagnostics } from "../core/diagnostic.js";
import type { Model, Waiver } from "../model/types.js";
import { rule as abiRegisters } from "./abi-registers.js";
import { rule as accessLevel } from "./access-level.js";
import { rule as accessWidth } from "./access-width.js";
import { rule as anchors } from "./anchors.js";
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
import { rule as liveRegisters } from "./live-registers.js";
import { rule as missingConstant } from "./missing-constant.js";
import { rule as missingSymbol } from "./missing-symbol.js";
import { rule as names } from "./names.js";
import { rule as oneWay } from "./one-way.js";
import { rule as panicArguments } from "./panic-arguments.js";
import type { Finding, Rule } from "./rule.js";
import { rule as sameEncoding } from "./same-encoding.js";
import { rule as stack } from "./stack.js";
import { rule as switchedTwice } from "./switched-twice.js";
import { rule as temporaries } from "./temporaries.js";
import { rule as traps } from "./traps.js";
import { rule as unreached } from "./unreached.js";
import { rule as unswitchedSlot } from "./unswitched-slot.js";
import { rule as unusedSymbol } from "./unused-symbol.js";
import { rule as vectors } from "./vectors.js";
import { checkWaivers } from "./waivers.js";

export type { Finding, Rule } from "./rule.js";

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
];

/**
 * What the rules find in a layout and no waiver accepts, and what is wrong with the waivers, sorted by place.
 * notes: whether findings of severity note are among them (default: no).
 * Codes: WS301 to WS329 by rule; WS901, a waiver without effect; WS902, a waiver of no rule.
 */
export function lint(model: Model, options: { readonly notes?: boolean } = {}): Diagnostic[] {
  const used = new Set<Waiver>();
  const found = RULES.flatMap((rule) =>
    rule.check(model).flatMap((finding) => {
      const waiver = finding.waivers?.find((w) => w.code === rule.code);
      if (waiver !== undefined) used.add(waiver);
      return waiver === undefined ? [diagnosticOf(rule, finding)] : [];
    }),
  );
  const shown = options.notes === true ? found : found.filter((d) => d.severity !== "note");
  return sortDiagnostics([...shown, ...checkWaivers(model, RULES, used)]);
}

function diagnosticOf(rule: Rule, { at, message, related, hint }: Finding): Diagnostic {
  return {
    code: rule.code,
    severity: rule.severity,
    at,
    message,
    ...(related === undefined ? {} : { related }),
    ...(hint === undefined ? {} : { hint }),
  };
}
