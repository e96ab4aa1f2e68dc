import type { Rule } from "./rule.js";
import { usedSymbols } from "./symbols.js";

/** A symbol that this switch does not use may be meant for other assembly, so this is no more than a note. */
export const rule: Rule = {
  code: "WS315",
  name: "unused-symbol",
  severity: "note",
  why: "a symbol that nothing uses may be left over from a member that is not switched any more",
  check(model) {
    const used = usedSymbols(model);
    return model.asmOffsets
      .filter((offset) => !used.has(offset.symbol))
      .map((offset) => ({
        at: offset.at,
        message: `the world switch does not use ${offset.symbol}`,
        waivers: offset.waivers,
      }));
  },
};
