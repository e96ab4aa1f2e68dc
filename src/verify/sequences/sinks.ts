import { hex } from "../../core/u64.js";
import type { Transfer } from "../../model/types.js";
import { evaluate } from "../evaluate.js";
import type { Findings } from "../findings.js";
import { formatTerm } from "../format-term.js";
import type { ValuePlace } from "../state.js";
import { nameInMachine } from "../switched.js";
import type { Term } from "../term.js";
import { slotValue, stepPlace } from "../transfer-values.js";
import { contextOf, startTerms, sysregAt } from "./holdings.js";
import type { Recording, Side } from "./recording.js";
import type { Trial } from "./trial.js";
import { movedOn, restoredValue, stepsWithin, type Way } from "./way.js";

/** A slot or a register that a way fills. assembly: the terms that it holds then, in halves. generated: what the functions left. */
interface Sink {
  readonly transfer: Transfer;
  readonly what: string;
  readonly place: ValuePlace;
  readonly assembly: readonly Term[];
  generated(trial: Trial): readonly bigint[];
}

/**
 * WS821 for each slot and register that the functions fill with other bits than the assembly. seen: what was looked at on
 * other ways from the same start, and gets what this one adds.
 */
export function checkSinks(
  way: Way,
  trials: readonly Trial[],
  seen: Set<string>,
  file: string,
  findings: Findings,
): void {
  for (const sink of sinksOf(way)) {
    const key = `${sink.what} ${sink.assembly.map(({ id }) => id).join()}`;
    if (seen.has(key)) continue;
    seen.add(key);
    const trial = trials.find((one) => differs(sink, one));
    if (trial === undefined) continue;
    const { transfer, assembly, what, place } = sink;
    const ours = assembly.map(formatTerm).join(" and ");
    const theirs = sourceOf(way, trials, sink) ?? "something else";
    const [left, right] = [assembly.map((term) => evaluate(term, trial.values)), sink.generated(trial)];
    findings.add({
      ...{ code: "WS821", path: way.path, state: way.end, register: what, place, at: transfer.at },
      message: `${what} gets ${theirs} from ${file}, and ${ours} from the assembly: such as ${shown(right)} and ${shown(left)}`,
      hint: "run worldswitch generate, and see what differs",
    });
  }
}

function differs({ assembly, generated }: Sink, trial: Trial): boolean {
  const theirs = generated(trial);
  return assembly.some((term, half) => evaluate(term, trial.values) !== theirs[half]);
}

function sinksOf(way: Way): Sink[] {
  const { saved, restored } = movedOn(way);
  const { subject, end } = way;
  const side: Side = way.kind === "entry" ? "host" : "guest";
  const { base, offset } = contextOf(subject, side);
  const slots = saved.map((transfer): Sink => {
    const { path, offsetBytes, widthBytes } = transfer.place;
    return {
      transfer,
      what: `${path} of the ${side}'s context, the slot of ${transfer.register},`,
      place: subject.terms.address(base, BigInt(offset + offsetBytes)),
      assembly: slotValue(end.memory, base, transfer, offset),
      generated: ({ recording }) => bytesAt(recording, side, offsetBytes, widthBytes),
    };
  });
  const within = stepsWithin(way);
  const registers = restored.map(
    (transfer): Sink => ({
      transfer,
      what: `${transfer.register} of the ${side === "host" ? "guest" : "host"}`,
      place: stepPlace(transfer),
      assembly: restoredValue(way, transfer, within),
      generated: (trial) => registerIn(way, transfer, trial),
    }),
  );
  return [...slots, ...registers];
}

function bytesAt({ held }: Recording, side: Side, offset: number, width: number): readonly bigint[] {
  const { buffer } = held.contexts[side];
  const view = new DataView(buffer);
  const number = (from: number, bytes: number): bigint => {
    let value = 0n;
    for (let i = bytes - 1; i >= 0; i--) value = (value << 8n) | BigInt(view.getUint8(from + i));
    return value;
  };
  if (width <= 8) return [number(offset, width)];
  return [view.getBigUint64(offset, true), view.getBigUint64(offset + 8, true)];
}

function registerIn(way: Way, transfer: Transfer, { recording, values }: Trial): readonly bigint[] {
  const { held } = recording;
  const number = transfer.number ?? 0;
  if (transfer.kind === "x") return [held.x[number] ?? 0n];
  if (transfer.kind === "q") {
    const value = held.q[number] ?? 0n;
    return [BigInt.asUintN(64, value), value >> 64n];
  }
  const name = nameInMachine(transfer);
  return [held.sysregs.get(name) ?? sysregAt(way, name, values) ?? 0n];
}

/** What the functions put there, by name: the register or slot that has the same bits under all assignments. */
function sourceOf(way: Way, trials: readonly Trial[], sink: Sink): string | undefined {
  const { start } = way;
  const { generated, transfer } = sink;
  const mask = transfer.place.widthBytes < 8 ? (1n << BigInt(8 * transfer.place.widthBytes)) - 1n : undefined;
  const matches = (term: Term): boolean =>
    trials.every((trial) => {
      const value = evaluate(term, trial.values);
      const cut = value === undefined || mask === undefined ? value : value & mask;
      return cut === generated(trial)[0];
    });
  const { saved, restored } = movedOn(way);
  const registers = [...saved, ...restored].flatMap((t) =>
    t.sysreg === undefined ? [] : [start.sysreg(t.sysreg)],
  );
  const { contexts } = startTerms(way);
  const vectors = start.v.map(({ low }) => low);
  const found = [...start.x, ...registers, ...vectors, ...contexts.host, ...contexts.guest].find(matches);
  return found === undefined ? undefined : formatTerm(found);
}

function shown(value: readonly (bigint | undefined)[]): string {
  return value.map((half) => (half === undefined ? "an unknown value" : hex(half))).join(" and ");
}
