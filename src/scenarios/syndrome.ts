import { extract, hex } from "../core/u64.js";
import type { Model } from "../model/types.js";

/** Exception classes whose ISS is read here. Source: DDI0487, ESR_EL2. */
const ABORTS: ReadonlySet<bigint> = new Set([0x20n, 0x21n, 0x24n, 0x25n]);
const DATA_ABORTS: ReadonlySet<bigint> = new Set([0x24n, 0x25n]);

/** Fault status types of DFSC and IFSC, by bits 5:2; bits 1:0 are the level. */
const FAULTS: ReadonlyMap<bigint, string> = new Map([
  [0b0000n, "address size fault"],
  [0b0001n, "translation fault"],
  [0b0010n, "access flag fault"],
  [0b0011n, "permission fault"],
]);

/**
 * `EC=0x24 (data abort from a lower Exception level), IL=1, ISS=0x…: …` for an ESR_ELx value: fields by the
 * catalogue's names, and what the ISS of an HVC or an abort says.
 */
export function describeSyndrome(model: Model, register: string, value: bigint): string {
  const fields = (model.sysregs.get(register)?.fields ?? []).flatMap((field) => {
    if (field.name === undefined) return [];
    const bits = extract(value, field.lsb, field.msb - field.lsb + 1);
    const shown = field.msb === field.lsb ? `${bits}` : hex(bits);
    const meaning = field.name === "IL" ? undefined : meaningOf(field.values, bits);
    return [`${field.name}=${shown}${meaning === undefined ? "" : ` (${meaning})`}`];
  });
  const details = issDetails(value);
  return details === "" ? fields.join(", ") : `${fields.join(", ")}: ${details}`;
}

function meaningOf(values: Readonly<Record<string, string>> | undefined, bits: bigint): string | undefined {
  return Object.entries(values ?? {}).find(([key]) => BigInt(key) === bits)?.[1];
}

function issDetails(value: bigint): string {
  const ec = extract(value, 26, 6);
  if (ec === HVC64) return `imm16=${hex(extract(value, 0, 16))}`;
  if (!ABORTS.has(ec)) return "";
  const status = extract(value, 0, 6);
  const fault = FAULTS.get(status >> 2n);
  const what = fault === undefined ? `status ${hex(status)}` : `${fault} of level ${status & 3n}`;
  const write = DATA_ABORTS.has(ec) ? [`WnR=${extract(value, 6, 1)}`] : [];
  return [what, ...write, `S1PTW=${extract(value, 7, 1)}`].join(", ");
}

/** Exception classes: HVC from AArch64, aborts from a lower level and from EL2 itself, an SError. */
export const HVC64 = 0x16n;
export const INSTRUCTION_ABORT = 0x20n;
export const INSTRUCTION_ABORT_SAME_EL = 0x21n;
export const SERROR = 0x2fn;
export const DATA_ABORT = 0x24n;
/** ISS of an abort: the fault is stage 2's, on a walk of stage 1's tables. */
export const S1PTW = 1n << 7n;

/** An ESR_ELx value of a 32-bit instruction. */
export function syndrome(ec: bigint, iss: bigint): bigint {
  return (ec << 26n) | (1n << 25n) | iss;
}

/** ISS of a stage 2 abort of STR Xt: ISV, SAS = doubleword, SRT, SF, WnR; the status is for the caller to add. */
export function storeSyndrome(register: bigint): bigint {
  return (1n << 24n) | (0b11n << 22n) | (register << 16n) | (1n << 15n) | (1n << 6n);
}

/** HPFAR_EL2 for an IPA: bits 47:12 at bit 4. */
export function hpfar(ipa: bigint): bigint {
  return (ipa >> 12n) << 4n;
}
