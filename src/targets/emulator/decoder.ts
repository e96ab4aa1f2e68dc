import { oncePer } from "../../core/once-per.js";
import { hex32 } from "../../core/u32.js";
import {
  type BitPattern,
  type DecisionTest,
  type DecisionTree,
  decisionTree,
} from "../../model/a64/index.js";
import type { Model } from "../../model/types.js";

/** `export function decode(word: number): number`: nested switches on the bits that tell instructions apart. */
export function decoderStatements({ a64 }: Model): string[] {
  return statementsOf(a64);
}

const statementsOf = oncePer(({ instructions }: Model["a64"]): string[] => {
  const tree = decisionTree(instructions);
  const body = treeLines(tree, "  ", (index) => instructions[index]?.name ?? "");
  return [
    'import { matches } from "worldswitch/runtime";',
    `
/**
 * The index in \`instructions\` of the instruction that word encodes; -1 when the word is unallocated.
 * word: u32.
 */
export function decode(word: number): number {
${body.join("\n")}
  return -1;
}`,
  ];
});

type NameOf = (index: number) => string;

function treeLines(tree: DecisionTree, indent: string, nameOf: NameOf): string[] {
  if (tree.kind === "leaf") return tree.tests.map((test) => `${indent}${testLine(test, nameOf)}`);
  const ones = 2 ** (tree.msb - tree.lsb + 1) - 1;
  const subject = tree.lsb === 0 ? "word" : `(word >>> ${tree.lsb})`;
  const width = tree.msb - tree.lsb + 1;
  const bits = tree.msb === tree.lsb ? `bit ${tree.lsb}` : `bits ${tree.msb}:${tree.lsb}`;
  const cases = tree.cases.flatMap(({ value, tree: below }) => {
    const lines = treeLines(below, `${indent}    `, nameOf);
    const label = `${indent}  case 0b${value.toString(2).padStart(width, "0")}:`;
    return endsHere(below) ? [label, ...lines] : [label, ...lines, `${indent}    return -1;`];
  });
  return [`${indent}switch (${subject} & 0x${ones.toString(16)}) { // ${bits}`, ...cases, `${indent}}`];
}

/** Whether the lines of a tree always return by themselves. */
function endsHere(tree: DecisionTree): boolean {
  return tree.kind === "leaf" && tree.tests.some((test) => test.mask === 0 && test.unallocated.length === 0);
}

function testLine(test: DecisionTest, nameOf: NameOf): string {
  const conditions = [
    ...(test.mask === 0 ? [] : [match(test)]),
    ...test.unallocated.map((pattern) => `!${match(pattern)}`),
  ];
  const result = `return ${test.instruction}; // ${nameOf(test.instruction)}`;
  return conditions.length === 0 ? result : `if (${conditions.join(" && ")}) ${result}`;
}

function match({ mask, match: bits }: BitPattern): string {
  return `matches(word, ${hex32(mask)}, ${hex32(bits)})`;
}
