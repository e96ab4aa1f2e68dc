import { maskOf } from "../core/u64.js";
import type { RegisterDescription } from "../runtime/architecture.js";
import { type AddressMap, guestPages } from "./address-map.js";
import { distinctValue } from "./random-values.js";

/** When a set of values is in the registers: the host's; the guest's when it enters; the guest's when it leaves. */
export type Phase = "host" | "entry" | "exit";

/** Values that a register must have for its side to run: fields, or the whole register. */
export type Setting = Readonly<Record<string, bigint>> | bigint;

/** What a side's registers point at: its first tables, as its TTBRs have them, and its vector table. */
export interface Roots {
  readonly ttbr0: bigint;
  readonly ttbr1: bigint;
  readonly vectors: bigint;
}

/** Table walks through write-back caches, or through none: both sides' differ, and nothing else does. */
const WALKS: Readonly<Record<Phase, bigint>> = { host: 1n, entry: 2n, exit: 3n };

/**
 * What the registers that steer translation hold in a phase. Everything else may hold anything. The settings of
 * any two phases differ in every register, so that a register that is not switched is seen.
 */
export function settings(map: AddressMap, phase: Phase, roots: Roots): ReadonlyMap<string, Setting> {
  const regionSize = BigInt(64 - map.vaBits);
  const walks = WALKS[phase];
  const asid = { host: 0x1dn, entry: 0x2en, exit: 0x3fn }[phase];
  const otherAsid = { host: 0x41n, entry: 0x52n, exit: 0x63n }[phase];
  const control: Record<string, bigint> = { M: 1n, C: 1n, I: 1n, SA: 1n };
  const own = { host: ["UCI", "UCT"], entry: ["DZE", "UCI"], exit: ["nTWE", "DZE", "UCT"] }[phase];
  for (const field of own) control[field] = 1n;
  const stack = {
    host: map.host("hostStack") + 0x1000n,
    entry: map.guestKernel(guestPages.stack) + 0x1000n,
    exit: map.guestKernel(guestPages.stack) + 0xfc0n,
  }[phase];
  return new Map<string, Setting>([
    ["SCTLR_EL1", control],
    ["CPACR_EL1", { FPEN: 3n, TTA: phase === "entry" ? 0n : 1n }],
    ["TTBR0_EL1", roots.ttbr0 | (asid << 48n)],
    ["TTBR1_EL1", roots.ttbr1 | (otherAsid << 48n)],
    [
      "TCR_EL1",
      {
        T0SZ: regionSize, T1SZ: regionSize, TG1: 2n, IPS: 1n, SH0: 3n, SH1: 3n,
        IRGN0: walks, ORGN0: walks, IRGN1: walks, ORGN1: walks,
      }, // biome-ignore format: one line for each kind of field
    ],
    ["MAIR_EL1", (distinctValue(`${phase} MAIR_EL1`) & ~0xffffn) | 0x04ffn],
    ["VBAR_EL1", roots.vectors],
    ["SP_EL1", stack],
  ]);
}

/**
 * The value of a system register in a phase: what the settings say, else what looks random and fits its writable
 * bits. A timer's control is masked or off, and what could make an interrupt pending keeps its reset value.
 */
export function systemValue(
  register: RegisterDescription,
  phase: Phase,
  known: ReadonlyMap<string, Setting>,
): bigint {
  const setting = known.get(register.name);
  if (setting !== undefined) return written(register, composed(register, setting));
  const fallback = register.reset ?? 0n;
  const mask = register.fields.IMASK;
  if (mask !== undefined) return phase === "entry" ? 0n : maskOf(...mask);
  const fixed: readonly string[] = ["constant", "interrupts", "translation", "pstate"];
  const isTimer = register.effects.includes("timer");
  if (!isTimer && register.effects.some((effect) => fixed.includes(effect))) return fallback;
  return written(register, distinctValue(`${phase} ${register.name}`));
}

/** What a register holds after a write of value: its width's bits, reserved bits as they must be. */
export function written(register: RegisterDescription, value: bigint): bigint {
  const width = maskOf(0, register.widthBits);
  return ((value & ~register.res0) | register.res1) & width;
}

function composed(register: RegisterDescription, setting: Setting): bigint {
  if (typeof setting === "bigint") return setting;
  let value = 0n;
  for (const [name, field] of Object.entries(setting)) {
    const range = register.fields[name];
    if (range === undefined) throw new Error(`${register.name} has no field ${name}`);
    value |= field << BigInt(range[0]);
  }
  return value;
}

/** The value of a general-purpose register in a phase. */
export function generalValue(phase: Phase, number: number): bigint {
  return distinctValue(`${phase} X${number}`);
}

/** The 128 bits of a vector register in a phase. */
export function vectorValue(phase: Phase, number: number): bigint {
  return (distinctValue(`${phase} Q${number} high`) << 64n) | distinctValue(`${phase} Q${number} low`);
}
