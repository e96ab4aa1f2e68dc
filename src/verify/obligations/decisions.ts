import { hex32, matches } from "../../core/u32.js";
import { hex64 } from "../../core/u64.js";
import { evaluate } from "../evaluate.js";
import { type Decision, fieldOf } from "../facts.js";
import type { Findings } from "../findings.js";
import { formatTerm } from "../format-term.js";
import type { State } from "../state.js";
import type { Subject } from "../subject.js";
import { type AddressSource, syndromes } from "../syndrome.js";
import { ALL, symbolsOf, type Term } from "../term.js";
import { translationOf } from "./exit.js";

/** How a path from the guest's synchronous vector went on. */
export type Way = "trap" | "retry";

/**
 * WS814: the path is right for every syndrome that leads to it. A stage 2 permission fault on the access itself needs its
 * address translated by the layout's AT, and goes back to the guest when that fails; everything else is reported at once.
 */
export function checkDecision(
  subject: Subject,
  findings: Findings,
  start: State,
  state: State,
  path: string,
  way: Way,
): void {
  const { architecture, model } = subject;
  const { abort } = model.worldSwitch;
  const syndrome = start.sysreg(architecture.exceptionRegister("ESR_EL2"));
  const translation = translationOf(state);
  const result = translation?.result;
  const known = new Set([...symbolsOf(syndrome), ...(result === undefined ? [] : symbolsOf(result))]);
  const foreign = state.facts.decisions.find(({ condition }) =>
    [...symbolsOf(condition)].some((s) => !known.has(s)),
  );
  if (foreign !== undefined) {
    const message = `the way out depends on ${formatTerm(foreign.condition)}, which is no part of the syndrome`;
    findings.add({ code: "WS814", path, state, message, at: abort.at });
    return;
  }
  const problem = firstWrong(subject, state, syndrome, result, way);
  if (problem !== undefined) findings.add({ code: "WS814", path, state, message: problem, at: abort.at });
  if (translation !== undefined) checkTranslation(subject, findings, start, state, path);
}

/** What is wrong with the path for the first of all syndromes that it is taken for. result: of the AT on it. */
function firstWrong(
  subject: Subject,
  state: State,
  syndrome: Term,
  result: Term | undefined,
  way: Way,
): string | undefined {
  const { abort } = subject.model.worldSwitch;
  const { bit } = abort.failed;
  const outcomes = (result === undefined ? [undefined] : outcomesOf(1n << BigInt(bit))).map((outcome) => {
    const failed = outcome !== undefined && (outcome >> BigInt(bit)) % 2n === 1n;
    const problem = (source: AddressSource) => wrongWay(source, failed, way, result !== undefined, bit);
    return { outcome, problems: { hpfar: problem("hpfar"), translation: problem("translation") } };
  });
  const asked = new Set(outcomes.flatMap(({ problems }) => SOURCES.filter((source) => problems[source])));
  const { mayTake, follows } = followerOf(state, syndrome);
  for (const { value, source } of syndromes) {
    if (!asked.has(source) || !mayTake(value)) continue;
    for (const { outcome, problems } of outcomes) {
      const problem = problems[source];
      if (problem === undefined || !follows(value, result, outcome)) continue;
      const and = outcome === undefined ? "" : ` and ${abort.result.name} = ${hex64(outcome)}`;
      return `for ESR_EL2 = ${hex32(value)}${and} ${problem}`;
    }
  }
  return undefined;
}

/** Results of an AT that failed and that did not, as the layout tells by one bit, with the other bits all 0 and all 1. */
function outcomesOf(failedBit: bigint): readonly bigint[] {
  return [0n, failedBit, ALL & ~failedBit, ALL];
}

const SOURCES: readonly AddressSource[] = ["hpfar", "translation"];

/**
 * Tells whether an execution with these values may take the path: what cannot be computed counts as yes.
 * mayTake: by the decisions on bits of the syndrome alone. follows: by the others.
 */
interface Follower {
  mayTake(syndrome: number): boolean;
  follows(syndrome: number, result: Term | undefined, outcome: bigint | undefined): boolean;
}

function followerOf(state: State, syndrome: Term): Follower {
  const fields: { mask: number; match: number; value: boolean }[] = [];
  const others: Decision[] = [];
  for (const decision of state.facts.decisions) {
    const { base, mask, value } = fieldOf(decision.condition);
    if (base === syndrome && mask <= 0xffff_ffffn)
      fields.push({ mask: Number(mask), match: Number(value), value: decision.value });
    else others.push(decision);
  }
  const [name = ""] = symbolsOf(syndrome);
  return {
    mayTake(word) {
      for (const { mask, match, value } of fields) if (matches(word, mask, match) !== value) return false;
      return true;
    },
    follows(word, result, outcome) {
      if (others.length === 0) return true;
      const symbols = new Map([[name, BigInt(word)]]);
      if (result !== undefined && outcome !== undefined)
        for (const symbol of symbolsOf(result)) symbols.set(symbol, outcome);
      return others.every(({ condition, value }) => {
        const actual = evaluate(condition, symbols);
        return actual === undefined || actual === (value ? 1n : 0n);
      });
    },
  };
}

/** wanted: where the address is to come from. failed: whether the AT has. */
function wrongWay(
  wanted: AddressSource,
  failed: boolean,
  way: Way,
  translated: boolean,
  bit: number,
): string | undefined {
  if (wanted === "hpfar" && translated)
    return "the address is translated again, though HPFAR_EL2 holds it or nothing does";
  if (wanted === "hpfar" && way === "retry")
    return "the guest goes on, though the host has to handle the exception";
  if (wanted === "hpfar") return undefined;
  if (!translated)
    return "HPFAR_EL2 is taken for the address, though a stage 2 permission fault leaves it UNKNOWN";
  if (failed && way === "trap") return `the host gets the address of a translation that failed (bit ${bit})`;
  if (!failed && way === "retry")
    return `the guest goes on though the translation has not failed (bit ${bit})`;
  return undefined;
}

/** The AT is the layout's, of the address that faulted. */
function checkTranslation(
  subject: Subject,
  findings: Findings,
  start: State,
  state: State,
  path: string,
): void {
  const { abort } = subject.model.worldSwitch;
  const event = translationOf(state);
  const fault = start.sysreg(subject.architecture.exceptionRegister("FAR_EL2"));
  if (event === undefined || (event.name === abort.operation && event.value === fault)) return;
  const message = `AT ${event.name} of ${formatTerm(event.value)}, and the layout says AT ${abort.operation} of ${formatTerm(fault)}`;
  findings.add({ code: "WS814", path, state, message, pc: event.pc, at: abort.at });
}
