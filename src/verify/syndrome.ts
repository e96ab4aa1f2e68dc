import { extract, matches, or } from "../core/u32.js";

/** What ESR_EL2 says of an exception that a guest caused. Source: DDI0487, ESR_EL2 and the ISS encodings of aborts. */

const INSTRUCTION_ABORT = 0x20;
const DATA_ABORT = 0x24;
const S1PTW = 0x80;
const STATUS_TYPE = 0x3c;
const PERMISSION = 0x0c;

/** Where the address of a stage 2 fault is to be had: HPFAR_EL2, or by translating FAR_EL2 once more. */
export type AddressSource = "hpfar" | "translation";

/**
 * A stage 2 permission fault leaves HPFAR_EL2 UNKNOWN unless it hit a stage 1 table walk; for every other abort it
 * holds the IPA, and for what is no abort it means nothing and is recorded as it is.
 */
export function addressSource(syndrome: number): AddressSource {
  const exceptionClass = extract(syndrome, 31, 26);
  const isAbort = exceptionClass === INSTRUCTION_ABORT || exceptionClass === DATA_ABORT;
  return isAbort && matches(syndrome, or(STATUS_TYPE, S1PTW), PERMISSION) ? "translation" : "hpfar";
}

/** The bits that addressSource does not look at. */
const OTHER_BITS = 0x03ff_ff43;

/**
 * Syndromes with every value of the bits that decide (EC, the fault status, S1PTW), the other bits once all 0 and once
 * all 1: a condition that looks at one bit more is seen. source: of each, see addressSource.
 */
export const syndromes: readonly { readonly value: number; readonly source: AddressSource }[] = Array.from(
  { length: 64 },
  (_, exceptionClass) =>
    Array.from({ length: 16 }, (_, status) =>
      [0, S1PTW].flatMap((walk) => {
        const deciding = or(or(exceptionClass * 2 ** 26, status * 4), walk);
        return [deciding, or(deciding, OTHER_BITS)];
      }),
    ).flat(),
)
  .flat()
  .map((value) => ({ value, source: addressSource(value) }));

/** The IPA's bits 47:12 where HPFAR_EL2 has them, from PAR_EL1, which has them in place: 8 bits down. */
export const PAR_TO_HPFAR = { shift: -8, mask: 0xff_ffff_fff0n } as const;
