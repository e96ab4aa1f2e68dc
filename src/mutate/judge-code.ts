import { assemblerNames, Disassembler, type ObjectCode } from "../assembler/index.js";
import type { Model } from "../model/types.js";
import { verify } from "../verify/index.js";
import { behaviour } from "./behaviour.js";
import { codeMutants, codeOffsets, withWords, wordAt } from "./code-mutants.js";
import { ACTS_ON_MORE, EQUIVALENT } from "./equivalent-code.js";
import type { Judged } from "./report.js";

/**
 * Every single-point mutant of a layout's code and what verify says of it, one after the other.
 * every: of how many mutants one is taken (1: all). Throws when the object lacks the layout's section.
 */
export function* judgeCode(model: Model, object: ObjectCode, every = 1): Generator<Judged> {
  const { name } = model.worldSwitch.section;
  const section = object.sections.find((s) => s.name === name);
  if (section === undefined) throw new Error(`an object without ${name}`);
  const disassembler = new Disassembler(model.a64, assemblerNames(model));
  const textAt = (offset: number, word: number): string => {
    const { mnemonic, operands } = disassembler.line(word, BigInt(offset));
    return `${mnemonic} ${operands}`;
  };
  const expected = behaviour(model, object);
  const mutants = codeMutants(model.a64, section.bytes, codeOffsets(section));
  for (const mutant of mutants.filter((_, i) => i % every === 0)) {
    const { offset, what, words } = mutant;
    const after = words.map((w) => textAt(w.offset, w.word)).join("; ");
    const text = `${what}: ${textAt(offset, wordAt(section.bytes, offset))} -> ${after}`;
    yield {
      kind: what === "drop" || what === "swap" ? what : `change ${what}`,
      what: `0x${offset.toString(16)} ${text}`,
      at: model.layout.at,
      ...judge(model, withWords(object, name, mutant), { text, expected }),
    };
  }
}

function judge(
  model: Model,
  changed: ObjectCode,
  { text, expected }: { readonly text: string; readonly expected: string },
): Pick<Judged, "caught" | "because"> {
  const code = refusal(model, changed);
  if (code !== undefined) return { caught: { by: "verify", code } };
  const reason = EQUIVALENT.find(({ what }) => what.test(text))?.because;
  if (reason !== undefined) return { because: reason };
  const same = !ACTS_ON_MORE.test(text) && behaviour(model, changed) === expected;
  return same ? { because: "every path ends in the same state" } : {};
}

/** The code of the first thing that keeps verify from a proof; undefined when it proves the object. */
export function refusal(model: Model, object: ObjectCode): string | undefined {
  const result = verify(model, object, { first: true, traces: false });
  if (!result.ok) return result.diagnostics[0]?.code ?? "WS801";
  if (result.value.proved) return undefined;
  return result.value.findings.find(({ waiver }) => waiver === undefined)?.code ?? "WS801";
}
