import {
  placeHypervisor,
  play,
  type ScenarioInput,
  type ScenarioReport,
  scenarios,
} from "../../src/scenarios/index.js";
import { assembled, placed } from "./hypervisor.js";

/** A change of one line of hyp.S. line counts from 1. */
export interface Mutant {
  readonly kind: "drop" | "swap" | "offset";
  readonly line: number;
  readonly before: string;
  readonly after: string;
}

/** A line with an instruction or one of the file's macros: what a mutant changes. */
const INSTRUCTION = /^\t[a-z_][\w.]*(\s|$)/;
const PAIR = /^\t(stp|ldp|push|pop)\t(\w+), (\w+)(.*)$/;
const OFFSET = /^(\t(?:stp|ldp|str|ldr)\t.*, #)(\d+)(\].*)$/;

/** Every line dropped, every pair's registers swapped, every literal offset 8 (16 for vectors) further. */
export function mutants(text: string): Mutant[] {
  return text.split("\n").flatMap((before, i) => {
    const line = i + 1;
    if (!INSTRUCTION.test(before)) return [];
    const found: Mutant[] = [{ kind: "drop", line, before, after: "" }];
    const pair = PAIR.exec(before);
    if (pair !== null && !before.includes("\\")) {
      found.push({ kind: "swap", line, before, after: `\t${pair[1]}\t${pair[3]}, ${pair[2]}${pair[4]}` });
    }
    const offset = OFFSET.exec(before);
    if (offset !== null) {
      const step = /\tq\d/.test(before) ? 16 : / w|\tw/.test(before) ? 4 : 8;
      found.push({
        kind: "offset",
        line,
        before,
        after: `${offset[1]}${Number(offset[2]) + step}${offset[3]}`,
      });
    }
    return found;
  });
}

/** The text with a mutant's line in place of its own. */
export function mutated(text: string, { line, after }: Pick<Mutant, "line" | "after">): string {
  const lines = text.split("\n");
  lines[line - 1] = after;
  return lines.join("\n");
}

/** The first report of a scenario that does not pass with another hyp.S, or undefined when all pass. */
export function firstFailure(
  input: Omit<ScenarioInput, "hypervisor">,
  files: ReadonlyMap<string, string>,
  text: string,
): ScenarioReport | undefined {
  const object = assembled(input.model, new Map(files).set("hyp.S", text));
  const whole = { ...input, hypervisor: placed(input.model, object) };
  for (const scenario of scenarios) {
    const report = play(scenario, whole);
    if (!report.passed) return report;
  }
  return undefined;
}

/** How a changed hyp.S fares: a scenario fails, the linker refuses it for a missing label, or nobody notices. */
export function outcome(
  input: Omit<ScenarioInput, "hypervisor">,
  files: ReadonlyMap<string, string>,
  text: string,
): "failed" | "refused" | "passed" {
  const linked = placeHypervisor(input.model, assembled(input.model, new Map(files).set("hyp.S", text)));
  if (!linked.ok) return "refused";
  return firstFailure(input, files, text) === undefined ? "passed" : "failed";
}
