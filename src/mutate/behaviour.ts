import type { ObjectCode } from "../assembler/index.js";
import type { Model } from "../model/types.js";
import { formatTerm } from "../verify/format-term.js";
import { type Path, verify } from "../verify/index.js";

/**
 * What a path's end shows to those who come after it, as text: registers, memory, maintenance, barriers and decisions. Left out
 * is what nobody may rely on: the stack below SP, and X1 to X18 when the host gets its call's result.
 */
function stateText({ state, end, target }: Path): string {
  const depth = state.sp.kind === "sum" ? BigInt.asIntN(64, state.sp.offset) : 0n;
  const memory = [...state.memory.regions()].flatMap(([base, cells]) => {
    const name = state.memory.name(base);
    return [...cells.keys()]
      .filter((offset) => name !== "stack" || offset >= depth)
      .map((offset) => `${name}${offset}=${formatTerm(state.memory.load(base, offset, 8))}`);
  });
  const link = state.sysregs.get("ELR_EL2");
  const isResult = link !== undefined && /^host /.test(formatTerm(link));
  const x = state.x.map((value, n) => (isResult && n >= 1 && n <= 18 ? "" : formatTerm(value)));
  const sysregs = [...state.sysregs].map(([name, value]) => `${name}=${formatTerm(value)}`);
  const done = state.events.flatMap((event) => {
    if (event.kind === "operation") return [`${event.class} ${event.name} ${formatTerm(event.value)}`];
    return event.kind === "barrier" ? [event.barrier] : [];
  });
  const decisions = state.facts.decisions.map(({ condition, value }) => `${value}${formatTerm(condition)}`);
  const vectors = state.v.map(({ low, high }) => `${formatTerm(low)}${formatTerm(high)}`);
  const ends = [end, target === undefined ? "" : formatTerm(target), formatTerm(state.sp)];
  const all = [...ends, ...x, ...vectors, ...sysregs.sort(), ...memory.sort(), ...done, ...decisions.sort()];
  return all.join("\n").replace(/ \(\d+\)/g, "");
}

/** What the paths of an object end with, as text: equal for objects that do the same on every path. */
export function behaviour(model: Model, object: ObjectCode): string {
  const texts = new Set<string>();
  verify(model, object, { traces: false, observe: (_name, path) => texts.add(stateText(path)) });
  return [...texts].sort().join("\n\n");
}
