import { type Effect, encodingKey, type Machine } from "../../../src/runtime/index.js";
import { ALIAS_DISTANCE, EL1_VECTORS, RAM, RAM_BYTES } from "./layout.js";

/**
 * What a case may not execute, because it would not come back to the harness or see what only one board has. The check is made
 * when our machine is about to execute the word, so that branches into other cases are covered.
 */

/** Registers that the harness itself lives by, by the level that writes them. */
const steering: readonly (readonly [el: number, names: readonly string[]])[] = [
  [1, ["SCTLR_EL1", "TCR_EL1", "TTBR0_EL1", "TTBR1_EL1", "MAIR_EL1", "VBAR_EL1"]],
  [2, ["SCTLR_EL2", "TCR_EL2", "TTBR0_EL2", "MAIR_EL2", "VBAR_EL2", "HCR_EL2", "CPTR_EL2", "MDCR_EL2"]],
];

/** Registers whose values the board's clock or its debug logic makes: accesses that succeed are not compared. */
export const movingEffects: ReadonlySet<Effect> = new Set<Effect>(["timer", "debug"]);
export const movingReason = "reads or writes a timer, debug or performance monitor register";

const LEVEL2_BLOCK_BYTES = 0x20_0000n;
export const harnessReason = "accesses the harness, which our side does not have";

/** Whether EL2 finds the harness at an address, or the alias of RAM, or EL1 the block that its vectors lie in. */
export function isHarness(address: bigint): boolean {
  const plain = address >= RAM + ALIAS_DISTANCE ? address - ALIAS_DISTANCE : address;
  return (
    (plain >= RAM && plain < EL1_VECTORS + LEVEL2_BLOCK_BYTES) ||
    (plain !== address && plain < RAM + RAM_BYTES)
  );
}

interface Filter {
  readonly reason: string;
  /** u32 each; the filter is about words with word & mask = match. */
  readonly mask: number;
  readonly match: number;
  readonly leaves: (context: { word: number; el: number; machine: Machine; interrupt: boolean }) => boolean;
}

const AARCH32_USER = 0b10000n;

const filters: readonly Filter[] = [
  {
    reason: "HLT #0xf000 is a semihosting call",
    mask: 0xffffffff,
    match: 0xd45e0000,
    leaves: ({ el }) => el > 0,
  },
  {
    reason: "WFI with no interrupt pending waits for ever",
    mask: 0xffffffff,
    match: 0xd503207f,
    leaves: ({ interrupt }) => !interrupt,
  },
  {
    reason: "ERET to EL0 in AArch32 state",
    mask: 0xffffffff,
    match: 0xd69f03e0,
    leaves: ({ el, machine }) =>
      el > 0 && (machine.registers.get(el === 2 ? "SPSR_EL2" : "SPSR_EL1") & 0x1fn) === AARCH32_USER,
  },
  {
    reason: "ERET with a register, unallocated (C4, Unconditional branch (register)), which QEMU executes",
    mask: 0xfffffc1f,
    match: 0xd69f0000,
    leaves: ({ word, el }) => el > 0 && word !== 0xd69f03e0,
  },
  {
    reason: "SMC is a call of the board's firmware",
    mask: 0xffe0001f,
    match: 0xd4000003,
    leaves: ({ el }) => el > 0,
  },
  {
    reason: "MSR of a register that the harness lives by",
    mask: 0xfff00000,
    match: 0xd5100000,
    leaves: ({ word, el, machine }) => steers(word, el, machine),
  },
];

function steers(word: number, el: number, machine: Machine): boolean {
  const key = (word >>> 5) & 0xffff;
  return steering.some(
    ([level, names]) =>
      level === el && names.some((name) => encodingKey(machine.registers.named(name).description) === key),
  );
}

/** Why a word may not be executed, if so. word: u32. */
export function filterOf(word: number, el: number, machine: Machine, interrupt: boolean): string | undefined {
  for (const { reason, mask, match, leaves } of filters) {
    if ((word & mask) >>> 0 === match && leaves({ word, el, machine, interrupt })) return reason;
  }
  return undefined;
}
