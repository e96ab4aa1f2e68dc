import type { Program } from "./program.js";
import type { State } from "./state.js";
import { type SymbolicOps, Undecided } from "./symbolic-ops.js";
import type { Term } from "./term.js";

/**
 * How a path ends. eret: an exception return. call: an HVC. left: a branch to somewhere that is no code of the
 * object. reached: the address where the exploration was to end. stopped: what follows is not known, see the last problem among the events.
 */
export type PathEnd = "eret" | "call" | "left" | "reached" | "stopped";

export interface Path {
  readonly state: State;
  readonly end: PathEnd;
  /** For left: where to. */
  readonly target?: Term;
}

/**
 * steps: instructions of one path. paths: of one exploration. total: instructions of all its paths. Beyond them the
 * answer is "not explored".
 * until: an address at which a path ends, before its instruction.
 */
export interface Bounds {
  readonly steps: number;
  readonly paths: number;
  readonly total: number;
  readonly until?: bigint;
}

export const DEFAULT_BOUNDS: Bounds = { steps: 20_000, paths: 256, total: 60_000 };

/**
 * All paths from a state, one after another as they are explored. A branch that the path's facts do not decide is
 * followed both ways. A path that reaches a bound ends as stopped with WS816.
 */
export function* explore(ops: SymbolicOps, start: State, bounds: Bounds = DEFAULT_BOUNDS): Generator<Path> {
  const waiting = [start];
  let paths = 0;
  let left = bounds.total;
  for (let state = waiting.pop(); state !== undefined; state = waiting.pop()) {
    if (paths + waiting.length >= bounds.paths) {
      yield stop(state, "WS816", `not explored: more than ${bounds.paths} paths`);
      return;
    }
    const before = state.executed;
    const outcome = run(ops, state, { ...bounds, steps: Math.min(bounds.steps, left) });
    left -= state.executed - before;
    if ("end" in outcome) {
      paths += 1;
      yield outcome;
    } else waiting.push(...forks(state, outcome.condition));
  }
}

/** The two states in which a condition is decided, without those that contradict what is known. The given one becomes one of them. */
function forks(other: State, condition: Term): State[] {
  const taken = other.fork();
  return [
    ...(taken.facts.assume(condition, true) ? [taken] : []),
    ...(other.facts.assume(condition, false) ? [other] : []),
  ];
}

function run(ops: SymbolicOps, state: State, { steps, until }: Bounds): Path | Undecided {
  for (let left = steps; left > 0; left--) {
    if (state.pc === until) return { state, end: "reached" };
    const outcome = step(ops, state);
    if (outcome !== undefined) return outcome;
  }
  return stop(state, "WS816", `not explored: more than ${steps} instructions on this path`);
}

/** One instruction; undefined when the path goes on. */
function step(ops: SymbolicOps, state: State): Path | Undecided | undefined {
  const { pc } = state;
  const instruction = ops.instruction(pc);
  if (instruction === undefined) return stop(state, "WS815", "what is executed here is no instruction");
  const { doubt } = instruction;
  if (doubt !== undefined) return stop(state, "WS815", `CONSTRAINED UNPREDICTABLE: ${doubt}`);
  try {
    ops.execute(state, instruction);
  } catch (error) {
    if (error instanceof Undecided) return error;
    throw error;
  }
  if (ops.leaving === "return") return { state, end: "eret" };
  if (ops.leaving === "stop") return { state, end: "stopped" };
  state.pc = instruction.next;
  if (ops.leaving === "call") return { state, end: "call" };
  return ops.target === undefined ? undefined : go(state, ops.target, ops.program);
}

function go(state: State, target: Term, program: Program): Path | undefined {
  if (target.kind !== "constant" || !program.holds(target.value)) return { state, end: "left", target };
  state.pc = target.value;
  return undefined;
}

function stop(state: State, code: "WS815" | "WS816", message: string): Path {
  state.events.push({ pc: state.pc, kind: "problem", code, message });
  return { state, end: "stopped" };
}
