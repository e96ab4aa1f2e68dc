/** What ESR_EL2 says of an exception that a guest caused. Source: DDI0487, ESR_EL2 and the ISS encodings of aborts. */

const INSTRUCTION_ABORT = 0x20n;
const DATA_ABORT = 0x24n;
const S1PTW = 1n << 7n;
const STATUS_TYPE = 0x3cn;
const PERMISSION = 0x0cn;

/** Where the address of a stage 2 fault is to be had: HPFAR_EL2, or by translating FAR_EL2 once more. */
export type AddressSource = "hpfar" | "translation";

/**
 * A stage 2 permission fault leaves HPFAR_EL2 UNKNOWN unless it hit a stage 1 table walk; for every other abort it
 * holds the IPA, and for what is no abort it means nothing and is recorded as it is.
 */
export function addressSource(syndrome: bigint): AddressSource {
  const exceptionClass = (syndrome >> 26n) & 0x3fn;
  const isAbort = exceptionClass === INSTRUCTION_ABORT || exceptionClass === DATA_ABORT;
  const isPermission = (syndrome & STATUS_TYPE) === PERMISSION;
  return isAbort && isPermission && (syndrome & S1PTW) === 0n ? "translation" : "hpfar";
}

/** Bits of the syndrome that addressSource looks at. */
export const DECIDING_BITS = 0xfc00_00bcn;

/**
 * Syndromes with every value of the bits that decide (EC, the fault status, S1PTW), the other bits once all 0 and once
 * all 1: a condition that looks at one bit more is seen.
 */
export function* syndromes(): Generator<bigint> {
  for (let exceptionClass = 0n; exceptionClass < 64n; exceptionClass++) {
    for (let status = 0n; status < 16n; status++) {
      for (const walk of [0n, S1PTW]) {
        const deciding = (exceptionClass << 26n) | (status << 2n) | walk;
        yield deciding;
        yield deciding | (0xffff_ffffn & ~DECIDING_BITS);
      }
    }
  }
}

/** The IPA's bits 47:12 where HPFAR_EL2 has them, from PAR_EL1, which has them in place: 8 bits down. */
export const PAR_TO_HPFAR = { shift: -8, mask: 0xff_ffff_fff0n } as const;
