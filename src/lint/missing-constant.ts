import type { Constant, Model } from "../model/types.js";
import { GLUE_CONSTANTS } from "./glue.js";
import type { Rule } from "./rule.js";
import { commonPrefix } from "./runs.js";

/** The fixed part of the assembly finds every constant that it names. */
export const rule: Rule = {
  code: "WS323",
  name: "missing-constant",
  severity: "error",
  why: "the assembly names a constant that no header defines",
  check(model) {
    const names = new Set(model.constants.map((constant) => constant.name));
    return GLUE_CONSTANTS.filter(({ name }) => !names.has(name)).map(({ name, what }) => ({
      at: beside(model, name)?.at ?? model.layout.at,
      message: `the switch needs the constant ${name} for ${what}, and there is none`,
      hint: `add { "name": "${name}", "value": "…" } to constants.json`,
    }));
  },
};

/** Constants of a kind stand together: the one whose name begins most alike, the last of these. */
function beside(model: Model, name: string): Constant | undefined {
  let best: Constant | undefined;
  for (const constant of model.constants) {
    if (best === undefined || commonPrefix(constant.name, name) >= commonPrefix(best.name, name))
      best = constant;
  }
  return best;
}
