import { symbolOf } from "../model/plan/offset-text.js";
import type { Rule } from "./rule.js";
import { neededMembers } from "./symbols.js";

/**
 * What the assembly addresses has a symbol in asm-offsets.
 * Behind it: nothing ties the asm-offsets of a kernel to the assembly that uses them.
 */
export const rule: Rule = {
  code: "WS316",
  name: "missing-symbol",
  severity: "error",
  why: "the assembly names an offset that no header defines, or a bare number that nobody updates",
  check: (model) =>
    neededMembers(model)
      .filter(({ place }) => symbolOf(model, place.struct, place.path) === undefined)
      .map(({ place, what, at }) => ({
        at,
        message: `asm-offsets has no symbol for ${place.path} of struct ${place.struct}, where the switch finds ${what}`,
        related: [{ at: place.member.at, message: `${place.path} is declared here` }],
        hint: `add { "symbol": "…", "struct": "${place.struct}", "member": "${place.path}" } to asm-offsets.json`,
      })),
};
