import { type Explanation, valueIn, within } from "./differences.js";

/** What every campaign's cases have. */
export interface Results {
  readonly ours: BigUint64Array;
  readonly qemu: BigUint64Array;
}

const ISV = 1n << 24n;
/** ISV, SAS, SSE, SRT, SF and AR. */
const INSTRUCTION_SYNDROME = 0x1ff_c000n;
const SH = 3n << 7n;

/** Where QEMU 7.2 leaves the manual whatever a campaign is about. */
export const sharedExplanations: readonly Explanation<Results>[] = [
  {
    name: "ISV of stage 1 aborts",
    section: "ESR_ELx, ISS encoding for an exception from a Data Abort, ISV",
    because:
      "ISV is 0 for all faults but those of stage 2; QEMU fills ISV, SAS, SSE, SRT, SF and AR of every abort taken to EL2.",
    explains: ({ ours }, difference) =>
      difference.name === "ESR_EL2" &&
      valueIn(ours, "ESR_EL2") >> 27n === 0x12n &&
      (difference.ours & ISV) === 0n &&
      (difference.qemu & ISV) !== 0n &&
      within(difference, INSTRUCTION_SYNDROME),
  },
  {
    name: "SH of memory that is always Outer Shareable",
    section: "PAR_EL1, SH",
    because:
      "SH is 0b10 for Device memory and for Normal memory that is Inner and Outer Non-cacheable; QEMU gives what the tables say.",
    explains: (_, difference) => {
      const attributes = difference.ours >> 56n;
      const outer = attributes >> 4n === 0n || attributes === 0x44n;
      return (
        difference.name === "PAR_EL1" && (difference.ours & 1n) === 0n && outer && within(difference, SH)
      );
    },
  },
];
