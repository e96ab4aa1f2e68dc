import type { Rule } from "./rule.js";

/** The section is aligned for the vector table in it: to 2 KiB, since VBAR_EL2 has no bits below 11. Source: DDI0487 D19.2. */
export const rule: Rule = {
  code: "WS327",
  name: "section-alignment",
  severity: "error",
  why: "VBAR_EL2 cannot hold the address of the vectors",
  check(model) {
    const { section, entry } = model.worldSwitch;
    const { value, text } = section.alignLog2;
    if (value >= 11n) return [];
    return [
      {
        at: model.constants.find((c) => c.name === text)?.at ?? entry[0]?.at ?? model.layout.at,
        message: `${section.name} is aligned to 2^${value} bytes (${text}), but its vectors need 2^11`,
        hint: "11 is the vector table's own alignment, 12 a page of 4 KiB",
      },
    ];
  },
};
