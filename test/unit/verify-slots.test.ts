import { describe, expect, it } from "vitest";
import { Slots } from "../../src/verify/obligations/slots.js";
import { Terms } from "../../src/verify/term.js";
import fc from "../seeded-check.js";

const terms = new Terms();
const [context, stack] = [terms.constant(0x1000n), terms.constant(0x2000n)];
const at = { file: "vcpu-context.json", line: 1, column: 1 };

describe("the slots near a store", () => {
  const slot = fc.record({
    base: fc.constantFrom(context, stack),
    offset: fc.bigInt({ min: -40n, max: 120n }),
    widthBytes: fc.constantFrom(1, 2, 4, 8, 16),
  });
  const store = fc.record({
    base: fc.constantFrom(context, stack, undefined),
    offset: fc.bigInt({ min: -60n, max: 140n }),
    sizeBytes: fc.constantFrom(1, 2, 4, 8, 16, 32),
  });

  it("are those that share a byte with it, wherever it begins and ends", () => {
    fc.assert(
      fc.property(fc.array(slot, { maxLength: 30 }), store, (list, stored) => {
        const writable = list.map((one, i) => ({ ...one, member: `m${i}`, register: `R${i}`, at }));
        const touching = writable.filter((one) => {
          const bytes = Array.from({ length: one.widthBytes }, (_, i) => one.offset + BigInt(i));
          return (
            one.base === stored.base &&
            bytes.some((byte) => byte >= stored.offset && byte < stored.offset + BigInt(stored.sizeBytes))
          );
        });
        const slots = new Slots(writable);
        expect(new Set(slots.touched(stored))).toEqual(new Set(touching));
        const same = writable.filter((one) => one.base === stored.base && one.offset === stored.offset);
        if (same.length < 2) expect(slots.fits(stored)).toBe(same[0]?.widthBytes === stored.sizeBytes);
      }),
    );
  });
});
