import type { Rule } from "./rule.js";

/**
 * A syndrome is stored with as many bytes as its member has. (Other slots must fit already when a layout is resolved.)
 * Behind it: KVM/arm64 stored the u32 esr_el2 with an 8-byte STR, and a hole behind it hid that.
 */
export const rule: Rule = {
  code: "WS303",
  name: "access-width",
  severity: "error",
  why: "a store that is wider than its member overwrites the next one; a narrower one leaves half of the old value",
  check: (model) =>
    model.worldSwitch.fault
      .filter(({ widthBits, place }) => widthBits !== 8 * place.widthBytes)
      .map(({ register, place, widthBits, at, waivers }) => ({
        at,
        message: `${register.name} is stored with ${widthBits} bits, but ${place.path} has ${8 * place.widthBytes}`,
        related: [{ at: place.member.at, message: `${place.member.name} is declared here` }],
        hint:
          widthBits > 8 * place.widthBytes
            ? `store ${8 * place.widthBytes} bits, or widen the member`
            : `store ${8 * place.widthBytes} bits, or narrow the member`,
        waivers,
        ...(place.widthBytes === 4 || place.widthBytes === 8
          ? { mend: { kind: "set" as const, key: "width", value: 8 * place.widthBytes } }
          : {}),
      })),
};
