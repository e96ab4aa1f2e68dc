import { beforeAll, describe, expect, it } from "vitest";
import {
  assemblerNames,
  Disassembler,
  type ObjectCode,
  type ObjectSection,
} from "../../src/assembler/index.js";
import type { Model } from "../../src/model/types.js";
import { behaviour } from "../../src/mutate/behaviour.js";
import {
  type CodeMutant,
  codeMutants,
  codeOffsets,
  withWords,
  wordAt,
} from "../../src/mutate/code-mutants.js";
import { ACTS_ON_MORE, EQUIVALENT } from "../../src/mutate/equivalent-code.js";
import { verify } from "../../src/verify/index.js";
import { mendedModel } from "./verify-mended.js";
import { assembled, printedAssembly } from "./verify-seed.js";

describe("mutants of the mended layout's assembly", () => {
  let model: Model;
  let object: ObjectCode;
  let section: ObjectSection;

  beforeAll(async () => {
    model = mendedModel();
    object = assembled(model, await printedAssembly(model));
    const found = object.sections.find(({ name }) => name === model.worldSwitch.section.name);
    if (found === undefined) throw new Error("no section");
    section = found;
  });

  it("are all caught by verify, but for those that change nothing", () => {
    const registers = assemblerNames(model);
    const disassembler = new Disassembler(model.a64, registers);
    const textAt = (offset: number, word: number): string => {
      const { mnemonic, operands } = disassembler.line(word, BigInt(offset));
      return `${mnemonic} ${operands}`;
    };
    const describeMutant = ({ offset, what, words }: CodeMutant): string =>
      `${what}: ${textAt(offset, wordAt(section.bytes, offset))} -> ${words.map((w) => textAt(w.offset, w.word)).join("; ")}`;

    const expected = behaviour(model, object);
    const mutants = codeMutants(model.a64, section.bytes, codeOffsets(section));
    const counts = new Map<string, number>();
    const unexplained: string[] = [];
    let caught = 0;
    for (const mutant of mutants) {
      const changed = withWords(object, section.name, mutant);
      const result = verify(model, changed, { first: true, traces: false });
      if (!result.ok || !result.value.proved) {
        caught += 1;
        continue;
      }
      const text = describeMutant(mutant);
      const reason = EQUIVALENT.find(({ what }) => what.test(text))?.because;
      const sameState = !ACTS_ON_MORE.test(text) && behaviour(model, changed) === expected;
      const because = reason ?? (sameState ? "every path ends in the same state" : undefined);
      if (because === undefined) unexplained.push(`0x${mutant.offset.toString(16)} ${text}`);
      else counts.set(because, (counts.get(because) ?? 0) + 1);
    }
    const equivalent = [...counts.values()].reduce((sum, count) => sum + count, 0);
    const changing = mutants.length - equivalent;
    console.log(
      [
        `${mutants.length} mutants: ${caught} of ${changing} that change behaviour are caught (${((100 * caught) / changing).toFixed(1)} %)`,
        ...[...counts].map(([because, count]) => `${String(count).padStart(5)} equivalent: ${because}`),
      ].join("\n"),
    );
    expect(unexplained).toEqual([]);
    expect(caught).toBe(changing);
    expect(mutants.length).toBeGreaterThan(2000);
    for (const { because } of EQUIVALENT)
      expect([...counts.keys()], "a reason that explains nothing").toContain(because);
  }, 300_000);
});
