import type { Rule } from "./rule.js";

/** Bits of an address below the page number that TLBI by IPA takes. Source: DDI0487, TLBI IPAS2E1IS. */
const PAGE_SHIFT = 12;

/**
 * TLBI by IPA takes IPA[47:12] from bit 0 of its register up, whatever the granule; the host calls with the address.
 * Behind it: KVM/arm64 handed the operation the address itself, and another page was invalidated.
 */
export const rule: Rule = {
  code: "WS333",
  name: "ipa-shift",
  severity: "error",
  why: "another page is invalidated, and the guest goes on using the stale translation",
  check(model) {
    const { operation, ipaShift, waivers, at } = model.worldSwitch.flush;
    if (ipaShift === PAGE_SHIFT) return [];
    return [
      {
        at,
        message: `TLBI ${operation} gets the address shifted by ${ipaShift} bits, but takes its bits 47:12 from bit 0 up`,
        hint: `shift it by ${PAGE_SHIFT}`,
        mend: { kind: "set", key: "ipaShift", value: PAGE_SHIFT },
        waivers,
      },
    ];
  },
};
