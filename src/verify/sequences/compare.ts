import type { Transfer } from "../../model/types.js";
import { Findings } from "../findings.js";
import type { VerifyFinding } from "../report.js";
import { nameInMachine } from "../switched.js";
import { tellingAssignments } from "./assignment.js";
import type { GeneratedSequences } from "./generated.js";
import { contextBytes, cutToSysreg, holdingsAt, startTerms, sysregAt } from "./holdings.js";
import { CannotRun, record } from "./recording.js";
import { checkSinks } from "./sinks.js";
import { checkStores } from "./stored.js";
import type { Trial } from "./trial.js";
import { movedOn, type Way, writtenOrder } from "./way.js";

/** What was compared. functions: that were run. transfers: registers that were moved, each way of each side. */
export interface Compared {
  readonly file: string;
  readonly functions: number;
  readonly transfers: number;
  readonly findings: readonly VerifyFinding[];
}

/**
 * Where generated save and restore functions do not do what the assembly does on the ways that were explored: for each
 * register that is switched, whether slot and register get the same bits; whether only the registers' slots are written;
 * and whether system registers are written in the same order. That the functions copy bits, and no more, is assumed; that
 * they copy the right ones is then shown for all values.
 * Findings: WS821 another value, slot, width or set; WS822 a function is missing or throws; WS823 another order.
 */
export function compareSequences(ways: readonly Way[], generated: GeneratedSequences): Compared {
  const [first] = ways;
  const none = { file: generated.file, functions: 0, transfers: 0, findings: [] };
  if (first === undefined) return none;
  const findings = new Findings(first.subject, true);
  const starts = new Map<
    string,
    { readonly trials: readonly Trial[] | undefined; readonly seen: Set<string> }
  >();
  for (const way of ways) {
    const key = `${way.kind} ${startKey(way)}`;
    const known = starts.get(key);
    const { trials, seen } = known ?? { trials: trialsOf(way, generated, findings), seen: new Set() };
    if (known === undefined) starts.set(key, { trials, seen });
    if (trials === undefined) continue;
    if (known === undefined) checkStores(way, trials, generated.file, findings);
    checkSinks(way, trials, seen, generated.file, findings);
    checkOrder(way, trials, generated.file, findings);
  }
  checkSize(first, generated, findings);
  const kinds = [...new Map(ways.map((way) => [way.kind, way])).values()];
  const moved = kinds.flatMap((way) => Object.values(movedOn(way)).flat());
  return { ...none, functions: generated.routines.size, transfers: moved.length, findings: findings.all() };
}

/** Ways of one key start with the same values: all exits do that follow one entry. */
function startKey({ start }: Way): string {
  return start.x.map(({ id }) => id).join();
}

/** undefined, and WS822, when a function is missing or throws. */
function trialsOf(way: Way, generated: GeneratedSequences, findings: Findings): readonly Trial[] | undefined {
  try {
    const start = startTerms(way);
    return Array.from(tellingAssignments(), (values) => ({
      values,
      recording: record(way.subject.model, way.kind, generated, {
        held: holdingsAt(start, values),
        read: (name) => sysregAt(way, name, values),
        cut: (name, value) => cutToSysreg(way, name, value),
      }),
    }));
  } catch (error) {
    if (!(error instanceof CannotRun)) throw error;
    const { message } = error;
    const routine = way.subject.model.worldSwitch.routines.find(({ name }) => name === error.routine);
    findings.add({
      ...{ code: "WS822", path: way.path, at: routine?.at, register: error.routine },
      message: `${generated.file} does not do what ${error.routine} does: ${message}`,
      hint: "run worldswitch generate",
    });
    return undefined;
  }
}

/** WS823. The order among registers that only one side writes is told by what they hold, not here. */
function checkOrder(way: Way, [trial]: readonly Trial[], file: string, findings: Findings): void {
  const { restored } = movedOn(way);
  const transfers = new Map(restored.filter(isSysreg).map((t) => [nameInMachine(t), t]));
  const written = trial?.recording.written.filter((name) => transfers.has(name)) ?? [];
  const order = writtenOrder({ end: way.end, restored: new Set(transfers.keys()) });
  const both = (names: readonly string[], others: readonly string[]): string[] =>
    names.filter((name) => others.includes(name));
  const [ours, theirs] = [both(written, order), both(order, written)];
  const i = ours.findIndex((name, place) => name !== theirs[place]);
  const [first, second] = [theirs[i], ours[i]];
  if (first === undefined || second === undefined) return;
  findings.add({
    ...{ code: "WS823", path: way.path, state: way.end, register: first, place: first },
    at: transfers.get(first)?.at,
    message: `the assembly writes ${first} before ${second}, and ${file} writes ${second} before ${first}`,
    hint: "run worldswitch generate",
  });
}

function isSysreg({ kind }: Transfer): boolean {
  return kind === "sysreg";
}

/** WS821 for a class of the context that is not as large as the struct. */
function checkSize({ subject, path }: Way, generated: GeneratedSequences, findings: Findings): void {
  const size = contextBytes(subject);
  const { model } = subject;
  if (generated.contextBytes === size) return;
  findings.add({
    ...{ code: "WS821", path, register: model.layout.context },
    at: model.structs.find(({ name }) => name === model.layout.context)?.at,
    message: `struct ${model.layout.context} has ${size} bytes, and its class beside ${generated.file} ${generated.contextBytes}`,
    hint: "run worldswitch generate",
  });
}
