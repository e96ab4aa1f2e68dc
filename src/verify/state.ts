import type { Sysreg } from "../model/types.js";
import type { Flags } from "../runtime/ops.js";
import { Facts } from "./facts.js";
import type { Memory } from "./memory.js";
import type { Term, Terms } from "./term.js";

/** A vector register as two halves. */
export interface VectorTerm {
  readonly low: Term;
  readonly high: Term;
}

/** What an instruction read and wrote; places as formatted by locations.ts. */
export interface Step {
  readonly before: Step | undefined;
  readonly pc: bigint;
  readonly reads: readonly string[];
  readonly writes: readonly { readonly place: string; readonly value: Term }[];
}

/** What an instruction did besides computing, in order. */
export type Event = { readonly pc: bigint } & (
  | {
      readonly kind: "store";
      readonly base: Term | undefined;
      readonly offset: bigint;
      readonly sizeBytes: number;
    }
  | {
      readonly kind: "load";
      readonly base: Term | undefined;
      readonly offset: bigint;
      readonly sizeBytes: number;
    }
  | {
      readonly kind: "operation";
      readonly class: string;
      readonly name: string;
      readonly value: Term;
      readonly vm: Term;
      readonly unsynchronized: readonly string[];
      readonly result?: Term;
    }
  | { readonly kind: "barrier"; readonly barrier: string }
  | { readonly kind: "write"; readonly register: Sysreg }
  | { readonly kind: "call"; readonly immediate: Term }
  | { readonly kind: "problem"; readonly code: ProblemCode; readonly message: string }
);

/** Codes of what goes wrong in an instruction itself; see codes.ts. */
export type ProblemCode = "WS811" | "WS815" | "WS816";

/** The names of the values that the registers hold which nobody has written yet. */
export type Origin = (register: Sysreg) => Term;

/** The machine at a point of a path. Forks share nothing that changes. */
export class State {
  pc = 0n;
  x: Term[];
  v: VectorTerm[];
  sp: Term;
  flags: Flags<Term>;
  sysregs: Map<string, Term>;
  /** Registers written since the last context synchronization. */
  unsynchronized: Set<string>;
  memory: Memory;
  facts: Facts;
  events: Event[];
  steps: Step | undefined;
  origin: Origin;
  executed = 0;

  constructor(
    readonly terms: Terms,
    from: Pick<State, "x" | "v" | "sp" | "flags" | "sysregs" | "memory" | "facts" | "origin"> &
      Partial<State>,
  ) {
    this.pc = from.pc ?? 0n;
    this.x = [...from.x];
    this.v = [...from.v];
    this.sp = from.sp;
    this.flags = from.flags;
    this.sysregs = new Map(from.sysregs);
    this.unsynchronized = new Set(from.unsynchronized);
    this.memory = from.memory.fork();
    this.facts = new Facts(terms, from.facts);
    this.events = [...(from.events ?? [])];
    this.steps = from.steps;
    this.origin = from.origin;
    this.executed = from.executed ?? 0;
  }

  fork(): State {
    return new State(this.terms, this);
  }

  /** The value of a system register. */
  sysreg(register: Sysreg): Term {
    return this.sysregs.get(register.name) ?? this.origin(register);
  }
}

/** The steps of a path, first one first. */
export function stepsOf(state: State): Step[] {
  const steps: Step[] = [];
  for (let step = state.steps; step !== undefined; step = step.before) steps.push(step);
  return steps.reverse();
}
