import type { Rule } from "./rule.js";

/** AAPCS64: the first argument of a function, and where BL puts the return address (DDI0487 C6.2, BL). */
const FIRST_ARGUMENT = 0;
const RETURN_ADDRESS = 30;

/** The roles that the procedure call standard and BL decide are given to their registers. */
export const rule: Rule = {
  code: "WS329",
  name: "abi-registers",
  severity: "error",
  why: "the switch takes another value for the vcpu's address, or returns to where nobody called from",
  check(model) {
    const { registers, entry } = model.worldSwitch;
    const at = entry[0]?.at ?? model.layout.at;
    const vcpu = {
      at,
      message: `"vcpu" is x${registers.vcpu}, but the host calls the switch with the vcpu's address in x${FIRST_ARGUMENT}`,
      hint: `"registers": { "vcpu": "x${FIRST_ARGUMENT}" }`,
    };
    const call = entry.find((step) => step.kind === "procedure");
    const link = {
      at: call?.at ?? at,
      message: `"link" is x${registers.link}, but BL puts the return address into x${RETURN_ADDRESS}`,
      hint: `"registers": { "link": "x${RETURN_ADDRESS}" }`,
    };
    return [
      ...(registers.vcpu === FIRST_ARGUMENT ? [] : [vcpu]),
      ...(registers.link === RETURN_ADDRESS ? [] : [link]),
    ];
  },
};
