import { hex } from "../core/u64.js";
import { formatTerm } from "./format-term.js";
import { addressOf } from "./memory.js";
import type { TraceLine } from "./report.js";
import type { State, Step, ValuePlace } from "./state.js";
import type { Subject } from "./subject.js";

/** Lines that a trace has at most: the first and the last say how it began and ended. */
const LONGEST = 12;

/**
 * The instructions that a value came through, first one first: from the last write of a place (a register's name,
 * or memory) backwards over what each of them read. pc: an instruction that belongs to it in any case.
 */
export function traceOf(
  subject: Subject,
  state: State,
  place: ValuePlace | undefined,
  pc: bigint | undefined,
): TraceLine[] {
  const chosen: { step: Step; what: string }[] = [];
  const wanted = new Set<ValuePlace>(place === undefined ? [] : [place]);
  for (let { steps: step } = state; step !== undefined; step = step.before) {
    const asked = pc !== undefined && step.pc === pc && (place === undefined || chosen.length === 0);
    if (!asked && !writesOneOf(wanted, step)) continue;
    const written = step.writes.filter((write) => wanted.has(write.place));
    for (const write of written) wanted.delete(write.place);
    for (const read of readsFor(step, written)) wanted.add(read);
    chosen.push({ step, what: describe(subject, written.length > 0 ? written : step.writes) });
    if (wanted.size === 0) break;
  }
  const lines = chosen.reverse().map(({ step, what }) => ({ ...subject.program.describe(step.pc), what }));
  if (lines.length <= LONGEST) return lines;
  return [...lines.slice(0, LONGEST / 2), ...lines.slice(-LONGEST / 2)];
}

/** A loop: most steps of a path are asked, and few have written what is wanted. */
function writesOneOf(wanted: ReadonlySet<ValuePlace>, { writes }: Step): boolean {
  for (const { place } of writes) if (wanted.has(place)) return true;
  return false;
}

/** Of an instruction that moves several values (a pair), the reads that the wanted one came from. */
function readsFor(step: Step, written: Step["writes"]): readonly ValuePlace[] {
  if (written.length === 0) return step.reads;
  if (step.reads.length !== step.writes.length || step.writes.length === 1) return step.reads;
  return step.reads.filter((_, i) => written.some((write) => write === step.writes[i]));
}

function describe(subject: Subject, writes: Step["writes"]): string {
  return writes.map(({ place, value }) => `${readable(subject, place)} = ${formatTerm(value)}`).join(", ");
}

function readable({ regions }: Subject, place: ValuePlace): string {
  if (typeof place === "string") return place;
  const { base, offset } = addressOf(place);
  const [name = "memory"] = Object.entries({ ...regions }).find(([, region]) => region === base) ?? [];
  return offset < 0n ? `${name}-${hex(-offset)}` : `${name}+${hex(offset)}`;
}
