import type { Rule } from "./rule.js";

/** Conversions of a printk format, `%%` aside. */
const CONVERSION = /%(?!%)[-+ #0]*\d*(?:\.\d+)?(?:hh?|ll?|[zjt])?[diouxXcsp]/g;

/** Arguments that go in registers, beside the format itself. Source: AAPCS64, 6.8.2. */
const MOST_ARGUMENTS = 7;

/** The panic passes as many registers as its message prints. */
export const rule: Rule = {
  code: "WS325",
  name: "panic-arguments",
  severity: "error",
  why: "the panic prints what happens to be in an argument register",
  check(model) {
    const { message, registers, at } = model.worldSwitch.panic;
    const printed = message.replaceAll("%%", "").match(CONVERSION)?.length ?? 0;
    if (registers.length > MOST_ARGUMENTS) {
      return [
        {
          at,
          message: `the panic passes ${registers.length} registers, but only ${MOST_ARGUMENTS} arguments go in registers`,
        },
      ];
    }
    if (printed === registers.length) return [];
    return [
      {
        at,
        message: `the panic's message prints ${printed} value${printed === 1 ? "" : "s"}, but ${registers.length} register${registers.length === 1 ? " is" : "s are"} passed`,
        hint: `list one register for each conversion`,
      },
    ];
  },
};
