import { type Case, levelOf } from "./batch.js";
import type { SlotDifference } from "./comparison.js";
import { slotName } from "./comparison.js";
import { sctlr } from "./controls.js";
import { BLOCKS, DATA, input } from "./layout.js";
import type { Minimal } from "./minimiser.js";

/** A name for what a word does, as GNU as or the table would say. */
export type Disassemble = (word: number) => string;

const hex = (value: bigint): string => `0x${value.toString(16)}`;
const MOST_DIFFERENCES = 3;

/**
 * A failing case as a short program in GNU syntax: the state that is not zero, the words, and what both sides make of them.
 * title: what it is, for the first line.
 */
export function listing(title: string, { one, verdict }: Minimal, disassemble: Disassemble): string {
  return [
    `// ${title}; ${startOf(one)}`,
    ...stateLines(one),
    ...one.words.map((word) => `    .inst 0x${word.toString(16).padStart(8, "0")}  // ${disassemble(word)}`),
    ...(verdict.trouble === undefined ? [] : [`// QEMU ${verdict.trouble}`]),
    ...differenceLines(one, verdict.unexplained),
  ].join("\n");
}

/** Where the blocks of data lie that a record shows. */
export function blockAddresses(state: BigUint64Array): readonly bigint[] {
  return [...state.subarray(input.blocks, input.blocks + BLOCKS)].map((offset) => DATA + offset);
}

function startOf({ state }: Case): string {
  const spsr = state[input.spsr] ?? 0n;
  const chosen =
    ((state[input.sctlrEl1] ?? 0n) & sctlr.el1Chosen) | ((state[input.sctlrEl2] ?? 0n) & sctlr.el2Chosen);
  const controls =
    chosen === 0n
      ? ""
      : `, SCTLR_EL1 ${hex(state[input.sctlrEl1] ?? 0n)}, SCTLR_EL2 ${hex(state[input.sctlrEl2] ?? 0n)}`;
  return `at EL${levelOf(state)}, PSTATE ${hex(spsr)}${controls}`;
}

function stateLines({ state, words }: Case): string[] {
  const value = (slot: number): bigint => state[slot] ?? 0n;
  const registers = Array.from({ length: 31 }, (_, i) => i).filter((i) => value(input.x + i) !== 0n);
  const vectors = Array.from({ length: 32 }, (_, i) => i).filter((i) => vectorOf(state, i) !== 0n);
  const usesStack = words.some((word) => ((word >>> 5) & 31) === 31 || (word & 31) === 31);
  const stack = [value(input.spEl0), value(input.spEl1), value(input.spEl2)][
    usesOwnStack(state) ? levelOf(state) : 0
  ];
  return [
    ...registers.map((i) => `    ldr x${i}, =${hex(value(input.x + i))}`),
    ...vectors.map((i) => `    ldr q${i}, =${hex(vectorOf(state, i))}`),
    ...(usesStack && stack !== undefined ? [`    // SP is ${hex(stack)}`] : []),
  ];
}

const usesOwnStack = (state: BigUint64Array): boolean => ((state[input.spsr] ?? 0n) & 1n) === 1n;

function vectorOf(state: BigUint64Array, index: number): bigint {
  return ((state[input.v + 2 * index + 1] ?? 0n) << 64n) | (state[input.v + 2 * index] ?? 0n);
}

function differenceLines(one: Case, differences: readonly SlotDifference[]): string[] {
  const shown = differences
    .slice(0, MOST_DIFFERENCES)
    .map(
      ({ slot, qemu, ours }) =>
        `// ${slotName(slot, blockAddresses(one.state))}: QEMU ${hex(qemu)}, ours ${hex(ours)}`,
    );
  const more = differences.length - shown.length;
  return more > 0 ? [...shown, `// and ${more} more`] : shown;
}
