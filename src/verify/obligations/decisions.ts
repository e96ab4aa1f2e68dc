import { hex, hex64 } from "../../core/u64.js";
import { evaluate } from "../evaluate.js";
import type { Findings } from "../findings.js";
import { formatTerm } from "../format-term.js";
import type { State } from "../state.js";
import type { Subject } from "../subject.js";
import { addressSource, syndromes } from "../syndrome.js";
import { symbolsOf } from "../term.js";
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
  const [esr = ""] = symbolsOf(syndrome);
  const [par = ""] = result === undefined ? [] : symbolsOf(result);
  for (const value of syndromes()) {
    for (const failed of result === undefined ? [false] : [false, true]) {
      for (const others of [0n, OTHER_RESULT_BITS]) {
        const bit = 1n << BigInt(abort.failed.bit);
        const outcome = failed ? others | bit : others & ~bit;
        if (
          !follows(
            state,
            new Map([
              [esr, value],
              [par, outcome],
            ]),
          )
        )
          continue;
        const problem = wrongWay(value, failed, way, translation !== undefined, abort.failed.bit);
        if (problem === undefined) continue;
        const message = `for ESR_EL2 = ${hex(value)}${result === undefined ? "" : ` and ${abort.result.name} = ${hex64(outcome)}`} ${problem}`;
        findings.add({ code: "WS814", path, state, message, at: abort.at });
        return;
      }
    }
  }
  if (translation !== undefined) checkTranslation(subject, findings, start, state, path);
}

const OTHER_RESULT_BITS = 0xffff_ffff_ffff_ffffn;

/** Whether an execution with these values takes the path. */
function follows(state: State, symbols: ReadonlyMap<string, bigint>): boolean {
  return state.facts.decisions.every(
    ({ condition, value }) => evaluate(condition, symbols) === (value ? 1n : 0n),
  );
}

function wrongWay(
  syndrome: bigint,
  failed: boolean,
  way: Way,
  translated: boolean,
  bit: number,
): string | undefined {
  const wanted = addressSource(syndrome);
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
