import { describe, expect, it } from "vitest";
import { assemble, type DisassembledLine, Disassembler } from "../../src/assembler/index.js";
import { holds } from "../../src/model/a64/condition.js";
import {
  type A64Instruction,
  decisionTree,
  decode,
  encode,
  fieldsOfWord,
  find,
} from "../../src/model/a64/index.js";
import { catalogueSysregs, randomStream, randomWord } from "../differential/a64-words.js";
import fc from "../seeded-check.js";
import { a64Table } from "../unit/a64-documents.js";

const table = a64Table();
const sysregs = catalogueSysregs();
const tree = decisionTree(table.instructions);
const disassembler = new Disassembler(table, sysregs);

const aWordOf = (instruction: A64Instruction): fc.Arbitrary<number> =>
  fc.integer({ min: 0, max: 2 ** 31 - 1 }).map((seed) => randomWord(instruction, randomStream(seed)));

/** The words of one section that a text assembles to. */
function wordsOf(text: string): number[] {
  const result = assemble({ file: "line.S", text, table, sysregs });
  if (!result.ok) throw new Error(JSON.stringify(result.diagnostics[0]));
  const { bytes } = result.value.sections[0]!;
  return [...new Uint32Array(bytes.buffer, 0, bytes.length / 4)];
}

function textOf(line: DisassembledLine): string {
  const distance = line.target === undefined ? "" : `.+(${BigInt.asIntN(64, line.target - line.address)})`;
  return `${line.mnemonic} ${line.target === undefined ? line.operands : line.operands.replace(/0x[0-9a-f]+$/, distance)}`;
}

describe("every line of the table", () => {
  it.each(
    table.instructions.map((i) => [i.name, i] as const),
  )("%s: decode(encode(fields)) = fields", (_name, instruction) => {
    fc.assert(
      fc.property(aWordOf(instruction), (word) => {
        const fields = fieldsOfWord(instruction, word);
        expect(encode(instruction, fields)).toBe(word);
        expect(decode(table, word)).toEqual({ instruction, fields });
        expect(find(tree, word)).toBe(table.instructions.indexOf(instruction));
      }),
      { numRuns: 50 },
    );
  });

  it("comes back from its text, wherever it lies", () => {
    const random = randomStream(7);
    const words = table.instructions.flatMap((i) => Array.from({ length: 20 }, () => randomWord(i, random)));
    const lines = words.map((word, i) => disassembler.line(word, BigInt(4 * i)));
    // ADRP's page is only known to the linker.
    const kept = lines.filter((line) => line.mnemonic !== "adrp");
    const got = wordsOf(kept.map(textOf).join("\n"));
    expect(got.map((word, i) => disassembler.line(word, kept[i]!.address))).toEqual(kept);
  });

  it("has a text in one of its forms for every allocated word, but for PSTATE fields without a name", () => {
    const random = randomStream(8);
    const silent = table.instructions.filter((instruction) =>
      Array.from({ length: 100 }, () => disassembler.line(randomWord(instruction, random), 0n)).some(
        (l) => l.mnemonic === ".inst",
      ),
    );
    expect(silent.map((i) => i.name)).toEqual(["MSR_immediate"]);
  });
});

describe("every printed alias", () => {
  const printed = table.aliases.filter((a) => a.printed);
  it.each(
    printed.map((a) => [a.name, a] as const),
  )("%s is what some words of its instruction are printed as, and comes back", (_name, alias) => {
    const instruction = table.instructions[alias.of]!;
    const random = randomStream(alias.name.length);
    const lines: DisassembledLine[] = [];
    for (let i = 0; i < 400_000 && lines.length < 10; i++) {
      const fields: Record<string, number> = {
        ...fieldsOfWord(instruction, randomWord(instruction, random)),
      };
      for (const comparison of alias.form.when.flat()) {
        if (comparison.kind === "fixed" && comparison.equal)
          fields[comparison.field] = (fields[comparison.field]! & ~comparison.mask) | comparison.match;
        if (comparison.kind === "between" && comparison.operator === "=" && comparison.plus === 0)
          fields[comparison.left] = fields[comparison.right]!;
      }
      const word = encode(instruction, fields);
      if (
        decode(table, word)?.instruction !== instruction ||
        !holds([...alias.form.when, ...alias.prefer], fields)
      )
        continue;
      const line = disassembler.line(word, 0n);
      const suffix = alias.form.syntax.mnemonic;
      if (line.mnemonic === suffix && line.instruction === instruction.name) lines.push(line);
    }
    expect(lines.length).toBe(10);
    expect(wordsOf(lines.map(textOf).join("\n"))).toEqual(lines.map((l) => l.word));
  });
});
