import { encodingKey, type RegisterDescription } from "../../../src/runtime/index.js";
import { cortexA57 } from "./processor.js";
import { bits } from "./word-kinds.js";

/** What MRS and MSR (register) reach, as far as explanations need it. */

/** Registers whose content is IMPLEMENTATION DEFINED. */
const ownContent: ReadonlySet<string> = new Set([
  ...["ACTLR_EL1", "ACTLR_EL2", "HACR_EL2", "AMAIR_EL1", "AMAIR_EL2"],
  ...["AFSR0_EL1", "AFSR0_EL2", "AFSR1_EL1", "AFSR1_EL2"],
]);

/** Bits of features that a Cortex-A57 lacks: trapped FP exceptions and FZ16, memory tagging. */
const laterBits: Readonly<Record<string, bigint>> = {
  FPCR: 0x8_9f00n,
  SCTLR_EL1: 0xffff_ffff_0000_0000n,
  CSSELR_EL1: 0x10n,
};

const byKey = new Map(cortexA57.registers.map((register) => [encodingKey(register), register]));

/** The register that MRS or MSR (register) moves, where the table has one. */
export function movedRegister(word: number): RegisterDescription | undefined {
  return (word & 0xffd00000) >>> 0 === 0xd5100000 ? byKey.get(bits(word, 20, 5)) : undefined;
}

/** The register that MSR (register) writes, where the table has one. */
export function writtenRegister(word: number): RegisterDescription | undefined {
  return bits(word, 21, 21) === 0 ? movedRegister(word) : undefined;
}

/** Whether MRS or MSR reaches a register, or an encoding, that is the implementation's own. */
export function isImplementationDefined(word: number): boolean {
  if ((word & 0xffd80000) >>> 0 !== 0xd5180000) return false;
  const CRn = bits(word, 15, 12);
  return CRn === 11 || CRn === 15 || ownContent.has(movedRegister(word)?.name ?? "");
}

/** Bits of a register that the manual reserves on a Cortex-A57. */
export function reservedBits(register: RegisterDescription): bigint {
  const above = ~((1n << BigInt(register.widthBits)) - 1n);
  return register.res0 | register.res1 | above | (laterBits[register.name] ?? 0n);
}
