import type { Rule } from "./rule.js";

/** A vector table is aligned to 2 KiB (VBAR_EL2 has no bits below 11; DDI0487 D19.2), and a section to 64 KiB at most. */
export const rule: Rule = {
  code: "WS327",
  name: "section-alignment",
  severity: "error",
  why: "VBAR_EL2 cannot hold the table's address, or the assembler refuses the alignment",
  check(model) {
    const { section, entry } = model.worldSwitch;
    const { value, text } = section.alignLog2;
    if (value >= 11n && value <= 16n) return [];
    return [
      {
        at: model.constants.find((c) => c.name === text)?.at ?? entry[0]?.at ?? model.layout.at,
        message: `${section.name} is aligned to 2^${value} bytes (${text}), outside of 2^11 to 2^16`,
        hint: "11 is the vector table's own alignment, 12 a page of 4 KiB",
      },
    ];
  },
};
