import { and, extract, maskOf } from "../../core/u32.js";
import type { BitPattern } from "./pattern.js";
import type { A64Instruction } from "./types.js";

/** What is left to ask of a word at a leaf: the instruction at this index, if its bits fit and it is not unallocated. */
export interface DecisionTest extends BitPattern {
  readonly instruction: number;
  readonly unallocated: readonly BitPattern[];
}

/**
 * How to find a word's instruction. switch: look at bits [msb:lsb] and go to the case of that value; a value
 * without a case is unallocated. leaf: the first test that holds; none means unallocated.
 */
export type DecisionTree =
  | {
      readonly kind: "switch";
      readonly msb: number;
      readonly lsb: number;
      readonly cases: readonly { readonly value: number; readonly tree: DecisionTree }[];
    }
  | { readonly kind: "leaf"; readonly tests: readonly DecisionTest[] };

const WIDEST_SWITCH = 8;

/** A tree that finds the same instruction as asking each line in turn; indices are into instructions. */
export function decisionTree(
  instructions: readonly Pick<A64Instruction, "mask" | "match" | "unallocated">[],
): DecisionTree {
  const tests = instructions.map(({ mask, match, unallocated }, instruction) => ({
    instruction,
    mask,
    match,
    unallocated,
  }));
  return treeOf(tests, 0);
}

function treeOf(tests: readonly DecisionTest[], asked: number): DecisionTree {
  const range = tests.length < 2 ? undefined : widestCommonRange(tests, asked);
  if (range === undefined) return { kind: "leaf", tests: tests.map((test) => withoutAsked(test, asked)) };
  const { msb, lsb } = range;
  const groups = new Map<number, DecisionTest[]>();
  for (const test of tests) {
    const value = extract(test.match, msb, lsb);
    groups.set(value, [...(groups.get(value) ?? []), test]);
  }
  const within = (asked | maskOf(msb, lsb)) >>> 0;
  const cases = [...groups]
    .sort(([a], [b]) => a - b)
    .map(([value, group]) => ({ value, tree: treeOf(group, within) }));
  return { kind: "switch", msb, lsb, cases };
}

/** The bits that every test fixes, not asked yet, on which at least two differ: the longest run of them. */
function widestCommonRange(
  tests: readonly DecisionTest[],
  asked: number,
): { msb: number; lsb: number } | undefined {
  const common = tests.reduce((bits, test) => and(bits, test.mask), and(~asked >>> 0, 0xffffffff));
  let best: { msb: number; lsb: number } | undefined;
  for (let msb = 31; msb >= 0; msb--) {
    let lsb = msb;
    while (lsb > 0 && msb - lsb + 1 < WIDEST_SWITCH && and(common, maskOf(lsb - 1, lsb - 1)) !== 0) lsb--;
    if (and(common, maskOf(msb, msb)) === 0 || !distinguishes(tests, msb, lsb)) continue;
    if (best === undefined || msb - lsb > best.msb - best.lsb) best = { msb, lsb };
  }
  return best;
}

function distinguishes(tests: readonly DecisionTest[], msb: number, lsb: number): boolean {
  return new Set(tests.map((test) => extract(test.match, msb, lsb))).size > 1;
}

/** The test without the bits that the switches above have asked. */
function withoutAsked(test: DecisionTest, asked: number): DecisionTest {
  const kept = ~asked >>> 0;
  return { ...test, mask: and(test.mask, kept), match: and(test.match, kept) };
}

/** The index of the word's instruction, or -1. The meaning of the tree, for tests and for interpreters. */
export function find(tree: DecisionTree, word: number): number {
  if (tree.kind === "leaf") {
    const holds = ({ mask, match }: BitPattern): boolean => and(word, mask) === match;
    return tree.tests.find((test) => holds(test) && !test.unallocated.some(holds))?.instruction ?? -1;
  }
  const value = extract(word, tree.msb, tree.lsb);
  const chosen = tree.cases.find((c) => c.value === value);
  return chosen === undefined ? -1 : find(chosen.tree, word);
}
