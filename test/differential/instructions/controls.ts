import type { Architecture, RegisterDescription } from "../../../src/runtime/index.js";
import { EL1_VECTORS } from "./layout.js";
import { MAIR, TCR_EL1, TCR_EL2, TTBR_EL1, TTBR_EL2 } from "./page-tables.js";

/**
 * What both sides write into their system registers before the first case: as after a reset, with translation on,
 * EL1 in AArch64 state, and FP, SIMD and the counters within everyone's reach.
 */
export const controls: readonly (readonly [register: string, value: bigint])[] = [
  ["HCR_EL2", 1n << 31n],
  ["CPTR_EL2", 0x33ffn & ~(1n << 10n)],
  ["CPACR_EL1", 3n << 20n],
  ["HSTR_EL2", 0n],
  ["CNTHCTL_EL2", 3n],
  ["CNTKCTL_EL1", 3n],
  ["CNTVOFF_EL2", 0n],
  ["MAIR_EL1", MAIR],
  ["TCR_EL1", TCR_EL1],
  ["TTBR0_EL1", TTBR_EL1],
  ["TTBR1_EL1", 0n],
  ["VBAR_EL1", EL1_VECTORS],
  ["MAIR_EL2", MAIR],
  ["TCR_EL2", TCR_EL2],
  ["TTBR0_EL2", TTBR_EL2],
  ["VTCR_EL2", 1n << 31n],
  ["VTTBR_EL2", 0n],
  ["PAR_EL1", 0n],
  ["TPIDR_EL0", 0n],
  ["TPIDRRO_EL0", 0n],
  ["TPIDR_EL1", 0n],
  ["CONTEXTIDR_EL1", 0n],
  ["CSSELR_EL1", 0n],
  ["MDSCR_EL1", 0n],
  ["PMUSERENR_EL0", 0n],
  ["ESR_EL1", 0n],
  ["FAR_EL1", 0n],
  ["ESR_EL2", 0n],
  ["FAR_EL2", 0n],
  ["HPFAR_EL2", 0n],
  ["FPCR", 0n],
  ["FPSR", 0n],
];

/** SCTLR_ELx of every case, and the bits that cases choose: EL1's A, SA, SA0, UMA, DZE, UCT, UCI; EL2's A, SA. */
export const sctlr = {
  el1: 0x30d01805n | (1n << 16n) | (1n << 18n),
  el1Chosen: 0x0400_c21an,
  el2: 0x30c51835n,
  el2Chosen: 0xan,
} as const;

/** Registers that a change of another one shows in, or that a write would set off rather than restore. */
const derived = new Set(["CNTP_TVAL_EL0", "CNTV_TVAL_EL0", "CNTHP_TVAL_EL2", "OSLAR_EL1", "PMSWINC_EL0"]);

/** The registers that the harness restores after a case that has written some, as far as QEMU has them. */
export function restoredRegisters(architecture: Architecture): readonly RegisterDescription[] {
  return architecture.registers.filter(
    ({ name, readEl = 3, writeEl = 3, aliasOf, effects }) =>
      readEl <= 2 &&
      writeEl <= 2 &&
      aliasOf === undefined &&
      !derived.has(name) &&
      !effects.some((effect) => effect === "pstate" || effect === "stack-pointer" || effect === "debug"),
  );
}
