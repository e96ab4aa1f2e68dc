import { SystemTraps } from "../system-traps.js";
import { VectorTraps } from "../vector-traps.js";
import type { KeyPart } from "./packed-key.js";

/** What a translation that the TLB knows depends on in the EL1&0 regime. Source: Mmu.translate. */
export const contextEl1: readonly KeyPart[] = [
  ["HCR_EL2", "VM"],
  ["HCR_EL2", "DC"],
  ["HCR_EL2", "TGE"],
  ["VTTBR_EL2", "VMID"],
  ["VTCR_EL2", "VS"],
  ["TTBR0_EL1", "ASID"],
  ["TTBR1_EL1", "ASID"],
  ["TCR_EL1", "A1"],
  ["TCR_EL1", "AS"],
  ["TCR_EL1", "TBI0"],
  ["TCR_EL1", "TBI1"],
  ["SCTLR_EL1", "M"],
  ["SCTLR_EL1", "WXN"],
  ["SCTLR_EL1", "A"],
  "PAN",
];
/** The same for the EL2 regime. */
export const contextEl2: readonly KeyPart[] = [
  ["SCTLR_EL2", "M"],
  ["SCTLR_EL2", "WXN"],
  ["SCTLR_EL2", "A"],
  ["TCR_EL2", "TBI"],
];

/** What decides which accesses trap at EL1 and EL0, besides the level. */
export const permitsEl1: readonly KeyPart[] = withVectors(
  SystemTraps.controlsOf([0, 1]),
  VectorTraps.controls,
);
/** And at EL2: CPACR_EL1 does not count there. */
export const permitsEl2: readonly KeyPart[] = withVectors(
  SystemTraps.controlsOf([2]),
  VectorTraps.controls.filter(([register]) => register !== "CPACR_EL1"),
);

type Control = readonly [register: string, field: string];

function withVectors(traps: readonly Control[], vectors: readonly Control[]): readonly Control[] {
  const known = traps.map((part) => part.join("."));
  return [...traps, ...vectors.filter((part) => !known.includes(part.join(".")))];
}

/** The registers that some parts of a key are of. */
export function registersOf(parts: readonly KeyPart[]): ReadonlySet<string> {
  return new Set(parts.flatMap((part) => (typeof part === "string" ? [] : [part[0]])));
}
